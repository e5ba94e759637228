//! Reports added up: the office of the tests has the units `A(B C) D(E)`, phase 1 ends on 31/7/2023 and its reports are due ten
//! days later. A report is told as "B TQ08=5", with what it says of units below "A TQ08=5+20[2/3]", a later version as "B:2 …".
//! "-" is không có, "x" không áp dụng, "?" chưa báo cáo, "~5" an estimate.

use chrono::NaiveDate;
use rusqlite::Connection;
use sotg_core::model::*;
use sotg_core::{ErrorCode, store};

use crate::office::{Office, office};
use crate::support::{day, moment_on, receipt};

pub const PHASE: &str = "dot1";

pub fn today() -> NaiveDate {
    day(2023, 8, 20)
}

fn amount(told: &str) -> SentAmount {
    let empty = |state| SentAmount { state, value: None, is_estimate: false };
    match told {
        "-" => empty(FigureState::Nothing),
        "x" => empty(FigureState::NotApplicable),
        "?" => empty(FigureState::NotReported),
        number => SentAmount {
            state: FigureState::Number,
            value: Some(number.trim_start_matches('~').parse().unwrap()),
            is_estimate: number.starts_with('~'),
        },
    }
}

/// "TQ08=5", "TM01/khac=5+20[2/3]".
fn figure(told: &str) -> SentFigure {
    let (place, said) = told.split_once('=').unwrap();
    let (indicator, split) = place.split_once('/').unwrap_or((place, ""));
    let (said, coverage) = said.split_once('[').map_or((said, None), |(said, coverage)| (said, Some(coverage)));
    let (own, below) = said.split_once('+').map_or((said, None), |(own, below)| (own, Some(below)));
    let coverage = coverage.map(|told| {
        let (reported, expected) = told.trim_end_matches(']').split_once('/').unwrap();
        Coverage { reported: reported.parse().unwrap(), expected: expected.parse().unwrap(), ..Coverage::default() }
    });
    SentFigure {
        indicator: indicator.to_owned(),
        split: split.to_owned(),
        own: amount(own),
        below: below.map(amount),
        coverage,
    }
}

fn payload(name: &str, version: u32) -> ReportPayload {
    ReportPayload {
        campaign: CampaignRef::default(),
        unit: UnitRef {
            uid: String::new(),
            name: name.to_owned(),
            superior: String::new(),
            level: UnitLevel::Grassroots,
        },
        phase: PHASE.to_owned(),
        version,
        sequence: i64::from(version),
        made_at: String::new(),
        is_sent: true,
        cause: VersionCause::First,
        reason: String::new(),
        number: String::new(),
        dated_on: None,
        sent_on: None,
        figures: Vec::new(),
        sections: Vec::new(),
        activities: Vec::new(),
        evidence: Vec::new(),
        printed: Vec::new(),
        is_sample: true,
    }
}

impl Office {
    pub fn consolidation(&self) -> Consolidation {
        self.made.book.consolidation(PHASE, today()).unwrap()
    }

    /// A report as acceptance would keep it, with its entry in the register.
    pub fn take(&mut self, told: &str) -> ReceivedFileId {
        let mut words = told.split_whitespace();
        let head = words.next().unwrap();
        let (name, version) =
            head.split_once(':').map_or((head, 1), |(name, version)| (name, version.parse().unwrap()));
        let report = ReportPayload { figures: words.map(figure).collect(), ..payload(name, version) };
        self.keep(name, &report, &format!("{told} {version}"))
    }

    pub fn take_text(&mut self, name: &str, section: &str, (text, is_own): (&str, bool)) -> ReceivedFileId {
        let section = SentSection {
            code: section.to_owned(),
            number: String::new(),
            title: String::new(),
            text: RichText::from_plain(text),
            is_own,
        };
        let report = ReportPayload { sections: vec![section], ..payload(name, 1) };
        self.keep(name, &report, text)
    }

