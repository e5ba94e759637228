//! Why the window does not open, in words. On Windows nobody sees what a program without a console prints, so each failure is
//! a dialog too, and an entry of the log, and a status by which another program knows it.

use std::process::ExitCode;

use crate::launch::USAGE;
use crate::{dialogs, log};

/// Why the program ends before its window is there.
#[derive(Debug)]
pub enum Failure {
    /// The arguments mean nothing; says what is wrong with them.
    Arguments(String),
    /// WebView2 is missing; says what the system answered.
    NoEngine(String),
    /// There is no screen to open a window on.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "elsewhere there is always one"))]
    NoScreen(String),
    /// The page engine or the system refused; says why.
    NotOpened(String),
    /// The program is open on this book, and does not answer.
    NotAnswering,
}

/// The file that brings WebView2 to a PC without a network, as Microsoft names it.
const ENGINE_FILE: &str = "MicrosoftEdgeWebView2RuntimeInstallerX64.exe";

impl Failure {
    /// By this another program knows it; also written in the usage.
    pub fn status(&self) -> u8 {
        match self {
            Failure::NoScreen(_) | Failure::NotOpened(_) => 1,
            Failure::Arguments(_) => 2,
            Failure::NoEngine(_) => 3,
            Failure::NotAnswering => 4,
        }
    }

    /// For the log, and for whoever mends it.
    fn in_english(&self) -> String {
        match self {
            Failure::Arguments(why) => format!("Wrong arguments: {why}"),
            Failure::NoEngine(why) => format!("WebView2 is missing: {why}"),
            Failure::NoScreen(why) => format!("There is no screen: {why}"),
            Failure::NotOpened(why) => format!("Unable to open the window: {why}"),
            Failure::NotAnswering => "The program is open on this book already and does not answer".to_owned(),
        }
    }

    /// For the user.
    fn in_vietnamese(&self) -> String {
        match self {
            Failure::Arguments(why) => format!("Không mở được vì tham số không đúng: {why}\n\n{USAGE}"),
            Failure::NoEngine(_) => format!(
                "Máy này chưa có WebView2 của Microsoft, thành phần mà Sổ Tuyên giáo cần để hiện cửa sổ.\n\n\
                 Cần lấy tệp {ENGINE_FILE} (trang của Microsoft gọi là «Evergreen Standalone Installer», bản x64), mở \
                 tệp đó để cài, rồi mở lại Sổ Tuyên giáo. Khi cài không cần mạng.\n\n\
                 Nếu chưa có tệp này, anh/chị hỏi người phụ trách công nghệ thông tin của đơn vị hoặc nơi đã đưa bộ cài \
                 Sổ Tuyên giáo. Dữ liệu của anh/chị vẫn nguyên vẹn."
            ),
            Failure::NoScreen(_) => "Không có màn hình để mở cửa sổ. Hãy mở Sổ Tuyên giáo từ màn hình làm việc của máy, \
                 hoặc dùng chương trình dòng lệnh sotg."
                .to_owned(),
            Failure::NotOpened(_) => "Không mở được cửa sổ Sổ Tuyên giáo. Dữ liệu của anh/chị vẫn nguyên vẹn.\n\n\
                 Anh/chị khởi động lại máy rồi thử lại. Nếu vẫn không được, gửi tệp nhật ký cho người hỗ trợ."
                .to_owned(),
            Failure::NotAnswering => "Sổ Tuyên giáo đang mở nhưng không trả lời.\n\n\
                 Anh/chị chờ một lát rồi thử lại. Nếu cửa sổ vẫn không hiện ra, khởi động lại máy rồi mở lại; những gì đã \
                 lưu vẫn còn."
                .to_owned(),
        }
    }
}

/// Says why the program ends: in the log, in the terminal, and in a dialog, unless whoever started it asked for none.
pub fn tell(failure: &Failure, is_dialog_wanted: bool) -> ExitCode {
    log::note(&failure.in_english());
    show(&failure.in_vietnamese(), is_dialog_wanted);
    ExitCode::from(failure.status())
}

/// A fault of ours ends the program, but not silently: what else would work then is not known. One of the typesetter touches
/// nothing but its own document, and becomes an error of that.
pub fn watch_panics(is_dialog_wanted: bool) {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        log::note(&format!("Fault: {panic}"));
        usual(panic);
        if sotg_pages::is_setting_here() {
            return;
        }
        show(
            "Sổ Tuyên giáo gặp lỗi và phải đóng. Những gì đã lưu vẫn còn.\n\nAnh/chị mở lại chương trình. Nếu lỗi lặp lại, \
             gửi tệp nhật ký cho người hỗ trợ.",
            is_dialog_wanted,
        );
        std::process::abort();
    }));
}

fn show(text: &str, is_dialog_wanted: bool) {
    let log = log::path().map(|log| format!("\n\nNhật ký: {}", log.display())).unwrap_or_default();
    let text = format!("{text}{log}");
    eprintln!("{text}");
    if is_dialog_wanted {
        dialogs::say(&text);
    }
}
