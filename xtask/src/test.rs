//! `cargo xtask test`: every step, whatever became of the one before, and a summary.

use std::time::Instant;

use crate::report::{heading, note, outcome, problem};
use crate::run::Failure;
use crate::steps::{STEPS, Step};

pub(crate) fn test(wanted: &[String]) -> Result<(), Failure> {
    if wanted.iter().any(|argument| argument == "--list") {
        STEPS
            .iter()
            .for_each(|step| note(format_args!("{:<12} {}", step.name, step.what)));
        return Ok(());
    }
    let steps = chosen(wanted)?;
    let mut outcomes = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let place = format_args!("{}/{}", index + 1, steps.len());
        heading(format_args!("{place} {}: {}", step.name, step.what));
        let begun = Instant::now();
        let result = (step.run)();
        if let Err(failure) = &result {
            problem(failure);
        }
        outcomes.push((step.name, result.is_ok(), begun.elapsed()));
    }

    heading("summary");
    for (name, passed, took) in &outcomes {
        outcome(name, *passed, *took);
    }
    let failed = outcomes.iter().filter(|(_, passed, _)| !passed);
    let failed: Vec<&str> = failed.map(|(name, ..)| *name).collect();
    if failed.is_empty() {
        note(format_args!("All {} steps passed.", outcomes.len()));
        Ok(())
    } else {
        let names = failed.join(" ");
        Err(format!("Failed: {names}. Again: cargo xtask test {names}"))
    }
}

fn chosen(wanted: &[String]) -> Result<Vec<&'static Step>, Failure> {
    if let Some(unknown) = wanted
        .iter()
        .find(|name| STEPS.iter().all(|step| step.name != **name))
    {
        return Err(format!(
            "There is no step {unknown}; see cargo xtask test --list"
        ));
    }
    let chosen = STEPS
        .iter()
        .filter(|step| wanted.is_empty() || wanted.iter().any(|name| name == step.name));
    Ok(chosen.collect())
}
