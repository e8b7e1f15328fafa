//! One package after every pass. `UPDATE_EXPECT=1` records the texts anew.

use std::fs;
use std::path::Path;

use super::{Pass, show};
use crate::choices::Choices;
use crate::testing::Files;

#[test]
fn every_pass_is_shown_as_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/show/expected");
    let input = fs::read_to_string(folder.join("input.rs")).unwrap();
    let files = Files::parse(&input);
    for (name, pass) in Pass::ALL {
        let shown = show(&files.plan(), &files, &Choices::default(), *pass).unwrap();
        let file = folder.join(format!("{name}.txt"));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&file, &shown).unwrap();
        }
        let recorded = fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(shown, recorded, "{}", file.display());
    }
}
