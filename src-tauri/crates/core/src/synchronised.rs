//! Who keeps a folder besides this PC: a program that copies it to other PCs, or another PC itself.
//!
//! A book in such a folder is in danger. Two PCs write to it and one replaces the file of the other; the copying program
//! takes the file while its journal is half written. So the program says it and offers a safe place.

use std::ffi::OsString;
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

use crate::model::Keeper;

/// A variable of the environment, by name; the shell knows them.
pub type Variable<'a> = &'a dyn Fn(&str) -> Option<OsString>;

/// Variables in which OneDrive tells where its folders are.
const ONE_DRIVE: [&str; 3] = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];

/// What is known of a folder. Paths are text: those of Windows are judged on every system alike.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Its path as it was given, and as the system writes it: a drive letter for a share becomes `\\server\share` so.
    pub ways: Vec<String>,
    /// Folders that a program says are its own.
    pub claimed: Vec<(Keeper, String)>,
    /// What lies in it and in the folders above it, by name; folders end with a slash.
    pub beside: Vec<String>,
    /// File systems: where each begins, and its kind.
    pub mounts: Vec<(String, String)>,
}

/// Who else keeps a folder; it need not be there yet.
pub fn find_keeper(folder: &Path, variable: Variable<'_>) -> Option<Keeper> {
    judge(&collect(folder, variable))
}

/// Who else keeps the folder of which this is known.
pub fn judge(facts: &Facts) -> Option<Keeper> {
    let by_name = || facts.ways.iter().find_map(|path| by_name(path));
    let claimed = || facts.claimed.iter().find(|(_, of)| facts.ways.iter().any(|path| lies_in(path, of)));
    claimed()
        .map(|(keeper, _)| *keeper)
        .or_else(by_name)
        .or_else(|| facts.beside.iter().find_map(|name| by_marker(name)))
        .or_else(|| facts.ways.iter().any(|path| is_of_a_server(path)).then_some(Keeper::NetworkShare))
        .or_else(|| facts.ways.iter().find_map(|path| by_file_system(path, &facts.mounts)))
}

fn collect(folder: &Path, variable: Variable<'_>) -> Facts {
    let there = crate::files::nearest_folder(folder);
    let mut ways = vec![folder.to_string_lossy().into_owned()];
    if let Ok(real) = there.canonicalize() {
        let rest = folder.strip_prefix(there).unwrap_or(Path::new(""));
        ways.push(real.join(rest).to_string_lossy().into_owned());
    }
    let claims = ONE_DRIVE.iter().filter_map(|name| variable(name)).filter(|folder| !folder.is_empty());
    let mounts = std::fs::read_to_string("/proc/mounts").unwrap_or_default();
    Facts {
        ways,
        claimed: claims.map(|folder| (Keeper::OneDrive, folder.to_string_lossy().into_owned())).collect(),
        beside: there.ancestors().flat_map(markers_in).collect(),
        mounts: mounts.lines().filter_map(read_mount).collect(),
    }
}

/// Names with a dot in front: those of the markers have one.
fn markers_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let names = entries.flatten().map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) { format!("{name}/") } else { name }
    });
    names.filter(|name| name.starts_with('.')).collect()
}

/// A line of `/proc/mounts`: device, place, kind. A blank in a place is written `\040`.
fn read_mount(line: &str) -> Option<(String, String)> {
    let mut words = line.split(' ').skip(1);
    Some((words.next()?.replace("\\040", " "), words.next()?.to_owned()))
}

/// The names in a path, in small composed letters, whatever separates them.
fn parts(path: &str) -> Vec<String> {
    let names = path.split(['/', '\\']).filter(|name| !name.is_empty());
    names.map(|name| name.nfc().collect::<String>().to_lowercase()).collect()
}

fn lies_in(path: &str, folder: &str) -> bool {
    let folder = parts(folder);
    !folder.is_empty() && parts(path).starts_with(&folder)
}

