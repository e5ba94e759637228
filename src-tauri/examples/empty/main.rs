//! A window with nothing in it, by the same build as the program: `cargo xtask bench` measures the program against it.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("examples/empty/tauri.conf.json"))
}
