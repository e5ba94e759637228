//! A plan file that came to the window: handed over by the file manager, chosen in a dialog, or dropped.

use std::path::Path;

use serde::Serialize;
use sotg_core::exchange::opening;
use sotg_core::model::{CampaignOffer, PlanComparison, PlanHead, PlanText, SealedKind, SealedPreview};
use sotg_core::plan::{self, OpenedFile};
use sotg_core::plans;

use crate::error::CommandError;
use crate::state::Program;

/// A plan file, and what was found in it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HandedFile {
    /// Where it lies.
    pub path: String,
    /// Its name.
    pub name: String,
    /// What was found in it.
    pub content: HandedContent,
}

/// What was found in a plan file.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HandedContent {
    /// A plan that can be carried out.
    Plan(OfferedPlan),
    /// A plan file that an office has issued.
    Campaign(OfferedCampaign),
    /// A return or a receipt for our report.
    Sealed(OfferedSealed),
    /// What is wrong with it.
    Problem(CommandError),
}

/// A plan that can be carried out.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OfferedPlan {
    /// What is shown of it.
    pub head: PlanHead,
    /// What the set-up takes.
    pub text: PlanText,
    /// How it stands to the plan of the open book; `None` as long as that is not set up.
    pub comparison: Option<PlanComparison>,
}

/// A plan file that an office has issued, and what it offers.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OfferedCampaign {
    /// What is shown of it.
    pub offer: CampaignOffer,
    /// The file itself, which taking it over asks for: what was looked at is what is taken.
    pub text: String,
}

/// A return or a receipt, and what it would do.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OfferedSealed {
    /// What is shown of it.
    pub preview: SealedPreview,
    /// The file itself, which taking it over asks for: what was looked at is what is taken.
    pub text: String,
}

impl HandedFile {
    /// Reads a plan file and compares it with the open book.
    pub fn read(program: &Program, path: &Path) -> HandedFile {
        let content = match plan::open_file(path) {
            Ok(OpenedFile::Template(file)) => HandedContent::Plan(OfferedPlan {
                head: plans::head(&file.plan),
                // A book that cannot be opened has a page of its own; the file is shown all the same.
                comparison: program.with_book(|book, _| Ok(book.compare_plan(&file.plan))).ok().flatten(),
                text: file.text,
            }),
            Ok(OpenedFile::Sealed(text)) => offered(program, text),
            Err(error) => HandedContent::Problem(error.into()),
        };
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        HandedFile { path: path.to_string_lossy().into_owned(), name, content }
    }
}

fn offered(program: &Program, text: String) -> HandedContent {
    if let Ok(SealedKind::Return | SealedKind::Receipt) = opening::kind_of(text.as_bytes()) {
        return match program.with_book(|book, _| book.preview_sealed(text.as_bytes())) {
            Ok(preview) => HandedContent::Sealed(OfferedSealed { preview, text }),
            Err(problem) => HandedContent::Problem(problem),
        };
    }
    let offer = program.with_book(|book, moment| book.preview_campaign(text.as_bytes(), None, moment.today));
    match offer {
        Ok(offer) => HandedContent::Campaign(OfferedCampaign { offer, text }),
        Err(problem) => HandedContent::Problem(problem),
    }
}
