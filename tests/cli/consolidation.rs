//! Adding up and the reading room, from the command line.

use crate::Office;

#[test]
fn before_anything_came_the_total_says_so_and_nothing_is_frozen() {
    let office = Office::with_units();
    let made = office.json(&["consolidate", "dot1"]);
    assert_eq!((&made["coverage"]["reported"], &made["coverage"]["expected"]), (&0.into(), &3.into()));
    assert!(made["frozen"].is_null());
    office.ok(&["figure", "set", "dot1", "TQ08", "7"]);
    office.ok(&["received", "dot1", "A1", "--on", "19/7/2023", "--channel", "paper"]);
    let said = office.ok(&["consolidate", "dot1"]);
    assert!(said.contains("tự làm 7 · đơn vị dưới chưa báo cáo · tổng 7 (0/3 đơn vị)"), "{said}");
    assert!(said.contains("Đã nhận nhưng không có số liệu trong tệp: 1 đơn vị"), "{said}");
    let said = office.ok(&["consolidate", "dot1", "--unit-list", "TQ08"]);
    assert!(said.contains("CĐCS Trường B") && said.contains("chưa có"), "{said}");
    let (status, said) = office.refused(&["consolidate", "dot1", "--freeze"]);
    assert_eq!((status, said.contains("Chưa có báo cáo nào có số liệu")), (1, true), "{said}");
    let (status, said) = office.refused(&["consolidate", "dot1", "--again"]);
    assert_eq!((status, said.contains("bản chốt số liệu của đợt")), (1, true), "{said}");
    assert!(office.ok(&["consolidate", "dot1", "--evidence", "A1"]).contains("Chưa có tệp báo cáo"));
}

#[test]
fn the_reading_room_lists_its_sections_and_says_who_is_silent() {
    let office = Office::with_units();
    let sections = office.json(&["narratives", "dot1"]);
    let code = sections[0]["code"].as_str().unwrap().to_owned();
    assert_eq!(sections[0]["n_own"], 0);
    assert!(office.ok(&["narratives", "dot1", &code]).contains("Không viết gì: 0 đơn vị"));
    let (status, _) = office.refused(&["narratives", "dot1", &code, "--pick", "9"]);
    assert_eq!(status, 1);
    let (status, _) = office.refused(&["narratives", "dot9"]);
    assert_eq!(status, 1);
}
