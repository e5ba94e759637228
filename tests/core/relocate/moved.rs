//! What is true after a move.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use sotg_core::ErrorCode;
use sotg_core::model::{MoveStep, PlaceKind};
use sotg_core::relocate;

use crate::home::{Home, N_FILES, digest, files_in, no_variable};
use crate::support::{self, moment};

#[test]
fn everything_is_at_the_new_place_and_the_old_one_is_put_aside() {
    let home = Home::with_books();
    let before = home.content();
    assert_eq!(before.n_pieces, N_FILES);
    let old = home.location().root;
    let new = home.place("USB/Sổ của An");
    home.move_to(&new).unwrap();
    let location = home.location();
    assert_eq!((location.root.as_path(), location.kind), (new.as_path(), PlaceKind::Moved));
    assert_eq!(home.content(), before);

    let behind = location.left_behind().expect("the old data are kept");
    assert!(behind.starts_with(&old) && behind != old, "{}", behind.display());
    assert_eq!(digest(support::content_of(&behind.join("so"))), before.book);
    assert!(!old.join("so").exists(), "no book is left where it could be taken for the real one");
    let note = fs::read_to_string(behind.join("DOC-TRUOC-KHI-XOA.txt")).unwrap();
    assert!(note.contains(new.to_str().unwrap()), "{note}");
    fs::remove_dir_all(behind).unwrap();
    assert_eq!(home.location().left_behind(), None, "the user may delete it");
    assert_eq!(home.content(), before);
}

#[test]
fn it_goes_on_to_a_third_place_and_back_to_the_usual_one() {
    let home = Home::with_books();
    let before = home.content();
    let usual = home.location().root;
    for place in [home.place("D/một"), home.place("E/hai"), usual.clone(), home.place("D/một"), usual.clone()] {
        home.move_to(&place).unwrap();
        assert_eq!(home.location().root, place);
        assert_eq!(home.content(), before);
    }
    assert_eq!(home.location().kind, PlaceKind::Usual);
}

#[test]
fn a_folder_with_something_in_it_gets_a_folder_of_ours() {
    let home = Home::with_books();
    fs::create_dir(home.place("Tài liệu")).unwrap();
    fs::write(home.place("Tài liệu/thư.docx"), "thư").unwrap();
    let preview = relocate::preview(&home.location(), &home.place("Tài liệu"), &no_variable).unwrap();
    assert_eq!(Path::new(&preview.to), home.place("Tài liệu/so-tuyen-giao"));
    assert_eq!(preview.keeper, None);
    assert!(preview.n_files > 4 && preview.n_bytes > 240_000 && preview.free_bytes.unwrap() > 0, "{preview:?}");
    assert!(!home.place("Tài liệu/so-tuyen-giao").exists(), "a preview leaves nothing behind");
    home.move_to(&home.place("Tài liệu")).unwrap();
    assert_eq!(home.location().root, home.place("Tài liệu/so-tuyen-giao"));
    assert_eq!(fs::read_to_string(home.place("Tài liệu/thư.docx")).unwrap(), "thư");
}

#[test]
fn how_far_it_is_is_told_up_to_the_end() {
    let home = Home::with_books();
    let mut told = Vec::new();
    home.move_telling(&home.place("mới"), &mut |progress| told.push(*progress)).unwrap();
    let last = |step| told.iter().rfind(|progress| progress.step == step).unwrap();
    for step in [MoveStep::Copying, MoveStep::Verifying] {
        let end = last(step);
        assert_eq!((end.n_files_done, end.n_bytes_done), (end.n_files, end.n_bytes), "{step:?}");
    }
    assert_eq!(told.last().unwrap().step, MoveStep::Finishing);
}

#[test]
fn a_file_that_is_read_only_goes_along() {
    let home = Home::with_books();
    let before = home.content();
    let evidence = files_in(&home.location().root).into_keys().find(|name| name.contains("minh-chung")).unwrap();
    let path = home.location().root.join(evidence);
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    home.move_to(&home.place("mới")).unwrap();
    assert_eq!(home.content(), before);
}

