//! The preview of an import: what would happen, before anything is written.

mod contacts;

pub use contacts::ContactView;

use super::conflict::{named, subject, what};
use crate::text::{Both, Lang, both, format, merge, say};
use jieyou_domain::facts::UnitKind;
use jieyou_domain::ledger::{Book, Matter};
use jieyou_domain::{Date, EntryId};
use jieyou_store::backup::{Handed, ImportPlan, Purpose};
use jieyou_store::chain::{ChainFinding, Conflict, Field};
use std::sync::Arc;

/// The preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportView {
    /// Whose file it is and of which day.
    pub head: String,
    /// `data-row`, how many, of what.
    pub sums: Vec<(&'static str, usize, &'static str)>,
    /// What would change, in sentences.
    pub lines: Vec<String>,
    /// Conflicts and findings: `data-row`, mark, sentence.
    pub rows: Vec<(&'static str, &'static str, String)>,
    /// The contacts here that the file would replace or wipe, as the plan has them.
    pub contacts: Vec<ContactView>,
    /// Whether there is anything to read in.
    pub can_apply: bool,
    /// Whether something waits that a person may accept all the same.
    pub can_accept: bool,
}

/// Words a plan. Real findings come before comfort.
pub fn preview(plan: &ImportPlan, book: &Book, today: Date, lang: Lang) -> ImportView {
    let conflict = both!("要人定", "To decide").to(lang);
    let finding = both!("提示", "Finding").to(lang);
    let conflicts = plan.conflicts.iter().map(|c| ("conflict", conflict, words_of(c, book, lang)));
    // In a file between two units a part of the other's records is what is meant to be.
    let is_meant = |f: &ChainFinding| {
        plan.purpose != Purpose::Copy && matches!(f, ChainFinding::Partial { .. })
    };
    let found: Vec<&ChainFinding> = plan.findings.iter().filter(|f| !is_meant(f)).collect();
    let n_found = found.len();
    let findings =
        found.into_iter().map(|f| ("finding", finding, say::chain_finding(f, lang).line(lang)));
    let can_apply = can_come(plan, book);
    ImportView {
        head: head(plan, today, lang),
        sums: [
            ("new", plan.new, both!("新记录", "new entries").to(lang)),
            ("same", plan.same, both!("已有的", "already here").to(lang)),
            ("conflict", plan.conflicts.len(), both!("两台电脑各改各的", "conflicting").to(lang)),
            ("finding", n_found, both!("提示", "findings").to(lang)),
            (
                "stopped",
                if plan.is_empty() { 0 } else { plan.stopped.len() },
                merge::SUM_STOPPED.to(lang),
            ),
            ("far", plan.far, merge::SUM_FAR.to(lang)),
        ]
        .into_iter()
        .filter(|(row, n, _)| *n > 0 || *row == "new")
        .collect(),
        lines: lines(plan, book, today, lang),
        rows: conflicts.chain(findings).collect(),
        contacts: if can_apply { contacts::contacts(plan, book, lang) } else { Vec::new() },
        // Restoring nothing at all would only look like a ledger.
        can_apply: can_apply && !plan.is_empty() && !(plan.into_empty && plan.new == 0),
        can_accept: can_apply && plan.far > 0,
    }
}

/// Whether the file is another unit's ledger: it shares no profile with this one and
/// names another unit. That matters went between the two does not make them one. A ledger
/// holds one unit's profile, places and posts.
fn is_foreign(plan: &ImportPlan, book: &Book) -> bool {
    let (Some(theirs), Some(ours)) = (&plan.unit, book.unit()) else { return false };
    let is_copy = plan.purpose == Purpose::Copy;
    is_copy
        && !plan.into_empty
        && !plan.is_of_one_unit
        && (theirs.code != ours.code || theirs.name != ours.name)
}

/// Whether the file is for this ledger.
fn can_come(plan: &ImportPlan, book: &Book) -> bool {
    !is_foreign(plan, book) && why_not_between(plan, book).is_none()
}

