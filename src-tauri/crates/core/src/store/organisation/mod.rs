//! Units below ours: who they are, where they stood and when, what came out of them, whom one calls there.

pub mod contact;
pub mod descent;
pub mod kind;
pub mod span;
pub mod unit;