#[test]
fn what_stands_in_the_journal_of_a_program_that_was_killed_goes_along() {
    let home = Home::with_books();
    let mut book = home.location().open().unwrap();
    let code = support::codes(&book, "dot1").pop().unwrap();
    book.set_note(&moment(), &code, "ghi chú cuối cùng").unwrap();
    // A program that is killed leaves its journal; a copy of both files is what it leaves.
    let folder = home.location().book;
    let (file, journal) = (fs::read(folder.join("so.db")).unwrap(), fs::read(folder.join("so.db-wal")).unwrap());
    book.close().unwrap();
    fs::write(folder.join("so.db"), file).unwrap();
    fs::write(folder.join("so.db-wal"), journal).unwrap();
    home.move_to(&home.place("mới")).unwrap();
    let note = home.start().activity(&code, moment().today).unwrap().note;
    assert_eq!(note, "ghi chú cuối cùng");
}

#[test]
fn a_folder_with_a_book_can_be_chosen_when_the_moved_one_is_not_reachable() {
    let home = Home::with_books();
    let before = home.content();
    home.move_to(&home.place("E/Sổ")).unwrap();
    // The stick has another drive letter now; an empty one is under the old letter.
    fs::create_dir(home.place("F")).unwrap();
    fs::rename(home.place("E/Sổ"), home.place("F/Sổ")).unwrap();
    fs::create_dir(home.place("E/Sổ")).unwrap();
    for refused in [
        home.location().open().unwrap_err(),
        home.location().open_or_create(&moment()).unwrap_err(),
        home.location().open_sample(&moment()).unwrap_err(),
        home.move_to(&home.place("khác")).unwrap_err(),
    ] {
        assert_eq!(refused.code(), ErrorCode::FolderUnreachable);
    }
    assert!(!home.place("E/Sổ/so").exists(), "no empty book is made in place of the real one");
    assert!(!home.location().describe(&no_variable).unwrap().is_reachable);
    let nothing = home.location().adopt(&home.place("E"), &moment()).unwrap_err();
    assert_eq!(nothing.code(), ErrorCode::NotFound);
    for chosen in ["F/Sổ", "F/Sổ/so"] {
        assert_eq!(home.location().adopt(&home.place(chosen), &moment()).unwrap(), home.place("F/Sổ"));
        assert_eq!(home.content(), before);
    }
}

#[test]
fn another_stick_under_the_same_letter_is_not_taken_for_ours() {
    let (ours, other) = (Home::with_books(), Home::with_books());
    ours.move_to(&ours.place("E")).unwrap();
    other.move_to(&other.place("E")).unwrap();
    fs::rename(ours.place("E"), ours.place("ngăn kéo")).unwrap();
    fs::rename(other.place("E"), ours.place("E")).unwrap();
    assert_eq!(ours.location().open().unwrap_err().code(), ErrorCode::FolderUnreachable);
}

proptest! {
    // Under wine every lock of a file is a question to another process; the rules are the same on each system.
    #![proptest_config(ProptestConfig::with_cases(if cfg!(windows) { 4 } else { 12 }))]

    #[test]
    fn whatever_was_done_in_a_book_is_there_after_moving_it(
        ticks in proptest::collection::vec((0..20_usize, any::<bool>()), 1..12),
        sizes in proptest::collection::vec(0..200_000_usize, 0..4),
    ) {
        let home = Home::with_books();
        let mut book = home.location().open().unwrap();
        let codes = support::codes(&book, "dot1");
        for (number, is_undone) in ticks {
            let code = codes[number % codes.len()].clone();
            let outcome = book.set_progress(&moment(), &[code], &support::done()).unwrap();
            if is_undone && outcome.step.is_some() {
                book.undo(&moment(), None).unwrap();
            }
        }
        for (number, size) in sizes.into_iter().enumerate() {
            let file = home.place(&format!("tệp {number}"));
            fs::write(&file, vec![b'x'; size]).unwrap();
            book.add_files(&moment(), &codes[0], &[file]).unwrap();
        }
        book.close().unwrap();
        let before = home.content();
        home.move_to(&home.place("nơi mới")).unwrap();
        prop_assert_eq!(home.content(), before);
    }
}