/// What stands against a file between two units, if anything does.
fn why_not_between(plan: &ImportPlan, book: &Book) -> Option<Both> {
    let unknown = plan.handed.iter().any(|h| !h.is_here);
    let is_village = book.unit().is_some_and(|u| u.kind == UnitKind::Village);
    match plan.purpose {
        Purpose::FedBack if unknown => Some(both!(
            "这是给另一个单位的反馈文件，里面的事项不在本台账，没有读入。",
            "This feedback is for another unit: its matters are not in this ledger."
        )),
        Purpose::HandedUp if unknown && is_village => Some(both!(
            "这是上报文件，由乡镇或部门签收；村（社区）不签收。",
            "A file for handing up: a township or department signs for it, not a village."
        )),
        Purpose::Copy | Purpose::HandedUp | Purpose::FedBack => None,
    }
}

/// To whom a file handed up is addressed, where that does not look like this unit. Names
/// are typed as people say them, so one within the other is the same.
fn addressed_elsewhere<'a>(plan: &'a ImportPlan, book: &Book) -> Option<&'a str> {
    if plan.purpose != Purpose::HandedUp {
        return None;
    }
    let ours = book.unit()?.name.as_str();
    let is_ours = |to: &str| to.is_empty() || ours.contains(to) || to.contains(ours);
    let new = plan.handed.iter().filter(|h| !h.is_here);
    new.map(|h| h.to.as_str()).find(|to| !is_ours(to))
}

/// The matters of a file between two units, one a line.
fn handed(plan: &ImportPlan, book: &Book, lang: Lang) -> Vec<String> {
    let of = |h: &Handed| {
        let here = book.matter(h.id);
        let number = here.map_or(h.number.as_str(), |m| m.number());
        let title = here.and_then(|m| m.state.registered.as_ref()).map_or(&h.title, |r| &r.title);
        let line = format!("{number} {title}");
        if h.is_here { line } else { both!("{}（新）", "{} (new)").with(lang, &[&line]) }
    };
    plan.handed.iter().map(of).collect()
}

fn head(plan: &ImportPlan, today: Date, lang: Lang) -> String {
    let unit = plan
        .unit
        .as_ref()
        .map_or(both!("没写单位的台账", "a ledger without a unit").to(lang), |u| &u.name);
    let day = format::date(plan.exported_on, today, lang);
    let text = match plan.purpose {
        Purpose::Copy => both!("{}，{}存出的文件。", "A file of {}, saved on {}."),
        Purpose::HandedUp => both!("{}上报的文件，{}存出。", "Handed up by {}, saved on {}."),
        Purpose::FedBack => both!("{}反馈的文件，{}存出。", "Fed back by {}, saved on {}."),
    };
    text.with(lang, &[unit, &day])
}

/// What is not let in, why, and what to do.
fn held(plan: &ImportPlan, today: Date, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    let mut say = |text: Both, parts: &[&str]| lines.push(text.with(lang, parts));
    if !plan.is_empty() && plan.missing > plan.stopped.len() + plan.far {
        say(merge::PREVIEW_MISSING, &[&plan.missing.to_string()]);
    }
    if plan.is_empty() {
        let title = plan.wrong.as_ref().map(|wrong| say::import_error(wrong, lang).title);
        if let Some(title) = title {
            say(merge::PREVIEW_WRONG, &[&title]);
        }
    } else if !plan.stopped.is_empty() {
        let why = super::imports::reasons(&plan.stopped, lang);
        say(merge::PREVIEW_STOPPED, &[&plan.stopped.len().to_string(), &why]);
        say(merge::PREVIEW_ASK, &[]);
    } else if plan.wrong.is_some() {
        say(merge::PREVIEW_SUM, &[]);
    }
    if plan.contacts_left > 0 {
        say(merge::PREVIEW_CONTACTS, &[&plan.contacts_left.to_string()]);
    }
    if plan.far > 0 {
        let last = plan.far_until.map(|day| format::date_full(day, lang)).unwrap_or_default();
        let today = format::date_full(today, lang);
        say(merge::PREVIEW_FAR, &[&plan.far.to_string(), &last, &today]);
        if plan.into_empty {
            say(merge::PREVIEW_FAR_EMPTY, &[]);
        }
    }
    lines
}

