//! Writes ui/src/lib/ipc/bindings.ts: the types of the model and the commands, as the page knows them.
//!
//! It is a test, so that the file can never be stale without somebody being told: a stale file is written anew, and the
//! test fails once and says so.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use chrono::NaiveDate;
use sotg_core::model::*;
use sotg_core::plan::Problem;
use ts_rs::{Config, TS, TypeVisitor};

use crate::commands::exchange_campaign::SavedCampaign;
use crate::commands::exchange_units::{ExchangePath, SavedExchange};
use crate::commands::pages::ReportPages;
use crate::error::CommandError;
use crate::handed::HandedFile;
use crate::page::FilesDropped;

/// Where they go, from this package's folder, in which cargo starts a test.
const BINDINGS: &str = "../ui/src/lib/ipc/bindings.ts";

const HEAD: &str = "\
// Written by `cargo test -p app` (src-tauri/src/typescript.rs) from the Rust types. Do not edit.

";

/// A command as the page calls it.
struct Command {
    name: &'static str,
    args: Vec<(&'static str, String)>,
    ret: String,
}

/// Every type that is reached from the commands, by name.
struct Declarations {
    config: Config,
    seen: BTreeSet<TypeId>,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            self.by_name.insert(T::ident(&self.config), declaration::<T>(&self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// ts-rs writes a docstring on three lines and nothing indented; one line each is what a person reads.
fn declaration<T: TS + ?Sized>(config: &Config) -> String {
    let text = format!("{}export {}\n", T::docs().unwrap_or_default(), T::decl(config));
    let text = text.replace("/**\n * ", "/** ").replace("\n */", " */");
    // A variant with fields of its own begins so too, further on in its line.
    let members = text.split_once("{ \n").filter(|(head, _)| head.ends_with("= "));
    let Some((head, members)) = members else { return text };
    let mut lines = vec![format!("{head}{{")];
    lines.extend(members.trim_end().trim_end_matches(", };").lines().map(|line| format!("  {}", line.trim_end())));
    lines.push("};\n".to_owned());
    lines.join("\n").replace(",\n", ";\n").replace("\n};", ";\n};")
}

macro_rules! describe {
    ($($noun:ident $name:ident($($arg:ident: $ty:ty),*) -> $ret:ty $(, $mark:ident)?;)+) => {
        /// All commands, and the declarations of all types that they speak of.
        fn describe(declarations: &mut Declarations) -> Vec<Command> {
            $($(declarations.visit::<$ty>();)* declarations.visit::<$ret>();)+
            let config = &declarations.config;
            vec![$(Command {
                name: stringify!($name),
                args: vec![$((stringify!($arg), <$ty as TS>::name(config))),*],
                ret: <$ret as TS>::name(config),
            }),+]
        }
    };
}
with_commands!(describe);

fn bindings() -> String {
    let mut declarations = Declarations {
        config: Config::new().with_large_int("number"),
        seen: BTreeSet::new(),
        by_name: BTreeMap::new(),
    };
    let commands = describe(&mut declarations);
    declarations.visit::<CommandError>();
    declarations.visit::<FilesDropped>();
    declarations.visit::<MoveProgress>();
    declarations.visit::<Problem>();
    let mut text = HEAD.to_owned();
    for declaration in declarations.by_name.values() {
        let _ = writeln!(text, "{declaration}");
    }
    text.push_str("/** Every command of the window. */\nexport interface Commands {\n");
    for Command { name, args, ret } in commands {
        let args: Vec<String> = args.iter().map(|(arg, ty)| format!("{arg}: {ty}")).collect();
        let args =
            if args.is_empty() { "Record<string, never>".to_owned() } else { format!("{{ {} }}", args.join("; ")) };
        let _ = writeln!(text, "  {name}: {{ args: {args}; ret: {ret} }};");
    }
    text.push_str("}\n");
    text
}

#[test]
fn the_types_of_the_page_are_those_of_the_core() {
    let wanted = bindings();
    if std::fs::read_to_string(BINDINGS).is_ok_and(|found| found == wanted) {
        return;
    }
    let folder = std::path::Path::new(BINDINGS).parent().unwrap();
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(BINDINGS, wanted).unwrap();
    panic!("{BINDINGS} was stale and has been written anew: commit it");
}
