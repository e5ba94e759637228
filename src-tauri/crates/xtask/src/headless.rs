//! Without a display: the program's main job through `sotg`, from an empty folder to the phase report in Word.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::checkout::Checkout;
use crate::steps::Steps;

/// A day on which phase 1 of plan 383 nears its end.
const TODAY: &str = "2023-07-20";
const PHASE: &str = "dot1";
const N_TICKED: usize = 12;
/// Indicators of the plan with what is entered for them, in the Vietnamese form.
const FIGURES: [(&str, &str); 7] = [
    ("CD01", "4"),
    ("CT02", "18"),
    ("MX01/facebook", "96"),
    ("TQ08", "2"),
    ("VH01", "6"),
    ("CL01", "1.350"),
    ("AP01", "500"),
];

/// Sets a book up from plan 383, ticks activities, adds evidence and figures, and exports the report of phase 1.
pub fn report_of_phase_1(checkout: &Checkout, steps: &mut Steps) -> Result<(), String> {
    println!("\nThere is no display (DISPLAY and WAYLAND_DISPLAY are not set), so no window is opened.");
    let report = steps.time("the main job, headless", || {
        let folder = checkout.target.join("run-headless");
        if folder.exists() {
            std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let office = Office { sotg: checkout.built("debug", "sotg"), book: folder.join("so"), today: TODAY };
        office.work(&folder)
    })?;
    println!("\nThe report of phase 1: {report}");
    Ok(())
}

/// The command line on one book.
pub struct Office {
    /// The program.
    pub sotg: PathBuf,
    /// The folder of the book.
    pub book: PathBuf,
    /// The day that is taken for today.
    pub today: &'static str,
}

impl Office {
    fn work(&self, folder: &Path) -> Result<String, String> {
        let unit = ["--unit", "Liên đoàn Lao động huyện Tam Đường", "--level", "district", "--place", "Tam Đường"];
        let above = ["--superior", "Liên đoàn Lao động tỉnh Lai Châu", "--signer", "Nguyễn Văn An"];
        self.sotg(&[&["init"][..], &unit, &above].concat())?;
        let activities = self.activities()?;
        let first = activities.first().ok_or("FAILED: the checklist of phase 1 is empty")?;
        let ticked: Vec<&str> = activities.iter().map(String::as_str).collect();
        self.sotg(&[&["tick"][..], &ticked].concat())?;
        self.sotg(&["note", first, "Đã quán triệt tại hội nghị ban chấp hành mở rộng"])?;
        let minutes = folder.join("bien-ban-hoi-nghi.txt");
        let text = "Biên bản hội nghị triển khai Kế hoạch số 383/KH-LĐLĐ\n";
        std::fs::write(&minutes, text).map_err(|error| format!("{}: {error}", minutes.display()))?;
        self.sotg(&["evidence", "add", first, &minutes.display().to_string()])?;
        for (indicator, value) in FIGURES {
            self.sotg(&["figure", "set", PHASE, indicator, value])?;
        }
        self.sotg(&["check"])?;
        let report = folder.join("bao-cao-dot-1.docx");
        let report = self.sotg(&["report", "export", PHASE, "--to", &report.display().to_string()])?;
        println!("{} activities ticked, {} figures entered, one file of evidence", ticked.len(), FIGURES.len());
        Ok(report.trim().to_owned())
    }

    /// Codes of the first activities of the phase, from lines like "[ ] III.1-1  Phổ biến …".
    fn activities(&self) -> Result<Vec<String>, String> {
        let list = self.sotg(&["list", "--phase", PHASE])?;
        let codes = list.lines().filter_map(|line| line.split_once("] ")?.1.split_whitespace().next());
        Ok(codes.take(N_TICKED).map(str::to_owned).collect())
    }

    /// Runs a command and gives what it prints.
    pub fn sotg(&self, args: &[&str]) -> Result<String, String> {
        let mut command = Command::new(&self.sotg);
        command.arg("--book").arg(&self.book).args(["--today", self.today]).args(args);
        let output = command.output().map_err(|error| format!("FAILED: {}: {error}", self.sotg.display()))?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        Err(format!("FAILED: sotg {}\n{}", args.join(" "), String::from_utf8_lossy(&output.stderr)))
    }
}
