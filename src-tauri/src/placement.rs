//! Where the window is put: where it was, but always on a screen that exists, and with its title bar in reach. Pure; the screens
//! come as arguments.
//!
//! Places are in the dots of the screens, because only those are the same for all screens together. Sizes are in the points of
//! the page, so that a window is as large on a screen with finer dots.

use serde::{Deserialize, Serialize};

/// Where a window is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Placement {
    /// Left edge of the frame, in dots; less than 0 on a screen that stands left of the first.
    pub x: i32,
    /// Upper edge of the frame, in dots.
    pub y: i32,
    /// Of the page, in points; of a window that fills its screen it is the size that it goes back to.
    pub size: Size,
    /// It fills its screen.
    pub is_maximized: bool,
}

/// Width and height.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From above to below.
    pub height: f64,
}

/// A screen, without what the desktop keeps for itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Screen {
    /// Left edge, in dots.
    pub x: f64,
    /// Upper edge, in dots.
    pub y: f64,
    /// In dots.
    pub size: Size,
    /// Dots of a point.
    pub scale: f64,
}

/// What a window wants, in points.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// At the first start.
    pub size: Size,
    /// The smallest that the page is made for.
    pub least: Size,
    /// What the frame adds.
    pub frame: Size,
}

/// Of the title bar so much must be on a screen, in points: enough to take hold of.
const REACH: Size = Size { width: 120.0, height: 16.0 };
const TITLE_BAR: f64 = 32.0;

/// Where to put a window that was at `kept`; the first of `screens` is the main one. None if there is no screen to speak of: then
/// the system decides.
pub fn fit(kept: Option<Placement>, screens: &[Screen], wish: &Wish) -> Option<Placement> {
    let shown = kept
        .and_then(|kept| Some((kept, *screens.iter().max_by(|a, b| a.overlap(&kept).total_cmp(&b.overlap(&kept)))?)));
    match shown {
        Some((kept, screen)) if screen.overlap(&kept) > 0.0 => Some(screen.pull_in(&kept, wish)),
        _ => screens.first().map(|screen| screen.middle(kept, wish)),
    }
}

impl Screen {
    /// How much of the window's title bar is on this screen; 0 if it is too little to take hold of.
    fn overlap(&self, kept: &Placement) -> f64 {
        let (x, y) = (f64::from(kept.x), f64::from(kept.y));
        let along = |from: f64, length: f64, start: f64, room: f64| (from + length).min(start + room) - from.max(start);
        let width = along(x, kept.size.width * self.scale, self.x, self.size.width);
        let height = along(y, TITLE_BAR * self.scale, self.y, self.size.height);
        let is_enough = width >= REACH.width * self.scale && height >= REACH.height * self.scale;
        if is_enough { width * height } else { 0.0 }
    }

    /// The size for the page that this screen has room for, in points.
    fn room(&self, wish: &Wish) -> Size {
        Size {
            width: self.size.width / self.scale - wish.frame.width,
            height: self.size.height / self.scale - wish.frame.height,
        }
    }

    fn pull_in(&self, kept: &Placement, wish: &Wish) -> Placement {
        let size = kept.size.at_least(wish.least).at_most(self.room(wish));
        let (right, below) = self.free(size, wish);
        let x = f64::from(kept.x).min(self.x + right).max(self.x);
        let y = f64::from(kept.y).min(self.y + below).max(self.y);
        place(x, y, size, kept.is_maximized)
    }

    /// In the middle; a window that does not fit as it wants fills the screen.
    fn middle(&self, kept: Option<Placement>, wish: &Wish) -> Placement {
        let room = self.room(wish);
        let wanted = kept.map_or(wish.size, |kept| kept.size.at_least(wish.least));
        let is_too_large = wish.size.width > room.width || wish.size.height > room.height;
        let size = wanted.at_most(room);
        let (right, below) = self.free(size, wish);
        place(self.x + right / 2.0, self.y + below / 2.0, size, kept.map_or(is_too_large, |kept| kept.is_maximized))
    }

    /// Dots that a window of this size leaves free, across and down.
    fn free(&self, size: Size, wish: &Wish) -> (f64, f64) {
        let width = self.size.width - (size.width + wish.frame.width) * self.scale;
        let height = self.size.height - (size.height + wish.frame.height) * self.scale;
        (width.max(0.0), height.max(0.0))
    }
}

impl Size {
    fn at_least(self, least: Size) -> Size {
        Size { width: self.width.max(least.width), height: self.height.max(least.height) }
    }

    fn at_most(self, most: Size) -> Size {
        Size { width: self.width.min(most.width), height: self.height.min(most.height) }
    }
}

