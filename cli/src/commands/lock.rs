//! `tramline lock`

use tramline_codegen::command::{LockReport, Project};

use super::{Outcome, counted, failed, open};
use crate::arguments::Package;
use crate::shell::Shell;

pub(crate) fn run(check: bool, package: &Package, shell: &mut Shell) -> Outcome {
    let project = match open(package, shell) {
        Ok(project) => project,
        Err(outcome) => return outcome,
    };
    if check {
        self::check(&project, shell)
    } else {
        write(&project, shell)
    }
}

fn write(project: &Project, shell: &mut Shell) -> Outcome {
    match project.lock() {
        Ok(report) => {
            for change in &report.changes {
                shell.line(&change.done);
            }
            let unchanged = if report.is_current {
                " (unchanged)"
            } else {
                ""
            };
            let actions = counted(report.actions, "action");
            shell.status(
                "Locked",
                format_args!("{actions} in tramline.lock{unchanged}"),
            );
            Outcome::Fine
        }
        Err(failure) => failed(&failure, Some("`tramline.lock` stays as it was"), shell),
    }
}

fn check(project: &Project, shell: &mut Shell) -> Outcome {
    match project.check_lock() {
        Ok(Some(report)) if report.is_current => {
            let actions = counted(report.actions, "action");
            shell.status("Checked", format_args!("{actions} in tramline.lock"));
            Outcome::Fine
        }
        Ok(Some(report)) => {
            drift(&report, shell);
            Outcome::No
        }
        Ok(None) => {
            let name = project.name();
            shell.error(format_args!(
                "`{name}` has no `tramline.lock`: `tramline lock` writes the first"
            ));
            Outcome::No
        }
        Err(failure) => failed(&failure, Some("`tramline.lock` cannot be checked"), shell),
    }
}

fn drift(report: &LockReport, shell: &mut Shell) {
    for change in &report.changes {
        shell.line(&change.pending);
        if let Some(help) = &change.help {
            shell.line(format_args!("  help: {help}"));
        }
    }
    let why = match report.changes.len() {
        0 => "is not as it would be written",
        _ => "is out of date",
    };
    shell.error(format_args!("`tramline.lock` {why}: run `tramline lock`"));
}
