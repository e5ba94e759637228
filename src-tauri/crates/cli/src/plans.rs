//! Plans that the program brings along, and plan files.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sotg_core::model::{PlanChoice, PlanHead};
use sotg_core::plan::{self, EXTENSION};
use sotg_core::{Result, export};

use crate::arguments::Plan;
use crate::print;
use crate::session::Session;

/// Lists the plans that the program brings along.
pub fn list(session: &Session) -> Result<ExitCode> {
    let plans = sotg_core::plans::list_plans()?;
    if session.json {
        print::json(&plans);
    } else {
        plans.iter().for_each(|plan| println!("{}  {}\n    {}", plan.code, plan.document, plan.title));
    }
    Ok(ExitCode::SUCCESS)
}

/// Checks a plan file, or writes one.
pub fn run(session: &Session, file: Option<&Path>, command: Option<Plan>) -> Result<ExitCode> {
    if let Some(Plan::Export { code, to }) = command {
        return export(session, &code, &to);
    }
    // The arguments have a file where they have no command.
    let head = sotg_core::plans::head(&plan::read_file(file.unwrap_or(Path::new("")))?.plan);
    if session.json {
        print::json(&head);
    } else {
        say(&head);
    }
    Ok(ExitCode::SUCCESS)
}

/// What was typed after `--plan`: the name of a file, by its extension or because it is there, else a code.
///
/// # Errors
/// What is wrong with the file.
pub fn choice(typed: &str) -> Result<PlanChoice> {
    let path = Path::new(typed);
    if is_named(path, EXTENSION) || is_named(path, "toml") || path.is_file() {
        return Ok(PlanChoice::File(plan::read_file(path)?.text));
    }
    Ok(PlanChoice::BuiltIn(typed.to_owned()))
}

fn export(session: &Session, code: &str, to: &Path) -> Result<ExitCode> {
    let path = with_extension(if to.is_dir() { to.join(code) } else { to.to_owned() });
    export::save(&path, plan::file_text(code)?.as_bytes())?;
    if session.json {
        print::json(&serde_json::json!({ "path": path }));
    } else {
        println!("{}", path.display());
    }
    Ok(ExitCode::SUCCESS)
}

/// With the ending by which the window knows a plan file. It is added, because a code may have dots of its own.
fn with_extension(path: PathBuf) -> PathBuf {
    if is_named(&path, EXTENSION) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(EXTENSION);
    PathBuf::from(name)
}

fn is_named(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case(extension))
}

fn say(head: &PlanHead) {
    println!("{}: kế hoạch đúng, {} việc.", head.code, head.n_activities);
    println!("{}\n{} - {}", head.title, head.document, head.issuer);
    for phase in &head.phases {
        let (from, to) = (print::day(phase.starts_on), print::day(phase.ends_on));
        println!("  {}: {} ({from} - {to})", phase.name, phase.title);
    }
}
