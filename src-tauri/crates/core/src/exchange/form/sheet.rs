//! A sheet of a form, row by row: found by its hidden code, else by its name.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::{FigureState, FormProblem, FormTrouble, ProgressState, SentAmount};
use crate::plan::Plan;
use crate::text;
use crate::unit_list::cells::{Row, Sheet, Value, day_of_serial};

use super::codes::{MARK, RowCode};
use super::columns::{Columns, Page};
use super::rows::{self, AskedFigure, FigureLine};
use super::{amount, heading};

/// What was filled in.
#[derive(Debug, Default)]
pub struct Found {
    /// Figures by their code.
    pub figures: BTreeMap<RowCode, SentAmount>,
    /// State, day and reason by activity.
    pub activities: BTreeMap<String, (ProgressState, Option<NaiveDate>, String)>,
    /// Texts by section.
    pub texts: BTreeMap<String, String>,
    /// Day of the document.
    pub dated_on: Option<NaiveDate>,
    head: BTreeMap<String, String>,
}

impl Found {
    /// A field of the head.
    pub fn head(&self, field: &str) -> Option<String> {
        self.head.get(field).cloned()
    }
}

/// A form while it is read.
#[derive(Debug)]
pub struct Filled<'a> {
    pub found: Found,
    pub troubles: Vec<FormTrouble>,
    plan: &'a Plan,
    phase: String,
    asked: Vec<AskedFigure>,
    /// Where a code was read.
    places: BTreeMap<RowCode, String>,
    pages: BTreeSet<Page>,
}

/// Troubles of one form that are told; after so many it is another file.
const TROUBLE_LIMIT: usize = 200;