fn place(x: f64, y: f64, size: Size, is_maximized: bool) -> Placement {
    // A number that no screen has becomes the largest that there is.
    Placement { x: x.round() as i32, y: y.round() as i32, size, is_maximized }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WISH: Wish = Wish { size: size(1366.0, 768.0), least: size(1024.0, 600.0), frame: size(16.0, 39.0) };

    const fn size(width: f64, height: f64) -> Size {
        Size { width, height }
    }

    const fn screen(x: f64, y: f64, width: f64, height: f64, scale: f64) -> Screen {
        Screen { x, y, size: size(width, height), scale }
    }

    const fn at(x: i32, y: i32, width: f64, height: f64) -> Placement {
        Placement { x, y, size: size(width, height), is_maximized: false }
    }

    const fn full(placement: Placement) -> Placement {
        Placement { is_maximized: true, ..placement }
    }

    const FULL_HD: Screen = screen(0.0, 0.0, 1920.0, 1040.0, 1.0);
    const SMALL: Screen = screen(0.0, 0.0, 1366.0, 728.0, 1.0);
    const FINE: Screen = screen(0.0, 0.0, 2880.0, 1740.0, 2.0);
    const LEFT: Screen = screen(-1280.0, 100.0, 1280.0, 1024.0, 1.0);
    const RIGHT: Screen = screen(1920.0, 0.0, 2560.0, 1400.0, 1.0);

    #[test]
    fn at_the_first_start_it_lies_in_the_middle_of_the_main_screen_or_fills_a_small_one() {
        for (screens, wanted) in [
            (&[FULL_HD][..], at(269, 117, 1366.0, 768.0)),
            (&[FULL_HD, LEFT], at(269, 117, 1366.0, 768.0)),
            (&[RIGHT, FULL_HD], at(2509, 297, 1366.0, 768.0)),
            (&[FINE], at(58, 63, 1366.0, 768.0)),
            (&[SMALL], full(at(0, 0, 1350.0, 689.0))),
            (&[screen(0.0, 40.0, 1280.0, 760.0, 1.0)], full(at(0, 40, 1264.0, 721.0))),
            (&[screen(0.0, 0.0, 1920.0, 1040.0, 1.5)], full(at(0, 0, 1264.0, 1040.0 / 1.5 - 39.0))),
            (&[screen(0.0, 0.0, 800.0, 560.0, 1.0)], full(at(0, 0, 784.0, 521.0))),
        ] {
            assert_eq!(fit(None, screens, &WISH), Some(wanted), "{screens:?}");
        }
        assert_eq!(fit(None, &[], &WISH), None, "the system decides");
    }

    #[test]
    fn it_comes_back_where_it_was_if_that_is_still_on_a_screen() {
        for (kept, screens) in [
            (at(100, 80, 1200.0, 700.0), &[FULL_HD][..]),
            (full(at(100, 80, 1200.0, 700.0)), &[FULL_HD]),
            (at(-1200, 150, 1100.0, 700.0), &[FULL_HD, LEFT]),
            (full(at(-1280, 100, 1100.0, 700.0)), &[FULL_HD, LEFT]),
            (at(2000, 10, 1800.0, 1000.0), &[FULL_HD, RIGHT]),
            (at(0, 0, 1350.0, 689.0), &[SMALL]),
            (at(400, 50, 1200.0, 800.0), &[FINE]),
        ] {
            assert_eq!(fit(Some(kept), screens, &WISH), Some(kept), "{kept:?}");
        }
    }

    #[test]
    fn a_window_whose_screen_is_gone_lies_in_the_middle_of_the_main_one() {
        let middle = at(352, 150, 1200.0, 701.0);
        for kept in [
            at(2500, 200, 1200.0, 701.0),
            at(-1250, 200, 1200.0, 701.0),
            at(1900, 200, 1200.0, 701.0),
            at(100, 1039, 1200.0, 701.0),
            at(100, -500, 1200.0, 701.0),
            at(i32::MAX, i32::MIN, 1200.0, 701.0),
        ] {
            assert_eq!(fit(Some(kept), &[FULL_HD], &WISH), Some(middle), "{kept:?}");
        }
        let kept = full(at(2500, 200, 1200.0, 701.0));
        assert_eq!(fit(Some(kept), &[FULL_HD], &WISH), Some(full(middle)), "and fills it, if it filled its own");
    }

    #[test]
    fn a_window_that_hangs_over_an_edge_is_pulled_in() {
        for (kept, wanted) in [
            (at(1700, 80, 1200.0, 700.0), at(704, 80, 1200.0, 700.0)),
            (at(-900, 80, 1200.0, 700.0), at(0, 80, 1200.0, 700.0)),
            (at(100, 1000, 1200.0, 700.0), at(100, 301, 1200.0, 700.0)),
            (at(100, -10, 1200.0, 700.0), at(100, 0, 1200.0, 700.0)),
        ] {
            assert_eq!(fit(Some(kept), &[FULL_HD], &WISH), Some(wanted), "{kept:?}");
        }
    }

    #[test]
    fn a_size_that_fits_no_more_or_makes_no_sense_is_corrected() {
        for (kept, screens, wanted) in [
            (at(100, 80, 1800.0, 900.0), &[SMALL], at(0, 0, 1350.0, 689.0)),
            (at(100, 80, 1e300, 1e300), &[FULL_HD], at(0, 0, 1904.0, 1001.0)),
            (at(100, 80, 200.0, -5.0), &[FULL_HD], at(100, 80, 1024.0, 600.0)),
            // Kept on a coarse screen, shown on a fine one: as many points, twice the dots.
            (at(1400, 80, 1024.0, 700.0), &[FINE], at(800, 80, 1024.0, 700.0)),
        ] {
            assert_eq!(fit(Some(kept), screens, &WISH), Some(wanted), "{kept:?}");
        }
    }

    #[test]
    fn wherever_it_was_its_title_bar_can_be_reached() {
        let screens = [FULL_HD, LEFT, RIGHT];
        for x in (-4000..6000).step_by(97) {
            for y in (-1500..2500).step_by(89) {
                let placed = fit(Some(at(x, y, 1200.0, 700.0)), &screens, &WISH).unwrap();
                let is_inside = |screen: &Screen| {
                    let (x, y) = (f64::from(placed.x), f64::from(placed.y));
                    x >= screen.x
                        && y >= screen.y
                        && x < screen.x + screen.size.width
                        && y < screen.y + screen.size.height
                };
                assert!(screens.iter().any(is_inside), "{x} {y}: {placed:?}");
            }
        }
    }
}
