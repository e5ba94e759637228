//! The data folder as settings show it.

use std::path::Path;

use super::Location;
use crate::error::Result;
use crate::files::nearest_folder;
use crate::model::{DataFolder, PlaceKind};
use crate::relocate;
use crate::synchronised::{self, Variable};

impl Location {
    /// What there is to say of the data folder.
    ///
    /// # Errors
    /// The folder is there and cannot be read.
    pub fn describe(&self, variable: Variable<'_>) -> Result<DataFolder> {
        let is_reachable = self.check_reachable().is_ok();
        let keeper = synchronised::find_keeper(&self.root, variable);
        let n_bytes = if is_reachable { relocate::survey(&self.root)?.n_bytes() } else { 0 };
        let usual = self.usual.as_deref().filter(|usual| *usual != self.root);
        let is_safe = |usual: &&Path| synchronised::find_keeper(usual, variable).is_none();
        let safe_place = usual.filter(|_| keeper.is_some()).filter(is_safe);
        Ok(DataFolder {
            path: self.root.display().to_string(),
            kind: self.kind,
            is_reachable,
            n_bytes,
            free_bytes: fs4::available_space(nearest_folder(&self.root)).ok(),
            keeper,
            safe_place: safe_place.map(|usual| usual.display().to_string()),
            left_behind: self.left_behind().map(|folder| folder.display().to_string()),
        })
    }

    /// What a move has left behind, if it is still there.
    pub fn left_behind(&self) -> Option<&Path> {
        if self.kind == PlaceKind::Asked {
            return None;
        }
        let pointer = self.pointer.as_ref()?;
        let folder = pointer.left_behind.as_deref().filter(|folder| folder.is_dir());
        // Until all of it is put aside, nothing of it should be deleted.
        folder.filter(|_| pointer.leaving.is_none())
    }
}
