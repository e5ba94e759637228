//! Plans that the program brings along, and plan files.

pub mod arguments;
mod campaign;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sotg_core::model::{PlanChoice, PlanHead};
use sotg_core::plan::{self, EXTENSION, OpenedFile};
use sotg_core::{Result, export};

use self::arguments::Plan;
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

/// Checks a plan file, or does what was typed after `plan`.
pub fn run(session: &Session, file: Option<&Path>, command: Option<Plan>) -> Result<ExitCode> {
    match command {
        // The arguments have a file where they have no command.
        None => check(session, file.unwrap_or(Path::new(""))),
        Some(Plan::Export { code, to }) => export(session, &code, &to),
        Some(Plan::Issue { to, note }) => campaign::issue(session, &to, &note),
        Some(Plan::Look { file, unit }) => campaign::look(session, &file, unit.as_deref()),
        Some(Plan::Take(take)) => campaign::take(session, *take),
        Some(Plan::Pass { to }) => campaign::pass(session, &to),
        Some(Plan::Amend { file }) => campaign::amend(session, &file),
    }
}

fn check(session: &Session, file: &Path) -> Result<ExitCode> {
    let head = match plan::open_file(file)? {
        OpenedFile::Sealed(text) => return campaign::show_text(session, &text),
        OpenedFile::Template(template) => sotg_core::plans::head(&template.plan),
    };
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
