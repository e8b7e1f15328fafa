//! `tramline model`

use tramline_codegen::command::Pass;

use super::{Outcome, failed, open};
use crate::arguments::Package;
use crate::shell::Shell;

pub(crate) fn run(package: &Package, pass: Pass, shell: &mut Shell) -> Outcome {
    let project = match open(package, shell) {
        Ok(project) => project,
        Err(outcome) => return outcome,
    };
    match project.model(pass) {
        Ok(text) => {
            shell.print(text);
            Outcome::Fine
        }
        Err(failure) => failed(&failure, None, shell),
    }
}
