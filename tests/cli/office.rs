//! The office that collects, from the command line.

use crate::Office;

#[test]
fn reports_are_recorded_and_the_rest_is_reminded() {
    let office = Office::with_units();
    let register = office.json(&["register", "dot1"]);
    assert_eq!(register["total"]["expected"], 3, "the district and two units below it");
    office.ok(&["received", "dot1", "A1", "H1", "--on", "19/7/2023", "--channel", "paper", "--note", "Bản ký tay"]);
    office.ok(&["received", "dot1", "B1", "--empty"]);
    let register = office.json(&["register", "dot1"]);
    let total = &register["total"];
    assert_eq!((&total["on_time"], &total["not_yet"], &total["overdue"]), (&2.into(), &1.into(), &0.into()));
    let said = office.ok(&["register", "dot1", "--late"]);
    assert!(said.contains("Phải nộp: 3; đúng hạn: 2/3; trễ: 0/3; chưa có: 1/3"), "{said}");
    office.ok(&["undo"]);
    assert!(office.ok(&["register", "dot1"]).contains("CĐCS Trường B"));
}

#[test]
fn who_is_late_gets_a_letter_an_email_and_an_entry() {
    let office = Office::with_units();
    // An exception gives one unit a day that has passed.
    office.ok(&["except", "B1", "dot1", "--due", "10/7/2023", "--reason", "Báo cáo sớm", "--by", "Phó Chủ tịch"]);
    let list = office.json(&["remind", "dot1"]);
    assert_eq!(list["rows"].as_array().unwrap().len(), 1);
    assert_eq!((&list["rows"][0]["days_late"], &list["rows"][0]["step"]), (&10.into(), &7.into()));
    office.ok(&[
        "remind",
        "dot1",
        "B1",
        "--letter",
        "cv.docx",
        "--until",
        "28/7/2023",
        "--mails",
        "thư",
        "--record",
        "letter",
    ]);
    assert!(std::fs::read(office.path().join("cv.docx")).unwrap().starts_with(b"PK"));
    assert_eq!(std::fs::read_dir(office.path().join("thư")).unwrap().count(), 1);
    assert_eq!(office.json(&["remind", "dot1"])["rows"][0]["n_reminders"], 1);
    let (status, said) = office.refused(&["remind", "dot1", "A1", "--record", "chat"]);
    assert_eq!((status, said.contains("Không tìm thấy")), (1, true), "A1 needs no reminder: {said}");
}

#[test]
fn the_record_and_the_history_of_a_unit_say_who_was_reminded_when_and_how() {
    let office = Office::with_units();
    office.ok(&["except", "B1", "dot1", "--due", "10/7/2023", "--reason", "Báo cáo sớm", "--by", "Phó Chủ tịch"]);
    office.ok(&["remind", "dot1", "B1", "--record", "telephone"]);
    office.ok(&["received", "dot1", "A1", "B1", "--on", "19/7/2023", "--channel", "paper"]);
    let record = office.json(&["remind", "dot1", "--done"]);
    assert_eq!(record.as_array().unwrap().len(), 1);
    assert_eq!((&record[0]["name"], &record[0]["channel"]), (&"CĐCS Trường B".into(), &"telephone".into()));
    assert_eq!((&record[0]["on"], &record[0]["step"]), (&"2023-07-20".into(), &7.into()));
    let said = office.ok(&["remind", "dot1", "B1", "--done"]);
    assert!(said.starts_with("20/07/2023  CĐCS Trường B ["), "{said}");
    assert!(said.ends_with("]: bằng điện thoại, bước +7 ngày\n1 lần đôn đốc\n"), "{said}");
    assert_eq!(office.json(&["remind", "dot1", "A1", "--done"]).as_array().unwrap().len(), 0);

    let history = office.json(&["units", "history", "B1"]);
    let ops: Vec<&str> =
        history.as_array().unwrap().iter().map(|line| line["entry"]["label"]["op"].as_str().unwrap()).collect();
    assert_eq!(ops, ["set_received", "add_reminders", "set_exception", "add_unit"]);
    assert_eq!(history[1]["event"]["what"], "reminder");
    office.ok(&["undo"]);
    let said = office.ok(&["units", "history", "B1"]);
    for part in [
        "Hoàn tác: Ghi sổ nhận báo cáo Đợt 1: đã nhận, nhận 19/07/2023 (bản giấy)\n",
        "Ghi đôn đốc Đợt 1, bước +7 ngày: 20/07/2023 bằng điện thoại\n",
        "Ngoại lệ Đợt 1, báo cáo: lùi đến 10/07/2023 (Báo cáo sớm)\n",
        "Thêm đơn vị CĐCS Trường B\n",
        "(đã hoàn tác)",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!office.ok(&["units", "history", "A1"]).contains("đôn đốc"), "A1 was not reminded");
    assert_eq!(office.ok(&["units", "history", "A1", "--limit", "1"]).lines().count(), 1);
}

