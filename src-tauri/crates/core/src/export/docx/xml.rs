//! XML as text. Our own because we only write: names are ours and constant, values are numbers, constants or escaped text.

use std::fmt::{self, Display, Write as _};

/// An attribute: its name and what it says.
pub type Attribute<'a> = (&'static str, &'a dyn Display);

/// A part being written.
pub struct Xml(String);

impl Xml {
    /// A part with the declaration that Word writes.
    pub fn part(name: &'static str, attributes: &[Attribute], content: impl FnOnce(&mut Xml)) -> String {
        let mut xml = Xml(String::with_capacity(16 << 10));
        xml.0.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        xml.element(name, attributes, content);
        xml.0
    }

    /// An element with content.
    pub fn element(&mut self, name: &'static str, attributes: &[Attribute], content: impl FnOnce(&mut Xml)) {
        self.open(name, attributes);
        self.0.push('>');
        content(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element without content.
    pub fn empty(&mut self, name: &'static str, attributes: &[Attribute]) {
        self.open(name, attributes);
        self.0.push_str("/>");
    }

    /// An element that says one value in `w:val`, as most of Word's properties do.
    pub fn value(&mut self, name: &'static str, value: impl Display) {
        self.empty(name, &[("w:val", &value)]);
    }

    /// A property that is on or off.
    pub fn switch(&mut self, name: &'static str, is_on: bool) {
        if is_on { self.empty(name, &[]) } else { self.value(name, 0) }
    }

    /// Text, escaped; what XML does not allow is left out.
    pub fn text(&mut self, text: &str) {
        self.escaped(text);
    }

    fn open(&mut self, name: &str, attributes: &[Attribute]) {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            self.0.push(' ');
            self.0.push_str(attribute);
            self.0.push_str("=\"");
            // Writing into a string never fails.
            let _ = write!(Escaping(self), "{value}");
            self.0.push('"');
        }
    }

    fn escaped(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\t' | '\n' => self.0.push(letter),
                '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
                letter => self.0.push(letter),
            }
        }
    }
}

struct Escaping<'a>(&'a mut Xml);

impl fmt::Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.escaped(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped_and_control_characters_left_out() {
        let written =
            Xml::part("a", &[("b", &"x\"&\u{1}y")], |xml| xml.text("<Đoàn>\u{0}\u{8}\u{1b}\u{ffff} & \u{85}"));
        assert!(written.ends_with("<a b=\"x&quot;&amp;y\">&lt;Đoàn&gt; &amp; </a>"), "{written}");
    }
}
