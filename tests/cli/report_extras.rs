//! Annexes and photos of a report by the command line.

use crate::Office;

/// An office whose first activity has a link and two photos; the ids of the photos.
fn with_photos() -> (Office, Vec<String>) {
    let office = Office::with_book();
    let items = office.json(&["list", "--phase", "dot1"]);
    let code = items[0]["code"].as_str().unwrap();
    for name in ["a.png", "b.png"] {
        std::fs::write(office.path().join(name), DOT).unwrap();
    }
    office.ok(&["evidence", "add", code, "a.png", "b.png"]);
    office.ok(&["evidence", "link", code, "https://vi-du.vn/tin/1"]);
    let photos = office.json(&["report", "photos", "dot1"]);
    let ids = photos.as_array().unwrap().iter().map(|photo| photo["evidence"].to_string()).collect();
    (office, ids)
}

/// A picture of one point.
const DOT: [u8; 69] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
    2, 0, 0, 0, 0x90, 0x77, 0x53, 0xDE, 0, 0, 0, 0x0C, 0x49, 0x44, 0x41, 0x54, 0x08, 0xD7, 0x63, 0xF8, 0xCF, 0xC0, 0,
    0, 3, 1, 1, 0, 0x18, 0xDD, 0x8D, 0xB0, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
];

#[test]
fn photos_are_chosen_ordered_captioned_and_taken_out() {
    let (office, ids) = with_photos();
    office.ok(&["report", "photo", "dot1", &ids[0], "--caption", "Lễ ra quân"]);
    office.ok(&["report", "photo", "dot1", &ids[1], "--at", "1", "--large"]);
    let listed = office.ok(&["report", "photos", "dot1"]);
    let lines: Vec<&str> = listed.lines().collect();
    assert!(lines[0].starts_with("[x]") && lines[0].contains("b.png") && lines[0].ends_with("(ảnh lớn)"), "{listed}");
    assert!(lines[1].contains("a.png: Lễ ra quân"), "{listed}");
    office.ok(&["report", "photo", "dot1", &ids[1], "--remove"]);
    assert_eq!(office.ok(&["report", "photos", "dot1"]).matches("[x]").count(), 1);
    let (status, said) = office.refused(&["report", "photo", "dot1", "999"]);
    assert!(status != 0 && said.contains("minh chứng"), "{said}");
}

#[test]
fn annexes_are_listed_added_and_left_out() {
    let (office, _) = with_photos();
    let listed = office.ok(&["report", "annexes", "dot1"]);
    assert!(listed.contains("[x] links") && listed.contains("[ ] chart:progress"), "{listed}");
    office.ok(&["report", "annexes", "dot1", "--with", "chart:progress", "--without", "links"]);
    let listed = office.ok(&["report", "annexes", "dot1"]);
    assert!(listed.contains("[ ] links") && listed.contains("[x] chart:progress"), "{listed}");
    let path = office.ok(&["report", "export", "dot1", "--to", "."]);
    assert!(std::fs::read(office.path().join(path.trim())).unwrap().windows(10).any(|part| part == b"image1.png"));
    let (_, said) = office.refused(&["report", "annexes", "dot1", "--with", "chart:nothing"]);
    assert!(said.contains("phụ lục “chart:nothing”"), "{said}");
}
