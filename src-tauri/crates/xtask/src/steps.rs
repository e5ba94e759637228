//! Commands that are shown, timed, and stop everything when they fail.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What has been done so far, and what the test programs counted.
#[derive(Default)]
pub struct Steps {
    passed: usize,
    done: Vec<(String, f32)>,
}

impl Steps {
    /// Runs a command, whose output is seen as it comes.
    pub fn run(&mut self, name: &str, command: &mut Command) -> Result<(), String> {
        self.time(name, || {
            let status = command.status().map_err(|error| cannot_start(command, &error))?;
            if status.success() { Ok(()) } else { Err(failed(name, command)) }
        })
    }

    /// Runs a command that runs tests, and adds up how many passed.
    pub fn run_tests(&mut self, name: &str, command: &mut Command) -> Result<(), String> {
        let mut passed = 0;
        let ran = self.time(name, || {
            let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error))?;
            let output = child.stdout.take().ok_or("no output")?;
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                println!("{line}");
                passed += count_passed(&line);
            }
            let status = child.wait().map_err(|error| cannot_start(command, &error))?;
            if status.success() { Ok(()) } else { Err(failed(name, command)) }
        });
        self.passed += passed;
        ran
    }

    /// Does something that is no command.
    pub fn time<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
        println!("\n── {name}");
        let _ = std::io::stdout().flush();
        let start = Instant::now();
        let result = work();
        self.done.push((name.to_owned(), start.elapsed().as_secs_f32()));
        result
    }

    /// How long each step took.
    pub fn report_times(&self) {
        println!("\n── times");
        for (name, seconds) in &self.done {
            println!("{seconds:>7.1} s  {name}");
        }
    }

    /// The closing lines: how long each step took, and how many tests passed.
    pub fn report(&self) {
        self.report_times();
        println!("\ntest result: ok. {} passed; 0 failed", self.passed);
    }
}

/// "test result: ok. 12 passed; …" of cargo, and "      Tests  34 passed (34)" of vitest, whatever the colours.
fn count_passed(line: &str) -> usize {
    let line = without_colours(line);
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        ["test", "result:", "ok.", n, "passed;", ..] | ["Tests", n, "passed", ..] => n.parse().unwrap_or(0),
        _ => 0,
    }
}

fn without_colours(line: &str) -> String {
    let mut plain = String::new();
    let mut pieces = line.split('\u{1b}');
    plain.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        plain.push_str(piece.split_once('m').map_or("", |(_, rest)| rest));
    }
    plain
}

fn failed(name: &str, command: &Command) -> String {
    format!("FAILED: {name}\n  again with: {}", words(command))
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("FAILED: {} cannot be started: {error}", words(command))
}

fn words(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passed_tests_are_counted_from_the_closing_lines() {
        for (line, wanted) in [
            ("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.07s", 12),
            ("      Tests  34 passed (34)", 34),
            (
                "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m7 passed\u{1b}[39m\u{1b}[22m\u{1b}[90m (7)\u{1b}[39m",
                7,
            ),
            (" Test Files  5 passed (5)", 0),
            ("test result: FAILED. 3 passed; 1 failed", 0),
            ("test passed_tests_are_counted ... ok", 0),
        ] {
            assert_eq!(count_passed(line), wanted, "{line}");
        }
    }
}
