//! A WebDriver client: HTTP to WebKitWebDriver on this machine, one request a connection, nothing more than we need.
//!
//! Own, because the client libraries bring an asynchronous runtime and forty crates for what is forty lines here.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

/// Key of an element's id in WebDriver's JSON, fixed by the standard.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// What the driver answers: the value, or its error in words.
pub type Answer = Result<Value, String>;

/// A session with one window.
pub struct Driver {
    port: u16,
    session: String,
}

/// An element of the page. It becomes stale when the page draws it anew: find it again.
pub struct Element(String);

impl Driver {
    /// Starts the program `binary` with `args` under the driver on `port`.
    pub fn open(port: u16, binary: &str, args: &[String]) -> Result<Driver, String> {
        let options = json!({ "binary": binary, "args": args });
        let body = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let answer = request(port, "POST", "/session", Some(&body))?;
        let session = answer["sessionId"].as_str().ok_or("no session id")?.to_owned();
        Ok(Driver { port, session })
    }

    /// Ends the session, and with it the program (without a clean exit).
    pub fn close(&self) {
        let _ = request(self.port, "DELETE", &format!("/session/{}", self.session), None);
    }

    /// The first element for a CSS selector.
    pub fn find(&self, selector: &str) -> Result<Element, String> {
        let answer = self.post("element", &json!({ "using": "css selector", "value": selector }))?;
        element(&answer).ok_or_else(|| format!("{selector}: {answer}"))
    }

    /// All elements for a CSS selector, in the order of the page.
    pub fn find_all(&self, selector: &str) -> Vec<Element> {
        let body = json!({ "using": "css selector", "value": selector });
        let answer = self.post("elements", &body).unwrap_or_default();
        answer.as_array().map(|all| all.iter().filter_map(element).collect()).unwrap_or_default()
    }

    /// Clicks an element, as the mouse does, in the middle of the window: at its edges headings that stay lie over it.
    pub fn click(&self, element: &Element) -> Answer {
        let to_the_middle = "arguments[0].scrollIntoView({ block: 'center' })";
        self.script(to_the_middle, &[json!({ ELEMENT: element.0 })])?;
        self.post(&format!("element/{}/click", element.0), &json!({}))
    }

    /// Types into an element.
    pub fn type_into(&self, element: &Element, text: &str) -> Answer {
        self.post(&format!("element/{}/value", element.0), &json!({ "text": text }))
    }

    /// Presses keys, one after another, on whatever has the focus. Names as in the DOM: "Tab", "Enter", "Control+z", "a".
    pub fn press(&self, keys: &[&str]) {
        for chord in keys {
            let mut held: Vec<String> = chord.split('+').map(key).collect();
            let mut actions: Vec<Value> = held.iter().map(|key| json!({ "type": "keyDown", "value": key })).collect();
            held.reverse();
            actions.extend(held.iter().map(|key| json!({ "type": "keyUp", "value": key })));
            let body = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
            self.post("actions", &body).unwrap_or_else(|error| panic!("pressing {chord}: {error}"));
        }
    }

    /// Loads the page anew.
    pub fn reload(&self) -> Answer {
        self.post("refresh", &json!({}))
    }

    /// Runs a script in the page and gives what it returns.
    pub fn script(&self, script: &str, args: &[Value]) -> Answer {
        self.post("execute/sync", &json!({ "script": script, "args": args }))
    }

    /// Runs a script that answers by calling its last argument.
    pub fn script_async(&self, script: &str, args: &[Value]) -> Answer {
        self.post("execute/async", &json!({ "script": script, "args": args }))
    }

    /// The page as PNG, base64. Screenshots are stale until two frames have passed, so it waits for them.
    pub fn screenshot(&self) -> Answer {
        let two_frames =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(1)));";
        self.script_async(two_frames, &[])?;
        self.get("screenshot")
    }

    fn get(&self, what: &str) -> Answer {
        request(self.port, "GET", &format!("/session/{}/{what}", self.session), None)
    }

    fn post(&self, what: &str, body: &Value) -> Answer {
        request(self.port, "POST", &format!("/session/{}/{what}", self.session), Some(body))
    }
}

/// True once the driver on `port` answers.
pub fn is_ready(port: u16) -> bool {
    request(port, "GET", "/status", None).is_ok()
}

fn element(value: &Value) -> Option<Element> {
    value[ELEMENT].as_str().map(|id| Element(id.to_owned()))
}

/// The character by which WebDriver knows a key.
fn key(name: &str) -> String {
    match name {
        "Enter" => "\u{E007}",
        "Tab" => "\u{E004}",
        "Space" => " ",
        "Escape" => "\u{E00C}",
        "Shift" => "\u{E008}",
        "Control" => "\u{E009}",
        "Alt" => "\u{E00A}",
        "ArrowLeft" => "\u{E012}",
        "ArrowUp" => "\u{E013}",
        "ArrowRight" => "\u{E014}",
        "ArrowDown" => "\u{E015}",
        "Home" => "\u{E011}",
        "End" => "\u{E010}",
        "Delete" => "\u{E017}",
        "Backspace" => "\u{E003}",
        character => character,
    }
    .to_owned()
}

fn request(port: u16, method: &str, path: &str, body: Option<&Value>) -> Answer {
    let body = body.map(Value::to_string).unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let answer = exchange(port, (head + &body).as_bytes()).map_err(|error| format!("{method} {path}: {error}"))?;
    let (_, json) = answer.split_once("\r\n\r\n").ok_or_else(|| format!("{method} {path}: no body in {answer}"))?;
    let answer: Value = serde_json::from_str(json).map_err(|error| format!("{method} {path}: {error} in {json}"))?;
    match answer["value"]["error"].as_str() {
        Some(error) => Err(format!("{method} {path}: {error}: {}", answer["value"]["message"])),
        None => Ok(answer["value"].clone()),
    }
}

/// Sends a request and reads as many bytes as the answer says: the driver keeps the connection open whatever we ask.
fn exchange(port: u16, request: &[u8]) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    stream.write_all(request)?;
    let mut answer = Vec::new();
    let mut piece = [0; 65536];
    loop {
        let n = stream.read(&mut piece)?;
        answer.extend_from_slice(&piece[..n]);
        if n == 0 || is_whole(&answer) {
            return String::from_utf8(answer).map_err(std::io::Error::other);
        }
    }
}

fn is_whole(answer: &[u8]) -> bool {
    let Some(end_of_head) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let head = String::from_utf8_lossy(&answer[..end_of_head]).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
    length.is_some_and(|length| answer.len() >= end_of_head + 4 + length)
}
