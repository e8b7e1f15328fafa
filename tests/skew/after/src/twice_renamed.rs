//! Functions get other names twice.

use crate::runs::seen;

#[tramline::action(renamed_from = ["twice_renamed.store", "twice_renamed.save"])]
pub async fn keep(title: String) -> String {
    seen(&(title))
}

#[tramline::query(renamed_from = ["twice_renamed.search", "twice_renamed.find"])]
pub async fn seek(title: String) -> String {
    seen(&(title))
}
