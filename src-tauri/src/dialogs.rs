//! Native dialogs. A dialog is built on the main thread, as every system demands, and awaited on another one, so that
//! the window goes on drawing.

use std::path::PathBuf;

use rfd::{AsyncFileDialog, FileHandle};
use sotg_core::model::Language;
use sotg_core::plan::EXTENSION;
use tauri::WebviewWindow;

/// Title of a dialog that has no window behind it.
const TITLE: &str = "Sổ Tuyên giáo";

/// Asks for files that become evidence; none if the user thinks better of it.
pub async fn choose_files(window: &WebviewWindow, language: Language) -> Vec<PathBuf> {
    let title = match language {
        Language::Vi => "Chọn tệp minh chứng",
        Language::En => "Choose files of evidence",
    };
    let chosen = show(window, move |dialog| dialog.set_title(title).pick_files()).await;
    chosen.unwrap_or_default().iter().map(|file| file.path().to_owned()).collect()
}

/// Asks for files that units sent; none if the user thinks better of it.
pub async fn choose_report_files(window: &WebviewWindow, language: Language) -> Vec<PathBuf> {
    let title = match language {
        Language::Vi => "Chọn tệp báo cáo đã nhận",
        Language::En => "Choose the report files received",
    };
    let chosen = show(window, move |dialog| dialog.set_title(title).pick_files()).await;
    chosen.unwrap_or_default().iter().map(|file| file.path().to_owned()).collect()
}

/// Asks for a folder with files that units sent; `None` if the user thinks better of it.
pub async fn choose_report_folder(window: &WebviewWindow, language: Language) -> Option<PathBuf> {
    let title = match language {
        Language::Vi => "Chọn thư mục chứa tệp báo cáo",
        Language::En => "Choose the folder with report files",
    };
    let chosen: Option<FileHandle> = show(window, move |dialog| dialog.set_title(title).pick_folder()).await;
    chosen.map(|folder| folder.path().to_owned())
}

/// Asks for a folder for the data; `None` if the user thinks better of it.
pub async fn choose_data_folder(window: &WebviewWindow, language: Language) -> Option<PathBuf> {
    let title = match language {
        Language::Vi => "Chọn thư mục lưu dữ liệu",
        Language::En => "Choose the folder for the data",
    };
    let chosen: Option<FileHandle> = show(window, move |dialog| dialog.set_title(title).pick_folder()).await;
    chosen.map(|folder| folder.path().to_owned())
}

/// Asks for a plan file, or another one that an office sends to its units; `None` if the user thinks better of it.
pub async fn choose_plan_file(window: &WebviewWindow, language: Language) -> Option<PathBuf> {
    let (title, kind) = match language {
        Language::Vi => ("Mở tệp kế hoạch, tệp trả lại, biên nhận", "Tệp của chương trình"),
        Language::En => ("Open a plan file, a report sent back, a receipt", "File of the program"),
    };
    let build =
        move |dialog: AsyncFileDialog| dialog.set_title(title).add_filter(kind, &[EXTENSION, "toml"]).pick_file();
    let chosen: Option<FileHandle> = show(window, build).await;
    chosen.map(|file| file.path().to_owned())
}

/// Asks for a Word template; `None` if the user thinks better of it.
pub async fn choose_template(window: &WebviewWindow, language: Language) -> Option<PathBuf> {
    let (title, kind) = match language {
        Language::Vi => ("Chọn mẫu Word của cơ quan", "Tài liệu Word"),
        Language::En => ("Choose the office's Word template", "Word document"),
    };
    let build = move |dialog: AsyncFileDialog| dialog.set_title(title).add_filter(kind, &["docx"]).pick_file();
    let chosen: Option<FileHandle> = show(window, build).await;
    chosen.map(|file| file.path().to_owned())
}

/// Asks for a list of units; `None` if the user thinks better of it.
pub async fn choose_unit_list(window: &WebviewWindow, language: Language) -> Option<PathBuf> {
    let (title, kind) = match language {
        Language::Vi => ("Chọn danh sách đơn vị", "Bảng tính"),
        Language::En => ("Choose a list of units", "Spreadsheet"),
    };
    let build = move |dialog: AsyncFileDialog| {
        dialog.set_title(title).add_filter(kind, &["xlsx", "xls", "ods", "csv"]).pick_file()
    };
    let chosen: Option<FileHandle> = show(window, build).await;
    chosen.map(|file| file.path().to_owned())
}

/// Asks in which folder several files are to be written; `None` if the user thinks better of it.
pub async fn choose_folder_to_write(window: &WebviewWindow, language: Language) -> Option<PathBuf> {
    let title = match language {
        Language::Vi => "Chọn thư mục để lưu",
        Language::En => "Choose a folder to save into",
    };
    let chosen = show(window, move |dialog| dialog.set_title(title).pick_folder()).await;
    chosen.map(|folder| folder.path().to_owned())
}

/// Asks where a document is to be saved, and proposes a name; `None` if the user thinks better of it.
pub async fn choose_document_place(window: &WebviewWindow, language: Language, name: String) -> Option<PathBuf> {
    let words = match language {
        Language::Vi => ("Lưu văn bản", "Tài liệu Word"),
        Language::En => ("Save the document", "Word document"),
    };
    choose_place(window, words, name, "docx").await
}

