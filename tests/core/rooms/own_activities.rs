//! Activities of the unit's own.

use sotg_core::ErrorCode;
use sotg_core::model::*;

use crate::refusal;
use crate::support::{book, day, moment};

fn own(attached_to: &str) -> OwnActivity {
    OwnActivity {
        attached_to: attached_to.to_owned(),
        title: "Hội diễn văn nghệ cụm số 2".to_owned(),
        explanation: String::new(),
        forms: Vec::new(),
        starts_on: day(2023, 6, 1),
        due_on: day(2023, 6, 30),
    }
}

#[test]
fn our_own_activity_stands_beside_the_item_it_is_attached_to() {
    let mut made = book();
    made.book.add_activity(&moment(), &own("III.1-6")).unwrap();
    let checklist = made.book.checklist("dot1", moment().today).unwrap();
    let place = checklist.items.iter().position(|item| item.is_own).unwrap();
    assert_eq!(checklist.items[place - 1].code, "III.1-6");
    let detail = made.book.activity("rieng-1", moment().today).unwrap();
    assert_eq!(detail.attached_to.as_deref(), Some("III.1-6"));
    assert_eq!(detail.item.forms, ["van-hoa-the-thao"], "without forms of its own it has those of the plan's item");
    assert_eq!(detail.item.days_late, Some(20));
}

#[test]
fn an_activity_of_the_plan_is_never_changed_and_one_in_use_never_removed() {
    let mut made = book();
    let now = moment();
    assert_eq!(refusal(made.book.remove_activity(&now, "III.1-6")), ErrorCode::PlanActivity);
    assert_eq!(refusal(made.book.edit_activity(&now, "III.1-6", &own("III.1-6"))), ErrorCode::PlanActivity);
    assert_eq!(refusal(made.book.add_activity(&now, &own("rieng-9"))), ErrorCode::NotFound);
    let backwards = OwnActivity { due_on: day(2023, 5, 1), ..own("III.1-6") };
    assert_eq!(refusal(made.book.add_activity(&now, &backwards)), ErrorCode::DatesOutOfOrder);
    made.book.add_activity(&now, &own("III.1-6")).unwrap();
    made.book.set_note(&now, "rieng-1", "đã mời ban giám khảo").unwrap();
    assert_eq!(refusal(made.book.remove_activity(&now, "rieng-1")), ErrorCode::ActivityInUse);
    made.book.set_note(&now, "rieng-1", "").unwrap();
    made.book.remove_activity(&now, "rieng-1").unwrap();
    assert_eq!(refusal(made.book.activity("rieng-1", now.today)), ErrorCode::NotFound);
}
