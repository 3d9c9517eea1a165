//! 建账: every matter, searched, filtered, sorted, in a window of rows. Search reads
//! number, title, course and place, never contacts.

mod columns;
mod export;
mod query;
mod select;
mod sheet;
#[cfg(test)]
mod tests;

pub use columns::{ColumnRow, Columns};
pub use export::{Column, Table, export, to_csv, to_tsv};
pub use query::{DecidedFilter, DueFilter, ListQuery, Sort, TierFilter};
pub use sheet::{LedgerSheet, sheet};

use super::{Assessments, EmptyView, Next};
use crate::text::deadline::{self, DeadlineView};
use crate::text::format::DayView;
use crate::text::terms::{self, SealView, TagView};
use crate::text::{Both, Lang, both, words};
use jieyou_domain::facts::UnitKind;
use jieyou_domain::ledger::{Book, Stage};
use jieyou_domain::{Date, Id};
use select::{Found, Receipt};

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
    /// Label and choices of what was decided.
    pub decided: (&'static str, Vec<(String, String)>),
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
    let found = select::select(book, all, today, query);
    let shown = found.len().min(query.window.max(WINDOW));
    let frame = deadline::Frame { book, today, lang, with_year: false };
    let rows: Vec<ListRow> = found[..shown].iter().map(|f| row(f, frame)).collect();
    ListScreen {
        result: result(all.len(), found.len(), shown, lang),
        caption: both!("全部事项", "All matters").to(lang),
        heads: heads(query, lang),
        more: more(found.len() - shown, lang),
        filters: filters(book, lang),
        empty: if found.is_empty() { Some(empty(all, &query.text, lang)) } else { None },
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
    let is_whole = found == all && shown == all;
    let [all, found, shown] = [all, found, shown].map(|n| n.to_string());
    if is_whole {
        both!("共{}件。", "{} in all.").with(lang, &[&all])
    } else if found == shown {
        both!("共{}件，显示{}件。", "{} in all, {} shown.").with(lang, &[&all, &shown])
    } else {
        both!("共{}件，符合{}件，显示{}件。", "{} in all, {} match, {} shown.")
            .with(lang, &[&all, &found, &shown])
    }
}

fn more(n: usize, lang: Lang) -> String {
    if n == 0 {
        return String::new();
    }
    both!("再显示{}件（还有{}件）", "Show {} more of {}")
        .with(lang, &[&n.min(WINDOW).to_string(), &n.to_string()])
}

fn heads(query: &ListQuery, lang: Lang) -> Vec<HeadView> {
    let head = |label: Both, sort: Option<Sort>| HeadView {
        label: label.to(lang),
        sort,
        sorted: match sort {
            Some(by) if by == query.sort && query.descending => "descending",
            Some(by) if by == query.sort => "ascending",
            _ => "",
        },
    };
    vec![
        head(both!("编号", "Number"), Some(Sort::Number)),
        head(both!("事项", "Matter"), None),
        head(both!("地点", "Place"), None),
        head(both!("性质", "Kind"), None),
        head(both!("级", "List"), None),
        head(both!("进展", "Stage"), None),
        head(both!("收到", "Received"), Some(Sort::Received)),
        head(both!("下一个期限", "Next deadline"), Some(Sort::Due)),
        head(both!("承办岗位", "Post"), None),
    ]
}

/// The stages a matter of this unit can be in: a village answers, signs for and closes
/// nothing.
fn stages(book: &Book) -> impl Iterator<Item = Stage> + use<> {
    let is_village = book.unit().is_some_and(|u| u.kind == UnitKind::Village);
    let not_here = |s: &Stage| {
        use Stage as S;
        matches!(s, S::Handling | S::Answered | S::ToSign | S::LawfullyClosed | S::Returned)
    };
    Stage::ALL.into_iter().filter(move |s| !(is_village && not_here(s)))
}

fn filters(book: &Book, lang: Lang) -> FiltersView {
    let all = (String::new(), both!("全部", "All").to(lang).to_owned());
    let choices = |items: Vec<(String, String)>| {
        std::iter::once(all.clone()).chain(items).collect::<Vec<_>>()
    };
    let named = |code: &str, word: &str| (code.to_owned(), word.to_owned());
    FiltersView {
        search: both!(
            "找一件事（编号、回执编号、标题、经过、地点）",
            "Find (number, receipt number, title, course, place)"
        )
        .to(lang),
        tier: (
            both!("级", "List").to(lang),
            choices(TierFilter::ALL.iter().map(|t| named(t.code(), t.word(lang))).collect()),
        ),
        stage: (
            both!("进展", "Stage").to(lang),
            choices(stages(book).map(|s| named(s.code(), words::stage(s, lang))).collect()),
        ),
        place: (
            both!("地点", "Place").to(lang),
            choices(book.places().map(|p| named(&p.id, &p.name)).collect()),
        ),
        due: (
            both!("期限", "Deadline").to(lang),
            choices(DueFilter::ALL.iter().map(|d| named(d.code(), d.word(lang))).collect()),
        ),
        decided: (
            both!("认定", "Decided").to(lang),
            choices(DecidedFilter::ALL.iter().map(|d| named(d.code(), d.word(lang))).collect()),
        ),
        sort: (
            both!("排序", "Order").to(lang),
            Sort::ALL.iter().map(|s| named(s.code(), s.word(lang))).collect(),
        ),
    }
}

fn empty(all: &Assessments, text: &str, lang: Lang) -> EmptyView {
    if all.is_empty() {
        return EmptyView {
            text: both!("还没有事项。", "No matters yet.").to(lang),
            hint: both!(
                "来一件登一件，大约一分钟；以前的也可以补登，收到的日期照实填。",
                "Register each as it comes, about a minute; older ones too, with the day received."
            )
            .to(lang),
            next: Some(Next::Register),
            button: both!("登记一件事", "Register a matter").to(lang),
        };
    }
    let (text, hint) = found_nothing(select::receipt_of(all, text));
    EmptyView {
        text: text.to(lang),
        hint: hint.to(lang),
        next: Some(Next::ClearFilters),
        button: both!("看全部", "Show all").to(lang),
    }
}

/// What to say and what to do when no row is left.
fn found_nothing(receipt: Option<Receipt>) -> (Both, Both) {
    match receipt {
        Some(Receipt::Wrong) => (
            both!(
                "回执编号对不上，可能有一位抄错了。",
                "This is no receipt number: a sign may be wrong."
            ),
            both!(
                "回执编号最后一位是校验字符，由前面的编号算出来。请对照回执逐位看一遍，留心字母O和数字0；也可以不写最后一位，只按编号找。",
                "Its last sign is computed from the others. Compare it with the slip, mind letter O and digit 0, or leave the last sign out and search by number."
            ),
        ),
        Some(Receipt::Elsewhere) => (
            both!(
                "编号没有抄错，但这本台账里没有这件事。",
                "The number is right, but no matter here has it."
            ),
            both!(
                "可能是别的单位开的回执，请看回执上印的单位。",
                "Another unit may have given the slip; see the unit printed on it."
            ),
        ),
        None => (
            both!("没有符合的事项。", "No matter matches."),
            both!(
                "少写几个字，或者去掉一个条件。这里不按联系人查找。",
                "Use fewer words or drop a filter. Contacts are never searched."
            ),
        ),
    }
}
