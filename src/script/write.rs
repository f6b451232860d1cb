//! A text, written from a start and actions.

use std::fmt;

use super::{HeadLine, REFERENCE, Scenario, everybody, is_for_lesson};
use crate::action::Action;
use crate::log::{HardState, trim};
use crate::protocol::Terms;
use crate::rule::Setting;
use crate::server::Disks;

/// Writes a start as the head of a text. With what [`write_actions`] adds, [`read`](super::read) reads it
/// back to the same.
pub fn write_head(scenario: &Scenario) -> String {
    let mut writer = Writer::new(&scenario.remarks);
    writer.comments(&scenario.story);
    if !scenario.title.is_empty() {
        writer.head(HeadLine::Title, format_args!("title {}", scenario.title));
    }
    let protocol = scenario.protocol.name();
    writer.head(HeadLine::Protocol, format_args!("protocol {protocol}"));
    let Disks { registry, disks } = &scenario.disks;
    let Setting { voters, without } = scenario.setting;
    for rule in without.iter() {
        let line = format_args!("without {}", rule.name());
        writer.head(HeadLine::Without(rule), line);
    }
    let mut servers = "servers".to_string();
    for name in registry.names() {
        servers.push(' ');
        servers.push_str(name.as_ref());
    }
    if !disks.is_empty() {
        writer.head(HeadLine::Servers, format_args!("{servers}"));
    }
    if voters != everybody(scenario.protocol, registry) {
        let names = registry.names_of(voters).join(" ");
        writer.head(HeadLine::Voters, format_args!("voters {names}"));
    }
    for (name, disk) in registry.names().iter().zip(disks) {
        for (index, entry) in (1..).zip(disk.log.entries()) {
            let line = HeadLine::Disk(name.clone(), index);
            writer.head(
                line,
                format_args!("disk {name} {}", entry.spelled(registry)),
            );
        }
        let follows = HardState::of(disk.log.highest_term());
        if disk.hard_state != follows && scenario.protocol.terms() != Terms::Ignored {
            let line = HeadLine::Term(name.clone());
            let HardState { term, voted_for } = disk.hard_state;
            let voted_for = voted_for.map(|server| registry.name(server).clone());
            let action = Action::Term {
                server: name.clone(),
                term,
                voted_for,
            };
            writer.head(line, format_args!("{action}"));
        }
    }
    if let Some(reference) = scenario.reference {
        writer.line(format_args!("{REFERENCE} {}", registry.name(reference)));
    }
    writer.rest_of_remarks();
    writer.text
}

/// Writes actions, each after the comments before it, and then the comments at the end.
pub fn write_actions<'a>(
    actions: impl IntoIterator<Item = (&'a [String], &'a Action)>,
    ending: &[String],
) -> String {
    let mut writer = Writer::new(&[]);
    for (comments, action) in actions {
        writer.comments(comments);
        writer.line(format_args!("{action}"));
    }
    writer.comments(ending);
    writer.text
}

/// A text as far as it has been written.
struct Writer<'a> {
    text: String,
    /// The comments of the head that are not written yet.
    remarks: Vec<&'a (HeadLine, String)>,
}

impl<'a> Writer<'a> {
    fn new(remarks: &'a [(HeadLine, String)]) -> Writer<'a> {
        Writer {
            text: String::new(),
            remarks: remarks.iter().collect(),
        }
    }

    fn line(&mut self, line: fmt::Arguments<'_>) {
        self.text.push_str(trim(&format!("{line}")));
        self.text.push('\n');
    }

    fn comments(&mut self, comments: &[String]) {
        for comment in comments {
            self.comment(comment);
        }
    }

    /// A line of the head, after the comments that belong to it.
    fn head(&mut self, which: HeadLine, line: fmt::Arguments<'_>) {
        if !self.remarks.is_empty() {
            let (before, others) = std::mem::take(&mut self.remarks)
                .into_iter()
                .partition(|(head_line, _)| *head_line == which);
            self.remarks = before;
            self.rest_of_remarks();
            self.remarks = others;
        }
        self.line(line);
    }

    /// Comments on lines that a head does without, such as a term that follows from the entries.
    fn rest_of_remarks(&mut self) {
        for (_, comment) in std::mem::take(&mut self.remarks) {
            self.comment(comment);
        }
    }

    fn comment(&mut self, comment: &str) {
        if is_for_lesson(comment) {
            self.line(format_args!("#{comment}"));
        } else {
            self.line(format_args!("# {comment}"));
        }
    }
}
