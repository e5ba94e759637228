//! The command line on real books.
