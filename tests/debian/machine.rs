//! A bare Debian 12 that a test may do anything with: a layer over the one that xtask keeps, thrown away afterwards.
//!
//! xtask starts this program in name spaces of its own, so that mounts and processes are gone with it, however it ends.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// The person who uses the program: not root.
pub const PERSON: &str = "an";
pub const HOME: &str = "/home/an";

/// A running system, as far as a changed root goes.
pub struct Machine {
    root: PathBuf,
    layer: PathBuf,
}

/// Who does something.
#[derive(Clone, Copy)]
pub enum Who {
    Root,
    Person,
}

impl Machine {
    /// With the package installed by apt, and with nothing but what apt says that it depends on.
    pub fn with_program() -> Machine {
        Machine::over(&[installed(), &bare()])
    }

    /// With what every desktop brings along, besides; the package does not need it.
    pub fn with_desktop() -> Machine {
        static DESKTOP: OnceLock<PathBuf> = OnceLock::new();
        let desktop = DESKTOP.get_or_init(|| {
            let machine = Machine::with_program();
            machine.install(&["desktop-file-utils", "xdg-utils", "libglib2.0-bin", "librsvg2-common", "rofi"]);
            machine.layer.join("upper")
        });
        Machine::over(&[desktop, installed(), &bare()])
    }

    fn over(below: &[&Path]) -> Machine {
        static N: AtomicU32 = AtomicU32::new(0);
        let layer = layers().join(N.fetch_add(1, Ordering::Relaxed).to_string());
        let root = layer.join("root");
        for part in ["root", "upper", "work"] {
            std::fs::create_dir_all(layer.join(part)).unwrap();
        }
        let machine = Machine { root, layer };
        let below = below.iter().map(|folder| folder.display().to_string()).collect::<Vec<_>>().join(":");
        let layer = machine.layer.display();
        let options = format!("lowerdir={below},upperdir={layer}/upper,workdir={layer}/work");
        mount(&["-t", "overlay", "overlay", "-o", &options], &machine.root);
        mount(&["-t", "proc", "proc"], &machine.path("/proc"));
        mount(&["--rbind", "/dev"], &machine.path("/dev"));
        machine
    }

    /// A path of this system as the one outside sees it.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside.trim_start_matches('/'))
    }

    /// Installs packages, which are fetched once and kept for the next time.
    fn install(&self, packages: &[&str]) {
        let kept = folder().join("archives");
        std::fs::create_dir_all(kept.join("partial")).unwrap();
        mount(&["--bind", &kept.display().to_string()], &self.path("/var/cache/apt/archives"));
        let install = ["apt-get", "--quiet", "--yes", "--no-install-recommends", "install"];
        self.ok(Who::Root, &[&install[..], packages].concat());
        run(Command::new("umount").arg(self.path("/var/cache/apt/archives")));
    }

    /// A command in this system, with nothing of ours in its surroundings.
    pub fn command(&self, who: Who, command: &[&str]) -> Command {
        let mut chroot = Command::new("chroot");
        let home = match who {
            Who::Root => "/root",
            Who::Person => {
                chroot.arg(format!("--userspec={PERSON}:{PERSON}"));
                HOME
            }
        };
        chroot.arg(&self.root).args(["env", &format!("--chdir={home}"), "--ignore-environment", "LANG=C.UTF-8"]);
        chroot.args([&format!("HOME={home}"), "PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"]);
        chroot.args(["DEBIAN_FRONTEND=noninteractive"]).args(command).stdin(Stdio::null());
        chroot
    }

    /// What a command prints that must succeed.
    pub fn ok(&self, who: Who, command: &[&str]) -> String {
        run(&mut self.command(who, command))
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = Command::new("umount").args(["--recursive", "--lazy"]).arg(&self.root).status();
    }
}

/// The layer that a machine had on top when the package had been installed in it.
fn installed() -> &'static Path {
    static INSTALLED: OnceLock<PathBuf> = OnceLock::new();
    INSTALLED.get_or_init(|| {
        let machine = Machine::over(&[&bare()]);
        machine.ok(Who::Root, &["useradd", "--create-home", "--shell", "/bin/sh", PERSON]);
        machine.ok(Who::Root, &["apt-get", "--quiet", "update"]);
        std::fs::copy(package(), machine.path("/tmp/so-tuyen-giao.deb")).unwrap();
        machine.install(&["/tmp/so-tuyen-giao.deb"]);
        std::fs::remove_file(machine.path("/tmp/so-tuyen-giao.deb")).unwrap();
        machine.layer.join("upper")
    })
}

fn bare() -> PathBuf {
    folder().join("bookworm")
}

/// What a command prints that must succeed.
pub fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {}\n{printed}\n{complaint}", output.status);
    printed
}

/// The package that is tried.
pub fn package() -> PathBuf {
    said_by_xtask("SOTG_DEB")
}

/// Where xtask keeps the bare system, and finds pictures of the screen afterwards.
pub fn folder() -> PathBuf {
    said_by_xtask("SOTG_DEBIAN")
}

fn said_by_xtask(name: &str) -> PathBuf {
    std::env::var_os(name).unwrap_or_else(|| panic!("{name} is not set: cargo xtask test --deb")).into()
}

/// In memory: a layer may not lie in another layer, and that is what the disk of a container is.
fn layers() -> PathBuf {
    static LAYERS: OnceLock<PathBuf> = OnceLock::new();
    let made = LAYERS.get_or_init(|| {
        let layers = folder().join("layers");
        std::fs::create_dir_all(&layers).unwrap();
        mount(&["-t", "tmpfs", "tmpfs"], &layers);
        layers
    });
    made.clone()
}

fn mount(what: &[&str], place: &Path) {
    run(Command::new("mount").args(what).arg(place));
}
