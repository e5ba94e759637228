//! The commit that a release is made from.

use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::checkout::Checkout;

/// What git says of it.
pub struct Commit {
    hash: String,
    seconds: u64,
    is_changed: bool,
}

impl Commit {
    /// The commit of the checkout. Changes that are in no commit are refused, unless `allow_dirty`: nobody could say later
    /// what was released.
    pub fn of(checkout: &Checkout, allow_dirty: bool) -> Result<Commit, String> {
        let changes = git(checkout, &["status", "--porcelain"])?;
        if !changes.is_empty() && !allow_dirty {
            return Err(format!(
                "A release is made from a commit, and these files are in none as they are:\n{changes}\n\
                 Commit them, or try it with --allow-dirty"
            ));
        }
        let seconds = git(checkout, &["log", "-1", "--format=%ct"])?;
        Ok(Commit {
            hash: git(checkout, &["rev-parse", "HEAD"])?,
            seconds: seconds.parse().map_err(|_| format!("FAILED: git says {seconds:?} as the time of the commit"))?,
            is_changed: !changes.is_empty(),
        })
    }

    /// Its hash, and whether there were changes besides.
    pub fn name(&self) -> String {
        format!("{}{}", self.hash, if self.is_changed { " with changes that are in no commit" } else { "" })
    }

    /// When it was made: the time of everything that is packed.
    pub fn time(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.seconds)
    }

    /// The same, in seconds since 1970.
    pub fn seconds(&self) -> u64 {
        self.seconds
    }
}

fn git(checkout: &Checkout, args: &[&str]) -> Result<String, String> {
    let asked = Command::new("git").args(args).current_dir(&checkout.root).output();
    let asked = asked.map_err(|error| format!("FAILED: git: {error}"))?;
    if !asked.status.success() {
        return Err(format!("FAILED: git {}: {}", args.join(" "), String::from_utf8_lossy(&asked.stderr)));
    }
    Ok(String::from_utf8_lossy(&asked.stdout).trim_end().to_owned())
}
