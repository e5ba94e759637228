//! What stands above each line of a list: a known unit, another line (before or after it), or our own unit.

use std::collections::HashMap;

use super::names::Name;
use super::office::{Index, code_key};
use super::structure::Line;

/// What stands above a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Above {
    /// Our own unit.
    Ours,
    /// A known unit, by its place among them.
    Known(usize),
    /// Another line, by its place in the list.
    Line(usize),
}

/// How a line's place in the tree was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// What stands above it.
    pub above: Above,
    /// The list itself says so; else it is what the user chose for such lines.
    pub is_stated: bool,
    /// Why the line cannot be taken in: "unknown_parent", "parent_is_itself".
    pub problem: Option<&'static str>,
}

/// The lines of a list by name and code.
struct Lines<'a> {
    names: &'a [Name],
    /// What the lines say of where they stand, made ready once: thousands of lines name a few offices.
    said: HashMap<&'a str, Name>,
    by_code: HashMap<String, usize>,
    by_key: HashMap<&'a str, Vec<usize>>,
    by_place: HashMap<&'a str, Vec<usize>>,
}

/// What stands above each line. `below` is for lines that do not say.
pub fn find(lines: &[Line], names: &[Name], index: &Index<'_>, below: Above) -> Vec<Place> {
    let list = Lines::new(lines, names);
    let mut places: Vec<Place> = (0..lines.len()).map(|at| place_of(lines, at, &list, index, below)).collect();
    for at in circles(&places) {
        if let Some(place) = places.get_mut(at) {
            place.problem = Some("parent_is_itself");
        }
    }
    places
}

fn place_of(lines: &[Line], at: usize, list: &Lines<'_>, index: &Index<'_>, below: Above) -> Place {
    let unstated = Place { above: below, is_stated: false, problem: None };
    let Some(line) = lines.get(at) else { return unstated };
    if !line.parent.is_empty() {
        return match list.mean(&line.parent, at, index) {
            Some(Above::Line(above)) if above == at => Place { problem: Some("parent_is_itself"), ..unstated },
            Some(above) => Place { above, is_stated: true, problem: None },
            None => Place { problem: Some("unknown_parent"), ..unstated },
        };
    }
    if !line.group_text.is_empty()
        && let Some(above) = list.mean(&line.group_text, at, index).filter(|above| *above != Above::Line(at))
    {
        return Place { above, is_stated: true, problem: None };
    }
    if list.said.get(line.group_text.as_str()).is_some_and(names_place) {
        return Place { problem: Some("unknown_parent"), ..unstated };
    }
    line.group.map_or(unstated, |group| Place { above: Above::Line(group), is_stated: true, problem: None })
}

impl<'a> Lines<'a> {
    fn new(lines: &'a [Line], names: &'a [Name]) -> Lines<'a> {
        let mut list = Lines {
            names,
            said: HashMap::new(),
            by_code: HashMap::new(),
            by_key: HashMap::new(),
            by_place: HashMap::new(),
        };
        for text in lines.iter().flat_map(|line| [&line.parent, &line.group_text]).filter(|text| !text.is_empty()) {
            list.said.entry(text).or_insert_with(|| Name::new(text));
        }
        for (at, (line, name)) in lines.iter().zip(names).enumerate() {
            if !line.code.is_empty() {
                list.by_code.entry(code_key(&line.code)).or_insert(at);
            }
            if !line.name.is_empty() {
                list.by_key.entry(&name.key).or_default().push(at);
                list.by_place.entry(&name.place).or_default().push(at);
            }
        }
        list
    }

    /// The unit that a text means, seen from a line. The line itself only if nothing else has that name.
    fn mean(&self, text: &str, from: usize, index: &Index<'_>) -> Option<Above> {
        let name = self.said.get(text)?;
        let known = || index.of_code(text).or_else(|| index.office_of(name)).map(Above::Known);
        let line_of_code = || self.by_code.get(&code_key(text)).copied().map(Above::Line);
        if index.is_ours(name) {
            return Some(Above::Ours);
        }
        known().or_else(line_of_code).or_else(|| self.line_of(name, from))
    }

    fn line_of(&self, name: &Name, from: usize) -> Option<Above> {
        let by_key = self.by_key.get(name.key.as_str()).map(Vec::as_slice).unwrap_or_default();
        let by_place = self.by_place.get(name.place.as_str()).map(Vec::as_slice).unwrap_or_default();
        let agrees = |at: &usize| self.names.get(*at).is_some_and(|line| line.marks_agree(name));
        let first_other = by_key.iter().copied().filter(agrees).find(|at| *at != from);
        let is_itself = by_key.contains(&from);
        let one_of_place = || match by_place {
            [one] if *one != from => Some(*one),
            _ => None,
        };
        first_other.or(is_itself.then_some(from)).or_else(one_of_place).map(Above::Line)
    }
}

/// "Huyện Phong Thổ" over lines: not to be overlooked, though no unit is known for it.
fn names_place(name: &Name) -> bool {
    ["huyen ", "thanh pho ", "thi xa "].iter().any(|start| name.whole.starts_with(start))
}

/// Lines that come above themselves.
fn circles(places: &[Place]) -> Vec<usize> {
    // 0: not looked at; 1: on the way; 2: done.
    let mut state = vec![0u8; places.len()];
    let mut found = Vec::new();
    for start in 0..places.len() {
        let mut way = Vec::new();
        let mut next = Some(start);
        while let Some(at) = next.filter(|at| state.get(*at) == Some(&0)) {
            mark(&mut state, at, 1);
            way.push(at);
            next = above_line(places, at);
        }
        if let Some(at) = next.filter(|at| state.get(*at) == Some(&1)) {
            found.extend(way.iter().skip_while(|step| **step != at));
        }
        way.into_iter().for_each(|at| mark(&mut state, at, 2));
    }
    found
}

fn mark(state: &mut [u8], at: usize, value: u8) {
    state.iter_mut().skip(at).take(1).for_each(|state| *state = value);
}

fn above_line(places: &[Place], at: usize) -> Option<usize> {
    match places.get(at)?.above {
        Above::Line(above) => Some(above),
        Above::Ours | Above::Known(_) => None,
    }
}

/// Lines in an order in which each comes after the one above it.
pub fn from_above(places: &[Place]) -> Vec<usize> {
    let mut is_done = vec![false; places.len()];
    let mut order = Vec::with_capacity(places.len());
    for start in 0..places.len() {
        let mut way = Vec::new();
        let mut next = Some(start);
        // A circle ends where it began: its lines are refused, and their order does not matter.
        while let Some(at) = next.filter(|at| is_done.get(*at) == Some(&false)) {
            is_done.iter_mut().skip(at).take(1).for_each(|done| *done = true);
            way.push(at);
            next = above_line(places, at);
        }
        order.extend(way.into_iter().rev());
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn below(line: usize) -> Place {
        Place { above: Above::Line(line), is_stated: true, problem: None }
    }

    fn ours() -> Place {
        Place { above: Above::Ours, is_stated: true, problem: None }
    }

    #[test]
    fn a_line_comes_after_the_one_above_it_wherever_that_stands() {
        assert_eq!(from_above(&[below(2), below(0), ours(), below(1)]), [2, 0, 1, 3]);
    }

    #[test]
    fn lines_above_themselves_are_found_and_those_below_them_are_not_blamed() {
        let mut found = circles(&[below(1), below(2), below(0), below(0), ours()]);
        found.sort_unstable();
        assert_eq!(found, [0, 1, 2]);
        assert_eq!(from_above(&[below(1), below(0)]).len(), 2, "a circle comes to its end");
    }
}
