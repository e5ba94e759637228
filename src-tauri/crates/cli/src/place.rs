//! Where the data lie: to see it, to move it, and to take a folder that was moved by hand.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sotg_core::model::{DataFolder, MoveProgress, MoveStep};
use sotg_core::relocate::{self, Wish};
use sotg_core::{Error, Result};

use crate::print;
use crate::session::{Session, variable};
use crate::words;

/// Says where the data lie.
///
/// # Errors
/// The folder cannot be read.
pub fn show(session: &Session) -> Result<ExitCode> {
    let folder = session.location.describe(&variable)?;
    if session.json {
        print::json(&folder)
    } else {
        tell(&folder)
    }
    Ok(ExitCode::SUCCESS)
}

/// Moves the data to another folder.
///
/// # Errors
/// As [`relocate::move_to`].
pub fn move_to(session: &Session, to: &Path, insists: bool) -> Result<ExitCode> {
    let to = whole_path(to)?;
    let mut step = None;
    let mut say = |progress: &MoveProgress| {
        if step != Some(progress.step) {
            step = Some(progress.step);
            eprintln!("{}", step_line(progress));
        }
    };
    relocate::move_to(&session.location, &Wish { to: &to, insists }, &session.moment(None), &variable, &mut say)?;
    show(&session.anew())
}

/// Takes a folder that holds a book for the data folder.
///
/// # Errors
/// As [`sotg_core::location::Location::adopt`].
pub fn take(session: &Session, folder: &Path) -> Result<ExitCode> {
    session.location.adopt(&whole_path(folder)?, &session.moment(None))?;
    show(&session.anew())
}

/// Who else keeps the folder, and what that does; nothing to say otherwise.
pub fn warning(session: &Session) -> Option<String> {
    let folder = session.location.describe(&variable).ok()?;
    folder.keeper.map(words::kept)
}

fn whole_path(typed: &Path) -> Result<PathBuf> {
    std::path::absolute(typed).map_err(Error::io("find", typed))
}

fn step_line(progress: &MoveProgress) -> String {
    let name = match progress.step {
        MoveStep::Preparing => return "Chuẩn bị…".to_owned(),
        MoveStep::Copying => "Sao chép",
        MoveStep::Verifying => "Đối chiếu bản sao",
        MoveStep::Switching => return "Chuyển sang nơi mới…".to_owned(),
        MoveStep::Finishing => return "Cất bản cũ…".to_owned(),
    };
    format!("{name}: {} tệp, {}…", progress.n_files, size(progress.n_bytes))
}

fn tell(folder: &DataFolder) {
    println!("Nơi lưu dữ liệu: {}", folder.path);
    println!("  {}", words::place_kind(folder.kind));
    if !folder.is_reachable {
        println!(
            "  Hiện không tới được thư mục này. Hãy cắm lại USB hoặc ổ đĩa; nếu ổ đã đổi tên, dùng “sotg take THƯ MỤC”."
        );
        return;
    }
    println!("  Dung lượng: {}", size(folder.n_bytes));
    if let Some(free) = folder.free_bytes {
        println!("  Ổ đĩa còn trống: {}", size(free));
    }
    if let Some(keeper) = folder.keeper {
        println!("  {}", words::kept(keeper));
    }
    if let Some(safe) = &folder.safe_place {
        println!("  Nơi an toàn: sotg move \"{safe}\"");
    }
    if let Some(behind) = &folder.left_behind {
        println!("  Bản cũ còn ở {behind}, có thể xóa.");
    }
}

/// "1,5 GB": as file managers write it, with the comma of Vietnamese.
fn size(n_bytes: u64) -> String {
    let (divisor, unit) = match n_bytes {
        0..1_000_000 => (1_000, "KB"),
        1_000_000..1_000_000_000 => (1_000_000, "MB"),
        _ => (1_000_000_000, "GB"),
    };
    let tenths = (n_bytes * 10).div_ceil(divisor);
    format!("{},{} {unit}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_written_as_file_managers_write_it() {
        for (n_bytes, text) in [
            (0, "0,0 KB"),
            (1, "0,1 KB"),
            (999_900, "999,9 KB"),
            (1_000_000, "1,0 MB"),
            (24_550_000, "24,6 MB"),
            (3_200_000_000, "3,2 GB"),
        ] {
            assert_eq!(size(n_bytes), text);
        }
    }
}
