//! What went well, what is late, and what comes next.

use super::activities::with_note;
use super::sentence::plain;
use super::{ComposeInput, Composed, ReportedItem, bare, day, told};
use crate::model::{ChecklistItem, ProgressState};
use crate::plan::Phase;
use crate::text::format_number;

/// Numbers of the checklist; a gap to fill in by hand while nothing is done.
pub fn strengths(input: &ComposeInput) -> Vec<Composed> {
    let counts = &input.counts;
    if counts.done == 0 {
        return plain("- ….");
    }
    let done = if counts.done == counts.applicable {
        format!("Đơn vị đã hoàn thành toàn bộ {} nội dung công việc của {}", counts.done, input.phase.name)
    } else {
        let share = percent(counts.done, counts.applicable);
        format!(
            "Đơn vị đã hoàn thành {}/{} nội dung công việc của {}, đạt {share}%",
            counts.done, counts.applicable, input.phase.name
        )
    };
    let mut lines = plain(&format!("{done}."));
    lines.extend(own_initiative(input).iter().flat_map(|line| plain(line)));
    let n_evidence: usize = input.items.iter().map(|item| item.evidence.len()).sum();
    if n_evidence > 0 {
        lines.extend(plain(&format!("Kết quả thực hiện có {n_evidence} minh chứng (tệp, đường dẫn) lưu tại đơn vị.")));
    }
    lines
}

/// What the unit added to the plan by itself and has done.
fn own_initiative(input: &ComposeInput) -> Option<String> {
    let is_own = |item: &&ReportedItem| item.item.is_own && item.item.state == ProgressState::Done;
    let count = input.items.iter().filter(is_own).count();
    (count > 0).then(|| format!("Ngoài các nội dung của kế hoạch, đơn vị chủ động thực hiện thêm {count} nội dung."))
}

/// Per cent with one decimal; 100 only when it is all of it.
fn percent(part: u32, whole: u32) -> String {
    let permille = (u64::from(part) * 2000 + u64::from(whole)) / (u64::from(whole.max(1)) * 2);
    let at_most = if part < whole { 999 } else { 1000 };
    format_number(i64::try_from(permille).unwrap_or(at_most).min(at_most), 1)
}

/// What is late, the longest first, then what else is missing.
pub fn shortcomings(input: &ComposeInput) -> Vec<Composed> {
    let mut late: Vec<&ReportedItem> = input.items.iter().filter(|item| item.item.days_late.is_some()).collect();
    late.sort_by_key(|item| std::cmp::Reverse(item.item.days_late));
    let mut lines = Vec::new();
    if !late.is_empty() {
        lines.extend(plain(&format!("Còn {} nội dung quá hạn, chưa hoàn thành:", late.len())));
        lines.extend(late.iter().map(|item| late_line(item)));
    }
    let counts = &input.counts;
    let undue = (counts.doing + counts.not_started).saturating_sub(counts.late);
    if undue > 0 {
        lines.extend(plain(&format!("Còn {undue} nội dung chưa đến hạn, đơn vị đang tiếp tục thực hiện.")));
    }
    if late.is_empty() {
        lines.splice(0..0, plain("Tính đến thời điểm báo cáo, không có nội dung nào quá hạn."));
    }
    lines
}

fn late_line(item: &ReportedItem) -> Composed {
    let due = item.item.due_on.map(|date| format!("hạn {}, ", day(date))).unwrap_or_default();
    let days = item.item.days_late.unwrap_or_default();
    let doing = if item.item.state == ProgressState::Doing { "; đang triển khai" } else { "" };
    let said = format!("{} ({due}quá hạn {days} ngày{doing})", bare(&item.item.title));
    told(&item.item, &with_note(said, &item.note))
}

/// What is left of this phase, then what the next one brings, by its stages. What runs through both is not listed again.
pub fn next_phase(input: &ComposeInput) -> Vec<Composed> {
    let mut lines = Vec::new();
    let left: Vec<&ReportedItem> = input.items.iter().filter(|item| is_open(item)).collect();
    if !left.is_empty() {
        lines.extend(plain(&format!("Tiếp tục hoàn thành {} nội dung còn lại của {}:", left.len(), input.phase.name)));
        lines.extend(left.iter().map(|item| told(&item.item, &item.item.title)));
    }
    let next = input.plan.phases.iter().find(|phase| phase.number == input.phase.number + 1);
    if let Some(next) = next.filter(|_| !input.next_items.is_empty()) {
        lines.extend(tasks_of(input, next));
    } else {
        lines.extend(plain("Tổng kết việc thực hiện kế hoạch; lưu trữ hồ sơ, tài liệu, minh chứng theo quy định."));
    }
    lines
}

fn is_open(item: &ReportedItem) -> bool {
    match item.item.state {
        ProgressState::NotStarted | ProgressState::Doing => true,
        ProgressState::Done | ProgressState::NotApplicable => false,
    }
}

fn tasks_of(input: &ComposeInput, next: &Phase) -> Vec<Composed> {
    let goes_on = |item: &&ChecklistItem| input.items.iter().any(|known| known.item.title == item.title);
    let (lasting, new): (Vec<&ChecklistItem>, Vec<&ChecklistItem>) = input.next_items.iter().partition(goes_on);
    let mut lines = Vec::new();
    if !lasting.is_empty() {
        let said = format!("Duy trì {} nội dung, hình thức tuyên truyền thường xuyên đã triển khai.", lasting.len());
        lines.extend(plain(&said));
    }
    if !new.is_empty() {
        let title = if next.stages.is_empty() { format!(" ({})", next.title) } else { String::new() };
        lines.extend(plain(&format!("Triển khai {}{title}:", next.name)));
    }
    lines.extend(new.iter().filter(|item| item.stage.is_none()).map(|item| told(item, &item.title)));
    for stage in &next.stages {
        let of_stage = new.iter().filter(|item| item.stage.as_deref() == Some(stage.code.as_str()));
        let mut tasks = of_stage.map(|item| told(item, &item.title)).peekable();
        if tasks.peek().is_some() {
            // A stage lies before, in or after what its phase is about: "Trước Đại hội XIII Công đoàn Việt Nam".
            lines.extend(plain(&format!("{} {}:", stage.name, next.title)));
            lines.extend(tasks);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn per_cent_is_rounded_but_never_up_to_all_of_it() {
        for (part, whole, text) in [(24, 30, "80"), (1, 3, "33,3"), (2, 3, "66,7"), (2999, 3000, "99,9"), (5, 5, "100")]
        {
            assert_eq!(percent(part, whole), text, "{part}/{whole}");
        }
    }
}
