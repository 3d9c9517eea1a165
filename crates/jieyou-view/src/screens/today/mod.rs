//! 今日: what is due, first thing in the morning (practice section 10). At most seven
//! rows stand open; an empty group is not shown.

mod absence;
mod gather;
mod group;
#[cfg(test)]
mod owed_tests;
mod place;
mod row;
mod sentence;
#[cfg(test)]
mod tests;

pub use super::Assessments;
pub use absence::{Absence, absence};
pub(crate) use gather::end_of_week;
pub use gather::is_listed;
pub use row::{ActView, AgendaRow};
pub(crate) use row::{cannot, duty, duty_of, main_act};

use super::{EmptyView, Next};
use crate::text::format::{self, DayView};
use crate::text::{Both, Lang, both, deadline};
use gather::{Candidate, gather};
use group::Group;
use jieyou_domain::Date;
use jieyou_domain::ledger::Book;

/// Rows that stand open on one screen.
const OPEN_ROWS: usize = 7;
/// Rows behind one 「还有…」; the list screen shows the rest.
const MORE_ROWS: usize = 200;

/// Whose agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TodayFilter {
    /// 我这个岗位: matters of this post, and those that are nobody's yet.
    pub post: Option<String>,
    /// The leader's view: 三级 and 包案 only.
    pub leader: bool,
    /// The absence whose list nobody has put away yet: what fell due in it comes first.
    pub away: Option<Absence>,
}

/// The screen.
#[derive(Clone, Debug, PartialEq)]
pub struct TodayScreen {
    /// Today.
    pub day: DayView,
    /// The sentence on top.
    pub sentence: String,
    /// The groups, in order.
    pub groups: Vec<AgendaGroup>,
    /// Posts to choose from.
    pub posts: Vec<String>,
    /// What to say when no group is shown.
    pub empty: Option<EmptyView>,
}

