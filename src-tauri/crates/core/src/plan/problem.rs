//! What can be wrong with a template.

use serde::Serialize;

/// What is wrong with a field of a template; its code stands in the field `problem` of the refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "PlanProblem"))]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// The file is not TOML at that line.
    Syntax,
    /// A field that the format does not have.
    UnknownField,
    /// A text where a number is expected, and the like.
    WrongType,
    /// A field that must be there is not.
    Missing,
    /// A text or a list must not be empty.
    Empty,
    /// A text is not composed (NFC), has spaces around it, or control characters in it.
    UncleanText,
    /// A text is longer than it may be.
    TooLong,
    /// A code has other signs than letters, digits, dot, hyphen and underscore, or is a reserved word.
    BadCode,
    /// The code was used before.
    DuplicateCode,
    /// The title was used before in the same phase.
    DuplicateTitle,
    /// The code is not declared in this template.
    UnknownCode,
    /// The milestone is declared further down.
    LaterCode,
    /// One of a closed set was expected.
    UnknownValue,
    /// Not a day of the calendar.
    BadDate,
    /// Neither a day nor "code.start + 3" or "code.end - 3".
    BadRule,
    /// A milestone that is not unknown needs its day.
    DateNeeded,
    /// An unknown milestone must not have a day.
    DateNotWanted,
    /// The end lies before the start.
    DatesOutOfOrder,
    /// A number lies outside of what makes sense.
    OutOfRange,
    /// A number is not the next one of its row.
    OutOfOrder,
    /// A placeholder in braces is missing.
    PlaceholderMissing,
    /// A placeholder in braces that nobody fills.
    UnknownPlaceholder,
    /// The field makes no sense beside the others.
    NotWanted,
    /// No activity serves the content.
    Unserved,
}

impl Problem {
    /// Every problem.
    pub const ALL: [Problem; 24] = [
        Problem::Syntax,
        Problem::UnknownField,
        Problem::WrongType,
        Problem::Missing,
        Problem::Empty,
        Problem::UncleanText,
        Problem::TooLong,
        Problem::BadCode,
        Problem::DuplicateCode,
        Problem::DuplicateTitle,
        Problem::UnknownCode,
        Problem::LaterCode,
        Problem::UnknownValue,
        Problem::BadDate,
        Problem::BadRule,
        Problem::DateNeeded,
        Problem::DateNotWanted,
        Problem::DatesOutOfOrder,
        Problem::OutOfRange,
        Problem::OutOfOrder,
        Problem::PlaceholderMissing,
        Problem::UnknownPlaceholder,
        Problem::NotWanted,
        Problem::Unserved,
    ];

    /// The code under which the catalogues have the words.
    pub fn as_str(self) -> &'static str {
        match self {
            Problem::Syntax => "syntax",
            Problem::UnknownField => "unknown_field",
            Problem::WrongType => "wrong_type",
            Problem::Missing => "missing",
            Problem::Empty => "empty",
            Problem::UncleanText => "unclean_text",
            Problem::TooLong => "too_long",
            Problem::BadCode => "bad_code",
            Problem::DuplicateCode => "duplicate_code",
            Problem::DuplicateTitle => "duplicate_title",
            Problem::UnknownCode => "unknown_code",
            Problem::LaterCode => "later_code",
            Problem::UnknownValue => "unknown_value",
            Problem::BadDate => "bad_date",
            Problem::BadRule => "bad_rule",
            Problem::DateNeeded => "date_needed",
            Problem::DateNotWanted => "date_not_wanted",
            Problem::DatesOutOfOrder => "dates_out_of_order",
            Problem::OutOfRange => "out_of_range",
            Problem::OutOfOrder => "out_of_order",
            Problem::PlaceholderMissing => "placeholder_missing",
            Problem::UnknownPlaceholder => "unknown_placeholder",
            Problem::NotWanted => "not_wanted",
            Problem::Unserved => "unserved",
        }
    }
}
