//! An application with a feature crate, and types that both share.

tramline::include_actions!();

/// Who is calling.
#[tramline::query]
async fn whoami(id: golden_model::UserId) -> Option<golden_model::User> {
    Some(golden_model::User {
        id,
        name: String::new(),
        role: golden_model::Role::Guest,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_tables_are_sound() {
        assert_eq!(crate::actions(()).infos().count(), 1);
        assert_eq!(golden_blog::actions(()).infos().count(), 2);
    }
}
