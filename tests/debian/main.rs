//! The package on a bare Debian 12: installed by apt, used by an ordinary person, removed. `cargo xtask test --deb` runs it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

mod machine;
mod screen;

use std::path::Path;
use std::process::{Child, Command, Stdio};

use machine::{HOME, Machine, Who, folder, package, run};
use screen::{Screen, wait_for};

const PACKAGE: &str = "so-tuyen-giao";
const TITLE: &str = "Sổ Tuyên giáo";
const FILE_TYPE: &str = "application/x-so-tuyen-giao-plan";
const ENTRY: &str = "/usr/share/applications/so-tuyen-giao.desktop";
/// The blue, the gold and the red of icons/icon.svg.
const OF_THE_ICON: [[u8; 3]; 3] = [[0x16, 0x32, 0x5c], [0xd9, 0xa5, 0x14], [0xc8, 0x10, 0x2e]];

/// A program that is ended with the test.
struct Running(Child);

impl Running {
    fn start(mut command: Command) -> Running {
        Running(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn apt_installs_it_with_what_it_depends_on() {
    let size = package().metadata().unwrap().len();
    assert!((1_000_000..18_000_000).contains(&size), "{size} bytes");
    let machine = Machine::with_program();
    let version = env!("CARGO_PKG_VERSION");
    let known =
        machine.ok(Who::Root, &["dpkg-query", "--show", "--showformat=${db:Status-Status} ${Version}", PACKAGE]);
    assert_eq!(known, format!("installed {version}"));
    assert_eq!(machine.ok(Who::Person, &["sotg", "--version"]).trim(), format!("sotg {version}"));
    assert_eq!(machine.ok(Who::Root, &["dpkg", "--verify", PACKAGE]), "", "every file is as it was packed");
    let missing = machine.ok(Who::Person, &["ldd", "/usr/bin/so-tuyen-giao", "/usr/bin/sotg"]);
    assert!(missing.contains("libwebkit2gtk-4.1.so.0 => /") && !missing.contains("not found"), "{missing}");
}

#[test]
fn nobody_but_root_may_change_its_files() {
    let machine = Machine::with_program();
    for path in machine.ok(Who::Root, &["dpkg", "--listfiles", PACKAGE]).lines().filter(|path| *path != "/.") {
        let rights = machine.ok(Who::Root, &["stat", "--format=%U %G %a", path]);
        let [owner, group, rights] = rights.split_whitespace().collect::<Vec<_>>()[..] else { panic!("{rights}") };
        assert!(
            (owner, group) == ("root", "root") && ["755", "644"].contains(&rights),
            "{path}: {owner} {group} {rights}"
        );
    }
}

#[test]
fn the_command_line_does_the_main_job() {
    let machine = Machine::with_program();
    let report = make_report(&machine);
    let bytes = std::fs::read(machine.path(&report)).unwrap();
    assert!(bytes.starts_with(b"PK") && bytes.len() > 5_000, "a Word document of {} bytes", bytes.len());
    assert!(machine.path(&format!("{HOME}/.local/share/so-tuyen-giao/so/so.db")).is_file(), "the book of the account");
}

/// A book, two ticked activities, and the report of phase 1 in a folder with a Vietnamese name.
fn make_report(machine: &Machine) -> String {
    let sotg = |arguments: &[&str]| {
        let today = ["sotg", "--today", "2023-07-20"];
        machine.ok(Who::Person, &[&today[..], arguments].concat())
    };
    let unit = ["--unit", "Liên đoàn Lao động huyện Tam Đường", "--level", "district", "--place", "Tam Đường"];
    let above = ["--superior", "Liên đoàn Lao động tỉnh Lai Châu", "--signer", "Nguyễn Văn An"];
    sotg(&[&["init"][..], &unit, &above].concat());
    let list = sotg(&["list", "--phase", "dot1"]);
    let codes = list.lines().filter_map(|line| line.split_once("] ")?.1.split_whitespace().next());
    let codes: Vec<&str> = codes.take(2).collect();
    assert_eq!(codes.len(), 2, "{list}");
    sotg(&[&["tick"][..], &codes].concat());
    let ticked = sotg(&["list", "--phase", "dot1"]);
    assert_eq!(ticked.lines().filter(|line| line.trim_start().starts_with("[x]")).count(), 2, "{ticked}");
    let folder = format!("{HOME}/Tài liệu công đoàn");
    machine.ok(Who::Person, &["mkdir", &folder]);
    let report = format!("{folder}/Báo cáo đợt 1.docx");
    sotg(&["report", "export", "dot1", "--to", &report]);
    report
}

#[test]
fn the_window_opens_for_an_ordinary_person() {
    let machine = Machine::with_program();
    let screen = Screen::start();
    let _program = Running::start(machine.command(Who::Person, &["env", &screen.variable(), "so-tuyen-giao"]));
    let window = screen.wait_for_window(TITLE);
    let place = screen.xdotool(&["getwindowgeometry", "--shell", &window]).unwrap();
    let length = |name: &str| {
        let value = place.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("{place}"));
        value.parse::<u32>().unwrap()
    };
    assert!(length("WIDTH=") >= 1024 && length("HEIGHT=") >= 600, "{place}");
    screen.wait_for_page().save(&folder().join("cua-so.ppm"));
    let class = screen.property(&window, "WM_CLASS");
    let entry = std::fs::read_to_string(machine.path(ENTRY)).unwrap();
    let wanted = entry.lines().find_map(|line| line.strip_prefix("StartupWMClass=")).unwrap();
    assert!(class.contains(&format!("\"{wanted}\"")), "the menu entry and its window are known as one: {class}");
    let owner = screen.xdotool(&["getwindowpid", &window]).unwrap();
    let owner = run(Command::new("stat").args(["--format=%u", &format!("/proc/{owner}")]));
    assert_ne!(owner.trim(), "0", "not as root");
}

#[test]
fn its_menu_entry_opens_the_window() {
    let machine = Machine::with_desktop();
    run(Command::new("desktop-file-validate").arg(machine.path(ENTRY)));
    let screen = Screen::start();
    let look = "element-icon { size: 64px; } listview { lines: 4; }";
    let menu = ["rofi", "-show", "drun", "-show-icons", "-theme-str", look];
    let _menu = Running::start(machine.command(Who::Person, &[&["env", &screen.variable()][..], &menu].concat()));
    wait_for("the menu", || screen.xdotool(&["search", "--onlyvisible", "--class", "rofi"]));
    wait_for("the icon in the menu", || screen.picture().has_all(&OF_THE_ICON).then_some(()));
    screen.xdotool(&["type", "--delay", "50", "tuyen"]).unwrap();
    screen.wait_for_page().save(&folder().join("thuc-don.ppm"));
    screen.xdotool(&["key", "Return"]).unwrap();
    screen.wait_for_window(TITLE);
}

#[test]
fn a_plan_file_belongs_to_the_program() {
    let machine = Machine::with_desktop();
    let file = format!("{HOME}/Kế hoạch.sotg");
    machine.ok(Who::Person, &["sotg", "plan", "export", "383-lai-chau-2022", "--to", &file]);
    assert_eq!(machine.ok(Who::Person, &["xdg-mime", "query", "default", FILE_TYPE]).trim(), "so-tuyen-giao.desktop");
    let known = machine.ok(Who::Person, &["gio", "mime", FILE_TYPE]);
    assert!(known.lines().next().is_some_and(|line| line.ends_with("so-tuyen-giao.desktop")), "{known}");
    let attributes = "--attributes=standard::content-type,standard::icon";
    let shown = machine.ok(Who::Person, &["gio", "info", attributes, &file]);
    assert!(shown.contains(&format!("standard::content-type: {FILE_TYPE}")), "{shown}");
    let comments = std::fs::read_to_string(machine.path(&format!("/usr/share/mime/{FILE_TYPE}.xml"))).unwrap();
    assert!(comments.contains("Tệp kế hoạch Sổ Tuyên giáo"), "{comments}");
    let screen = Screen::start();
    // As the file managers of desktops do it; it ends as soon as the program has started.
    let _program = Running::start(machine.command(Who::Person, &["env", &screen.variable(), "gio", "open", &file]));
    screen.wait_for_window(TITLE);
    screen.wait_for_page().save(&folder().join("ke-hoach.ppm"));
}

#[test]
fn every_icon_lies_where_the_theme_looks() {
    let machine = Machine::with_program();
    let theme = std::fs::read_to_string(machine.path("/usr/share/icons/hicolor/index.theme")).unwrap();
    let listed = machine.ok(Who::Root, &["dpkg", "--listfiles", PACKAGE]);
    let icons: Vec<&str> = listed.lines().filter(|path| path.ends_with(".png") || path.ends_with(".svg")).collect();
    for icon in &icons {
        let place = Path::new(icon).strip_prefix("/usr/share/icons/hicolor").unwrap().parent().unwrap();
        assert!(theme.contains(&format!("[{}]", place.display())), "the theme knows no folder for {icon}");
    }
    let entry = std::fs::read_to_string(machine.path(ENTRY)).unwrap();
    let named = entry.lines().find_map(|line| line.strip_prefix("Icon=")).unwrap();
    for (kind, name) in [("apps", named), ("mimetypes", "application-x-so-tuyen-giao-plan")] {
        for place in ["16x16", "24x24", "32x32", "48x48", "256x256", "scalable"] {
            let end = if place == "scalable" { "svg" } else { "png" };
            let wanted = format!("/usr/share/icons/hicolor/{place}/{kind}/{name}.{end}");
            assert!(icons.contains(&wanted.as_str()), "{wanted}");
        }
    }
}

#[test]
fn shops_of_software_can_describe_it() {
    let machine = Machine::with_program();
    let described = machine.path("/usr/share/metainfo/vn.sotuyengiao.app.metainfo.xml");
    run(Command::new("appstreamcli").args(["validate", "--no-net", "--no-color"]).arg(described));
}

#[test]
fn removing_it_leaves_nothing_but_the_book() {
    for verb in ["remove", "purge"] {
        let machine = Machine::with_program();
        let report = make_report(&machine);
        let listed = machine.ok(Who::Root, &["dpkg", "--listfiles", PACKAGE]);
        let files: Vec<&str> = listed.lines().filter(|path| !machine.path(path).is_dir()).collect();
        assert!(files.contains(&"/usr/bin/so-tuyen-giao") && files.contains(&"/usr/bin/sotg"), "{files:?}");
        machine.ok(Who::Root, &["apt-get", "--quiet", "--yes", verb, PACKAGE]);
        let left: Vec<&&str> = files.iter().filter(|path| machine.path(path).symlink_metadata().is_ok()).collect();
        assert!(left.is_empty(), "{verb} leaves {left:?}");
        let find = ["find", "/", "-xdev", "-path", "/home", "-prune", "-o"];
        let ours = ["(", "-iname", "*tuyen*giao*", "-o", "-iname", "*sotg*", ")", "-print"];
        assert_eq!(machine.ok(Who::Root, &[&find[..], &ours].concat()), "", "after {verb}");
        let globs = std::fs::read_to_string(machine.path("/usr/share/mime/globs2")).unwrap();
        assert!(!globs.contains("sotg"), "after {verb} the file type is unknown again");
        let known = machine.ok(Who::Root, &["dpkg-query", "--show", "--showformat=${Package}\n"]);
        assert!(!known.lines().any(|name| name == PACKAGE), "dpkg has no memory of it after {verb}");
        for kept in [report, format!("{HOME}/.local/share/so-tuyen-giao/so/so.db")] {
            assert!(machine.path(&kept).is_file(), "{verb} keeps {kept}");
        }
    }
}