fn lines(plan: &ImportPlan, book: &Book, today: Date, lang: Lang) -> Vec<String> {
    let mut lines = match can_come(plan, book) {
        true => held(plan, today, lang),
        false => Vec::new(),
    };
    let mut say = |text: Both, parts: &[&str]| lines.push(text.with(lang, parts));
    if is_foreign(plan, book) {
        say(
            both!(
                "这是另一个单位的整本台账，不能读入：两个单位的资料会混在一起。两个单位之间交事项，请用上报文件和反馈文件；要看整本，请另立一本新账再读入。",
                "The whole ledger of another unit: it cannot be read in, or the two units would mix. Matters go between units in files for handing up and feeding back; to look at all of it, start another ledger and read it there."
            ),
            &[],
        );
        return lines;
    }
    if let Some(why) = why_not_between(plan, book) {
        say(why, &[]);
        return lines;
    }
    if let Some(to) = addressed_elsewhere(plan, book) {
        let ours = book.unit().map_or("", |u| u.name.as_str());
        say(
            both!(
                "请核对：文件写明上报给“{}”，本单位是“{}”。不是报给本单位的，不要读入。",
                "Please check: the file is addressed to “{}”, and this unit is “{}”. If it is not for this unit, do not read it in."
            ),
            &[to, ours],
        );
    }
    for line in handed(plan, book, lang) {
        say(both!("事项：{}", "Matter: {}"), &[&line]);
    }
    if plan.is_empty() {
        if plan.wrong.is_some() {
            return lines;
        }
        say(
            both!(
                "这里都有了，读入不会改变什么。",
                "All of it is here already; nothing would change."
            ),
            &[],
        );
        return lines;
    }
    if plan.into_empty {
        say(
            both!(
                "本机这一本是空的：读入就是把文件里的台账恢复到这里。",
                "The ledger here is empty: reading the file restores it."
            ),
            &[],
        );
    }
    let (new, changed) = (plan.matters_new, plan.matters_changed);
    if new + changed > 0 {
        say(
            both!(
                "新增事项{}件，给已有事项添记录{}件。",
                "{} new matters; {} matters here get further entries."
            ),
            &[&new.to_string(), &changed.to_string()],
        );
    }
    if plan.back > 0 {
        say(merge::PREVIEW_BACK, &[&plan.back.to_string()]);
    }
    if plan.rebodied > 0 {
        let n = plan.rebodied;
        say(
            both!(
                "{}条记录的内容按文件补上或遮去。",
                "The contents of {} entries are filled in or redacted as in the file."
            ),
            &[&n.to_string()],
        );
    }
    let c = plan.contacts;
    if c.new + c.changed + c.wiped > 0 {
        say(
            both!(
                "联系方式：文件里新增{}份，较新{}份，清除{}份。",
                "Contacts in the file: {} new, {} later, {} wiped."
            ),
            &[&c.new.to_string(), &c.changed.to_string(), &c.wiped.to_string()],
        );
        for (text, n) in contacts::lead(plan).into_iter().filter(|(_, n)| *n > 0) {
            say(text, &[&n.to_string()]);
        }
    }
    let arrived = plan.purpose == Purpose::HandedUp && plan.handed.iter().any(|h| !h.is_here);
    if arrived {
        say(
            both!(
                "读入后在“今日”里签收；办完把反馈文件带回去。",
                "Then sign for it on the first page, and take the feedback back as a file."
            ),
            &[],
        );
    }
    // Contacts are no records, and a redaction does take words away.
    say(if plan.rebodied > 0 { merge::PREVIEW_REST_STAYS } else { merge::PREVIEW_STAYS }, &[]);
    lines
}

/// What will be to decide: the matter, and what of it.
fn words_of(conflict: &Conflict, book: &Book, lang: Lang) -> String {
    let field = &conflict.field;
    let what = what(field, book, lang);
    if matches!(field, Field::Number(_)) {
        let here = conflict.entries.iter().find_map(|id| matter_of(*id, book));
        let title = here.and_then(|m| m.state.registered.as_ref()).map(|r| r.title.as_str());
        let both = |title| merge::PREVIEW_NUMBER.with(lang, &[&what, title]);
        return say::conflict(field, &title.map_or_else(|| what.clone(), both), lang).line(lang);
    }
    let said = say::conflict(field, &what, lang).line(lang);
    match subject(field).and_then(|s| book.matter(s.id)) {
        Some(matter) => format::labelled(&named(matter), &said, lang),
        None => said,
    }
}

/// The matter that an entry is about.
fn matter_of(id: EntryId, book: &Book) -> Option<&Arc<Matter>> {
    book.all_matters().find(|m| m.entries().iter().any(|e| e.id == id))
}
