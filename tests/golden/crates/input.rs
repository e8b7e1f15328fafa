//! An application with a feature crate, and types that both share.

tramline::include_actions!();

/// Who is calling.
#[tramline::query]
async fn whoami(id: model::UserId) -> Option<model::User> {
    Some(model::User {
        id,
        name: String::new(),
        role: model::Role::Guest,
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
