//! The plan file: issued, opened, amended.

mod amendments;
mod fixture;
mod office;
mod refusals;
mod round_trip;
