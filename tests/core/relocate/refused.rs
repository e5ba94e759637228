//! What is refused, and that everything is then as it was.

use std::fs;
use std::path::{Path, PathBuf};

use sotg_core::location::locate;
use sotg_core::model::MoveStep;
use sotg_core::relocate::{self, Wish};
use sotg_core::{Error, ErrorCode};

use crate::home::{Home, files_in, no_variable};
use crate::support::moment;

/// Nothing of a copy is left anywhere, and the book is where it was.
fn is_as_before(home: &Home, to: &Path) {
    let usual = home.place("AppData/so-tuyen-giao");
    assert_eq!(home.location().root, usual);
    assert!(!usual.join("dang-chuyen.toml").exists());
    for left in ["dang-chuyen", "so", "so-mau", "so-tuyen-giao.toml"] {
        assert!(to == usual || !to.join(left).exists(), "{left} is left at {}", to.display());
    }
}

#[test]
fn a_place_that_will_not_do_is_refused_with_its_reason() {
    let home = Home::with_books();
    let usual = home.location().root;
    let before = home.content();
    fs::write(home.place("tệp"), "một tệp").unwrap();
    fs::create_dir_all(home.place("có sổ/so-tuyen-giao/so")).unwrap();
    fs::write(home.place("có sổ/x"), "").unwrap();
    fs::create_dir_all(home.place("đầy/so-tuyen-giao/khác")).unwrap();
    fs::write(home.place("đầy/x"), "").unwrap();
    let cases: [(PathBuf, ErrorCode); 8] = [
        (usual.clone(), ErrorCode::PlaceSame),
        (home.place("AppData"), ErrorCode::PlaceSame),
        (usual.join("mới"), ErrorCode::PlaceInside),
        (usual.join("so/minh-chung"), ErrorCode::PlaceInside),
        (home.place("có sổ"), ErrorCode::PlaceHoldsBook),
        (home.place("đầy"), ErrorCode::PlaceNotEmpty),
        (home.place("OneDrive/mới"), ErrorCode::PlaceIsKept),
        (PathBuf::from("tương/đối"), ErrorCode::Io),
    ];
    for (to, code) in cases {
        let refusal = home.move_to(&to).unwrap_err();
        assert_eq!(refusal.code(), code, "{}: {refusal}", to.display());
        is_as_before(&home, &to);
    }
    fs::create_dir_all(home.place("lạ/dang-chuyen/của tôi")).unwrap();
    assert_eq!(home.move_to(&home.place("lạ")).unwrap_err().code(), ErrorCode::PlaceNotEmpty);
    assert!(home.place("lạ/dang-chuyen/của tôi").exists(), "a folder that is not ours is left alone");
    assert!(home.move_to(&home.place("tệp")).is_err(), "a file is no folder");
    assert_eq!(home.content(), before);
}

#[test]
fn a_place_that_another_program_keeps_can_be_insisted_on() {
    let home = Home::with_books();
    let to = home.place("OneDrive - Cơ quan/sổ");
    let refusal = home.move_to(&to).unwrap_err();
    assert_eq!(refusal.fields()["keeper"], "OneDrive");
    let wish = Wish { to: &to, insists: true };
    relocate::move_to(&home.location(), &wish, &moment(), &no_variable, &mut |_| {}).unwrap();
    let folder = home.location().describe(&no_variable).unwrap();
    assert_eq!(folder.keeper.map(|keeper| keeper.name()), Some("OneDrive"));
    let usual = home.place("AppData/so-tuyen-giao");
    assert_eq!(folder.safe_place.as_deref().map(Path::new), Some(usual.as_path()), "a safe place is offered");
    home.move_to(&usual).unwrap();
    assert_eq!(home.location().describe(&no_variable).unwrap().keeper, None);
}

#[test]
fn a_place_that_was_asked_for_or_is_portable_is_not_moved() {
    let home = Home::with_books();
    let program = home.place("USB");
    fs::create_dir_all(program.join("so-tuyen-giao-data")).unwrap();
    let data = home.place("AppData");
    let book = data.join("so-tuyen-giao/so");
    for location in [locate(Some(&book), None, &data), locate(None, Some(&program), &data)] {
        let to = home.place("mới");
        let wish = Wish { to: &to, insists: true };
        let refusal = relocate::move_to(&location, &wish, &moment(), &no_variable, &mut |_| {}).unwrap_err();
        assert_eq!(refusal.code(), ErrorCode::PlaceFixed);
        is_as_before(&home, &to);
    }
}

