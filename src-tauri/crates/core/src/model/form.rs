//! The official form (thể thức) as data: paper, letters, heads and signature of a time, and what a document does against it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::UnitLevel;

/// A form of official documents, with the days on which it holds. The words of the file are the names of the fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FormProfile {
    /// Code: "qd-933-2024".
    pub code: String,
    /// Name as lists show it.
    pub name: String,
    /// The document that lays it down; empty for one of the office's own.
    pub document: String,
    /// First day on which it holds; `None`: since ever.
    pub valid_from: Option<NaiveDate>,
    /// Last day on which it holds; `None`: until now.
    pub valid_until: Option<NaiveDate>,
    /// Fields of this profile that no text we have read lays down: "margins", "heads[0].superior" … Shown as "chưa rõ".
    pub unclear: Vec<String>,
    /// Lines of the signature.
    pub signature: SignatureForm,
    /// Symbol of a report: "{type}-{unit}" gives BC-LĐLĐ.
    pub report_symbol: String,
    /// Last line of "Nơi nhận"; empty takes the one of the plan.
    pub filed: String,
    /// Margins of the paper, which is A4.
    pub margins: FormMargins,
    /// Indent, gaps and lines of running text.
    pub text: FormText,
    /// Sizes of letters.
    pub sizes: FormSizes,
    /// What heads and signatures say by level; a unit's own settings win.
    pub heads: Vec<LevelHead>,
}

impl FormProfile {
    /// True on a day on which the form holds.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_until.is_none_or(|until| day <= until)
    }

    /// What the form proposes for the head of a unit of that level.
    pub fn head_of(&self, level: UnitLevel) -> Option<&LevelHead> {
        self.heads.iter().find(|head| head.levels.contains(&level))
    }

    /// Symbol of a document of that type: "BC" of the unit "LĐLĐ" gives "BC-LĐLĐ".
    pub fn symbol_of(&self, kind: &str, unit: &str) -> String {
        self.report_symbol.replace("{type}", kind).replace("{unit}", unit)
    }
}

/// Margins in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FormMargins {
    /// At the top.
    pub top: u8,
    /// At the bottom.
    pub bottom: u8,
    /// At the left.
    pub left: u8,
    /// At the right.
    pub right: u8,
}

/// How running text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FormText {
    /// Indent of the first line: the form knows two.
    pub indent: Indent,
    /// Space below a paragraph, in points.
    pub gap: u8,
    /// Height of a line in per cent of a single one.
    pub line: u8,
}

/// Indent of the first line of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Indent {
    /// 1 cm.
    #[serde(rename = "1cm")]
    Narrow,
    /// 1,27 cm.
    #[serde(rename = "1.27cm")]
    Wide,
}

/// How many lines stand above a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SignatureForm {
    /// "TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH": as the documents of the union have it.
    TwoLines,
    /// With "KT. CHỦ TỊCH" between them for a deputy, as State bodies have it.
    ThreeLines,
}

/// Sizes of letters in points, named by what they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FormSizes {
    /// Quốc hiệu.
    pub country: u8,
    /// Tiêu ngữ.
    pub motto: u8,
    /// The body above the one that issues.
    pub superior: u8,
    /// The body that issues.
    pub issuer: u8,
    /// "Số: 05/BC-LĐLĐ".
    pub number: u8,
    /// Place and day.
    pub place: u8,
    /// "BÁO CÁO".
    pub title: u8,
    /// What a report is about.
    pub subject: u8,
    /// "V/v" of an official letter.
    pub letter_subject: u8,
    /// "Kính gửi:".
    pub addressee: u8,
    /// Running text and its headings.
    pub body: u8,
    /// Authority, title and name of who signs.
    pub signature: u8,
    /// "Nơi nhận:".
    pub recipients_label: u8,
    /// The lines below it.
    pub recipients: u8,
    /// "Phụ lục I".
    pub annex_word: u8,
    /// Title of an annex.
    pub annex_title: u8,
    /// "(Kèm theo …)".
    pub annex_note: u8,
    /// Cells of a table.
    pub table: u8,
    /// Number of a page.
    pub page_number: u8,
}

/// What heads and signatures of units of some levels say. A proposal: the settings of the unit win.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct LevelHead {
    /// Which levels.
    pub levels: Vec<UnitLevel>,
    /// The line above, as the names of such bodies begin or as they are; "…" where the name of a place follows.
    pub superior: String,
    /// The line of the unit itself, likewise.
    pub issuer: String,
    /// Letters of the unit in symbols.
    pub symbol: String,
    /// For whom its head signs.
    pub authority: String,
}

