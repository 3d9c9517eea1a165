//! 建账: every matter, searched, filtered, sorted, in a window of rows. Search reads
//! number, title, course and place, never contacts.

mod export;
mod query;
mod select;
#[cfg(test)]
mod tests;

pub use export::{Column, Table, export, to_csv, to_tsv};
pub use query::{DueFilter, ListQuery, Sort, TierFilter};

use super::{Assessments, EmptyView, Next};
use crate::text::deadline::{self, DeadlineView};
use crate::text::format::DayView;
use crate::text::terms::{self, SealView, TagView};
use crate::text::{Lang, words};
use jieyou_domain::ledger::{Book, Stage};
use jieyou_domain::{Date, Id};
use select::Found;

/// Rows of one window.
pub const WINDOW: usize = 200;

/// The screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ListScreen {
    /// 「共23件，符合7件，显示7件。」
    pub result: String,
    /// The table's caption.
    pub caption: &'static str,
    /// The heads of the columns.
    pub heads: Vec<HeadView>,
    /// The rows in the window.
    pub rows: Vec<ListRow>,
    /// Words on the button that widens the window; empty when all is shown.
    pub more: String,
    /// The filters and what they offer.
    pub filters: FiltersView,
    /// What to say when there is no row.
    pub empty: Option<EmptyView>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadView {
    /// Its words; also `data-label` of its cells.
    pub label: &'static str,
    /// How to sort by it, if one can.
    pub sort: Option<Sort>,
    /// `aria-sort`: `ascending`, `descending` or empty.
    pub sorted: &'static str,
}

