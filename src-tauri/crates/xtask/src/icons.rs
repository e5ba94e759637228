//! `cargo xtask icons`: the pictures of icons/, made anew from the drawings beside them. They are kept in git, since every
//! build takes them in and few machines have what draws them.

use std::path::Path;
use std::process::Command;

use crate::checkout::Checkout;
use crate::packages;
use crate::steps::Steps;

/// What Windows asks for between a list and its largest tiles, at every scale of the screen.
const IN_ICO: [u32; 9] = [16, 20, 24, 32, 40, 48, 64, 128, 256];
/// What the shops of Linux systems show, besides.
const LARGEST: u32 = 512;

/// A drawing, and how its pictures are called.
struct Icon {
    drawing: &'static str,
    /// Before the size in the name of a picture.
    prefix: &'static str,
}

/// The program's own icon, and the one of a plan as a file.
const ICONS: [Icon; 2] = [Icon { drawing: "icon", prefix: "" }, Icon { drawing: "ke-hoach", prefix: "ke-hoach-" }];

/// Draws every picture, and binds those for Windows together.
pub fn icons(checkout: &Checkout) -> Result<(), String> {
    packages::install(packages::ICONS)?;
    let folder = checkout.root.join("icons");
    let mut steps = Steps::default();
    for icon in ICONS {
        for size in IN_ICO.into_iter().chain([LARGEST]) {
            draw(&mut steps, &folder, &icon, size)?;
        }
        bind(&mut steps, &folder, &icon)?;
    }
    Ok(())
}

/// `icon-16.svg` rather than `icon.svg`, where there is one: what is drawn on the pixels stays sharp.
fn draw(steps: &mut Steps, folder: &Path, icon: &Icon, size: u32) -> Result<(), String> {
    let own = format!("{}-{size}.svg", icon.drawing);
    let drawing = if folder.join(&own).is_file() { own } else { format!("{}.svg", icon.drawing) };
    let size_text = size.to_string();
    let mut draw = Command::new("rsvg-convert");
    draw.args(["--width", &size_text, "--height", &size_text, &drawing, "--output", &icon.picture(size)]);
    steps.run(&icon.picture(size), draw.current_dir(folder))
}

/// The largest as a PNG, which is a tenth of the size; the others as bitmaps, which every reader of icons understands.
fn bind(steps: &mut Steps, folder: &Path, icon: &Icon) -> Result<(), String> {
    let name = format!("{}.ico", icon.drawing);
    let mut bind = Command::new("icotool");
    bind.args(["--create", "--output", &name]);
    for size in IN_ICO {
        let picture = icon.picture(size);
        bind.arg(if size == 256 { format!("--raw={picture}") } else { picture });
    }
    steps.run(&name, bind.current_dir(folder))
}

impl Icon {
    fn picture(&self, size: u32) -> String {
        format!("{}{size}x{size}.png", self.prefix)
    }
}
