//! Each line of the list is the signature of its function: a difference is a compile error here.

use chrono::NaiveDate;
use sotg_core::model::*;
use tauri::{State, WebviewWindow};

use crate::commands::exchange_campaign::SavedCampaign;
use crate::commands::exchange_units::{ExchangePath, SavedExchange};
use crate::commands::pages::ReportPages;
use crate::error::Answer;
use crate::handed::HandedFile;
use crate::state::Program;

macro_rules! check {
    ($($noun:ident $name:ident($($arg:ident: $ty:ty),*) -> $ret:ty $(, $mark:ident)?;)+) => {
        $(check_one!($noun $name ($($ty),*) -> $ret $(, $mark)?);)+
    };
}

macro_rules! check_one {
    ($noun:ident $name:ident ($($ty:ty),*) -> $ret:ty, dialog) => {
        const _: () = {
            fn is_signature<'a, F>(_: fn(WebviewWindow, State<'a, Program>, $($ty),*) -> F)
            where
                F: Future<Output = Answer<$ret>>,
            {
            }
            let _ = || is_signature(super::$noun::$name);
        };
    };
    ($noun:ident $name:ident ($($ty:ty),*) -> $ret:ty, window) => {
        const _: fn(WebviewWindow, State<'_, Program>, $($ty),*) -> Answer<$ret> = super::$noun::$name;
    };
    ($noun:ident $name:ident ($($ty:ty),*) -> $ret:ty) => {
        const _: fn(State<'_, Program>, $($ty),*) -> Answer<$ret> = super::$noun::$name;
    };
}
with_commands!(check);

macro_rules! names {
    ($($noun:ident $name:ident($($arg:ident: $ty:ty),*) -> $ret:ty $(, $mark:ident)?;)+) => {
        /// Name and arguments of every command.
        const COMMANDS: &[(&str, &[&str])] = &[$((stringify!($name), &[$(stringify!($arg)),*])),+];
    };
}
with_commands!(names);

#[test]
fn the_page_may_call_every_command_of_the_list_and_nothing_else() {
    let text = include_str!("../../capabilities/main.json");
    let capability: serde_json::Value = serde_json::from_str(text).unwrap();
    let allowed: Vec<&str> =
        capability["permissions"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    let mut wanted = vec!["core:event:allow-listen".to_owned(), "core:event:allow-unlisten".to_owned()];
    wanted.extend(COMMANDS.iter().map(|(name, _)| format!("allow-{}", name.replace('_', "-"))));
    assert_eq!(allowed, wanted);
}

#[test]
fn names_of_arguments_are_single_words() {
    // Tauri would turn `due_on` into `dueOn` on the page, and bindings.ts would be wrong.
    for (name, args) in COMMANDS {
        assert!(args.iter().all(|arg| !arg.contains('_')), "{name}: {args:?}");
    }
}
