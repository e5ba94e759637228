//! A small plan with an outline that has every kind of section, and what one unit did of it.

use chrono::NaiveDate;
use sotg_core::model::*;
use sotg_core::plan::*;
use sotg_core::reports::compose::{ComposeInput, ReportedItem};

pub fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Everything that a report is written from, owned.
pub struct Case {
    pub plan: Plan,
    pub phase: usize,
    pub unit: OurUnit,
    pub items: Vec<ReportedItem>,
    pub figures: FigureTable,
    pub counts: PhaseCounts,
    pub next_items: Vec<ChecklistItem>,
}

impl Case {
    /// Nothing done yet in the small plan.
    pub fn of_phase(number: usize) -> Case {
        Case::of_plan(plan(), number)
    }

    fn of_plan(plan: Plan, number: usize) -> Case {
        let phase = plan.phases[number - 1].code.clone();
        let group = FigureGroup { code: "so-lieu".to_owned(), name: "Số liệu".to_owned(), rows: Vec::new() };
        Case {
            plan,
            phase: number - 1,
            unit: unit(),
            items: Vec::new(),
            figures: FigureTable { phase, groups: vec![group], n_reported: 0, n_indicators: 0 },
            counts: PhaseCounts::default(),
            next_items: Vec::new(),
        }
    }

    pub fn with(mut self, row: FigureRow) -> Case {
        self.figures.groups[0].rows.push(row);
        self
    }

    pub fn having(mut self, item: ChecklistItem, note: &str) -> Case {
        self.items.push(ReportedItem { item, note: note.to_owned(), evidence: Vec::new() });
        self
    }

    pub fn input(&self) -> ComposeInput<'_> {
        ComposeInput {
            plan: &self.plan,
            phase: &self.plan.phases[self.phase],
            unit: &self.unit,
            items: &self.items,
            figures: &self.figures,
            counts: self.counts,
            next_items: &self.next_items,
        }
    }

    /// As many activities as an office can have in a phase, most of them done, and the whole table of figures.
    pub fn of_phase_size() -> Case {
        let mut case = Case::of_real_plan();
        let states = [ProgressState::Done, ProgressState::Done, ProgressState::Doing, ProgressState::NotStarted];
        let known = case.items.clone();
        case.items = known.into_iter().cycle().take(60).collect();
        for (index, reported) in case.items.iter_mut().enumerate() {
            reported.item.title = format!("{} ({})", reported.item.title, index + 1);
            reported.item.state = states[index % states.len()];
        }
        case.counts = PhaseCounts { applicable: 60, done: 30, doing: 15, not_started: 15, ..PhaseCounts::default() };
        case
    }

    /// Phase 2 of plan 383 with all of its activities done, each with a note, and all of its indicators reported.
    pub fn of_real_plan() -> Case {
        let (_, plan) = find("383-lai-chau-2022").unwrap();
        let mut case = Case::of_plan(plan, 2);
        let of_phase = |phase: &str| -> Vec<ChecklistItem> {
            let activities = case.plan.activities.iter().filter(|activity| activity.phase == phase);
            activities.map(|activity| checklist_item(activity, ProgressState::Done)).collect()
        };
        let (items, next_items) = (of_phase(&case.plan.phases[1].code), of_phase(&case.plan.phases[2].code));
        let noted =
            |item| ReportedItem {
                item, note: "Theo Kế hoạch số 12.".to_owned(), evidence: vec![file("Ảnh.jpg")]
            };
        let n_items = u32::try_from(items.len()).unwrap();
        case.counts = PhaseCounts { applicable: n_items, done: n_items, ..PhaseCounts::default() };
        case.items = items.into_iter().map(noted).collect();
        case.next_items = next_items;
        case.figures.groups = real_groups(&case.plan);
        case
    }
}

fn real_groups(plan: &Plan) -> Vec<FigureGroup> {
    let rows = |group: &Group| -> Vec<FigureRow> {
        let of_group = plan.indicators.iter().filter(|indicator| indicator.group == group.code);
        of_group.map(|indicator| row(indicator, FigureState::Number, 1_240, 3_100)).collect()
    };
    let group = |group: &Group| FigureGroup { code: group.code.clone(), name: group.name.clone(), rows: rows(group) };
    plan.indicator_groups.iter().map(group).collect()
}

