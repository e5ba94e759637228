//! Documents that the program wrote, read by other hands than ours, and what tests give to it: photos.

use std::path::Path;
use std::process::Command;

/// A part of a zip file.
pub fn part_of(file: &Path, part: &str) -> String {
    const READ: &str = "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))";
    python(READ, &[file.as_os_str(), part.as_ref()])
}

/// Names of the parts of a zip file.
pub fn parts_of(file: &Path) -> Vec<String> {
    const LIST: &str = "import sys, zipfile; print(*zipfile.ZipFile(sys.argv[1]).namelist(), sep='\\n')";
    python(LIST, &[file.as_os_str()]).lines().map(str::to_owned).collect()
}

/// What a PDF says, its lines joined by spaces.
pub fn words_of_pdf(file: &Path) -> String {
    let text = output_of(Command::new("pdftotext").arg("-layout").arg(file).arg("-"));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Widths and heights of the photos in a PDF.
pub fn photos_of_pdf(file: &Path) -> Vec<(u32, u32)> {
    let table = output_of(Command::new("pdfimages").arg("-list").arg(file));
    let cells = table.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let photos = cells.filter(|cells| cells.get(8) == Some(&"jpeg"));
    photos.map(|cells| (cells[3].parse().unwrap(), cells[4].parse().unwrap())).collect()
}

/// Draws an invented photo: a sky that grows lighter towards the ground.
pub fn draw_photo(file: &Path, width: u32, height: u32) {
    const DRAW: &str = "import struct, sys, zlib
width, height = int(sys.argv[2]), int(sys.argv[3])
part = lambda kind, held: struct.pack('>I', len(held)) + kind + held + struct.pack('>I', zlib.crc32(kind + held))
line = lambda y: bytes([40 + 180 * y // height, 110 + 120 * y // height, 190 if y < height * 3 // 4 else 60]) * width
lines = b''.join(b'\\0' + line(y) for y in range(height))
head = struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)
png = b'\\x89PNG\\r\\n\\x1a\\n' + part(b'IHDR', head) + part(b'IDAT', zlib.compress(lines, 1)) + part(b'IEND', b'')
open(sys.argv[1], 'wb').write(png)";
    python(DRAW, &[file.as_os_str(), width.to_string().as_ref(), height.to_string().as_ref()]);
}

/// Copies a Word document, with one text of its body in the place of another.
pub fn copy_with(file: &Path, copy: &Path, (old, new): (&str, &str)) {
    const COPY: &str = "import sys, zipfile
old, new = (text.encode() for text in sys.argv[3:5])
with zipfile.ZipFile(sys.argv[1]) as read, zipfile.ZipFile(sys.argv[2], 'w') as written:
    for one in read.namelist():
        held = read.read(one)
        if one == 'word/document.xml':
            assert old in held, held
            held = held.replace(old, new, 1)
        written.writestr(one, held)";
    python(COPY, &[file.as_os_str(), copy.as_os_str(), old.as_ref(), new.as_ref()]);
}

fn python(script: &str, args: &[&std::ffi::OsStr]) -> String {
    // The script is UTF-8, and so is what it is given, whatever the language of the PC.
    output_of(Command::new("python3").args(["-X", "utf8", "-c", script]).args(args))
}

fn output_of(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
