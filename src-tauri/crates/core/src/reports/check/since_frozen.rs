//! What came after the cut-off: the report says what was frozen, and whoever signs it should know that there is more by now.

use super::{CheckInput, Found};
use crate::model::{CheckRule, FindingPlace};
use crate::text::short_date;

pub(super) fn find(input: &CheckInput) -> Vec<Found> {
    let changes = input.since_frozen.filter(|changes| !changes.units.is_empty() || !changes.figures.is_empty());
    let found = changes.map(|changes| {
        Found::look(CheckRule::ChangedSinceFrozen, FindingPlace::Consolidation)
            .with("on", short_date(changes.frozen.frozen_on))
            .with("units", changes.units.len())
            .with("figures", changes.figures.len())
    });
    found.into_iter().collect()
}
