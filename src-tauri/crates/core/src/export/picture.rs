//! A picture in a document, and the links that a document may hold.

use std::sync::Arc;

use super::length::Length;

/// Longest address that Word opens; a longer one makes it call the whole file damaged.
const ADDRESS_LIMIT: usize = 2_000;

/// A picture as it is printed. The bytes are shared: the same picture in two places is kept once.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file, whole.
    pub bytes: Arc<[u8]>,
    /// What the bytes are.
    pub kind: PictureKind,
    /// Width on paper.
    pub width: Length,
    /// Height on paper.
    pub height: Length,
    /// What it shows, for those who cannot see it.
    pub description: String,
}

/// Kinds of pictures that every reader of Word files and of pages shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PictureKind {
    /// Drawings.
    Png,
    /// Photos.
    Jpeg,
}

impl PictureKind {
    /// Ending of the name of a file, which is the name of the kind as well.
    pub const fn ending(self) -> &'static str {
        match self {
            PictureKind::Png => "png",
            PictureKind::Jpeg => "jpeg",
        }
    }
}

/// Without the bytes: a failed comparison must not print a photo.
impl std::fmt::Debug for Picture {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let n_bytes = self.bytes.len();
        let Picture { kind, width, height, description, bytes: _ } = self;
        formatter
            .debug_struct("Picture")
            .field("kind", kind)
            .field("n_bytes", &n_bytes)
            .field("width", width)
            .field("height", height)
            .field("description", description)
            .finish()
    }
}

/// An address as a document may link to it, or `None` for one that is only printed.
///
/// Only addresses of the web: a link to a file or to a script would make the reader of a report start something. One that
/// names a user hides the host that it leads to. What no address may hold is written as `%20` is, or Word refuses the file.
pub fn web_address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let (scheme, rest) = typed.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https") {
        return None;
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(end)?;
    let address = format!("{scheme}://{host}{}", escaped(path));
    (is_host(host) && address.len() <= ADDRESS_LIMIT).then_some(address)
}

/// "congdoan.vn", "congdoan.vn:8080"; letters of every language.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    let is_letter = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    name.split('.').all(|label| !label.is_empty() && label.chars().all(is_letter)) && port.parse::<u16>().is_ok()
}

/// What follows the host, with everything that may not stand in an address written in hexadecimal.
fn escaped(path: &str) -> String {
    let mut written = String::with_capacity(path.len());
    let mut is_after_mark = false;
    for (place, letter) in path.char_indices() {
        let is_kept = match letter {
            '%' => is_escape(path, place),
            // Only the first one parts the address from the place in the page.
            '#' => !std::mem::replace(&mut is_after_mark, true),
            letter if letter.is_ascii_alphanumeric() => true,
            letter => "-._~/?:@!$&'()*+,;=".contains(letter),
        };
        if is_kept {
            written.push(letter);
        } else if !letter.is_control() {
            let mut bytes = [0; 4];
            written.extend(letter.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        }
    }
    written
}

fn is_escape(path: &str, place: usize) -> bool {
    path.get(place + 1..place + 3).is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_become_links() {
        for typed in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "ms-word:ofe|u|https://a.vn",
            "mailto:a@b.vn",
            "congdoan.vn",
            "http://",
            "http:///a",
            "https://vietcombank.vn@xau.example/",
            "https://[::1]/a",
            "https://a..vn/",
            "https://a.vn:70000/",
            "https://a.vn\\b/",
            "=cmd|' /C calc'!A0",
        ] {
            assert_eq!(web_address(typed), None, "{typed:?}");
        }
        assert_eq!(web_address(&format!("https://a.vn/{}", "a".repeat(2_000))), None, "too long for Word");
    }

    #[test]
    fn an_address_is_written_so_that_word_opens_it() {
        for (typed, written) in [
            ("https://congdoan.vn/tin-bai?id=1&loai=2", "https://congdoan.vn/tin-bai?id=1&loai=2"),
            (" HTTPS://Congdoan.vn ", "https://Congdoan.vn"),
            ("http://a.vn:8080/x#y#z", "http://a.vn:8080/x#y%23z"),
            ("https://a.vn/đại hội", "https://a.vn/%C4%91%E1%BA%A1i%20h%E1%BB%99i"),
            ("https://a.vn/100%/%41/%4", "https://a.vn/100%25/%41/%254"),
            ("https://a.vn/[1]{2}|\"<>\\^`", "https://a.vn/%5B1%5D%7B2%7D%7C%22%3C%3E%5C%5E%60"),
            ("https://tuyêngiáo.vn/\u{1}a", "https://tuyêngiáo.vn/a"),
        ] {
            assert_eq!(web_address(typed).as_deref(), Some(written), "{typed:?}");
        }
    }
}