#[test]
fn a_book_that_is_open_anywhere_is_not_moved() {
    let home = Home::with_books();
    let location = home.location();
    let book = location.book.clone();
    let asked = locate(Some(&book), None, &home.place("AppData"));
    for open in [location.open(), asked.open(), location.open_sample(&moment())] {
        let open = open.unwrap();
        assert_eq!(home.move_to(&home.place("mới")).unwrap_err().code(), ErrorCode::Busy);
        is_as_before(&home, &home.place("mới"));
        open.close().unwrap();
    }
    // A program that knows nothing of our locks.
    let foreign = rusqlite::Connection::open(book.join("so.db")).unwrap();
    foreign.query_row("SELECT count(*) FROM activity", [], |_| Ok(())).unwrap();
    assert_eq!(home.move_to(&home.place("mới")).unwrap_err().code(), ErrorCode::Busy);
    drop(foreign);
    home.move_to(&home.place("mới")).unwrap();
}

#[test]
fn nobody_opens_a_book_while_it_is_moved() {
    let home = Home::with_books();
    let stale = home.location();
    let mut refused = Vec::new();
    let asked = locate(Some(&stale.book), None, &home.place("AppData"));
    home.move_telling(&home.place("mới"), &mut |progress| {
        if matches!(progress.step, MoveStep::Copying | MoveStep::Verifying) {
            refused.extend([stale.open().err(), stale.open_or_create(&moment()).err(), asked.open().err()]);
        }
    })
    .unwrap();
    assert!(refused.len() > 6);
    let codes: Vec<_> = refused.into_iter().map(|error| error.map(|error| error.code())).collect();
    assert!(codes.iter().all(|code| *code == Some(ErrorCode::Busy)), "{codes:?}");
    // Who found the place before the move does not make an empty book there after it.
    assert_eq!(stale.open_or_create(&moment()).unwrap_err().code(), ErrorCode::Busy);
    assert!(!stale.book.exists());
}

/// Moves, and does something at the first word of a step.
fn spoiled(home: &Home, step: MoveStep, spoil: impl Fn()) -> Error {
    let mut is_done = false;
    let to = home.place("mới");
    let moved = home.move_telling(&to, &mut |progress| {
        if progress.step == step && !is_done {
            is_done = true;
            spoil();
        }
    });
    let error = moved.unwrap_err();
    is_as_before(home, &to);
    error
}

#[test]
fn a_file_that_vanishes_or_changes_on_the_way_ends_the_move_and_nothing_else() {
    let home = Home::with_books();
    let before = home.content();
    let root = home.location().root;
    let piece = files_in(&root).into_keys().find(|name| name.contains("minh-chung")).unwrap();
    let (original, hidden) = (root.join(&piece), home.place("hidden"));

    let vanished = spoiled(&home, MoveStep::Copying, || fs::rename(&original, &hidden).unwrap());
    assert_eq!(vanished.code(), ErrorCode::FileVanished);
    fs::rename(&hidden, &original).unwrap();

    let copy = home.place("mới/dang-chuyen").join(&piece);
    let differs = spoiled(&home, MoveStep::Verifying, || fs::write(&copy, "khác").unwrap());
    assert_eq!(differs.code(), ErrorCode::CopyDiffers);

    let copy = home.place("mới/dang-chuyen/so/so.db");
    let damaged = spoiled(&home, MoveStep::Verifying, || {
        let mut bytes = fs::read(&copy).unwrap();
        let half = bytes.len() / 2;
        bytes[half..half + 6_000].iter_mut().for_each(|byte| *byte ^= 0xA5);
        fs::write(&copy, bytes).unwrap();
    });
    assert_eq!(damaged.code(), ErrorCode::Damaged);

    assert_eq!(home.content(), before);
    home.move_to(&home.place("mới")).unwrap();
    assert_eq!(home.content(), before);
}

#[test]
fn a_damaged_book_is_not_moved() {
    let home = Home::with_books();
    let path = home.location().book.join("so.db");
    let mut bytes = fs::read(&path).unwrap();
    let half = bytes.len() / 2;
    bytes[half..half + 6_000].iter_mut().for_each(|byte| *byte ^= 0xA5);
    fs::write(&path, &bytes).unwrap();
    assert_eq!(home.move_to(&home.place("mới")).unwrap_err().code(), ErrorCode::Damaged);
    is_as_before(&home, &home.place("mới"));
    assert_eq!(fs::read(&path).unwrap(), bytes);
}