#[test]
fn an_exception_is_made_with_a_reason_and_taken_back() {
    let office = Office::with_units();
    let (status, said) = office.refused(&["except", "A1", "dot1", "--none"]);
    assert_eq!((status, said.contains("lý do")), (1, true), "{said}");
    let (status, _) = office.refused(&["except", "A1", "dot1", "--reason", "x"]);
    assert_eq!(status, 1, "neither a day nor none nor its removal");
    office.ok(&["except", "A1", "dot1", "--none", "--reason", "Đang giải thể", "--document", "CV số 1"]);
    assert!(office.ok(&["expected", "A1"]).contains("được miễn (Đang giải thể)"));
    assert_eq!(office.json(&["register", "dot1"])["total"]["expected"], 2);
    office.ok(&["except", "A1", "dot1", "--remove"]);
    assert_eq!(office.json(&["register", "dot1"])["total"]["expected"], 3);
}

#[test]
fn a_level_gets_its_day_for_the_report_or_for_one_activity() {
    let office = Office::with_units();
    let due = |activity: &str| {
        let items = office.json(&["expected", "A1"]);
        let items = items.as_array().unwrap();
        let item = items.iter().find(|item| item["phase"] == "dot1" && item["activity"] == activity).unwrap();
        item["due_on"].as_str().unwrap().to_owned()
    };
    let activity = office.json(&["expected", "A1"])[0]["activity"].as_str().unwrap().to_owned();
    let usual = due(&activity);
    office.ok(&["due", "set", "dot1", "grassroots", "--on", "25/7/2023"]);
    office.ok(&["due", "set", "dot1", "grassroots", "--on", "26/7/2023", "--activity", &activity]);
    assert_eq!((due("").as_str(), due(&activity).as_str()), ("2023-07-25", "2023-07-26"));
    let said = office.ok(&["due", "list", "dot1"]);
    for line in ["    CĐCS: hạn 25/07/2023", "    CĐCS: hạn 26/07/2023", "Báo cáo          Đợt 1: hạn chung"]
    {
        assert!(said.contains(line), "{line} stands in {said}");
    }
    assert_eq!(office.json(&["due", "list", "dot1"])["levels"].as_array().unwrap().len(), 2);
    office.ok(&["due", "set", "dot1", "grassroots", "--usual", "--activity", &activity]);
    assert_eq!((due("").as_str(), due(&activity)), ("2023-07-25", usual));
    let wrong = ["due", "set", "dot2", "grassroots", "--on", "25/7/2023", "--activity", &activity];
    assert!(office.refused(&wrong).1.contains("Không tìm thấy"), "the activity is of another phase");
    assert_eq!(office.refused(&["due", "set", "dot1", "grassroots"]).0, 2, "neither a day nor the usual one");
}

#[test]
fn the_day_that_decides_is_told_and_chosen() {
    let office = Office::with_units();
    assert_eq!(office.ok(&["late-by"]).trim(), "Trễ tính theo ngày nhận.");
    office.ok(&["late-by", "signed"]);
    assert_eq!(office.json(&["late-by"]), "signed");
    assert_eq!(office.json(&["register", "dot1"])["late_by"], "signed");
}

#[test]
fn the_board_is_listed_and_written_for_excel() {
    let office = Office::with_units();
    let board = office.json(&["board"]);
    assert_eq!(board["rows"].as_array().unwrap().len(), 3);
    assert!(office.ok(&["board"]).contains("Tất cả đơn vị: Đợt 1 0/"));
    for arguments in [&["board", "--to", "b.xlsx"][..], &["register", "dot1", "--to", "s.xlsx"]] {
        let path = office.ok(arguments);
        assert!(std::fs::read(office.path().join(path.trim())).unwrap().starts_with(b"PK"), "{arguments:?}");
    }
}

#[test]
fn a_congress_keeps_what_was_not_said_again() {
    let office = Office::with_units();
    office.ok(&["congress", "set", "A1", "--planned", "20/5/2023", "--place", "Hội trường", "--pilot"]);
    office.ok(&["congress", "set", "A1", "--held", "22/5/2023", "--delegates", "45"]);
    let list = office.json(&["congress", "list"]);
    let rows = list["rows"].as_array().unwrap();
    let congress = &rows.iter().find(|row| row["name"] == "CĐCS Trường A").unwrap()["congress"];
    assert_eq!((&congress["place"], &congress["delegates"]), (&"Hội trường".into(), &45.into()));
    assert_eq!((&congress["planned_on"], &congress["is_pilot"]), (&"2023-05-20".into(), &true.into()));
    assert!(office.ok(&["congress", "list"]).contains("đã tổ chức 22/05/2023"));
}