fn by_name(path: &str) -> Option<Keeper> {
    let parts = parts(path);
    // Box calls its folder by a word that other folders have too, and puts it right into that of the user.
    if parts.windows(3).any(is_box_of_a_user) {
        return Some(Keeper::Box);
    }
    parts.iter().find_map(|name| by_folder_name(name))
}

fn is_box_of_a_user(parts: &[String]) -> bool {
    matches!(parts, [users, _, name] if name == "box" && (users == "users" || users == "home"))
}

fn by_folder_name(name: &str) -> Option<Keeper> {
    let begins = |with: &[&str]| with.iter().any(|start| name.starts_with(start));
    match name {
        "onedrive" => Some(Keeper::OneDrive),
        "google drive" | "googledrive" | "google-drive" | "my drive" | "drive của tôi" => Some(Keeper::GoogleDrive),
        ".shortcut-targets-by-id" | "drivefs" => Some(Keeper::GoogleDrive),
        "dropbox" => Some(Keeper::Dropbox),
        "iclouddrive" | "icloud drive" | "mobile documents" | "com~apple~clouddocs" => Some(Keeper::ICloud),
        "box sync" | "box-box" => Some(Keeper::Box),
        "nextcloud" | "owncloud" => Some(Keeper::Nextcloud),
        "synologydrive" | "synology drive" => Some(Keeper::SynologyDrive),
        _ if begins(&["onedrive - ", "onedrive-"]) => Some(Keeper::OneDrive),
        _ if begins(&["googledrive-", "google drive ("]) => Some(Keeper::GoogleDrive),
        _ if begins(&["dropbox ("]) => Some(Keeper::Dropbox),
        _ => None,
    }
}

/// What such a program puts into its folder. `.dropbox/` is no marker: on Linux it lies in every home that has Dropbox.
fn by_marker(name: &str) -> Option<Keeper> {
    match name {
        ".dropbox" | ".dropbox.cache/" => Some(Keeper::Dropbox),
        ".shortcut-targets-by-id/" => Some(Keeper::GoogleDrive),
        ".nextcloudsync.log" | ".owncloudsync.log" => Some(Keeper::Nextcloud),
        ".SynologyWorkingDirectory/" => Some(Keeper::SynologyDrive),
        _ => {
            let is_journal = name.starts_with(".sync_") || name.starts_with("._sync_");
            (is_journal && name.ends_with(".db")).then_some(Keeper::Nextcloud)
        }
    }
}

/// `\\server\share`, also as Windows itself writes it: `\\?\UNC\server\share`. A local path is `\\?\C:\…` there.
fn is_of_a_server(path: &str) -> bool {
    let Some(rest) = path.strip_prefix("\\\\") else { return false };
    match rest.strip_prefix("?\\") {
        Some(rest) => rest.to_lowercase().starts_with("unc\\"),
        None => !rest.starts_with(".\\"),
    }
}

/// By the file system that the folder lies on. That of the whole machine does not count: a machine that starts from a server
/// has nothing else.
fn by_file_system(path: &str, mounts: &[(String, String)]) -> Option<Keeper> {
    let around = mounts.iter().filter(|(place, _)| place != "/" && Path::new(path).starts_with(place));
    let (_, kind) = around.max_by_key(|(place, _)| place.len())?;
    match kind.as_str() {
        "fuse.google-drive-ocamlfuse" => Some(Keeper::GoogleDrive),
        "fuse.onedriver" | "fuse.onedrive" => Some(Keeper::OneDrive),
        "cifs" | "smb3" | "smbfs" | "nfs" | "nfs4" | "9p" | "davfs" | "fuse.davfs" | "fuse.sshfs" | "fuse.rclone"
        | "fuse.gvfsd-fuse" | "ceph" | "glusterfs" | "fuse.glusterfs" | "afs" | "ncpfs" => Some(Keeper::NetworkShare),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
