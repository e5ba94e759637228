//! The page can do no more than the program means it to do.

use serde_json::json;

use crate::window::Office;

#[test]
fn the_page_may_call_our_commands_and_nothing_of_tauri() {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main");
    for command in
        ["plugin:window|close", "plugin:webview|create_webview", "plugin:path|resolve_directory", "plugin:event|emit"]
    {
        let answer = window.call(command, json!({}));
        assert!(answer.is_err(), "{command} was allowed: {answer:?}");
    }
    assert!(window.call("list_plans", json!({})).is_ok());
}

#[test]
fn the_page_reaches_nothing_outside_of_the_program() {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main");
    let server = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    server.set_nonblocking(true).unwrap();
    let address = format!("http://{}/", server.local_addr().unwrap());
    let home = window.driver.script("return location.href", &[]).unwrap();

    let fetch = "const done = arguments[1]; fetch(arguments[0]).then(() => done('reached'), () => done('refused'));";
    assert_eq!(window.driver.script_async(fetch, &[json!(address)]), Ok(json!("refused")), "fetch");
    let image = "const done = arguments[1]; const image = new Image(); image.onload = () => done('reached');
        image.onerror = () => done('refused'); image.src = arguments[0];";
    assert_eq!(window.driver.script_async(image, &[json!(address)]), Ok(json!("refused")), "an image");
    let script = "try { return new Function('return 1')(); } catch { return 'refused'; }";
    assert_eq!(window.driver.script(script, &[]), Ok(json!("refused")), "a script made of text");
    let _ = window.driver.script("location.href = arguments[0]", &[json!(address)]);
    let _ = window.driver.script("window.open(arguments[0])", &[json!(address)]);
    // Nothing tells that a thing does not happen: this is the time that a call would have needed, many times over.
    std::thread::sleep(std::time::Duration::from_millis(500));

    assert_eq!(window.driver.script("return location.href", &[]), Ok(home), "the page is still ours");
    assert!(server.accept().is_err(), "nobody has come to the server");
}
