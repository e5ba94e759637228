//! The folder for a USB stick, zipped: the same programs, and a folder beside them that makes them keep the book there.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::commit::Commit;
use super::{VERSION, programs};
use crate::checkout::Checkout;
use crate::steps::Steps;

/// What the core looks for beside the program (`location::PORTABLE_FOLDER`).
const BOOKS: &str = "so-tuyen-giao-data";
/// What a person reads first; with the line ends and the mark at the front that every Windows editor knows.
const NOTES: [(&str, &str); 2] =
    [("doc-truoc.txt", "doc-truoc.txt"), ("so-tuyen-giao-data.txt", "so-tuyen-giao-data/doc-truoc.txt")];

/// Packs the programs that `programs::build` built. The same commit gives the same bytes.
pub fn build(checkout: &Checkout, steps: &mut Steps, commit: &Commit, into: &Path) -> Result<PathBuf, String> {
    let scratch = checkout.target.join("phat-hanh/portable");
    let top = format!("SoTuyenGiao-{VERSION}");
    let files = lay_out(checkout, commit, &scratch, &top).map_err(|error| format!("{}: {error}", scratch.display()))?;
    let zipped = into.join(format!("{top}-portable.zip"));
    let mut zip = Command::new("zip");
    // Without the owner's numbers, and in one time zone: a zip keeps local time.
    zip.args(["-q", "-X", "-9"]).arg(&zipped).args(files).current_dir(&scratch).env("TZ", "UTC");
    steps.run("the portable folder", &mut zip)?;
    Ok(zipped)
}

/// Copies everything to where it lies in the zip. Gives the paths in the order in which they are packed.
fn lay_out(checkout: &Checkout, commit: &Commit, scratch: &Path, top: &str) -> std::io::Result<Vec<String>> {
    if scratch.exists() {
        std::fs::remove_dir_all(scratch)?;
    }
    std::fs::create_dir_all(scratch.join(top).join(BOOKS))?;
    let mut packed = Vec::new();
    for file in programs::files(checkout) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        std::fs::copy(&file, scratch.join(top).join(&name))?;
        packed.push(format!("{top}/{name}"));
    }
    for (note, place) in NOTES {
        let text = std::fs::read_to_string(checkout.root.join("packaging/windows/portable").join(note))?;
        let text = text.replace("{version}", VERSION).replace('\n', "\r\n");
        std::fs::write(scratch.join(top).join(place), format!("\u{feff}{text}"))?;
        packed.push(format!("{top}/{place}"));
    }
    packed.iter().try_for_each(|path| date(&scratch.join(path), commit))?;
    Ok(packed)
}

/// Gives a file the time of the commit, and the rights that a file has for everybody.
fn date(path: &Path, commit: &Commit) -> std::io::Result<()> {
    let file = std::fs::File::options().append(true).open(path)?;
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644))?;
    file.set_modified(commit.time())
}
