//! How long what people do in the window takes, from the event to the second frame after the last change that it makes.
//! Measured by the page itself: what is done is in `actions/actions.js`, the clock in `actions/stopwatch.js`.

use serde_json::Value;
use sotg_core::history::Moment;
use sotg_core::sample::province;

use crate::window::{Office, Window};

const SCRIPTS: [&str; 2] = [include_str!("actions/stopwatch.js"), include_str!("actions/actions.js")];

/// Sizes of the provinces, and how often everything is done in each.
const SIZES: [(u32, u32); 2] = [(1_000, 15), (5_000, 3)];

/// An action with its milliseconds, the shortest first.
type Measured = (String, Vec<f64>);

/// Measures all actions whose names hold `wanted`, and prints them as a table.
pub fn print_table(wanted: &str) {
    let [small, large] = SIZES.map(|(n_units, runs)| in_a_province(n_units, runs, wanted));
    println!("\n| action | 1.000 units: median | worst | 5.000 units: median | worst |\n|---|---|---|---|---|");
    for ((name, few), (_, many)) in small.iter().zip(&large) {
        println!("| {name} | {} | {} |", in_words(few), in_words(many));
    }
    let [(_, n_small), (_, n_large)] = SIZES;
    println!("\nMilliseconds; each done {n_small} times with 1.000 units, {n_large} times with 5.000.");
}

fn in_words(times: &[f64]) -> String {
    let worst = times.last().copied().unwrap_or_default();
    format!("{:.0} | {worst:.0}", times[times.len() / 2])
}

/// The window draws as it does for people: under a driver it would do so by another way, because of the pictures.
fn in_a_province(n_units: u32, runs: u32, wanted: &str) -> Vec<Measured> {
    let office = Office::new().with("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    let now = "2023-09-01T01:00:00Z".parse().unwrap();
    let moment = Moment { now, today: "2023-09-01".parse().unwrap(), who: "bench".into() };
    province::make(&office.book(), &moment, n_units).unwrap().close().unwrap();
    let window = office.open_with(&[]);
    window.wait_for("#app[data-ready]");
    for script in SCRIPTS {
        window.driver.script(script, &[]).unwrap();
    }
    let names = window.driver.script("return window.actionNames()", &[]).unwrap();
    let names = names.as_array().unwrap().iter().filter_map(Value::as_str).filter(|name| name.contains(wanted));
    names.map(|name| (name.to_owned(), times(&window, name, runs))).collect()
}

fn times(window: &Window, name: &str, runs: u32) -> Vec<f64> {
    let mut all: Vec<f64> = (0..runs).map(|run| time(window, name, run)).collect();
    all.sort_by(f64::total_cmp);
    eprintln!("{name}: {all:.0?}");
    all
}

fn time(window: &Window, name: &str, run: u32) -> f64 {
    const SCRIPT: &str = "const done = arguments[2];
        window.measure(arguments[0], arguments[1]).then(done, (error) => done(String(error)));";
    let answer = window.driver.script_async(SCRIPT, &[name.into(), run.into()]).unwrap();
    answer.as_f64().unwrap_or_else(|| panic!("{name}, time {run}: {answer}\n{}", window.page_text()))
}