impl<'a> Filled<'a> {
    /// Nothing read yet.
    pub fn new(plan: &'a Plan, phase: &str) -> Filled<'a> {
        let asked = rows::figures(plan).into_iter().filter_map(|line| match line {
            FigureLine::Figure(figure) => Some(figure),
            FigureLine::Group(_) | FigureLine::Above(_) => None,
        });
        Filled {
            found: Found::default(),
            troubles: Vec::new(),
            plan,
            phase: phase.to_owned(),
            asked: asked.collect(),
            places: BTreeMap::new(),
            pages: BTreeSet::new(),
        }
    }

    /// Reads a sheet, whatever it is called now.
    pub fn read(&mut self, sheet: &Sheet) {
        let is_keys = |row: &Row| row.cell(0).is_some_and(|cell| cell.as_text() == Some(MARK));
        if sheet.rows.iter().any(is_keys) {
            return;
        }
        let columns = Columns::of(sheet);
        let Some(page) = columns.page else { return };
        self.pages.insert(page);
        let mut above = String::new();
        for row in &sheet.rows {
            let at = At { sheet, row, columns: &columns };
            match row.cells.iter().filter_map(|cell| cell.as_text()).find_map(RowCode::read) {
                Some(code) => {
                    if let RowCode::Figure(..) = &code {
                        above = self.above_of(&code);
                    }
                    self.take(&at, code);
                }
                None if row.number <= columns.heading => {}
                None => self.take_by_name(&at, page, &mut above),
            }
        }
    }

    fn above_of(&self, code: &RowCode) -> String {
        self.asked.iter().find(|asked| asked.code == *code).map(|asked| asked.above.clone()).unwrap_or_default()
    }

    fn take(&mut self, at: &At<'_>, code: RowCode) {
        match &code {
            RowCode::Figure(..) => match self.asked.iter().find(|asked| asked.code == code).cloned() {
                Some(asked) => self.take_figure(at, &asked),
                None => self.unknown(at, heading::FIGURE),
            },
            RowCode::Activity(activity) => self.take_activity(at, activity.clone()),
            RowCode::Section(section) => {
                let text = at.said(heading::TEXT);
                self.take_once(at, (&code, heading::TEXT), text, |found, text| {
                    found.texts.insert(section.clone(), text);
                });
            }
            RowCode::Head(field) if field == "dated_on" => {
                self.found.dated_on = self.day(at, heading::TEXT).or(self.found.dated_on);
            }
            RowCode::Head(field) => {
                let said = if field == "unit" { at.first() } else { at.said(heading::TEXT) };
                if !said.is_empty() {
                    self.found.head.entry(field.clone()).or_insert(said);
                }
            }
        }
    }

    /// A row that lost its code.
    fn take_by_name(&mut self, at: &At<'_>, page: Page, above: &mut String) {
        let label = text::fold(&at.said(page.label()));
        if label.is_empty() {
            return;
        }
        match page {
            Page::Figures => {
                let same = |asked: &&AskedFigure| text::fold(&asked.label) == label;
                let below = |asked: &&AskedFigure| asked.above.is_empty() || asked.above == *above;
                if let Some(name) = self.asked.iter().find(|asked| text::fold(&asked.above) == label) {
                    above.clone_from(&name.above);
                    return;
                }
                match self.asked.iter().filter(same).find(below).cloned() {
                    Some(asked) => self.take_figure(at, &asked),
                    None => self.unknown(at, heading::FIGURE),
                }
            }
            Page::Activities => {
                let of_phase = self.plan.activities.iter().filter(|activity| activity.phase == self.phase);
                match of_phase.into_iter().find(|activity| text::fold(&activity.title) == label) {
                    Some(activity) => self.take_activity(at, activity.code.clone()),
                    None => self.unknown(at, heading::STATE),
                }
            }
            Page::Texts => {
                let outline = &self.plan.report.outline;
                match outline.iter().find(|section| text::fold(&section.title) == label) {
                    Some(section) => self.take(at, RowCode::Section(section.code.clone())),
                    None if label.starts_with("so bao cao") => self.take(at, RowCode::Head("number".to_owned())),
                    None if label.starts_with("ngay bao cao") => self.take(at, RowCode::Head("dated_on".to_owned())),
                    None => self.unknown(at, heading::TEXT),
                }
            }
        }
    }

    fn take_figure(&mut self, at: &At<'_>, asked: &AskedFigure) {
        let empty = Value::Empty;
        let value = at.value(heading::FIGURE).unwrap_or(&empty);
        if let Value::Fault(fault) = value {
            let what = match fault.strip_prefix('=') {
                Some(_) => {
                    format!("công thức {fault} chưa có kết quả trong tệp. Ghi số vào ô, hoặc mở bằng Excel rồi lưu lại")
                }
                None => format!("công thức bị lỗi ({fault})"),
            };
            let sentence = format!("{}, dòng \"{}\": {what}.", at.place(heading::FIGURE), asked.label);
            return self.trouble(at, heading::FIGURE, FormProblem::BrokenFormula, sentence);
        }
        match amount::read(value, &asked.measure, asked.decimals) {
            Ok(Some(amount)) => {
                let marked = amount.state == FigureState::Number && is_marked(&at.said(heading::ESTIMATE));
                let amount = SentAmount { is_estimate: amount.is_estimate || marked, ..amount };
                let code = asked.code.clone();
                self.take_once(at, (&asked.code, heading::FIGURE), amount, |found, amount| {
                    found.figures.insert(code, amount);
                });
            }
            Ok(None) => {}
            Err(()) => {
                let sentence = format!(
                    "{}, dòng \"{}\": \"{}\" không phải là số liệu đọc được. Ghi một số, \"không có\" hoặc \"không áp dụng\".",
                    at.place(heading::FIGURE),
                    asked.label,
                    at.said(heading::FIGURE)
                );
                self.trouble(at, heading::FIGURE, FormProblem::NotAFigure, sentence);
            }
        }
    }

    fn take_activity(&mut self, at: &At<'_>, code: String) {
        let Some(title) = self.plan.activities.iter().find(|known| known.code == code).map(|known| &known.title) else {
            return self.unknown(at, heading::STATE);
        };
        let (said, done_on) = (at.said(heading::STATE), self.day(at, heading::DONE_ON));
        let state = match (state_of(&said), done_on) {
            (Some(state), _) => state,
            // Who writes the day has done it.
            (None, Some(_)) if said.is_empty() => ProgressState::Done,
            (None, _) if said.is_empty() => return,
            (None, _) => {
                let sentence = format!(
                    "{}, việc \"{title}\": \"{said}\" không phải là một tình trạng. Ghi: chưa làm, đang làm, đã xong hoặc không áp dụng.",
                    at.place(heading::STATE)
                );
                return self.trouble(at, heading::STATE, FormProblem::NotAState, sentence);
            }
        };
        let done_on = done_on.filter(|_| state == ProgressState::Done);
        let reason = if state == ProgressState::NotApplicable { at.said(heading::REASON) } else { String::new() };
        let row = RowCode::Activity(code.clone());
        self.take_once(at, (&row, heading::STATE), (state, done_on, reason), |found, said| {
            found.activities.insert(code, said);
        });
    }

    /// Takes a value unless its line was read before; then both must say the same.
    fn take_once<T: PartialEq + std::fmt::Debug>(
        &mut self,
        at: &At<'_>,
        (code, column): (&RowCode, &str),
        value: T,
        put: impl FnOnce(&mut Found, T),
    ) {
        let said = format!("{value:?}");
        match self.places.get(code) {
            None => {
                self.places.insert(code.clone(), format!("{}\n{said}", at.place(column)));
                put(&mut self.found, value);
            }
            Some(before) => {
                let (place, kept) = before.split_once('\n').unwrap_or((before, ""));
                if kept != said && !at.said(column).is_empty() {
                    let sentence = format!(
                        "{}: dòng này có hai lần với nội dung khác nhau; đã lấy nội dung ở {place}.",
                        at.place(column)
                    );
                    self.trouble(at, column, FormProblem::Repeated, sentence);
                }
            }
        }
    }

    fn unknown(&mut self, at: &At<'_>, column: &str) {
        if at.said(column).is_empty() {
            return;
        }
        let label = at.columns.page.map(|page| at.said(page.label())).unwrap_or_default();
        let sentence = format!("{}: dòng \"{label}\" không có trong biểu mẫu nên không được lấy.", at.place(column));
        self.trouble(at, column, FormProblem::UnknownLine, sentence);
    }

    fn day(&mut self, at: &At<'_>, column: &str) -> Option<NaiveDate> {
        let value = at.value(column)?;
        let day = day_of(value);
        if day.is_none() {
            let sentence =
                format!("{}: \"{}\" không phải là ngày. Ghi như 31/7/2023.", at.place(column), at.said(column));
            self.trouble(at, column, FormProblem::NotADay, sentence);
        }
        day
    }

    fn trouble(&mut self, at: &At<'_>, column: &str, problem: FormProblem, sentence: String) {
        if self.troubles.len() < TROUBLE_LIMIT {
            let sheet = text::clean_line(&at.sheet.name);
            let cell = at.columns.address(column, at.row.number);
            self.troubles.push(FormTrouble { sheet, cell, problem, found: at.said(column), sentence });
        }
    }

    /// Says which sheets are gone.
    pub fn miss(&mut self) {
        for page in Page::ALL {
            if !self.pages.contains(&page) {
                let sentence = format!("Không thấy trang \"{}\" trong tệp.", page.name());
                let (sheet, cell, found) = (String::new(), String::new(), String::new());
                let problem = FormProblem::MissingSheet;
                self.troubles.push(FormTrouble { sheet, cell, problem, found, sentence });
            }
        }
    }
}

/// A row of a sheet.
struct At<'a> {
    sheet: &'a Sheet,
    row: &'a Row,
    columns: &'a Columns,
}

