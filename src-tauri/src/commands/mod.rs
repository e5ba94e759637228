//! What the page may ask for, by noun. A command converts, calls the core, and answers; it decides nothing.

#[macro_use]
mod list;

mod activities;
mod book;
mod consolidation;
mod evidence;
pub mod exchange_campaign;
mod exchange_inbox;
pub mod exchange_units;
mod extras;
mod figures;
mod forms;
mod history;
mod milestones;
mod organisation;
pub mod pages;
mod place;
mod plans;
mod register;
mod reminders;
mod reports;
mod settings;
#[cfg(test)]
mod signatures;
mod signing;
mod templates;
mod views;

use tauri::ipc::Invoke;

macro_rules! handle {
    ($($noun:ident $name:ident($($arg:ident: $ty:ty),*) -> $ret:ty $(, $mark:ident)?;)+) => {
        /// Takes every call of the page to its command.
        pub fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($noun::$name),+]
        }
    };
}
with_commands!(handle);
