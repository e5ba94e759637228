//! The program opens no connection: the kernel is asked, not the program.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::processes::Group;
use crate::window::{Office, PROGRAM};

/// Kinds of sockets that do not leave the machine: between processes, and questions to the kernel.
const LOCAL: [&str; 2] = ["AF_UNIX", "AF_NETLINK"];

/// Runs a command under strace and gives the kinds of sockets that it and all its children asked for.
fn socket_kinds(log: &std::path::Path) -> BTreeSet<String> {
    let log = std::fs::read_to_string(log).expect("strace has written what it saw");
    let calls = log.lines().filter_map(|line| line.split_once("socket(").map(|(_, rest)| rest));
    calls.filter_map(|rest| rest.split_once(',').map(|(kind, _)| kind.to_owned())).collect()
}

fn traced(log: &std::path::Path, program: &str) -> Command {
    let mut command = Command::new("strace");
    command.args(["--follow-forks", "-qq", "-e", "trace=socket", "-o"]).arg(log).arg(program);
    command
}

#[test]
fn the_window_opens_no_connection() {
    let office = Office::new();
    let log = office.path("strace.log");
    let blank = office.display().picture();
    let mut command = traced(&log, PROGRAM);
    command.arg("--book").arg(office.book()).args(["--today", "2023-07-20"]);
    let program = Group::start(office.surroundings(&mut command));
    let settled = office.display().settled_after(Instant::now(), &blank, Duration::from_secs(3));
    assert!(settled.is_some(), "the program draws its first screen under strace");
    drop(program);

    let kinds = socket_kinds(&log);
    assert!(kinds.contains("AF_UNIX"), "strace saw the program speak to the X server: {kinds:?}");
    let strange: Vec<&String> = kinds.iter().filter(|kind| !LOCAL.contains(&kind.as_str())).collect();
    assert!(strange.is_empty(), "sockets that could leave the machine: {strange:?}");
}

#[test]
fn the_command_line_opens_no_socket_at_all() {
    let office = Office::new();
    let log = office.path("strace.log");
    let sotg = std::path::Path::new(PROGRAM).with_file_name("sotg");
    assert!(sotg.exists(), "{} is missing: cargo build -p cli", sotg.display());
    let mut command = traced(&log, &sotg.display().to_string());
    command.arg("--book").arg(office.book()).arg("--help").stdout(Stdio::null());
    assert!(command.status().unwrap().success());
    assert_eq!(socket_kinds(&log), BTreeSet::new());
}