impl<'a> At<'a> {
    fn value(&self, column: &str) -> Option<&'a Value> {
        self.row.cell(self.columns.at(column)?).map(|cell| &cell.value)
    }

    /// The text of a cell with its lines; what is no text as it is shown.
    fn said(&self, column: &str) -> String {
        let cell = self.columns.at(column).and_then(|at| self.row.cell(at));
        cell.map(|cell| cell.as_text().map_or_else(|| cell.shown(), text::clean_text)).unwrap_or_default()
    }

    /// The first thing in the row that is no code.
    fn first(&self) -> String {
        let texts = self.row.cells.iter().filter(|cell| !cell.is_empty()).map(|cell| cell.shown());
        texts.into_iter().find(|text| RowCode::read(text).is_none()).unwrap_or_default()
    }

    /// "Trang Số liệu, ô D12".
    fn place(&self, column: &str) -> String {
        let sheet = text::clean_line(&self.sheet.name);
        format!("Trang \"{sheet}\", ô {}", self.columns.address(column, self.row.number))
    }
}

fn day_of(value: &Value) -> Option<NaiveDate> {
    let parsed = |typed: &str| {
        let typed = typed.trim();
        let iso = || NaiveDate::parse_from_str(typed.get(..10)?, "%Y-%m-%d").ok();
        text::parse_date(typed).ok().or_else(iso)
    };
    let day = match value {
        Value::Text(typed) | Value::Date(typed) => parsed(typed),
        // A day whose format was lost.
        Value::Number(serial) if (36_526.0..73_415.0).contains(serial) => parsed(&day_of_serial(*serial, false)),
        Value::Number(_) | Value::Empty | Value::Truth(_) | Value::Fault(_) => None,
    };
    day.filter(|day| (2000..=2100).contains(&chrono::Datelike::year(day)))
}

fn state_of(said: &str) -> Option<ProgressState> {
    let said = text::fold(said);
    match said.trim_end_matches('.') {
        "chua lam" | "chua" | "chua thuc hien" | "chua xong" => Some(ProgressState::NotStarted),
        "dang lam" | "dang" | "dang thuc hien" | "dang trien khai" => Some(ProgressState::Doing),
        "da xong" | "xong" | "da lam" | "da thuc hien" | "hoan thanh" | "da hoan thanh" | "roi" | "co" | "x" => {
            Some(ProgressState::Done)
        }
        "khong ap dung" | "ko ap dung" | "kad" | "k/a/d" | "n/a" => Some(ProgressState::NotApplicable),
        _ => None,
    }
}

fn is_marked(said: &str) -> bool {
    !matches!(text::fold(said).as_str(), "" | "khong" | "0" | "false" | "-")
}
