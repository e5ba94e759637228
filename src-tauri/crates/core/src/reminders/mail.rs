//! An e-mail as a file that mail programs open as a draft (RFC 5322, MIME). Pure.
//!
//! It has recipients, subject and text, no sender and no day: the program that sends it adds its own.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Octets of text in one line of base64, so that the line has 76 signs (RFC 2045, 6.8).
const LINE: usize = 57;
/// Octets of text in one encoded word, so that the line of the subject has at most 76 signs (RFC 2047, 2).
const WORD: usize = 39;

/// The file. Addresses that cannot stand in a head are left out.
pub fn draft(recipients: &[String], subject: &str, text: &str) -> String {
    let addresses: Vec<&str> = recipients.iter().map(String::as_str).filter(|address| is_address(address)).collect();
    let mut file = String::new();
    if !addresses.is_empty() {
        file.push_str(&format!("To: {}\r\n", addresses.join(",\r\n ")));
    }
    file.push_str(&format!("Subject: {}\r\n", encoded_words(subject)));
    // Outlook opens a file with this line for writing and not as one that has come.
    file.push_str("X-Unsent: 1\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n");
    file.push_str("Content-Transfer-Encoding: base64\r\n\r\n");
    let text = text.replace("\r\n", "\n").replace('\n', "\r\n");
    for line in text.as_bytes().chunks(LINE) {
        file.push_str(&STANDARD.encode(line));
        file.push_str("\r\n");
    }
    file
}

/// One address, without anything that could begin another line of the head.
fn is_address(text: &str) -> bool {
    let is_plain = text.chars().all(|sign| sign.is_ascii_graphic() && !",;<>()[]\\\"".contains(sign));
    is_plain && text.split('@').filter(|part| !part.is_empty()).count() == 2 && text.matches('@').count() == 1
}

/// A text of the head in any letters; an encoded word never ends inside of a letter.
fn encoded_words(text: &str) -> String {
    let mut words = Vec::new();
    let mut piece = String::new();
    for letter in text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }) {
        if piece.len() + letter.len_utf8() > WORD {
            words.push(std::mem::take(&mut piece));
        }
        piece.push(letter);
    }
    words.push(piece);
    let encoded = words.iter().map(|word| format!("=?UTF-8?B?{}?=", STANDARD.encode(word)));
    encoded.collect::<Vec<_>>().join("\r\n ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(file: &str) -> (String, String) {
        let (head, body) = file.split_once("\r\n\r\n").unwrap();
        let subject: String = head
            .split("=?UTF-8?B?")
            .skip(1)
            .map(|word| String::from_utf8(STANDARD.decode(word.split("?=").next().unwrap()).unwrap()).unwrap())
            .collect();
        let body: Vec<u8> = body.lines().flat_map(|line| STANDARD.decode(line).unwrap()).collect();
        (subject, String::from_utf8(body).unwrap())
    }

    #[test]
    fn subject_and_text_come_out_as_they_went_in() {
        let subject = "Đề nghị gửi báo cáo tuyên truyền Đợt 1 (quá hạn 5 ngày)";
        let text = "Kính gửi: CĐCS Trường Mầm non\n\nĐề nghị đơn vị gửi báo cáo.\n".repeat(20);
        let file = draft(&["vanphong@vi-du.vn".to_owned()], subject, &text);
        assert!(file.lines().all(|line| line.len() <= 76), "no line is longer than mail allows");
        assert!(file.starts_with("To: vanphong@vi-du.vn\r\n"));
        assert_eq!(decoded(&file), (subject.to_owned(), text.replace('\n', "\r\n")));
    }

    #[test]
    fn nothing_that_was_typed_begins_another_line_of_the_head() {
        let addresses =
            ["a@vi-du.vn\r\nBcc: b@vi-du.vn", "no address", "a@@b", "@b", "được@vi-du.vn"].map(str::to_owned);
        let file = draft(&addresses, "x\r\nBcc: b@vi-du.vn", "");
        assert!(!file.contains("Bcc") && !file.contains("To:"), "{file}");
    }
}
