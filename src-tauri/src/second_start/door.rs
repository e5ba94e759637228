//! Where a second start knocks: a socket in a folder that only this account can enter, or a named pipe that only this account
//! can open.

use std::io::Result;
use std::path::Path;

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericFilePath, Listener, ListenerOptions, Stream};

/// Knocks; an error if nobody is there.
pub fn knock(path: &Path) -> Result<Stream> {
    system::let_come_forward();
    Stream::connect(path.to_fs_name::<GenericFilePath>()?)
}

/// Opens the door. To be called by whoever has the lock: what was left by a program that was killed is removed.
pub fn open(path: &Path) -> Result<Listener> {
    remove(path);
    system::guard(ListenerOptions::new().name(path.to_fs_name::<GenericFilePath>()?).reclaim_name(false))?.create_sync()
}

pub use system::{path, remove};

#[cfg(unix)]
mod system {
    use std::fs::{DirBuilder, Metadata};
    use std::io::{Error, Result};
    use std::os::unix::fs::{DirBuilderExt, MetadataExt};
    use std::path::{Path, PathBuf};

    use interprocess::local_socket::ListenerOptions;
    use interprocess::os::unix::local_socket::ListenerOptionsExt;

    /// The socket of a key: in the folder that the desktop keeps for this, else in the folder for what is temporary. Not among
    /// the window's own files: a USB stick knows no sockets, and their paths must be short.
    pub fn path(key: &str, shell: &Path) -> Result<PathBuf> {
        let owner = shell.metadata()?.uid();
        let ours = |folder: &PathBuf| folder.symlink_metadata().is_ok_and(|folder| is_ours(&folder, owner));
        let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(ours);
        let folder = runtime.unwrap_or_else(|| std::env::temp_dir().join(format!("so-tuyen-giao-{owner}")));
        if !folder.exists() {
            DirBuilder::new().mode(0o700).create(&folder)?;
        }
        if !ours(&folder) {
            return Err(Error::other(format!("{} is open to other accounts", folder.display())));
        }
        Ok(folder.join(format!("so-tuyen-giao-{key}")))
    }

    /// True for a folder, no link, that belongs to this account, and that no other one can enter.
    fn is_ours(folder: &Metadata, owner: u32) -> bool {
        folder.is_dir() && folder.uid() == owner && folder.mode() & 0o077 == 0
    }

    pub fn guard(options: ListenerOptions<'_>) -> Result<ListenerOptions<'_>> {
        Ok(options.mode(0o600))
    }

    /// Removes a door that is closed.
    pub fn remove(path: &Path) {
        // Most often there is none.
        let _ = std::fs::remove_file(path);
    }

    /// The desktop decides by the token that the request carries.
    pub fn let_come_forward() {}
}

#[cfg(windows)]
mod system {
    use std::io::Result;
    use std::path::{Path, PathBuf};

    use interprocess::local_socket::ListenerOptions;
    use interprocess::os::windows::local_socket::ListenerOptionsExt;
    use interprocess::os::windows::security_descriptor::SecurityDescriptor;
    use widestring::u16cstr;
    use windows_sys::Win32::UI::WindowsAndMessaging::{ASFW_ANY, AllowSetForegroundWindow};

    /// The pipe of a key. Pipes are not files, so the folder does not matter.
    pub fn path(key: &str, _shell: &Path) -> Result<PathBuf> {
        Ok(PathBuf::from(format!(r"\\.\pipe\so-tuyen-giao-{key}")))
    }

    /// Everything for the owner, nothing for anybody else.
    pub fn guard(options: ListenerOptions<'_>) -> Result<ListenerOptions<'_>> {
        let owner_alone = SecurityDescriptor::deserialize(u16cstr!("D:P(A;;GA;;;OW)"))?;
        Ok(options.security_descriptor(owner_alone))
    }

    /// A pipe goes with the process that made it.
    pub fn remove(_path: &Path) {}

    /// Windows lets no program come forward by itself: the one that the user has just started must hand its right over. To any,
    /// because it does not know the other one's number; it ends at once, and the right with it.
    pub fn let_come_forward() {
        #[allow(unsafe_code, reason = "a call of the system without any memory")]
        unsafe {
            AllowSetForegroundWindow(ASFW_ANY);
        }
    }
}
