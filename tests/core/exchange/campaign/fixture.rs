//! A file of format 1, as it was when the format began. Every later program reads it.

use sotg_core::model::*;

use super::office::*;
use crate::support::{day, empty_book, moment};

const FILE: &str = include_str!("../../../fixtures/exchange/v1/ke-hoach.sotg");

#[test]
fn a_plan_file_of_the_first_format_is_read() {
    let offer = empty_book().book.preview_campaign(FILE.as_bytes(), None, moment().today).unwrap();
    assert_eq!((offer.version, offer.issued_on, offer.is_sample), (1, day(2023, 8, 20), true));
    assert_eq!(offer.fingerprint, "27A1-8C41-42F4-1422");
    assert_eq!(offer.plan.code, "383-lai-chau-2022");
    let mut made = begun(FILE, &offer.units[0].name);
    let again = made.book.preview_campaign(FILE.as_bytes(), None, moment().today).unwrap();
    assert_eq!((again.standing, again.changes), (OfferStanding::Same, Vec::new()));
    assert_eq!(made.book.state(moment().today, moment().today).unwrap().n_units, offer.units[0].n_below);
    let input = TakeCampaign { unit: offer.units[0].uid.clone(), beginning: None };
    assert_eq!(made.book.take_campaign(&moment(), FILE, &input).unwrap().step, None);
}
