//! The report as a file: what a unit sends.
