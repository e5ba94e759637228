//! Lengths on paper.
//!
//! Whole numbers, so that sums are exact and the same document always gives the same bytes. A twentieth of a point is fine
//! enough for every rule of the official form, and is the unit of the Word format.

use std::ops::{Add, Sub};

/// A length on paper, in twentieths of a point.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Length(i32);

impl Length {
    /// No length.
    pub const ZERO: Length = Length(0);

    /// So many twentieths of a point.
    pub const fn twentieths(count: i32) -> Length {
        Length(count)
    }

    /// So many points.
    pub const fn points(count: i32) -> Length {
        Length(count * 20)
    }

    /// So many millimetres.
    pub const fn millimetres(count: i32) -> Length {
        Length((count * 14_400 + 127) / 254)
    }

    /// The length in twentieths of a point.
    pub const fn in_twentieths(self) -> i32 {
        self.0
    }

    /// This length times `numerator / denominator`.
    #[must_use]
    pub const fn scaled(self, numerator: i32, denominator: i32) -> Length {
        Length((self.0 as i64 * numerator as i64 / denominator as i64) as i32)
    }
}

impl Add for Length {
    type Output = Length;
    fn add(self, other: Length) -> Length {
        Length(self.0 + other.0)
    }
}

impl Sub for Length {
    type Output = Length;
    fn sub(self, other: Length) -> Length {
        Length(self.0 - other.0)
    }
}

impl std::iter::Sum for Length {
    fn sum<I: Iterator<Item = Length>>(lengths: I) -> Length {
        lengths.fold(Length::ZERO, Add::add)
    }
}
