//! May the data folder be moved there? Asked before anything is touched.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::survey::{Survey, is_moved, names_in, survey};
use super::{STAGING, Wish};
use crate::error::{Error, ErrorCode, Result};
use crate::files::nearest_folder;
use crate::location::pointer::mark_of;
use crate::location::{DATA_FOLDER, Location};
use crate::model::MovePreview;
use crate::synchronised::{self, Variable};

/// Left free at the new place, so that the book can grow at once.
const MARGIN: u64 = 16 * MEGABYTE;
const MEGABYTE: u64 = 1024 * 1024;

/// What moving the data folder to a place that the user has chosen would do. A place that another program keeps is no
/// refusal here: the preview says it, and the move must be insisted on.
///
/// # Errors
/// `place_fixed`, `folder_unreachable`, `place_same`, `place_inside`, `place_holds_book`, `place_not_empty`, `no_space`,
/// `read_only`, `io`.
pub fn preview(location: &Location, chosen: &Path, variable: Variable<'_>) -> Result<MovePreview> {
    let (to, found) = look(location, chosen)?;
    Ok(MovePreview {
        from: location.root.display().to_string(),
        n_files: found.n_files(),
        n_bytes: found.n_bytes(),
        free_bytes: free_at(&to),
        keeper: synchronised::find_keeper(&to, variable),
        to: to.display().to_string(),
    })
}

/// As [`preview`], for the move itself: also refuses what is not insisted on. Gives the place and what goes there.
pub(super) fn check(location: &Location, wish: &Wish<'_>, variable: Variable<'_>) -> Result<(PathBuf, Survey)> {
    let (to, found) = look(location, wish.to)?;
    match synchronised::find_keeper(&to, variable) {
        Some(keeper) if !wish.insists => Err(refuse(ErrorCode::PlaceIsKept, &to).with("keeper", keeper.name())),
        Some(_) | None => Ok((to, found)),
    }
}

fn look(location: &Location, chosen: &Path) -> Result<(PathBuf, Survey)> {
    let usual = location.movable()?;
    location.check_reachable()?;
    if !chosen.is_absolute() {
        return Err(Error::io("use", chosen)(std::io::ErrorKind::InvalidInput.into()));
    }
    let to = if chosen == usual { chosen.to_owned() } else { target_of(chosen, &location.root)? };
    refuse_around(&location.root, &to)?;
    let found = survey(&location.root)?;
    refuse_occupied(&to, &found, chosen == usual)?;
    refuse_read_only(&to)?;
    refuse_full(&to, found.n_bytes())?;
    Ok((to, found))
}

/// The chosen folder if it is new or empty, else one of its own in it.
fn target_of(chosen: &Path, root: &Path) -> Result<PathBuf> {
    let is_empty = names_in(chosen)?.iter().all(|name| !is_moved(name));
    let is_ours = is_same(chosen, root) || chosen.file_name().is_some_and(|name| name == DATA_FOLDER);
    Ok(if is_empty || is_ours { chosen.to_owned() } else { chosen.join(DATA_FOLDER) })
}

fn refuse_around(root: &Path, to: &Path) -> Result<()> {
    let (root, real) = (real_path(root), real_path(to));
    if root == real {
        Err(refuse(ErrorCode::PlaceSame, to))
    } else if real.starts_with(&root) || root.starts_with(&real) {
        Err(refuse(ErrorCode::PlaceInside, to))
    } else {
        Ok(())
    }
}

fn refuse_occupied(to: &Path, found: &Survey, is_usual: bool) -> Result<()> {
    let there = names_in(to)?;
    if there.iter().any(|name| found.entries.contains(name)) {
        return Err(refuse(ErrorCode::PlaceHoldsBook, to));
    }
    // A copy that was cut off bears a mark and is cleared away; a folder of that name without one is not ours.
    let staging = to.join(STAGING);
    let is_strange = staging.exists() && mark_of(&staging).is_none() && !names_in(&staging)?.is_empty();
    if is_strange || (!is_usual && there.iter().any(|name| is_moved(name))) {
        return Err(refuse(ErrorCode::PlaceNotEmpty, to));
    }
    Ok(())
}

fn refuse_read_only(to: &Path) -> Result<()> {
    let probe = nearest_folder(to).join(format!("~sotg-thu-{}.tmp", std::process::id()));
    let tried = File::create(&probe).map_err(Error::io("write into", to));
    let _ = fs::remove_file(&probe);
    tried.map(drop)
}

fn refuse_full(to: &Path, n_bytes: u64) -> Result<()> {
    let needed = n_bytes + MARGIN;
    match free_at(to) {
        Some(free) if free < needed => Err(refuse(ErrorCode::NoSpace, to)
            .with("needed_mb", needed.div_ceil(MEGABYTE))
            .with("free_mb", free / MEGABYTE)),
        Some(_) | None => Ok(()),
    }
}

fn free_at(to: &Path) -> Option<u64> {
    fs4::available_space(nearest_folder(to)).ok()
}

fn is_same(a: &Path, b: &Path) -> bool {
    real_path(a) == real_path(b)
}

/// The path without links and without other ways to write it, also of a folder that is not there yet.
fn real_path(path: &Path) -> PathBuf {
    let there = nearest_folder(path);
    let rest = path.strip_prefix(there).unwrap_or(Path::new(""));
    there.canonicalize().unwrap_or_else(|_| there.to_owned()).join(rest)
}

fn refuse(code: ErrorCode, to: &Path) -> Error {
    Error::refused(code, "moving the data folder").with("path", to.display())
}
