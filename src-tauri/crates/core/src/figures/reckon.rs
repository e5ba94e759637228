//! Adding amounts that may be empty in three ways, and percentages. Pure.

use crate::model::{FigureState, SentAmount};

/// A number or a kind of empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) state: FigureState,
    pub(crate) value: Option<i64>,
    pub(crate) is_estimate: bool,
}

impl Default for Amount {
    fn default() -> Self {
        Amount { state: FigureState::NotReported, value: None, is_estimate: false }
    }
}

impl Amount {
    pub(crate) fn is_reported(&self) -> bool {
        self.state != FigureState::NotReported
    }
}

impl From<SentAmount> for Amount {
    /// What a stranger sent is taken for what it says: a number without digits says nothing, and no other kind has digits.
    fn from(sent: SentAmount) -> Amount {
        let SentAmount { state, value, is_estimate } = sent;
        match (state, value) {
            (FigureState::Number, Some(_)) => Amount { state, value, is_estimate },
            (FigureState::Number, None) | (FigureState::NotReported, _) => Amount::default(),
            (FigureState::Nothing | FigureState::NotApplicable, _) => Amount { state, value: None, is_estimate: false },
        }
    }
}

impl From<Amount> for SentAmount {
    fn from(amount: Amount) -> SentAmount {
        SentAmount { state: amount.state, value: amount.value, is_estimate: amount.is_estimate }
    }
}

/// How much a state says: a number more than "nothing", that more than "does not apply", that more than silence.
fn weight(state: FigureState) -> u8 {
    match state {
        FigureState::Number => 3,
        FigureState::Nothing => 2,
        FigureState::NotApplicable => 1,
        FigureState::NotReported => 0,
    }
}

/// The sum: of the numbers, if there is one; otherwise whichever kind of empty says most. Silence is never a zero.
pub(crate) fn add(amounts: impl Iterator<Item = Amount>) -> Amount {
    amounts.fold(Amount::default(), |sum, amount| {
        let state = if weight(amount.state) > weight(sum.state) { amount.state } else { sum.state };
        let value = match (sum.value, amount.value) {
            (Some(left), Some(right)) => Some(left.saturating_add(right)),
            (left, right) => left.or(right),
        };
        Amount { state, value, is_estimate: sum.is_estimate || amount.is_estimate }
    })
}

/// Numerator of denominator in percent, rounded half up to `decimals`; not reported unless both are numbers and there is
/// something to divide by.
pub(crate) fn percentage(numerator: Amount, denominator: Amount, decimals: u8) -> Amount {
    let (Some(part), Some(whole)) = (numerator.value, denominator.value.filter(|whole| *whole > 0)) else {
        return Amount::default();
    };
    let scale = 100 * 10_i128.pow(u32::from(decimals));
    let (part, whole) = (i128::from(part), i128::from(whole));
    let value = i64::try_from((2 * part * scale + whole) / (2 * whole)).ok();
    let is_estimate = numerator.is_estimate || denominator.is_estimate;
    Amount { state: FigureState::Number, value, is_estimate }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: i64) -> Amount {
        Amount { state: FigureState::Number, value: Some(value), is_estimate: false }
    }

    fn empty(state: FigureState) -> Amount {
        Amount { state, value: None, is_estimate: false }
    }

    #[test]
    fn sums_add_numbers_and_never_make_a_zero_of_silence() {
        use FigureState::{NotApplicable, NotReported, Nothing};
        let cases = [
            (vec![], empty(NotReported)),
            (vec![empty(NotReported), empty(NotReported)], empty(NotReported)),
            (vec![number(0)], number(0)),
            (vec![number(3), empty(NotReported), number(4)], number(7)),
            (vec![number(3), empty(Nothing)], number(3)),
            (vec![empty(NotApplicable), empty(Nothing)], empty(Nothing)),
            (vec![empty(NotReported), empty(NotApplicable)], empty(NotApplicable)),
        ];
        for (amounts, expected) in cases {
            assert_eq!(add(amounts.clone().into_iter()), expected, "{amounts:?}");
        }
    }

    #[test]
    fn one_estimate_makes_the_sum_an_estimate() {
        let estimate = Amount { is_estimate: true, ..number(5) };
        assert!(add([number(1), estimate].into_iter()).is_estimate);
    }

    #[test]
    fn a_percentage_is_reckoned_from_its_parts() {
        let cases =
            [(1, 3, 1, Some(333)), (2, 3, 1, Some(667)), (42, 42, 1, Some(1000)), (1, 8, 0, Some(13)), (5, 0, 1, None)];
        for (part, whole, decimals, expected) in cases {
            assert_eq!(percentage(number(part), number(whole), decimals).value, expected, "{part} of {whole}");
        }
        let silent = percentage(number(1), Amount::default(), 1);
        assert!(!silent.is_reported(), "a part that nobody reported gives no percentage");
    }
}
