//! What a manifest says of its package, or lets the workspace say.

use toml::Value;

use super::Manifest;
use crate::model::About;

impl Manifest {
    /// What the package says of itself.
    pub(crate) fn about(&self) -> About {
        // Without a version, cargo takes this one.
        let version = self.own_or_inherited("version");
        About {
            title: self.package.clone(),
            version: version.unwrap_or_else(|| "0.0.0".to_owned()),
            description: self
                .own_or_inherited("description")
                .map(|text| text.trim().to_owned()),
            license: self.own_or_inherited("license"),
        }
    }

    fn own_or_inherited(&self, key: &str) -> Option<String> {
        if let Some(text) = self.text(&["package", key]) {
            return Some(text.to_owned());
        }
        let inherits = self.value(&["package", key, "workspace"]).is_some();
        let workspace = self.workspace().filter(|_| inherits)?;
        let text = super::manifest::at(&workspace, &["workspace", "package", key]);
        text.and_then(Value::as_str).map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Manifest;
    use crate::model::About;

    fn check(workspace: &str, package: &str, expect: &About) {
        let disk = tempfile::tempdir().unwrap();
        let folder = disk.path().join("shop");
        fs::create_dir(&folder).unwrap();
        fs::write(disk.path().join("Cargo.toml"), workspace).unwrap();
        fs::write(folder.join("Cargo.toml"), package).unwrap();
        assert_eq!(Manifest::read(&folder).unwrap().about(), *expect);
    }

    #[test]
    fn a_package_may_leave_it_to_its_workspace() {
        let workspace = "[workspace.package]\nversion = \"2.0.0\"\nlicense = \"MIT\"\n";
        let about = About {
            title: "shop".to_owned(),
            version: "2.0.0".to_owned(),
            description: Some("Sells.".to_owned()),
            license: Some("MIT".to_owned()),
        };
        check(
            workspace,
            "[package]\nname = \"shop\"\nversion.workspace = true\ndescription = \" Sells.\\n\"\n\
             license = { workspace = true }\n",
            &about,
        );
        let bare = About {
            title: "shop".to_owned(),
            version: "0.0.0".to_owned(),
            ..About::default()
        };
        check(workspace, "[package]\nname = \"shop\"\n", &bare);
    }
}
