//! Keywords as names.

tramline::include_actions!();

pub mod r#type {
    #[derive(serde::Serialize, serde::Deserialize)]
    pub struct Struct {
        pub r#fn: u8,
        pub r#in: r#Loop,
    }

    #[derive(serde::Serialize, serde::Deserialize)]
    pub enum r#Loop {
        r#While { r#for: bool },
        Break,
    }

    #[tramline::action]
    pub async fn r#match(r#struct: Struct) -> Struct {
        r#struct
    }

    #[tramline::query]
    pub async fn call(r#async: u8, call: u8, body: u8) -> u8 {
        r#async + call + body
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        let names: Vec<_> = crate::actions(()).infos().map(|info| info.name).collect();
        assert_eq!(names, ["type.call", "type.match"]);
    }
}
