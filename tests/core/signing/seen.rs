//! A finding that the official has looked at.

use sotg_core::ErrorCode;
use sotg_core::model::*;

use super::{check, figure, of, write};
use crate::support::{book, moment};

#[test]
fn what_was_seen_is_counted_apart_and_comes_back_when_it_changes() {
    let mut made = book();
    figure(&mut made.book, "dot1", "TM01/khac", "12");
    write(&mut made.book, "dot1", "II", "Riêng cơ quan tổ chức 3 cuộc tuyên truyền miệng.");
    let before = check(&made.book, "dot1");
    let key = of(&before, CheckRule::TotalDiffers)[0].key.clone();
    made.book.mark_finding_seen(&moment(), "dot1", &key).unwrap();
    let after = check(&made.book, "dot1");
    assert!(of(&after, CheckRule::TotalDiffers)[0].is_seen);
    assert_eq!((after.n_must, after.n_seen), (before.n_must - 1, 1));
    assert_eq!(after.findings.last().unwrap().key, key, "what was seen comes last");
    made.book.undo(&moment(), None).unwrap();
    assert_eq!(check(&made.book, "dot1"), before, "it can be taken back");
    made.book.redo(&moment()).unwrap();
    figure(&mut made.book, "dot1", "TM01/khac", "13");
    assert!(!of(&check(&made.book, "dot1"), CheckRule::TotalDiffers)[0].is_seen, "the figure is another one now");
    figure(&mut made.book, "dot1", "TM01/khac", "12");
    assert!(of(&check(&made.book, "dot1"), CheckRule::TotalDiffers)[0].is_seen);
    made.book.unmark_finding_seen(&moment(), "dot1", &key).unwrap();
    assert_eq!(check(&made.book, "dot1"), before);
}

#[test]
fn keys_are_told_apart_and_one_that_is_not_there_is_refused() {
    let mut made = book();
    write(&mut made.book, "dot1", "II", "a b c … d e f\na b c … d e f");
    let check = check(&made.book, "dot1");
    let mut keys: Vec<&str> = check.findings.iter().map(|finding| finding.key.as_str()).collect();
    let n = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), n, "each finding has a key of its own");
    let refusal = made.book.mark_finding_seen(&moment(), "dot1", "number_missing@nowhere").unwrap_err();
    assert_eq!(refusal.code(), ErrorCode::NotFound);
}