    fn keep(&mut self, name: &str, report: &ReportPayload, hash: &str) -> ReceivedFileId {
        let unit = self.id(name);
        let head = FileHead {
            unit,
            phase: PHASE.to_owned(),
            version: report.version,
            sequence: report.sequence,
            payload_sha256: hash.to_owned(),
            channel: Channel::Program,
            key: String::new(),
            file_name: format!("{name}.docx"),
            file_sha256: format!("file of {hash}"),
            size: 1,
            received_on: day(2023, 8, 1),
            entered_for: String::new(),
            edits: "[]".to_owned(),
        };
        let connection = Connection::open(self.made.folder.path().join("so.db")).unwrap();
        let campaign = connection.query_row("SELECT max(id) FROM campaign", [], |row| row.get(0)).unwrap();
        let id = store::received_file::add(&connection, CampaignId(campaign), &head, report).unwrap();
        self.enter(name, &receipt(day(2023, 8, 1)));
        id
    }

    pub fn enter(&mut self, name: &str, receipt: &Receipt) {
        let unit = self.id(name);
        self.made.book.set_received(&moment_on(today()), PHASE, &[unit], receipt).unwrap();
    }

    fn own(&mut self, told: &str) {
        let SentFigure { indicator, split, own, .. } = figure(told);
        let input = FigureInput {
            phase: PHASE.to_owned(),
            activity: None,
            indicator,
            split,
            state: own.state,
            text: own.value.map(|value| value.to_string()).unwrap_or_default(),
            is_estimate: own.is_estimate,
        };
        self.made.book.set_figure(&moment_on(today()), &input).unwrap();
    }

    pub fn freeze(&mut self) -> Outcome {
        self.made.book.freeze_consolidation(&moment_on(today()), PHASE, "").unwrap()
    }
}

pub fn line(groups: &[ConsolidationGroup], place: &str) -> ConsolidationRow {
    let (indicator, split) = place.split_once('/').unwrap_or((place, ""));
    let mut rows = groups.iter().flat_map(|group| &group.rows);
    rows.find(|line| line.row.indicator == indicator && line.row.split == split).unwrap().clone()
}

/// "own | below | total (coverage)".
fn said(line: &ConsolidationRow) -> String {
    let cell = |cell: &FigureCell| match (cell.state, cell.is_estimate) {
        (FigureState::Number, true) => format!("~{}", cell.text),
        (FigureState::Number, false) => cell.text.clone(),
        (FigureState::Nothing, _) => "-".to_owned(),
        (FigureState::NotApplicable, _) => "x".to_owned(),
        (FigureState::NotReported, _) => "?".to_owned(),
    };
    let coverage = line.row.coverage.map(|coverage| printed_coverage(&coverage)).unwrap();
    format!("{} | {} | {} ({coverage})", cell(&line.row.own), cell(&line.row.below), cell(&line.row.period))
}

fn printed_coverage(coverage: &Coverage) -> String {
    let Coverage { reported, expected, late, corrected } = coverage;
    format!("{reported}/{expected}, {late} late, {corrected} corrected")
}

struct Case {
    name: &'static str,
    /// What befell the units.
    told: &'static [&'static str],
    ours: &'static [&'static str],
    files: &'static [&'static str],
    /// Units whose report was returned or withdrawn, and those whose came late.
    returned: &'static [&'static str],
    late: &'static [&'static str],
    place: &'static str,
    wanted: &'static str,
}

const NONE: &[&str] = &[];