/// What the filters offer: code and label; the first code is empty for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiltersView {
    /// Label of the search field.
    pub search: &'static str,
    /// Label and choices of the lists.
    pub tier: (&'static str, Vec<(String, String)>),
    /// Label and choices of the stages.
    pub stage: (&'static str, Vec<(String, String)>),
    /// Label and choices of the places.
    pub place: (&'static str, Vec<(String, String)>),
    /// Label and choices of the deadlines.
    pub due: (&'static str, Vec<(String, String)>),
    /// Label and choices of the order.
    pub sort: (&'static str, Vec<(String, String)>),
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// Changes whenever the row does.
    pub key: String,
    /// The matter.
    pub matter: Id,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its place; may be empty.
    pub place: String,
    /// What it is.
    pub kind: &'static str,
    /// Its list.
    pub seal: SealView,
    /// Where it stands.
    pub stage: TagView,
    /// The day received.
    pub received: DayView,
    /// The next open deadline and what is owed.
    pub next: Option<(String, DeadlineView)>,
    /// The post in charge; may be empty.
    pub post: String,
}

/// Builds the screen.
pub fn list(
    book: &Book,
    all: &Assessments,
    today: Date,
    query: &ListQuery,
    lang: Lang,
) -> ListScreen {
    let found = select::select(all, today, query);
    let shown = found.len().min(query.window.max(WINDOW));
    let frame = deadline::Frame { book, today, lang, with_year: false };
    let rows: Vec<ListRow> = found[..shown].iter().map(|f| row(f, frame)).collect();
    ListScreen {
        result: result(all.len(), found.len(), shown, lang),
        caption: lang.pick("全部事项", "All matters"),
        heads: heads(query, lang),
        more: more(found.len() - shown, lang),
        filters: filters(book, lang),
        empty: if found.is_empty() { Some(empty(all.is_empty(), lang)) } else { None },
        rows,
    }
}

fn row(found: &Found<'_>, frame: deadline::Frame<'_>) -> ListRow {
    let deadline::Frame { book, today, lang, .. } = frame;
    let matter = &found.held.matter;
    let assessment = found.held.assessment.as_deref();
    let registered = matter.state.registered.as_ref();
    let place = registered.and_then(|r| r.place.as_deref()).and_then(|id| book.place(id));
    let next = found.held.next_due().map(|o| {
        let duty = super::today::duty(o, book.rules().rule(&o.rule), matter, lang);
        (duty, deadline::deadline(o, matter, frame))
    });
    let revision = matter.revision().map(|r| r.to_string()).unwrap_or_default();
    let revision = revision.get(..8).unwrap_or_default();
    ListRow {
        key: format!("{}/{revision}/{today}", matter.id),
        matter: matter.id,
        number: matter.number().to_owned(),
        title: registered.map_or_else(String::new, |r| r.title.clone()),
        place: place.map_or_else(String::new, |p| p.name.clone()),
        kind: assessment.map_or("", |a| words::kind(a.kind.answer, lang)),
        seal: assessment.map_or(terms::no_list(lang), |a| terms::seal(&a.tier.answer, lang)),
        stage: terms::stage(matter.stage(), lang),
        received: matter
            .received_on()
            .map(|day| DayView::near(day, today, lang))
            .unwrap_or_default(),
        next,
        post: matter.state.duty.as_ref().map_or_else(String::new, |(_, d)| d.post.clone()),
    }
}

fn result(all: usize, found: usize, shown: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh if found == all && shown == all => format!("共{all}件。"),
        Lang::Zh if found == shown => format!("共{all}件，显示{shown}件。"),
        Lang::Zh => format!("共{all}件，符合{found}件，显示{shown}件。"),
        Lang::En if found == all && shown == all => format!("{all} in all."),
        Lang::En if found == shown => format!("{all} in all, {shown} shown."),
        Lang::En => format!("{all} in all, {found} match, {shown} shown."),
    }
}

fn more(n: usize, lang: Lang) -> String {
    match (n, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("再显示{}件（还有{n}件）", n.min(WINDOW)),
        (_, Lang::En) => format!("Show {} more of {n}", n.min(WINDOW)),
    }
}

fn heads(query: &ListQuery, lang: Lang) -> Vec<HeadView> {
    let head = |zh, en, sort: Option<Sort>| HeadView {
        label: lang.pick(zh, en),
        sort,
        sorted: match sort {
            Some(by) if by == query.sort && query.descending => "descending",
            Some(by) if by == query.sort => "ascending",
            _ => "",
        },
    };
    vec![
        head("编号", "Number", Some(Sort::Number)),
        head("事项", "Matter", None),
        head("地点", "Place", None),
        head("性质", "Kind", None),
        head("级", "List", None),
        head("进展", "Stage", None),
        head("收到", "Received", Some(Sort::Received)),
        head("下一个期限", "Next deadline", Some(Sort::Due)),
        head("承办岗位", "Post", None),
    ]
}

fn filters(book: &Book, lang: Lang) -> FiltersView {
    let all = (String::new(), lang.pick("全部", "All").to_owned());
    let choices = |items: Vec<(String, String)>| {
        std::iter::once(all.clone()).chain(items).collect::<Vec<_>>()
    };
    let named = |code: &str, word: &str| (code.to_owned(), word.to_owned());
    FiltersView {
        search: lang
            .pick("找一件事（编号、标题、经过、地点）", "Find (number, title, course, place)"),
        tier: (
            lang.pick("级", "List"),
            choices(TierFilter::ALL.iter().map(|t| named(t.code(), t.word(lang))).collect()),
        ),
        stage: (
            lang.pick("进展", "Stage"),
            choices(Stage::ALL.iter().map(|s| named(s.code(), words::stage(*s, lang))).collect()),
        ),
        place: (
            lang.pick("地点", "Place"),
            choices(book.places().map(|p| named(&p.id, &p.name)).collect()),
        ),
        due: (
            lang.pick("期限", "Deadline"),
            choices(DueFilter::ALL.iter().map(|d| named(d.code(), d.word(lang))).collect()),
        ),
        sort: (
            lang.pick("排序", "Order"),
            Sort::ALL.iter().map(|s| named(s.code(), s.word(lang))).collect(),
        ),
    }
}

fn empty(none_at_all: bool, lang: Lang) -> EmptyView {
    if none_at_all {
        return EmptyView {
            text: lang.pick("还没有事项。", "No matters yet."),
            hint: lang.pick(
                "来一件登一件，大约一分钟；以前的也可以补登，收到的日期照实填。",
                "Register each as it comes, about a minute; older ones too, with the day received.",
            ),
            next: Some(Next::Register),
            button: lang.pick("登记一件事", "Register a matter"),
        };
    }
    EmptyView {
        text: lang.pick("没有符合的事项。", "No matter matches."),
        hint: lang.pick(
            "少写几个字，或者去掉一个条件。这里不按联系人查找。",
            "Use fewer words or drop a filter. Contacts are never searched.",
        ),
        next: Some(Next::ClearFilters),
        button: lang.pick("看全部", "Show all"),
    }
}
