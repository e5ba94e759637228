//! Forms from the disk: read one, or add up many, one after the other.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::read::{FormContent, read};
use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::evidence::vanished_or_failed;
use crate::model::{FigureState, FormTotal, SentAmount};
use crate::plan::Plan;
use crate::text;
use crate::unit_list::read::SIZE_LIMIT;

impl Book {
    /// Reads a form; nothing is written.
    ///
    /// # Errors
    /// As [`read`]; `file_vanished`, `not_a_file`, `file_too_large`.
    pub fn read_form(&self, path: &Path) -> Result<FormContent> {
        read_from(path, &self.current()?.plan)
    }

    /// The figures of many forms, added up line by line; a form of another plan adds nothing.
    ///
    /// # Errors
    /// As [`Book::read_form`], for the first file that cannot be read.
    pub fn add_up_forms(&self, paths: &[PathBuf]) -> Result<Vec<FormTotal>> {
        let plan = self.current()?.plan;
        let mut totals: BTreeMap<(String, String), (i64, u32)> = BTreeMap::new();
        for path in paths {
            for figure in read_from(path, &plan)?.payload.figures {
                if let Some(value) = figure.own.value {
                    let (total, n) = totals.entry((figure.indicator, figure.split)).or_default();
                    *total = total.saturating_add(value);
                    *n += 1;
                }
            }
        }
        let total = |((indicator, split), (value, n_forms)): ((String, String), (i64, u32))| {
            let text = text::format_number(value, decimals(&plan, &indicator));
            FormTotal { indicator, split, value, text, n_forms }
        };
        Ok(totals.into_iter().map(total).collect())
    }

    /// A figure of a form as documents print it.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn amount_text(&self, indicator: &str, amount: SentAmount) -> Result<String> {
        let plan = self.current()?.plan;
        Ok(match amount.state {
            FigureState::Number => {
                amount.value.map(|value| text::format_number(value, decimals(&plan, indicator))).unwrap_or_default()
            }
            FigureState::Nothing => "Không có".to_owned(),
            FigureState::NotApplicable => "Không áp dụng".to_owned(),
            FigureState::NotReported => "Chưa báo cáo".to_owned(),
        })
    }
}

fn decimals(plan: &Plan, indicator: &str) -> u8 {
    plan.indicators.iter().find(|known| known.code == indicator).map_or(0, |known| known.decimals)
}

fn read_from(path: &Path, plan: &Plan) -> Result<FormContent> {
    let refuse = |code| Error::refused(code, "reading a form").with("path", path.display());
    let facts = std::fs::metadata(path).map_err(|error| vanished_or_failed(path, error))?;
    if !facts.is_file() {
        return Err(refuse(ErrorCode::NotAFile));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(Error::io("read", path))?;
    file.take(SIZE_LIMIT + 1).read_to_end(&mut bytes).map_err(Error::io("read", path))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > SIZE_LIMIT {
        let megabyte = 1024 * 1024;
        return Err(refuse(ErrorCode::FileTooLarge)
            .with("size_mb", facts.len().div_ceil(megabyte))
            .with("limit_mb", SIZE_LIMIT / megabyte));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    read(&name, bytes, plan)
}