fn case(name: &'static str, files: &'static [&'static str], place: &'static str, wanted: &'static str) -> Case {
    Case { name, told: NONE, ours: NONE, files, returned: NONE, late: NONE, place, wanted }
}

fn cases() -> Vec<Case> {
    vec![
        case("nothing came", NONE, "TQ08", "? | ? | ? (0/5, 0 late, 0 corrected)"),
        case("a report that is missing is no zero", &["B TQ08=5"], "TQ08", "? | 5 | 5 (1/5, 0 late, 0 corrected)"),
        Case {
            ours: &["TQ08=7"],
            ..case(
                "own and below stay apart",
                &["B TQ08=5", "E TQ08=0"],
                "TQ08",
                "7 | 5 | 12 (2/5, 0 late, 0 corrected)",
            )
        },
        Case {
            returned: &["B"],
            ..case("returned", &["B TQ08=5", "C TQ08=1"], "TQ08", "? | 1 | 1 (1/5, 0 late, 0 corrected)")
        },
        Case { late: &["B"], ..case("late", &["B TQ08=5"], "TQ08", "? | 5 | 5 (1/5, 1 late, 0 corrected)") },
        Case {
            late: &["B"],
            ..case("late, but silent here", &["B TQ09=5", "C TQ08=1"], "TQ08", "? | 1 | 1 (1/5, 0 late, 0 corrected)")
        },
        case(
            "the corrected version counts, whenever it came",
            &["B:2 TQ08=6", "B TQ08=5"],
            "TQ08",
            "? | 6 | 6 (1/5, 0 late, 1 corrected)",
        ),
        case(
            "an office in the middle without figures of its units",
            &["A TQ08=10", "B TQ08=5", "C TQ08=6"],
            "TQ08",
            "? | 21 | 21 (3/5, 0 late, 0 corrected)",
        ),
        case(
            "what it states counts, the files below it are for looking",
            &["A TQ08=10+9[2/2]", "B TQ08=5", "C TQ08=6"],
            "TQ08",
            "? | 19 | 19 (3/5, 0 late, 0 corrected)",
        ),
        case(
            "what it states of figures that nobody here has",
            &["A TQ08=10+9[7/8]"],
            "TQ08",
            "? | 19 | 19 (8/11, 0 late, 0 corrected)",
        ),
        case(
            "it states only that it knows nothing",
            &["A TQ08=10+?[0/2]", "B TQ08=5"],
            "TQ08",
            "? | 15 | 15 (2/5, 0 late, 0 corrected)",
        ),
        case("only zeros", &["B TQ08=0", "C TQ08=-"], "TQ08", "? | 0 | 0 (2/5, 0 late, 0 corrected)"),
        case("nothing of the kind anywhere", &["B TQ08=-", "C TQ08=x"], "TQ08", "? | - | - (2/5, 0 late, 0 corrected)"),
        case("does not apply anywhere", &["B TQ08=x", "C TQ08=?"], "TQ08", "? | x | x (1/5, 0 late, 0 corrected)"),
        case("one estimate", &["B TQ08=~5", "C TQ08=6"], "TQ08", "? | ~11 | ~11 (2/5, 0 late, 0 corrected)"),
        case(
            "splits add up to their line",
            &["B TM01/khac=5 TM01/chu-chot=2", "C TM01/khac=1"],
            "TM01",
            "? | 8 | 8 (2/5, 0 late, 0 corrected)",
        ),
        case(
            "a line of splits, one of them stated",
            &["A TM01/khac=1+4[2/2]", "B TM01/khac=9 TM01/chu-chot=2"],
            "TM01",
            "? | 7 | 7 (3/5, 0 late, 0 corrected)",
        ),
        case(
            "a total of splits that a stranger sent is not taken",
            &["B TM01=100 TM01/khac=5"],
            "TM01",
            "? | 5 | 5 (1/5, 0 late, 0 corrected)",
        ),
        case("the same line twice", &["B TQ08=5 TQ08=500"], "TQ08", "? | 5 | 5 (1/5, 0 late, 0 corrected)"),
        case(
            "percentages of their parts",
            &["B MX05A=1 MX05B=1", "C MX05A=1 MX05B=9"],
            "MX05",
            "? | 20 | 20 (2/5, 0 late, 0 corrected)",
        ),
        Case {
            ours: &["MX05A=8", "MX05B=10"],
            ..case(
                "with our own parts",
                &["B MX05A=1 MX05B=1", "C MX05A=0 MX05B=9"],
                "MX05",
                "80 | 10 | 45 (2/5, 0 late, 0 corrected)",
            )
        },
        Case {
            told: &["1/7 close B"],
            ..case(
                "ended within the phase: what took its place reports",
                &["B TQ08=5", "C TQ08=1"],
                "TQ08",
                "? | 1 | 1 (1/4, 0 late, 0 corrected)",
            )
        },
        Case {
            told: &["5/8 merge B > E"],
            ..case(
                "merged since: counted at its place of then",
                &["B TQ08=5", "E TQ08=1"],
                "TQ08",
                "? | 6 | 6 (2/5, 0 late, 0 corrected)",
            )
        },
        Case {
            told: &["1/7 merge B C > D"],
            ..case(
                "merged within the phase",
                &["B TQ08=5", "D TQ08=30"],
                "TQ08",
                "? | 30 | 30 (1/3, 0 late, 0 corrected)",
            )
        },
    ]
}

#[test]
fn figures_add_up_the_tree_by_the_rules() {
    for case in cases() {
        let mut office = office();
        for told in case.told {
            office.tell(told).unwrap();
        }
        for told in case.ours {
            office.own(told);
        }
        for told in case.files {
            office.take(told);
        }
        for name in case.returned {
            office.enter(name, &Receipt { state: ReceivedState::Returned, ..receipt(day(2023, 8, 1)) });
        }
        for name in case.late {
            office.enter(name, &receipt(day(2023, 8, 15)));
        }
        let line = line(&office.consolidation().groups, case.place);
        assert_eq!(said(&line), case.wanted, "{}", case.name);
    }
}

#[test]
fn reports_without_figures_and_files_that_do_not_count_are_told() {
    let mut office = office();
    office.tell("1/7 close C").unwrap();
    for told in ["A TQ08=1", "B TQ08=2", "C TQ08=4"] {
        office.take(told);
    }
    office.enter("B", &Receipt { state: ReceivedState::Withdrawn, ..receipt(day(2023, 8, 1)) });
    office.enter("D", &Receipt { channel: Channel::Paper, ..receipt(day(2023, 8, 1)) });
    let made = office.consolidation();
    let left_out: Vec<(&str, LeftOutReason)> =
        made.left_out.iter().map(|left| (left.name.as_str(), left.reason)).collect();
    assert_eq!(left_out, [("B", LeftOutReason::Withdrawn), ("C", LeftOutReason::NotThere)]);
    assert_eq!((made.coverage.reported, made.coverage.expected, made.n_without_figures), (1, 4, 1));
}

#[test]
fn a_figure_is_followed_down_to_units_and_evidence() {
    let mut office = office();
    for told in ["A TQ08=10+9[2/2]", "B TQ08=5", "C TQ08=6", "E TQ08=~3"] {
        office.take(told);
    }
    let units = office.made.book.consolidation_units(PHASE, ("TQ08", ""), today()).unwrap();
    let cell = |cell: &FigureCell| cell.text.clone();
    let told: Vec<String> = units
        .units
        .iter()
        .map(|unit| {
            let stated = unit.stated.as_ref().map_or("none".to_owned(), cell);
            let (own, files, total) = (cell(&unit.own), cell(&unit.files), cell(&unit.total));
            let marks = [(unit.counts, "counts"), (unit.differs, "differs")];
            let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| format!(" {mark}")).collect();
            format!("{}: {own}, {stated}/{files} = {total}{marks}", unit.name)
        })
        .collect();
    let wanted = [
        "A: 10, 9/11 = 19 counts differs",
        "B: 5, none/ = 5",
        "C: 6, none/ = 6",
        "D: , none/3 = 3",
        "E: 3, none/ = 3 counts",
    ];
    assert_eq!(told, wanted);
    assert_eq!(units.row.below.text, "22");
    assert_eq!(line(&office.consolidation().groups, "TQ08").n_differences, 1);
    let refused = office.made.book.consolidation_units(PHASE, ("TQ99", ""), today()).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::NotFound);
    let evidence = office.made.book.unit_evidence(PHASE, office.id("E")).unwrap().unwrap();
    assert_eq!((evidence.file_name.as_str(), evidence.evidence.len()), ("E.docx", 0));
    assert_eq!(office.made.book.unit_evidence(PHASE, office.id("D")).unwrap(), None);
}