fn checklist_item(activity: &Activity, state: ProgressState) -> ChecklistItem {
    let forms: Vec<&str> = activity.forms.iter().map(String::as_str).collect();
    let mut item = item(&activity.title, &activity.group, &forms, state);
    item.code = activity.code.clone();
    item.stage = activity.stage.clone();
    item
}

fn unit() -> OurUnit {
    OurUnit {
        name: "LĐLĐ huyện Tam Đường".to_owned(),
        level: UnitLevel::District,
        superior: "Liên đoàn Lao động tỉnh Lai Châu".to_owned(),
        place: "Tam Đường".to_owned(),
        symbol: "LĐLĐ".to_owned(),
        members: None,
    }
}

pub fn item(title: &str, group: &str, forms: &[&str], state: ProgressState) -> ChecklistItem {
    ChecklistItem {
        code: title.to_owned(),
        title: title.to_owned(),
        group: group.to_owned(),
        phase: "dot1".to_owned(),
        stage: None,
        forms: forms.iter().map(|form| (*form).to_owned()).collect(),
        starts_on: None,
        due_on: None,
        is_proposed: false,
        state,
        done_on: day(2023, 3, 5).filter(|_| state == ProgressState::Done),
        reason: String::new(),
        days_late: None,
        days_left: None,
        has_note: false,
        n_evidence: 0,
        n_figures: 0,
        is_own: false,
        place: String::new(),
    }
}

fn evidence(kind: EvidenceKind, title: &str, url: &str) -> Evidence {
    Evidence {
        id: EvidenceId(1),
        kind,
        title: title.to_owned(),
        url: url.to_owned(),
        size: 0,
        sha256: String::new(),
        added_at: String::new(),
        is_missing: false,
    }
}

pub fn file(title: &str) -> Evidence {
    evidence(EvidenceKind::File, title, "")
}

pub fn link(title: &str, url: &str) -> Evidence {
    evidence(EvidenceKind::Link, title, url)
}

/// A line of the table of figures for an indicator of the small plan.
pub fn figure(code: &str, state: FigureState, period: i64, cumulative: i64) -> FigureRow {
    let plan = plan();
    let indicator = plan.indicators.iter().find(|indicator| indicator.code == code).unwrap();
    row(indicator, state, period, cumulative)
}

fn row(indicator: &Indicator, state: FigureState, period: i64, cumulative: i64) -> FigureRow {
    let total = if cumulative > 0 { FigureState::Number } else { state };
    FigureRow {
        indicator: indicator.code.clone(),
        split: String::new(),
        label: indicator.name.clone(),
        unit: indicator.unit.clone(),
        decimals: 0,
        is_editable: true,
        entered: cell(state, period),
        from_activities: cell(FigureState::NotReported, 0),
        own: cell(state, period),
        below: cell(FigureState::NotReported, 0),
        coverage: None,
        period: cell(state, period),
        cumulative: cell(total, cumulative),
        target: String::new(),
        source: String::new(),
    }
}

fn cell(state: FigureState, value: i64) -> FigureCell {
    let value = (state == FigureState::Number).then_some(value);
    let text = value.map(|value| sotg_core::text::format_number(value, 0)).unwrap_or_default();
    FigureCell { state, value, text, is_estimate: false }
}

/// Two phases, every kind of section, a handful of indicators.
fn plan() -> Plan {
    Plan {
        code: "nho".to_owned(),
        document: document(),
        cites: Vec::new(),
        milestones: Vec::new(),
        phases: vec![
            phase(1, "Đại hội cơ sở", "quý I", &[]),
            phase(2, "Đại hội cấp trên", "quý II", &["truoc", "sau"]),
        ],
        contents: Vec::new(),
        forms: Vec::new(),
        groups: vec![group("chi-dao", "Chỉ đạo"), group("noi-dung", "Nội dung")],
        activities: Vec::new(),
        indicators: indicators(),
        indicator_groups: vec![group("so-lieu", "Số liệu")],
        report: report(),
    }
}

fn document() -> Document {
    Document {
        kind: "Kế hoạch".to_owned(),
        number: "1/KH-LĐLĐ".to_owned(),
        issued_on: day(2022, 10, 25).unwrap(),
        issuer: String::new(),
        title: String::new(),
        short_title: String::new(),
        motto: String::new(),
        term: String::new(),
    }
}

