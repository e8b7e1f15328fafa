//! `tramline check`

use super::generate::warn_of_none;
use super::{Outcome, counted, failed, open};
use crate::arguments::Package;
use crate::shell::Shell;

pub(crate) fn run(package: &Package, shell: &mut Shell) -> Outcome {
    let project = match open(package, shell) {
        Ok(project) => project,
        Err(outcome) => return outcome,
    };
    let name = project.name();
    let checked = match project.check() {
        Ok(checked) => checked,
        Err(failure) => {
            let consequence = format!("the clients of `{name}` cannot be checked");
            return failed(&failure, Some(&consequence), shell);
        }
    };
    warn_of_none(checked.files == 0, &project, shell);
    for difference in &checked.differences {
        let path = difference.path.display();
        shell.line(format_args!("{:<7} {path}", difference.drift));
    }
    match checked.differences.len() {
        0 => {
            let files = counted(checked.files, "file");
            shell.status("Checked", format_args!("{files} of `{name}`"));
            Outcome::Fine
        }
        count => {
            let files = counted(count, "file");
            shell.error(format_args!(
                "the clients of `{name}` are not up to date: `tramline generate` would change {files}"
            ));
            Outcome::No
        }
    }
}
