//! Start-up time and memory of the release program against an empty window of the same build, in the same run.
//!
//! Time is counted from the start of the process to the last change of the screen that has any size: then everything is drawn. It is
//! read off the display, so neither program does anything for it. Memory is the sum of the proportional set sizes of
//! the process and all its children, two seconds later.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a benchmark is no product"
)]

mod actions;
#[allow(dead_code, reason = "the tests need all of it")]
mod driver;
mod processes;
#[allow(dead_code, reason = "the tests need all of it")]
mod window;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use processes::{Display, Group};
use sotg_core::book::Book;
use sotg_core::history::Moment;
use sotg_core::model::{OurUnit, PlanChoice, SetUp, Signer, UnitLevel};

const PROGRAM: &str = env!("CARGO_BIN_EXE_so-tuyen-giao");
const PLAN: &str = "383-lai-chau-2022";
const RUNS: usize = 9;

/// One start of one program.
struct Start {
    milliseconds: f64,
    megabytes: f64,
}

fn main() {
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    let wanted = std::env::args().skip(1).find(|arg| !arg.starts_with("--"));
    if let Some(wanted) = wanted {
        actions::print_table(&wanted);
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("so");
    set_up(&book);
    let empty = Path::new(PROGRAM).with_file_name("examples").join("empty");
    let ours = || {
        start(
            folder.path(),
            Path::new(PROGRAM),
            &["--book".into(), book.clone(), "--today".into(), "2023-07-20".into()],
        )
    };
    let nothing = || start(folder.path(), &empty, &[]);
    // The first start of each fills the caches of the system.
    ours();
    nothing();
    let (ours, nothing): (Vec<Start>, Vec<Start>) = (0..RUNS).map(|_| (ours(), nothing())).unzip();
    print_table(&ours, &nothing, PROGRAM.as_ref());
    actions::print_table("");
}

/// A book as an office has it: the overview of a campaign that runs, without a field that blinks.
fn set_up(folder: &Path) {
    let day = |text: &str| text.parse().unwrap();
    let moment = Moment { now: "2023-07-20T01:00:00Z".parse().unwrap(), today: day("2023-07-20"), who: "bench".into() };
    let unit = OurUnit {
        name: "Liên đoàn Lao động huyện Tam Đường".into(),
        level: UnitLevel::District,
        superior: "Liên đoàn Lao động tỉnh Lai Châu".into(),
        place: "Tam Đường".into(),
        symbol: "LĐLĐ".into(),
        members: Some(1500),
    };
    let signer = Signer {
        id: None,
        authority: "TM. BAN THƯỜNG VỤ".into(),
        title: "PHÓ CHỦ TỊCH".into(),
        name: "Nguyễn Văn An".into(),
        is_default: true,
    };
    let mut book = Book::create(folder, &moment, None).unwrap();
    book.set_up(&moment, &SetUp { unit, signer, plan: PlanChoice::BuiltIn(PLAN.into()), milestones: Vec::new() })
        .unwrap();
    book.close().unwrap();
}

fn start(folder: &Path, program: &Path, args: &[PathBuf]) -> Start {
    let display = Display::start();
    let blank = display.picture();
    let mut command = Command::new(program);
    command.args(args).env("DISPLAY", &display.name).env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
    for (name, below) in [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")] {
        command.env(name, folder.join(below));
    }
    let begin = Instant::now();
    let group = Group::start(command.stdout(Stdio::null()).stderr(Stdio::null()));
    let settled = display.settled_after(begin, &blank, Duration::from_secs(2));
    let settled = settled.unwrap_or_else(|| panic!("{} draws nothing", program.display()));
    Start { milliseconds: settled.as_secs_f64() * 1000.0, megabytes: memory(group.id()) }
}

/// Proportional set size of a process with all its children, in MB.
fn memory(process: u32) -> f64 {
    let rollup = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let pss = rollup
        .lines()
        .find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
    let tasks = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let children = tasks.map(|task| std::fs::read_to_string(task.path().join("children")).unwrap_or_default());
    let children: f64 =
        children.flat_map(|all| all.split_whitespace().map(|id| memory(id.parse().unwrap())).collect::<Vec<_>>()).sum();
    pss.unwrap_or(0.0) / 1024.0 + children
}

fn print_table(ours: &[Start], nothing: &[Start], program: &Path) {
    println!("\n| | this program | an empty window | ratio | limit |\n|---|---|---|---|---|");
    for (name, limit, of) in [
        ("start to first usable screen, median (ms)", 1.4, (|start| start.milliseconds) as fn(&Start) -> f64),
        ("memory of all processes, PSS, median (MB)", 1.25, |start| start.megabytes),
    ] {
        let (ours, nothing) = (median(ours, of), median(nothing, of));
        println!("| {name} | {ours:.0} | {nothing:.0} | {:.2} | {limit} |", ours / nothing);
    }
    let size = program.metadata().unwrap().len() as f64 / 1e6;
    println!("| size of the program (MB) | {size:.1} | | | |\n\n{RUNS} starts of each, in turn, after one to warm up.");
}

fn median(starts: &[Start], of: fn(&Start) -> f64) -> f64 {
    let mut all: Vec<f64> = starts.iter().map(of).collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}
