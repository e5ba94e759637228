//! The history of a unit, for people to read.

use sotg_core::model::{ExceptionGiven, ReceivedState, UnitEvent, UnitHistoryEntry};
use sotg_core::text::short_date;

use crate::words;

/// The lines of the log with what each meant for the unit.
pub fn print(lines: &[UnitHistoryEntry]) {
    if lines.is_empty() {
        println!("Chưa có thay đổi nào về đơn vị này.");
    }
    for UnitHistoryEntry { entry, event } in lines {
        let what = event.as_ref().map(meaning).unwrap_or_else(|| entry.label.subject.clone());
        crate::print::history_line(entry, &what);
    }
}

fn meaning(event: &UnitEvent) -> String {
    match event {
        UnitEvent::Reminder { phase, step, channel, on, note } => {
            let how = words::reminder_channel(*channel);
            format!("{}, {}: {} {how}{}", phase.name, words::step(*step), short_date(*on), after(note))
        }
        UnitEvent::Report { phase, state: ReceivedState::Missing, .. } => format!("{}: xóa ghi nhận", phase.name),
        UnitEvent::Report { phase, state, on, channel, note } => {
            let on = on.map(|on| format!(", nhận {}", short_date(on))).unwrap_or_default();
            let how = channel.map(|channel| format!(" ({})", words::channel(channel))).unwrap_or_default();
            format!("{}: {}{on}{how}{}", phase.name, words::received(*state), after(note))
        }
        UnitEvent::Exception { phase, activity, given, reason } => {
            let what = if activity.is_empty() { "báo cáo" } else { activity };
            let given = match given {
                ExceptionGiven::Later { due_on } => format!("lùi đến {}", short_date(*due_on)),
                ExceptionGiven::LetOff => "được miễn".to_owned(),
                ExceptionGiven::Removed => "bỏ ngoại lệ".to_owned(),
            };
            format!("{}, {what}: {given} ({reason})", phase.name)
        }
        UnitEvent::Congress { planned_on, held_on } => match (held_on, planned_on) {
            (Some(on), _) => format!("đã tổ chức {}", short_date(*on)),
            (None, Some(on)) => format!("dự kiến {}", short_date(*on)),
            (None, None) => "chưa có ngày".to_owned(),
        },
    }
}

fn after(note: &str) -> String {
    if note.is_empty() { String::new() } else { format!("; {note}") }
}
