//! What the scan filed, before any name is resolved.

use super::lines::Lines;
use crate::scan::{ModuleId, Named, Sources, Use, plain_name};

/// Every module with what is declared in it.
pub(super) fn show(sources: &Sources, lines: &mut Lines) {
    for index in 0..sources.modules.len() {
        lines.gap();
        module(sources, ModuleId(index), lines);
    }
}

fn module(sources: &Sources, id: ModuleId, lines: &mut Lines) {
    let module = sources.module(id);
    let mut path = vec![sources.packages[module.package.0].crate_name.clone()];
    path.extend(module.path.iter().cloned());
    let stray = if module.stray { ", another target" } else { "" };
    let file = &sources.files[module.file].cited;
    lines.line(format!("module {} ({file}{stray})", path.join("::")));
    lines.below(|lines| {
        for cfg in &module.cfg {
            lines.line(format!("cfg {cfg}"));
        }
        imports(sources, id, lines);
        let mut names: Vec<_> = module.names.iter().collect();
        names.sort_by_key(|(name, _)| *name);
        for (name, declared) in names {
            declared
                .iter()
                .for_each(|named| lines.line(format!("{} {name}", word(*named))));
        }
        let functions = sources.functions.iter();
        for function in functions.filter(|function| function.module == id) {
            lines.line(format!("function {}", plain_name(&function.item.sig.ident)));
        }
    });
}

fn imports(sources: &Sources, id: ModuleId, lines: &mut Lines) {
    let module = sources.module(id);
    let mut uses: Vec<_> = module.uses.iter().collect();
    uses.sort_by_key(|(name, _)| *name);
    for (name, imports) in uses {
        imports
            .iter()
            .for_each(|import| lines.line(format!("use {} as {name}", path(import))));
    }
    for glob in &module.globs {
        lines.line(format!("use {}::*", path(glob)));
    }
}

fn path(import: &Use) -> String {
    let absolute = if import.absolute { "::" } else { "" };
    format!("{absolute}{}", import.path.join("::"))
}

fn word(named: Named) -> &'static str {
    match named {
        Named::Module(_) => "mod",
        Named::Type(_) => "type",
        Named::Alias(_) => "alias",
        Named::Constant(_) => "const",
        Named::Trait => "trait",
    }
}
