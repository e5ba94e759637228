//! Chance that falls the same way every time, so that two sample books of one size are the same.

/// SplitMix64: a few lines, no state but a number.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new() -> Dice {
        Dice(383)
    }

    /// Dice of a thing's own: what falls for it does not hang on what fell before.
    pub(super) fn of(name: &str) -> Dice {
        let mix = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        Dice(name.bytes().fold(0xcbf2_9ce4_8422_2325, mix))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `first` to `last`.
    pub(super) fn between(&mut self, first: u32, last: u32) -> u32 {
        let size = u64::from(last.saturating_sub(first)) + 1;
        first + u32::try_from(self.next() % size).unwrap_or_default()
    }

    /// True so many times in a hundred.
    pub(super) fn percent(&mut self, percent: u32) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of several, each as often as its weight says.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T], weight: impl Fn(&T) -> u32) -> Option<&'a T> {
        let sum: u32 = from.iter().map(&weight).sum();
        let mut left = self.between(1, sum.max(1));
        from.iter().find(|item| {
            let weight = weight(item);
            let is_it = left <= weight;
            left = left.saturating_sub(weight);
            is_it
        })
    }
}