/// Asks where a PDF is to be saved, and proposes a name; `None` if the user thinks better of it.
pub async fn choose_pdf_place(window: &WebviewWindow, language: Language, name: String) -> Option<PathBuf> {
    let words = match language {
        Language::Vi => ("Lưu bản PDF", "Tài liệu PDF"),
        Language::En => ("Save as PDF", "PDF document"),
    };
    choose_place(window, words, name, "pdf").await
}

/// Asks where a table is to be saved, and proposes a name; `None` if the user thinks better of it.
pub async fn choose_table_place(window: &WebviewWindow, language: Language, name: String) -> Option<PathBuf> {
    let words = match language {
        Language::Vi => ("Lưu bảng", "Bảng tính Excel"),
        Language::En => ("Save the table", "Excel workbook"),
    };
    choose_place(window, words, name, "xlsx").await
}

/// Asks where a plan file is to be saved, and proposes a name; `None` if the user thinks better of it.
pub async fn choose_campaign_place(window: &WebviewWindow, language: Language, name: String) -> Option<PathBuf> {
    let words = match language {
        Language::Vi => ("Phát hành tệp kế hoạch", "Tệp kế hoạch"),
        Language::En => ("Issue the plan file", "Plan file"),
    };
    choose_place(window, words, name, EXTENSION).await
}

/// Asks where a return file or a receipt is to be saved, and proposes a name; `None` if the user thinks better of it.
pub async fn choose_sealed_place(window: &WebviewWindow, language: Language, name: String) -> Option<PathBuf> {
    let words = match language {
        Language::Vi => ("Lưu tệp gửi đơn vị", "Tệp của Sổ Tuyên giáo"),
        Language::En => ("Save the file for the unit", "File of Sổ Tuyên giáo"),
    };
    choose_place(window, words, name, EXTENSION).await
}

/// Asks where a packed file is to be saved, and proposes a name; `None` if the user thinks better of it.
pub async fn choose_packed_place(window: &WebviewWindow, language: Language, name: String) -> Option<PathBuf> {
    let words = match language {
        Language::Vi => ("Lưu gói tệp", "Tệp nén"),
        Language::En => ("Save the package", "Packed file"),
    };
    choose_place(window, words, name, "zip").await
}

/// Asks for the scan of a report on paper; `None` if the user thinks better of it.
pub async fn choose_scan(window: &WebviewWindow, language: Language) -> Option<PathBuf> {
    let title = match language {
        Language::Vi => "Chọn bản quét hoặc ảnh chụp báo cáo",
        Language::En => "Choose the scan or photo of the report",
    };
    let chosen: Option<FileHandle> = show(window, move |dialog| dialog.set_title(title).pick_file()).await;
    chosen.map(|file| file.path().to_owned())
}

async fn choose_place(
    window: &WebviewWindow,
    (title, kind): (&'static str, &'static str),
    name: String,
    extension: &'static str,
) -> Option<PathBuf> {
    let build = move |dialog: AsyncFileDialog| {
        dialog.set_title(title).set_file_name(name).add_filter(kind, &[extension]).save_file()
    };
    let chosen: Option<FileHandle> = show(window, build).await;
    // Not every system adds the extension that the filter names.
    chosen.map(|file| match file.path().extension() {
        Some(_) => file.path().to_owned(),
        None => file.path().with_extension(extension),
    })
}

/// Says something before there is a window, and waits until it has been read. Without a screen it says nothing.
#[cfg(not(target_os = "linux"))]
pub fn say(text: &str) {
    let dialog = rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error);
    let _ = dialog.set_title(TITLE).set_description(text).show();
}

/// Says something before there is a window, and waits until it has been read. Without a screen it says nothing, and nothing
/// either on another thread than the main one: rfd would wait there for the main thread, which may wait for this one.
#[cfg(target_os = "linux")]
pub fn say(text: &str) {
    use gtk::prelude::*;

    let is_main = std::thread::current().name() == Some("main");
    if !is_main || gtk::init().is_err() {
        return;
    }
    let (kind, buttons) = (gtk::MessageType::Error, gtk::ButtonsType::Close);
    let dialog = gtk::MessageDialog::new(None::<&gtk::Window>, gtk::DialogFlags::empty(), kind, buttons, text);
    dialog.set_title(TITLE);
    dialog.run();
}

async fn show<T, F>(window: &WebviewWindow, build: impl FnOnce(AsyncFileDialog) -> F + Send + 'static) -> Option<T>
where
    F: Future<Output = Option<T>> + Send + 'static,
{
    let (sender, mut receiver) = tauri::async_runtime::channel(1);
    let parent = window.clone();
    let built = window.run_on_main_thread(move || {
        // Nobody waits any more only if the program ends.
        let _ = sender.try_send(build(AsyncFileDialog::new().set_parent(&parent)));
    });
    match built {
        Ok(()) => receiver.recv().await?.await,
        Err(_) => None,
    }
}
