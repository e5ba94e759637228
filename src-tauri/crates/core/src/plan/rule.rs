//! Rules between figures, as a plan gives them for the check before signing.

/// One of the things that a rule between figures compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleTerm {
    /// The figure of an indicator, or of one of its splits.
    Figure {
        /// Code of the indicator.
        indicator: String,
        /// Code of the split; empty for the whole.
        split: String,
    },
    /// Links that were kept as evidence of activities of the phase.
    Links,
}

/// What a rule says of its two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The left is not more than the right.
    AtMost,
    /// The left is not less than the right.
    AtLeast,
    /// Both are the same.
    Equals,
    /// Where there is something at the left, there is something at the right.
    Needs,
}

/// Of which time the figures of a rule are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleSpan {
    /// Of the phase.
    Period,
    /// From the first phase to this one.
    Cumulative,
}

/// Something that must hold between figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureRule {
    /// Code.
    pub code: String,
    /// Left side.
    pub left: RuleTerm,
    /// What is said of both.
    pub relation: Relation,
    /// Right side: these together.
    pub right: Vec<RuleTerm>,
    /// A number at the right instead, in hundredths.
    pub number: Option<i64>,
    /// Of which time.
    pub span: RuleSpan,
    /// True where the contrary cannot be; otherwise it is only improbable.
    pub must: bool,
    /// The sentence that the official reads where it does not hold.
    pub because: String,
}