/// A form that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct KnownForm {
    /// What it says.
    pub profile: FormProfile,
    /// True for one that this office made; the others come with the program and cannot be changed.
    pub is_own: bool,
    /// True for the one that a document of today takes.
    pub holds: bool,
}

/// The forms that can be chosen, and within what a number of one of them must stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FormList {
    /// The forms: the office's own first, then the newest.
    pub forms: Vec<KnownForm>,
    /// The limits of NĐ 30/2020, Phụ lục I.
    pub limits: Vec<FormLimit>,
}

/// Within what a number of a form must stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FormLimit {
    /// The field: "margins.top".
    pub field: String,
    /// Least.
    pub from: u8,
    /// Most.
    pub to: u8,
}

/// Which form a report takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReportForm {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// True if the official chose it; false if it holds on the day of the report.
    pub is_chosen: bool,
}

/// Something in a document that is not as the form wants it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FormFinding {
    /// What is wrong.
    pub rule: FormRule,
    /// Where.
    pub place: FormPlace,
    /// What stands there.
    pub found: String,
    /// What the form wants instead; empty where only the official can say.
    pub expected: String,
}

/// A place in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum FormPlace {
    /// Body above ours.
    Superior,
    /// Our unit.
    Issuer,
    /// Number and symbol.
    Number,
    /// Place before the day.
    Place,
    /// What the report is about.
    Subject,
    /// A line after "Kính gửi:", from 0.
    Addressee {
        /// Which.
        index: u32,
    },
    /// A text, the opening included.
    Section {
        /// Its code.
        code: String,
    },
    /// A line after "Nơi nhận:", from 0.
    Recipient {
        /// Which.
        index: u32,
    },
    /// Who signs.
    Signer,
    /// An annex, from 0.
    Annex {
        /// Which.
        index: u32,
    },
}

/// A rule of the form about what a report says (NĐ 30/2020, Phụ lục I to III; DOMAIN.md, A.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FormRule {
    /// The line of the superior body is missing.
    SuperiorMissing,
    /// A number below 10 has one zero before it, and no more.
    NumberZero,
    /// A number is figures, perhaps with one letter.
    NumberForm,
    /// No spaces around "/" and "-" in a symbol.
    SymbolSpaces,
    /// Letters of a symbol are capitals.
    SymbolCapitals,
    /// The type in a symbol is one of the abbreviations of Phụ lục III, for a report BC.
    SymbolType,
    /// A day below 10 and the months 1 and 2 have a zero, no other month has.
    DateZero,
    /// The name of the place begins with a capital.
    PlaceCapital,
    /// A named type of document has no "V/v".
    SubjectReference,
    /// What the document is about ends without a full stop.
    SubjectStop,
    /// A report to a superior body has "Kính gửi".
    AddresseeMissing,
    /// Who has "Kính gửi" has "Như trên" or "Như kính gửi" first among the recipients.
    AsAboveMissing,
    /// The last line of "Nơi nhận" begins with "Lưu:".
    FiledMissing,
    /// Nothing follows the line "Lưu:".
    FiledNotLast,
    /// The power of who signs is "TM.", "KT.", "TL.", "TUQ.", "Q." with its dot, and capitals.
    AuthorityForm,
    /// No "KT." beside "TM." unless the form has three lines.
    ActingLine,
    /// A name above a signature has no academic or honorary title.
    SignerHonours,
    /// The mark "./." closes the text and stands nowhere else.
    EndMark,
    /// Headings are numbered I, II, III …; 1, 2, 3 …; 1.1, 1.2 …
    HeadingNumber,
    /// "điểm a khoản 2 Điều 5".
    ClauseLetters,
    /// Names of holidays have their capitals.
    HolidayLetters,
    /// The first mention of a document says type, number, day, issuer and what it is about.
    CitationIncomplete,
    /// An annex has a title.
    AnnexTitle,
}

impl FormRule {
    /// Every rule.
    pub const ALL: [FormRule; 23] = [
        FormRule::SuperiorMissing,
        FormRule::NumberZero,
        FormRule::NumberForm,
        FormRule::SymbolSpaces,
        FormRule::SymbolCapitals,
        FormRule::SymbolType,
        FormRule::DateZero,
        FormRule::PlaceCapital,
        FormRule::SubjectReference,
        FormRule::SubjectStop,
        FormRule::AddresseeMissing,
        FormRule::AsAboveMissing,
        FormRule::FiledMissing,
        FormRule::FiledNotLast,
        FormRule::AuthorityForm,
        FormRule::ActingLine,
        FormRule::SignerHonours,
        FormRule::EndMark,
        FormRule::HeadingNumber,
        FormRule::ClauseLetters,
        FormRule::HolidayLetters,
        FormRule::CitationIncomplete,
        FormRule::AnnexTitle,
    ];
}
