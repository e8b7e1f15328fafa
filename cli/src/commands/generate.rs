//! `tramline generate`

use tramline_codegen::command::{Client, Project};

use super::{Outcome, counted, failed, open};
use crate::arguments::Package;
use crate::shell::Shell;

pub(crate) fn run(package: &Package, shell: &mut Shell) -> Outcome {
    let project = match open(package, shell) {
        Ok(project) => project,
        Err(outcome) => return outcome,
    };
    match project.generate() {
        Ok(generated) => {
            warn_of_none(generated.clients.is_empty(), &project, shell);
            for client in &generated.clients {
                shell.status("Generated", summary(client));
            }
            Outcome::Fine
        }
        Err(failure) => {
            let consequence = format!("the clients of `{}` stay as they were", project.name());
            failed(&failure, Some(&consequence), shell)
        }
    }
}

/// Without a client there is nothing to do, which may not be what was meant.
pub(super) fn warn_of_none(is_none: bool, project: &Project, shell: &mut Shell) {
    if is_none {
        let name = project.name();
        shell.warning(format_args!(
            "the build script of `{name}` asks for no client: it calls neither `typescript` nor \
             `javascript` on its `Builder`"
        ));
    }
}

/// `12 files in web/src/api (1 written, 2 removed)`
fn summary(client: &Client) -> String {
    let files = counted(client.files, "file");
    let folder = client.folder.display();
    let changes = match (client.written.len(), client.removed.len()) {
        (0, 0) => "unchanged".to_owned(),
        (written, 0) => format!("{written} written"),
        (0, removed) => format!("{removed} removed"),
        (written, removed) => format!("{written} written, {removed} removed"),
    };
    format!("{files} in {folder} ({changes})")
}
