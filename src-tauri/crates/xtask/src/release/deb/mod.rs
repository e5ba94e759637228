//! The package for Debian 12 and its descendants: built here, packed by Debian's own tools, with what it depends on as these
//! find it in the programs.

mod tree;

use std::path::{Path, PathBuf};
use std::process::Command;

use super::commit::Commit;
use super::{VERSION, check_installed};
use crate::checkout::Checkout;
use crate::steps::Steps;
use tree::Tree;

const PACKAGE: &str = "so-tuyen-giao";
/// The programs' addresses are packed (src-tauri/build.rs): dpkg-shlibdeps does not know since when the C library reads that.
const PACKED_ADDRESSES: &str = "libc6 (>= 2.36)";
const PROGRAMS: [&str; 2] = ["so-tuyen-giao", "sotg"];

/// Builds both programs and packs them. The same commit gives the same bytes on the same system.
pub fn build(checkout: &Checkout, steps: &mut Steps, commit: &Commit, into: &Path) -> Result<PathBuf, String> {
    let packages = ["build", "--release", "--locked", "-p", "app", "-p", "cli", "--features", "app/custom-protocol"];
    let mut build = checkout.cargo(&packages);
    steps.run("the programs for Debian", build.env("CARGO_ENCODED_RUSTFLAGS", flags(checkout)))?;
    let scratch = checkout.target.join("phat-hanh").join("deb");
    let architecture = read(Command::new("dpkg").arg("--print-architecture"))?;
    let packed = into.join(format!("{PACKAGE}_{VERSION}_{architecture}.deb"));
    steps.time("the package for Debian", || {
        let blanks = blanks(commit, &architecture)?;
        let tree = Tree::lay_out(checkout, &scratch, &blanks)?;
        let depends = dependencies(&scratch, &tree)?;
        let installed_size = tree.installed_size()?;
        check_installed("Debian", installed_size * 1024)?;
        let found = [("{depends}", depends), ("{installed_size}", installed_size.to_string())];
        tree.write_control(checkout, &[&blanks[..], &found].concat())?;
        let mut pack = Command::new("dpkg-deb");
        pack.args(["--root-owner-group", "-Zxz", "-z9", "--build"]).arg(tree.root()).arg(&packed);
        // Nothing in the package is younger than the commit.
        read(pack.env("SOURCE_DATE_EPOCH", commit.seconds().to_string())).map(|_| packed)
    })
}

/// Whoever builds a version gets the same programs: not the folders of the builder.
fn flags(checkout: &Checkout) -> String {
    let folder = |name| std::env::var_os(name).map(PathBuf::from);
    let home = folder("CARGO_HOME").or_else(|| folder("HOME").map(|home| home.join(".cargo")));
    let unnamed = home.iter().map(|home| (home, "/cargo")).chain([(&checkout.target, "/target")]);
    let flags = unnamed.map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    flags.collect::<Vec<_>>().join("\u{1f}")
}

/// What stands in packaging/debian/ as `{version}` and the like.
fn blanks(commit: &Commit, architecture: &str) -> Result<Vec<(&'static str, String)>, String> {
    let date = |form: &str| {
        let at = format!("@{}", commit.seconds());
        read(Command::new("date").args(["--utc", "--date", &at, form]).env("LC_ALL", "C"))
    };
    Ok(vec![
        ("{version}", VERSION.to_owned()),
        ("{architecture}", architecture.to_owned()),
        ("{day}", date("+%F")?),
        ("{moment}", date("--rfc-email")?),
    ])
}

/// What the programs are linked with, as Debian's packages: "libc6 (>= 2.34), …".
fn dependencies(scratch: &Path, tree: &Tree) -> Result<String, String> {
    // The tool works only in the folder of a source package.
    let source = scratch.join("source");
    tree::write(
        &source.join("debian/control"),
        &format!("Source: {PACKAGE}\n\nPackage: {PACKAGE}\nArchitecture: any\n"),
    )?;
    let mut find = Command::new("dpkg-shlibdeps");
    find.arg("-O").args(PROGRAMS.map(|program| tree.root().join("usr/bin").join(program))).current_dir(&source);
    let found = read(&mut find)?;
    let depends = found.lines().find_map(|line| line.strip_prefix("shlibs:Depends="));
    depends
        .map(|depends| format!("{PACKED_ADDRESSES}, {depends}"))
        .ok_or(format!("FAILED: dpkg-shlibdeps says {found:?}"))
}

/// What a command prints; what it complains of, if it fails.
fn read(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().display().to_string();
    let output = command.output().map_err(|error| format!("FAILED: {name}: {error}"))?;
    if !output.status.success() {
        return Err(format!("FAILED: {name}: {}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}
