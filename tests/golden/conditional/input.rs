//! Actions that a `cfg` may leave out. The client has them all.

tramline::include_actions!();

#[tramline::query]
async fn always() -> bool {
    true
}

#[cfg(feature = "admin")]
mod admin {
    #[derive(serde::Serialize, serde::Deserialize)]
    pub struct Report {
        pub lines: u32,
    }

    #[cfg(not(windows))]
    #[tramline::action]
    async fn purge(report: Report) -> Report {
        report
    }

    #[tramline::query]
    async fn inspect() -> Report {
        Report { lines: 0 }
    }
}

#[cfg(feature = "present")]
#[tramline::query]
async fn present() -> u8 {
    1
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        let names: Vec<_> = crate::actions(()).infos().map(|info| info.name).collect();
        assert_eq!(names, ["always", "present"]);
    }
}
