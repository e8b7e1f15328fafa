//! Fields that are left alone, cleared or set.

use serde::Deserialize;
use tramline::Patch;

tramline::include_actions!();

/// What changes about a product.
#[derive(Deserialize)]
pub struct ProductChange {
    pub id: u32,
    /// What it is called.
    #[serde(default)]
    pub name: Patch<String>,
    #[serde(default)]
    pub price: Patch<u64>,
    #[serde(default)]
    pub tags: Patch<Vec<String>>,
}

#[tramline::action]
pub async fn change_product(change: ProductChange) -> u32 {
    let mut tags = None;
    change.tags.apply(&mut tags);
    tags.map_or(change.id, |tags| tags.len() as u32)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 1);
    }
}
