//! `cargo xtask samples`: the three phase reports of the sample unit, as Word, PDF and Excel, in docs/samples.

use std::path::Path;

use crate::checkout::Checkout;
use crate::headless::Office;
use crate::run::build_page;
use crate::steps::Steps;

/// The day after the campaign on which the sample book ends.
const TODAY: &str = "2024-01-08";
const PHASES: [&str; 3] = ["dot1", "dot2", "dot3"];
const KINDS: [&str; 3] = ["docx", "pdf", "xlsx"];
const CHARTS: [&str; 2] = ["chart:progress", "chart:figures:mang-xa-hoi"];
/// Evidence with a picture: activity, file in docs/samples/anh, what stands below it.
const PHOTOS: [(&str, &str, &str); 3] = [
    ("IV.2-1/dot1", "anh-mau-1.jpg", "Hội nghị tuyên truyền tại công đoàn cơ sở (ảnh mẫu)"),
    ("IV.3-1/dot1", "anh-mau-2.jpg", "Băng rôn chào mừng đại hội trước trụ sở (ảnh mẫu)"),
    ("III.1-6", "anh-mau-3.jpg", "Hội thao công nhân, viên chức (ảnh mẫu)"),
];

/// Makes the sample book anew and writes its reports.
pub fn samples(checkout: &Checkout) -> Result<(), String> {
    let mut steps = Steps::default();
    steps.run("sotg", &mut checkout.cargo(&["build", "--quiet", "-p", "cli"]))?;
    // Pages are set by the program with the window, which is built with its page.
    build_page(checkout, &mut steps)?;
    steps.run("the window's program", &mut checkout.cargo(&["build", "--quiet", "-p", "app"]))?;
    let book = checkout.target.join("samples");
    if book.exists() {
        std::fs::remove_dir_all(&book).map_err(|error| format!("{}: {error}", book.display()))?;
    }
    let office = Office { sotg: checkout.built("debug", "sotg"), book, today: TODAY };
    let folder = checkout.root.join("docs/samples");
    steps.time("the reports", || write(&office, &folder))
}

fn write(office: &Office, folder: &Path) -> Result<(), String> {
    office.sotg(&["sample", "--whole", "--to", &office.book.display().to_string()])?;
    for (activity, photo, caption) in PHOTOS {
        let file = folder.join("anh").join(photo);
        office.sotg(&["evidence", "add", activity, &file.display().to_string()])?;
        let listed = office.sotg(&["report", "photos", "dot1"])?;
        let number = number_of(&listed, photo).ok_or_else(|| format!("FAILED: {photo} is not in\n{listed}"))?;
        office.sotg(&["report", "photo", "dot1", &number, "--caption", caption])?;
    }
    for phase in PHASES {
        for chart in CHARTS {
            office.sotg(&["report", "annexes", phase, "--with", chart])?;
        }
        for kind in KINDS {
            let file = folder.join(format!("bao-cao-{phase}.{kind}"));
            office.sotg(&["report", "export", phase, "--to", &file.display().to_string()])?;
            println!("{}", file.display());
        }
    }
    Ok(())
}

/// The number that the list of photos has before a file.
fn number_of(listed: &str, photo: &str) -> Option<String> {
    let line = listed.lines().find(|line| line.contains(photo))?;
    let number = line.split(|letter: char| !letter.is_ascii_digit()).find(|part| !part.is_empty())?;
    Some(number.to_owned())
}
