//! What the clock, the processor and the memory say of one step.

use std::time::Instant;

/// For how many units something is measured.
#[derive(Clone, Copy)]
pub struct Size(pub u32);

impl Size {
    /// By the clock, and what the processor worked, which does not depend on what else the machine does.
    pub fn timed<T>(self, what: &str, run: impl FnOnce() -> T) -> T {
        let (start, worked) = (Instant::now(), processor_ms());
        let result = run();
        let clock = start.elapsed().as_secs_f64() * 1000.0;
        println!("{:>7} units: {what}: {clock:.1} ms, {} ms of the processor", self.0, processor_ms() - worked);
        result
    }

    pub fn tell(self, when: &str) {
        println!("{:>7} units: {when}, peak memory {}", self.0, peak_memory());
    }
}

/// Linux counts in hundredths of a second; elsewhere 0.
fn processor_ms() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum::<u64>() * 10
}

/// As Linux counts it; elsewhere unknown.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or("unknown".to_owned(), |peak| peak.trim().to_owned())
}
