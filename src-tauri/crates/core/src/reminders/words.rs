//! What a reminder says, in Vietnamese: for a chat, an e-mail, a letter. Pure.

use chrono::NaiveDate;

use crate::text::{long_date, short_date};

/// What every reminder speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Our unit: "Liên đoàn Lao động tỉnh Lai Châu".
    pub office: String,
    /// "Đợt 1".
    pub phase: String,
    /// "Kế hoạch số 383/KH-LĐLĐ ngày 25/10/2022 của Liên đoàn Lao động tỉnh Lai Châu".
    pub plan: String,
}

/// Where a unit stands: "đã quá hạn 5 ngày (hạn ngày 10/8/2023)".
fn standing(due_on: NaiveDate, days_late: i32) -> String {
    let due = short_date(due_on);
    match days_late {
        0 => format!("đến hạn hôm nay, ngày {due}"),
        1.. => format!("đã quá hạn {days_late} ngày (hạn ngày {due})"),
        ..0 => format!("còn {} ngày là đến hạn (ngày {due})", -days_late),
    }
}

/// A line to paste into a chat, whole in itself.
pub fn chat(matter: &Matter, unit: &str, due_on: NaiveDate, days_late: i32) -> String {
    let Matter { office, phase, plan } = matter;
    let standing = standing(due_on, days_late);
    format!(
        "Kính gửi {unit}: báo cáo kết quả tuyên truyền {phase} theo {plan} {standing}. {office} chưa nhận được báo cáo \
         của đơn vị; đề nghị đơn vị gửi sớm. Nếu đã gửi, xin báo lại ngày gửi và hình thức gửi. Trân trọng."
    )
}

/// The subject of an e-mail.
pub fn mail_subject(matter: &Matter, days_late: i32) -> String {
    let phase = &matter.phase;
    if days_late > 0 {
        format!("Đề nghị gửi báo cáo tuyên truyền {phase} (quá hạn {days_late} ngày)")
    } else {
        format!("Nhắc gửi báo cáo tuyên truyền {phase}")
    }
}

/// The text of an e-mail.
pub fn mail_text(matter: &Matter, unit: &str, due_on: NaiveDate, days_late: i32) -> String {
    let Matter { office, phase, plan } = matter;
    let standing = standing(due_on, days_late);
    format!(
        "Kính gửi: {unit}\n\nThực hiện {plan}, đơn vị có báo cáo kết quả tuyên truyền {phase} phải gửi về {office}. \
         Đến nay {office} chưa nhận được báo cáo này; báo cáo {standing}.\n\nĐề nghị đơn vị hoàn thành và gửi báo cáo \
         trong thời gian sớm nhất. Nếu đơn vị đã gửi, xin thông báo lại ngày gửi và hình thức gửi để đối chiếu.\n\n\
         Trân trọng.\n{office}\n"
    )
}

/// What the letter is about, after "V/v".
pub fn letter_subject(matter: &Matter) -> String {
    format!("đôn đốc gửi báo cáo kết quả tuyên truyền {}", matter.phase)
}

/// The paragraphs of the letter. `n_units` stand in its list.
pub fn letter_text(matter: &Matter, n_units: usize, until: NaiveDate, today: NaiveDate) -> Vec<String> {
    let Matter { office, phase, plan } = matter;
    vec![
        format!(
            "Thực hiện {plan}, các đơn vị có trách nhiệm gửi báo cáo kết quả tuyên truyền {phase} về {office}. Đến {}, \
             còn {n_units} đơn vị chưa có báo cáo (danh sách kèm theo).",
            long_date(today)
        ),
        format!(
            "Để kịp tổng hợp, {office} đề nghị các đơn vị có tên trong danh sách hoàn thành và gửi báo cáo trước {}. Đơn \
             vị đã gửi báo cáo, đề nghị thông báo lại ngày gửi và hình thức gửi để đối chiếu.",
            long_date(until)
        ),
        "Đề nghị các đơn vị quan tâm thực hiện./.".to_owned(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matter() -> Matter {
        Matter {
            office: "Liên đoàn Lao động tỉnh Lai Châu".to_owned(),
            phase: "Đợt 1".to_owned(),
            plan: "Kế hoạch số 383/KH-LĐLĐ".to_owned(),
        }
    }

    #[test]
    fn a_line_for_the_chat_says_who_what_and_how_late() {
        let due = NaiveDate::from_ymd_opt(2023, 8, 10).unwrap();
        for (days_late, wanted) in [
            (5, "đã quá hạn 5 ngày (hạn ngày 10/08/2023)"),
            (0, "đến hạn hôm nay, ngày 10/08/2023"),
            (-3, "còn 3 ngày là đến hạn (ngày 10/08/2023)"),
        ] {
            let line = chat(&matter(), "CĐCS Trường Mầm non Bình Lư", due, days_late);
            assert!(line.contains(wanted), "{line}");
            assert!(
                line.starts_with("Kính gửi CĐCS Trường Mầm non Bình Lư: báo cáo kết quả tuyên truyền Đợt 1"),
                "{line}"
            );
            assert!(!line.contains('\n'), "one line to paste");
        }
    }
}
