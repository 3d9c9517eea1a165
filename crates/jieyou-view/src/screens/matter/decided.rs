//! A person's decision between two writes of one thing, in the time line: who decided, when
//! and why, which one stands, and what the other one said. It can be taken back there.

use super::timeline::{TimelineItem, bare, said};
use crate::screens::conflict::written;
use crate::text::deadline::Frame;
use crate::text::entry::whole;
use crate::text::format;
use crate::text::{both, merge, words};
use jieyou_domain::facts::Struck;
use jieyou_domain::ledger::{Entry, Event, Matter};
use std::sync::Arc;

/// The item of a strike that was a decision; nothing for a plain one, nor for one that only
/// brings back what another decision took away: that one shows it.
pub(super) fn decided(
    strike: &Arc<Entry>,
    decision: &Struck,
    matter: &Matter,
    frame: Frame<'_>,
) -> Option<TimelineItem> {
    let lang = frame.lang;
    let find = |id| matter.entries().iter().find(|e| e.id == id);
    let (stands, other) = (find(decision.stands?)?, find(decision.entry)?);
    let ((on, event), (other_on, other_event)) = (said(stands)?, said(other)?);
    if matches!(other_event, Event::Struck(_)) {
        return None;
    }
    let lines = |event, on| {
        let mut lines = whole(event, matter, frame.book, lang);
        lines.insert(0, merge::day(on, lang));
        lines
    };
    let (kept, lost) = (lines(event, on), lines(other_event, other_on));
    let version = |name: crate::text::Both, wrote, mine: &[String], others: &[String]| {
        let differs = |line: &&String| !others.contains(line);
        let said: Vec<&str> = mine.iter().filter(differs).map(String::as_str).collect();
        let who = written(wrote, frame.today, lang);
        let said = format::labelled(&who, &said.join(lang.pick("；", "; ")), lang);
        format::labelled(name.to(lang), &said, lang)
    };
    let what = words::event_type(event.kind(), lang);
    let why = format::labelled(both!("理由", "Why").to(lang), &decision.why, lang);
    let lines = vec![
        merge::DECIDED_WHAT.with(lang, &[what]),
        version(merge::DECIDED_STANDS, stands, &kept, &lost),
        version(merge::DECIDED_OTHER, other, &lost, &kept),
        why,
    ];
    Some(bare(strike, strike.on, merge::DECIDED.to(lang).to_owned(), lines, lang))
}
