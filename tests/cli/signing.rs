//! Before and after signing, without a window.

use super::Office;

#[test]
fn the_check_names_what_must_be_mended_until_it_is_or_was_seen() {
    let office = Office::with_book();
    let found = office.run(&["report", "check", "dot1"]);
    assert_eq!(found.status.code(), Some(1), "something must be mended");
    let text = String::from_utf8(found.stdout).unwrap();
    assert!(text.contains("PHẢI SỬA  Chưa có số văn bản") && text.contains("[number_missing@head:number]"), "{text}");
    office.ok(&["report", "seen", "dot1", "number_missing@head:number"]);
    let check = office.run(&["report", "check", "dot1", "--json"]);
    let check: serde_json::Value = serde_json::from_slice(&check.stdout).unwrap();
    assert_eq!(check["n_seen"], 1);
    office.ok(&["report", "seen", "dot1", "number_missing@head:number", "--again"]);
    let check = office.run(&["report", "check", "dot1", "--json"]);
    let check: serde_json::Value = serde_json::from_slice(&check.stdout).unwrap();
    assert_eq!(check["n_seen"], 0);
    let refused = office.run(&["report", "seen", "dot1", "nothing"]);
    assert!(String::from_utf8(refused.stderr).unwrap().contains("Không tìm thấy kết quả kiểm tra"));
}

#[test]
fn what_was_sent_is_kept_and_what_changes_afterwards_is_said() {
    let office = Office::with_book();
    office.ok(&["figure", "set", "dot1", "LT01", "12"]);
    let sent = office.run(&["report", "sent", "dot1"]);
    assert!(
        sent.status.success() && String::from_utf8(sent.stderr).unwrap().contains("chỗ phải sửa"),
        "said, not forbidden"
    );
    office.ok(&["figure", "set", "dot1", "LT01", "15"]);
    for question in [&["status"][..], &["report", "versions", "dot1"]] {
        let text = office.ok(question);
        assert!(text.contains("CẢNH BÁO: Đợt 1: từ khi gửi bản 1") && text.contains("12 → 15 buổi (+3)"), "{text}");
    }
    office.ok(&["report", "correct", "dot1", "Thiếu ba buổi phát loa"]);
    office.ok(&["report", "sent", "dot1"]);
    let versions = office.ok(&["report", "versions", "dot1"]);
    assert!(
        versions.contains("sửa báo cáo đã gửi: Thiếu ba buổi phát loa") && !versions.contains("CẢNH BÁO"),
        "{versions}"
    );
    let compared = office.ok(&["report", "compare", "dot1", "1", "2"]);
    assert!(compared.contains("[-12-] {+15+} buổi"), "{compared}");
    assert!(office.ok(&["report", "compare", "dot1", "2"]).contains("Hai bản giống nhau"));
    let folder = office.path().join("lưu");
    std::fs::create_dir(&folder).unwrap();
    for version in ["1", "2"] {
        let path = office.ok(&["report", "document", "dot1", version, "--to", folder.to_str().unwrap()]);
        assert!(std::fs::read(path.trim()).unwrap().starts_with(b"PK"));
    }
    let kept = office.path().join("sổ").join("van-ban-da-gui");
    std::fs::rename(&kept, office.path().join("mất")).unwrap();
    let checked = office.run(&["check"]);
    let text = String::from_utf8(checked.stdout).unwrap();
    assert!(!checked.status.success() && text.contains("mất tệp (dot1, bản 2)"), "{text}");
}