impl TodayScreen {
    /// Of a damaged ledger that is only read: what cannot be read may be due as well.
    #[must_use]
    pub fn of_what_reads(mut self, lang: Lang) -> Self {
        self.sentence =
            both!("能读出来的部分里，{}", "Of what can be read: {}").with(lang, &[&self.sentence]);
        if let Some(empty) = &mut self.empty {
            empty.text = both!(
                "能读出来的部分里，没有今天要办的事。",
                "Of what can be read, nothing is due today."
            )
            .to(lang);
            empty.hint = both!(
                "读不出来的里面可能有：请对照最近一份副本或者纸质材料。",
                "What cannot be read may be due: look into the last copy or the papers."
            )
            .to(lang);
        }
        self
    }
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaGroup {
    /// `data-group`.
    pub code: &'static str,
    /// Its title.
    pub title: &'static str,
    /// How many, in words.
    pub count: String,
    /// The rows that stand open.
    pub rows: Vec<AgendaRow>,
    /// The rest, folded.
    pub more: Vec<AgendaRow>,
    /// The words on the fold; empty when nothing is folded.
    pub more_label: String,
    /// A line under the title; may be empty.
    pub hint: &'static str,
    /// The word that puts the list of an absence away; empty where that is not offered.
    pub seen: &'static str,
}

/// Builds the screen.
pub fn today(
    book: &Book,
    all: &Assessments,
    today: Date,
    filter: &TodayFilter,
    lang: Lang,
) -> TodayScreen {
    let frame = deadline::Frame { book, today, lang, with_year: false };
    let found = gather(book, all, today, filter);
    let mut room = OPEN_ROWS;
    let mut groups = Vec::new();
    for group in Group::ALL {
        let of: Vec<&Candidate<'_>> = found.iter().filter(|c| c.group == group).collect();
        if of.is_empty() {
            continue;
        }
        let open = if group == Group::Routine { 0 } else { of.len().min(room) };
        room -= open;
        let rows = of[..open].iter().map(|c| row::row(c, frame)).collect();
        // Of an absence nothing is left out.
        let most = if group == Group::Away { of.len() } else { MORE_ROWS };
        let more: Vec<AgendaRow> =
            of[open..].iter().take(most).map(|c| row::row(c, frame)).collect();
        let (hint, seen) = if group == Group::Away { put_away(filter, lang) } else { ("", "") };
        groups.push(AgendaGroup {
            code: group.code(),
            title: group.title(lang),
            count: format::matters(sentence::matters(of.iter().copied()), lang),
            rows,
            more_label: more_label(of.len() - open, open == 0, lang),
            more,
            hint,
            seen,
        });
    }
    TodayScreen {
        day: DayView::full(today, lang),
        sentence: seen_by(filter, sentence::sentence(&found, unasked(all), today, lang), lang),
        empty: empty(book, all, filter, groups.is_empty(), lang),
        groups,
        posts: book.posts().filter(|p| p.open).map(|p| p.name.clone()).collect(),
    }
}

/// How many matters have a right whose days nobody has asked about.
fn unasked(all: &Assessments) -> usize {
    all.iter().filter(|h| h.is_unasked()).count()
}

/// What is said above the list of an absence, and the word that puts it away: only who
/// sees all of it can.
fn put_away(filter: &TodayFilter, lang: Lang) -> (&'static str, &'static str) {
    if filter.leader || filter.post.is_some() {
        let part = both!(
            "这里只列了一部分，看全部时才能点“看过了”。",
            "Only a part is listed here; show all to put the list away."
        );
        return (part.to(lang), "");
    }
    let hint = both!(
        "按期限的种类排列，最后是约好的和错过的权利。看过以后不再单列，没办的仍在下面各组。",
        "By kind of deadline, then appointments and rights that ran out. Once seen it is put away; what is not done stays in the groups below."
    );
    (hint.to(lang), both!("看过了", "Seen").to(lang))
}

/// Says that only a part is shown, also on paper.
fn seen_by(filter: &TodayFilter, sentence: String, lang: Lang) -> String {
    let text = match (filter.leader, &filter.post) {
        (true, _) => both!("只列三级和包案的：{}", "List 3 and those with a leader only: {}"),
        (false, Some(_)) => both!("只列本岗位的：{}", "This post only: {}"),
        (false, None) => return sentence,
    };
    text.with(lang, &[&sentence])
}

fn more_label(n: usize, all: bool, lang: Lang) -> String {
    let text = match (n, all) {
        (0, _) => Both::NONE,
        (_, true) => both!("{}件，点开看", "{} to see"),
        (_, false) => both!("还有{}件", "{} more"),
    };
    text.with(lang, &[&n.to_string()])
}

fn empty(
    book: &Book,
    all: &Assessments,
    filter: &TodayFilter,
    is_clear: bool,
    lang: Lang,
) -> Option<EmptyView> {
    if book.unit().is_none() {
        return Some(EmptyView {
            text: both!("先说一下是哪个单位。", "First say which unit this is.").to(lang),
            hint: both!(
                "单位是村还是镇，决定用哪些表、走哪些步骤、算哪些期限。",
                "Village or township decides the forms, the steps and the time limits."
            )
            .to(lang),
            next: Some(Next::SetUp),
            button: both!("填单位", "Describe the unit").to(lang),
        });
    }
    if all.is_empty() {
        return Some(EmptyView {
            text: both!("还没有事项。", "No matters yet.").to(lang),
            hint: both!(
                "登记一件事大约一分钟。登记后，哪天该做什么会列在这里。",
                "Registering takes about a minute. What is due on which day then stands here."
            )
            .to(lang),
            next: Some(Next::Register),
            button: both!("登记一件事", "Register a matter").to(lang),
        });
    }
    let is_filtered = filter.leader || filter.post.is_some();
    is_clear.then(|| EmptyView {
        text: if is_filtered {
            both!("按这个范围，今天没有要办的事。", "Nothing is due today in this view.").to(lang)
        } else {
            both!("今天没有要办的事。", "Nothing is due today.").to(lang)
        },
        hint: both!(
            "新来的事随时登记；全部事项在“建账”里。",
            "Register what comes in; all matters are in the ledger."
        )
        .to(lang),
        next: is_filtered.then_some(Next::ClearFilters),
        button: if is_filtered { both!("看全部", "Show all").to(lang) } else { "" },
    })
}
