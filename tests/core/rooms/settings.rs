//! The first start, our unit, signers, the look of the window, the sample book.

use sotg_core::ErrorCode;
use sotg_core::book::Book;
use sotg_core::model::*;
use sotg_core::sample;

use crate::refusal;
use crate::support::{book, day, empty_book, moment, moment_on, set_up, unit};

#[test]
fn a_book_is_set_up_once_and_all_of_it_or_nothing() {
    let mut made = empty_book();
    let wrong = SetUp { unit: OurUnit { place: " ".to_owned(), ..unit() }, ..set_up() };
    let error = made.book.set_up(&moment(), &wrong).unwrap_err();
    assert_eq!((error.code(), error.fields()["field"].as_str()), (ErrorCode::Required, "place"));
    let nameless = SetUp { signer: Signer { name: String::new(), ..crate::support::signer() }, ..set_up() };
    let error = made.book.set_up(&moment(), &nameless).unwrap_err();
    assert_eq!(error.fields()["field"], "signer.name", "not taken for the name of the unit");
    assert!(!made.book.is_set_up());
    let unknown = SetUp { plan: PlanChoice::BuiltIn("999".to_owned()), ..set_up() };
    assert_eq!(refusal(made.book.set_up(&moment(), &unknown)), ErrorCode::NotFound);
    made.book.set_up(&moment(), &set_up()).unwrap();
    assert_eq!(refusal(made.book.set_up(&moment(), &set_up())), ErrorCode::AlreadySetUp);
}

#[test]
fn an_empty_book_says_that_it_is_not_set_up() {
    let made = empty_book();
    assert_eq!(refusal(made.book.overview(moment().today)), ErrorCode::NotSetUp);
    let state = made.book.state(moment().today, moment().today).unwrap();
    assert!(state.unit.is_none() && state.campaign.is_none());
}

#[test]
fn a_name_of_300_characters_in_decomposed_letters_is_kept_composed() {
    let mut made = book();
    let name = "Liên đoàn ".repeat(29) + "Lao động 12";
    assert!(name.chars().count() <= 301);
    let name: String = name.chars().take(299).collect();
    let decomposed = unicode_normalization::UnicodeNormalization::nfd(name.as_str()).collect::<String>();
    made.book.set_unit(&moment(), &OurUnit { name: decomposed + "\u{0}", ..unit() }).unwrap();
    let kept = made.book.state(moment().today, moment().today).unwrap().unit.unwrap();
    assert_eq!(kept.name, name.trim_end());
    let longer = OurUnit { name: "Đ".repeat(301), ..unit() };
    assert_eq!(refusal(made.book.set_unit(&moment(), &longer)), ErrorCode::TooLong);
}

#[test]
fn there_is_always_exactly_one_default_signer() {
    let mut made = book();
    let signers = |book: &Book| book.state(moment().today, moment().today).unwrap().signers;
    let second = Signer { name: "Trần Thị Bình".to_owned(), is_default: false, ..crate::support::signer() };
    made.book.set_signer(&moment(), &second).unwrap();
    let first = signers(&made.book)[0].clone();
    made.book.set_signer(&moment(), &Signer { is_default: false, ..first.clone() }).unwrap();
    let count = |book: &Book| signers(book).iter().filter(|signer| signer.is_default).count();
    assert_eq!(count(&made.book), 1, "the only default cannot lose the mark");
    made.book.remove_signer(&moment(), first.id.unwrap()).unwrap();
    assert_eq!((count(&made.book), signers(&made.book)[0].name.as_str()), (1, "Trần Thị Bình"));
    let last = signers(&made.book)[0].id.unwrap();
    assert_eq!(refusal(made.book.remove_signer(&moment(), last)), ErrorCode::LastSigner);
}

#[test]
fn the_look_of_the_window_is_kept_and_is_no_step_to_take_back() {
    let mut made = book();
    let chosen = Preferences { language: Language::En, theme: Theme::Dark, text_size: 125 };
    made.book.set_preferences(chosen).unwrap();
    let out_of_range = Preferences { text_size: 200, ..chosen };
    assert_eq!(refusal(made.book.set_preferences(out_of_range)), ErrorCode::OutOfRange);
    made.book.close().unwrap();
    let again = Book::open(made.folder.path()).unwrap();
    assert_eq!(again.preferences().unwrap(), chosen);
    assert_eq!(again.next_undo_and_redo().unwrap(), (None, None));
}

#[test]
fn the_sample_book_is_marked_and_never_taken_for_a_real_one() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("so-mau");
    std::fs::create_dir_all(folder.path().join("so-mau.dang-lap")).unwrap();
    std::fs::write(folder.path().join("so-mau.dang-lap/so.db"), "cut off by a power cut").unwrap();
    let made = sample::open_or_create(&place, &moment_on(day(2026, 11, 21))).unwrap();
    assert!(made.is_sample());
    assert_eq!(made.rehearsal_day(), Some(day(2023, 7, 20)));
    let overview = made.overview(day(2023, 7, 20)).unwrap();
    assert!(overview.phases[0].counts.done >= 10 && !overview.late.is_empty());
    made.close().unwrap();
    assert!(Book::open(&place).unwrap().is_sample(), "the mark is in the file");

    let real = book();
    let path = real.folder.path().to_owned();
    real.book.close().unwrap();
    assert_eq!(refusal(sample::open_or_create(&path, &moment())), ErrorCode::NotABook);
}