fn group(code: &str, name: &str) -> Group {
    Group { code: code.to_owned(), name: name.to_owned() }
}

fn phase(number: u8, title: &str, period: &str, stages: &[&str]) -> Phase {
    let on = || DateRule::On(day(2023, 1, 1).unwrap());
    let stage = |code: &&str| Stage {
        code: (*code).to_owned(),
        name: if *code == "truoc" { "Trước" } else { "Sau" }.to_owned(),
        starts: on(),
        ends: on(),
        place: String::new(),
    };
    Phase {
        code: format!("dot{number}"),
        number,
        name: format!("Đợt {number}"),
        title: title.to_owned(),
        starts: on(),
        ends: on(),
        stages: stages.iter().map(stage).collect(),
        place: String::new(),
        period: period.to_owned(),
    }
}

fn indicators() -> Vec<Indicator> {
    let percentage = || RollUp::Percentage { numerator: "MX05A".to_owned(), denominator: "MX05B".to_owned() };
    vec![
        indicator(
            "TM01",
            "Cuộc tuyên truyền miệng",
            "cuộc",
            "truyen-mieng",
            RollUp::Sum,
            "{n} cuộc tuyên truyền miệng",
        ),
        indicator("TM02", "Lượt người dự", "lượt", "truyen-mieng", RollUp::Sum, "{n} lượt người dự"),
        indicator("TQ01", "Pano", "cái", "co-dong", RollUp::Sum, "{n} pano"),
        indicator("TQ02", "Băng rôn", "cái", "co-dong", RollUp::Sum, "{n} băng rôn"),
        indicator("MX05", "Tỷ lệ CĐCS có trang Facebook", "%", "", percentage(), "{n}% CĐCS có trang Facebook"),
        indicator("MX05A", "CĐCS có trang", "CĐCS", "", RollUp::Latest, "{n} CĐCS có trang Facebook"),
        indicator("MX05B", "CĐCS từ 20 đoàn viên", "CĐCS", "", RollUp::Latest, "{n} CĐCS từ 20 đoàn viên"),
    ]
}

fn indicator(code: &str, name: &str, unit: &str, form: &str, roll_up: RollUp, phrase: &str) -> Indicator {
    Indicator {
        code: code.to_owned(),
        group: "so-lieu".to_owned(),
        name: name.to_owned(),
        unit: unit.to_owned(),
        decimals: 0,
        splits: Vec::new(),
        roll_up,
        target: String::new(),
        forms: vec![form.to_owned()],
        source: String::new(),
        phrase: phrase.to_owned(),
    }
}

fn report() -> ReportTemplate {
    let activities = |group: &str| Compose::Activities { groups: vec![group.to_owned()], indicators: Vec::new() };
    let form = |code: &str| Compose::Form(code.to_owned());
    let figures = ["MX05", "MX05A", "MX05B"].map(str::to_owned).to_vec();
    ReportTemplate {
        subject: "Kết quả ({phase}: {period})".to_owned(),
        opening: "{unit} báo cáo {phase} như sau:".to_owned(),
        addressee: "LĐLĐ tỉnh".to_owned(),
        recipients: Vec::new(),
        due_days_after_end: 5,
        is_due_proposed: true,
        scope: Scope::default(),
        place: String::new(),
        outline: vec![
            section("I", "I", 1, Compose::Prompt("Đơn vị có … đoàn viên.".to_owned())),
            section("II", "II", 1, activities("chi-dao")),
            section("III", "III", 1, Compose::Nothing),
            section("III.1", "1", 2, activities("noi-dung")),
            section("III.2", "2", 2, form("truyen-mieng")),
            section("III.3", "3", 2, form("co-dong")),
            section("III.4", "4", 2, Compose::Figures(figures)),
            section("IV.1", "1", 2, Compose::Strengths),
            section("IV.2", "2", 2, Compose::Shortcomings),
            section("V", "V", 1, Compose::NextPhase),
        ],
        rules: Vec::new(),
        annex_title: "Biểu số liệu".to_owned(),
    }
}

fn section(code: &str, number: &str, level: u8, compose: Compose) -> OutlineSection {
    OutlineSection { code: code.to_owned(), number: number.to_owned(), title: format!("Mục {code}"), level, compose }
}
