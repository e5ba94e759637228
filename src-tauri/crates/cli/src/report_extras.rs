//! What a report has beside its text: which annexes, which photos.

use std::process::ExitCode;

use clap::Subcommand;
use sotg_core::Result;
use sotg_core::book::Book;
use sotg_core::history::Moment;
use sotg_core::model::{AnnexOffer, EvidenceId, Outcome, PhotoChoice, PhotoView};

use crate::commands::{alter, ask};
use crate::session::Session;
use crate::words;

#[derive(Subcommand)]
pub enum Extras {
    #[command(about = "Các phụ lục của báo cáo; thêm hoặc bỏ phụ lục")]
    Annexes {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(long, value_name = "MÃ", help = "In thêm phụ lục này; có thể lặp lại")]
        with: Vec<String>,
        #[arg(long, value_name = "MÃ", help = "Không in phụ lục này; có thể lặp lại")]
        without: Vec<String>,
    },
    #[command(about = "Ảnh minh chứng của đợt: ảnh đã chọn in vào báo cáo, và ảnh có thể chọn")]
    Photos {
        #[arg(value_name = "ĐỢT")]
        phase: String,
    },
    #[command(about = "Chọn một ảnh minh chứng vào phụ lục ảnh, sửa chú thích, đổi thứ tự, hoặc bỏ ra")]
    Photo {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(value_name = "SỐ MINH CHỨNG", help = "Số ghi trước tên ảnh khi xem bằng lệnh photos")]
        evidence: i64,
        #[arg(long, value_name = "CHỮ", help = "Chú thích dưới ảnh (mặc định: tên việc)")]
        caption: Option<String>,
        #[arg(long, value_name = "THỨ TỰ", help = "Đứng thứ mấy trong phụ lục (mặc định: cuối)")]
        at: Option<usize>,
        #[arg(long, help = "Ảnh lớn, rộng cả trang; không ghi thì hai ảnh một hàng")]
        large: bool,
        #[arg(long, conflicts_with_all = ["caption", "at", "large"], help = "Bỏ ảnh này khỏi báo cáo")]
        remove: bool,
    },
}

/// Runs one of them.
///
/// # Errors
/// What the core refuses.
pub fn run(session: &Session, command: Extras) -> Result<ExitCode> {
    match command {
        Extras::Annexes { phase, with, without } if with.is_empty() && without.is_empty() => ask(
            session,
            |book, moment| Ok(book.report_draft(&phase, moment.today)?.annexes),
            |offers| print_annexes(offers),
        ),
        Extras::Annexes { phase, with, without } => {
            alter(session, |book, moment| set_annexes(book, moment, &phase, (with, &without)))
        }
        Extras::Photos { phase } => {
            ask(session, |book, moment| book.report_photos(&phase, moment.today), |photos| print_photos(photos))
        }
        Extras::Photo { phase, evidence, caption, at, large, remove } => alter(session, |book, moment| {
            let photos = book.report_photos(&phase, moment.today)?;
            let evidence = EvidenceId(evidence);
            let chosen = if remove {
                chosen(&photos).into_iter().filter(|photo| photo.evidence != evidence).collect()
            } else {
                with_photo(&photos, PhotoChoice { evidence, caption: caption.unwrap_or_default(), is_large: large }, at)
            };
            book.set_report_photos(moment, &phase, &chosen)
        }),
    }
}

fn set_annexes(
    book: &mut Book,
    moment: &Moment,
    phase: &str,
    (with, without): (Vec<String>, &[String]),
) -> Result<Outcome> {
    let offers = book.report_draft(phase, moment.today)?.annexes;
    let before = offers.into_iter().filter(|offer| offer.is_included).map(|offer| offer.code);
    let mut included: Vec<String> = before.filter(|code| !without.contains(code)).collect();
    included.extend(with);
    book.set_report_annexes(moment, phase, &included)
}

fn chosen(photos: &[PhotoView]) -> Vec<PhotoChoice> {
    let choice = |photo: &PhotoView| PhotoChoice {
        evidence: photo.evidence,
        caption: photo.caption.clone(),
        is_large: photo.is_large,
    };
    photos.iter().filter(|photo| photo.is_chosen).map(choice).collect()
}

/// The chosen photos with one more, or with this one changed; an empty caption keeps the one that is there.
fn with_photo(photos: &[PhotoView], photo: PhotoChoice, at: Option<usize>) -> Vec<PhotoChoice> {
    let mut list = chosen(photos);
    let before =
        list.iter().position(|known| known.evidence == photo.evidence).map(|place| (place, list.remove(place)));
    let place = match (at, &before) {
        (Some(at), _) => at.saturating_sub(1),
        (None, Some((place, _))) => *place,
        (None, None) => list.len(),
    };
    let kept = before.map(|(_, known)| known.caption).filter(|_| photo.caption.is_empty());
    list.insert(place.min(list.len()), PhotoChoice { caption: kept.unwrap_or(photo.caption), ..photo });
    list
}

fn print_annexes(offers: &[AnnexOffer]) {
    for offer in offers {
        let mark = if offer.is_included { "x" } else { " " };
        println!("[{mark}] {:<24} {} ({})", offer.code, words::annex(offer), offer.count);
    }
}

fn print_photos(photos: &[PhotoView]) {
    for photo in photos {
        let mark = if photo.is_chosen { "x" } else { " " };
        let large = if photo.is_large { " (ảnh lớn)" } else { "" };
        let missing = if photo.is_missing { " (mất tệp)" } else { "" };
        println!("[{mark}] {:<5} {}: {}{large}{missing}", photo.evidence.to_string(), photo.title, photo.caption);
    }
}
