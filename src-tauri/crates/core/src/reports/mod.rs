//! Phase reports: what they say, and what becomes of them.

pub mod compose;
