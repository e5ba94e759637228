//! The pictures of icons/: that they are what their names say, and that nothing is missing (`cargo xtask icons` draws them).

use crate::files::{assert_none, root};

const IN_ICO: [u32; 9] = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const PNG: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

fn read(name: &str) -> Vec<u8> {
    std::fs::read(root().join("icons").join(name)).unwrap_or_else(|error| panic!("icons/{name}: {error}"))
}

fn number(bytes: &[u8], at: usize, n_bytes: usize) -> u32 {
    bytes[at..at + n_bytes].iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// Width, height and whether it is red, green, blue and transparency of 8 bits each, which Tauri asks for.
fn read_png(bytes: &[u8]) -> (u32, u32, bool) {
    assert_eq!(bytes[..8], PNG, "a PNG begins like this");
    let big_endian = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (big_endian(16), big_endian(20), bytes[24..26] == [8, 6])
}

/// The pictures in an .ico, each as its place in the list says it and as it itself says it.
fn read_ico(bytes: &[u8]) -> Vec<(u32, u32)> {
    assert_eq!(bytes[..4], [0, 0, 1, 0], "an .ico begins like this");
    let n = number(bytes, 4, 2) as usize;
    let pictures = (0..n).map(|at| {
        let entry = &bytes[6 + 16 * at..][..16];
        // 256 does not fit into a byte, and is written as 0.
        let size = |at: usize| if entry[at] == 0 { 256 } else { u32::from(entry[at]) };
        assert_eq!(size(0), size(1), "square");
        let (length, start) = (number(entry, 8, 4) as usize, number(entry, 12, 4) as usize);
        let picture = &bytes[start..start + length];
        if picture.starts_with(&PNG) {
            return (size(0), read_png(picture).0);
        }
        let (width, height, bits) = (number(picture, 4, 4), number(picture, 8, 4), number(picture, 14, 2));
        assert_eq!((height, bits), (2 * width, 32), "a bitmap with its mask below it");
        assert!(length as u32 > 40 + width * width * 4, "all its lines are there");
        (size(0), width)
    });
    pictures.collect()
}

#[test]
fn an_icon_for_windows_has_every_size_that_windows_asks_for() {
    for name in ["icon.ico", "ke-hoach.ico"] {
        let wanted: Vec<(u32, u32)> = IN_ICO.iter().map(|size| (*size, *size)).collect();
        assert_eq!(read_ico(&read(name)), wanted, "{name}");
    }
}

#[test]
fn a_picture_has_the_size_that_its_name_says() {
    let mut names: Vec<String> = std::fs::read_dir(root().join("icons"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".png"))
        .collect();
    names.sort();
    let mut wanted: Vec<String> = ["", "ke-hoach-"]
        .iter()
        .flat_map(|prefix| IN_ICO.iter().chain(&[512]).map(move |size| format!("{prefix}{size}x{size}.png")))
        .collect();
    wanted.sort();
    assert_eq!(names, wanted, "every size of both icons, and no other picture");
    let wrong = names.iter().filter(|name| {
        let (width, height, has_four_colours) = read_png(&read(name));
        let says = format!("{width}x{height}.png");
        !(name.ends_with(&says) && name.trim_start_matches("ke-hoach-") == says && has_four_colours)
    });
    assert_none("cargo xtask icons", &wrong.cloned().collect::<Vec<_>>());
}

#[test]
fn a_drawing_takes_nothing_from_elsewhere() {
    let drawings = std::fs::read_dir(root().join("icons")).unwrap().map(|entry| entry.unwrap().path());
    let drawings: Vec<_> = drawings.filter(|path| path.extension().is_some_and(|end| end == "svg")).collect();
    assert!(drawings.len() >= 2, "{drawings:?}");
    for drawing in drawings {
        let text = std::fs::read_to_string(&drawing).unwrap();
        for foreign in ["href", "<image", "<text", "url(", "<script"] {
            assert!(!text.contains(foreign), "{}: {foreign} may look different on another machine", drawing.display());
        }
    }
}
