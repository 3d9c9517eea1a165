//! 今日清单 on paper: what 今日 shows, in its order, as one page with boxes to tick and
//! room for remarks. What does not fit is counted, never dropped in silence.

use super::today::{AgendaRow, TodayScreen};
use crate::text::{Lang, both, format, gone};
use jieyou_domain::ledger::Book;

/// Tenths of a millimetre that one page has for groups and rows, as the style sheet sets
/// them: with the sheet's own head, a sentence of two lines, the count of what is left and
/// the line of head codes.
const PAGE: usize = 2000;
/// The height of a group's title.
const GROUP: usize = 60;
/// The height of a line of a row, and of the space around the row.
const LINE: usize = 48;
/// See [`LINE`].
const AROUND: usize = 13;
/// The height of what is said of a ledger that the browser lost.
const LOST: usize = 2 * LINE;
/// Half-width characters on one line of the columns: matter, duty, day, whose.
const WIDTHS: [usize; 4] = [34, 22, 12, 10];

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaySheet {
    /// Its title.
    pub title: &'static str,
    /// Whose it is.
    pub unit: String,
    /// The day with its weekday.
    pub day: String,
    /// The sentence of the day, or that nothing is due.
    pub lead: String,
    /// The heads of the columns behind the box: matter, duty, day, whose, remarks.
    pub heads: [&'static str; 5],
    /// That entries of a ledger that the browser lost are not here; empty when all are.
    pub lost: String,
    /// The groups that have rows here.
    pub groups: Vec<DayGroup>,
    /// How many are not on the page; empty when all are.
    pub left: String,
}

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayGroup {
    /// Its title with how many there are.
    pub title: String,
    /// Its rows.
    pub rows: Vec<DayRow>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayRow {
    /// The matter's number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What is owed.
    pub duty: String,
    /// By when, and how long that is.
    pub due: String,
    /// Whose duty.
    pub owner: String,
}

/// Puts the page together. `lost` is how many records a ledger had at least that the browser
/// lost, while they are not all here.
pub fn day_sheet(book: &Book, screen: &TodayScreen, lost: u32, lang: Lang) -> DaySheet {
    let mut room = PAGE - if lost > 0 { LOST } else { 0 };
    let mut left = 0;
    let mut groups = Vec::new();
    for group in &screen.groups {
        let mut rows = Vec::new();
        for row in group.rows.iter().chain(&group.more) {
            let row = day_row(row, lang);
            // A group's first row brings the group's title along.
            let needs = lines(&row) * LINE + AROUND + if rows.is_empty() { GROUP } else { 0 };
            if left > 0 || needs > room {
                left += 1;
            } else {
                room -= needs;
                rows.push(row);
            }
        }
        if !rows.is_empty() {
            let title = both!("{}（{}）", "{} ({})").with(lang, &[group.title, &group.count]);
            groups.push(DayGroup { title, rows });
        }
    }
    let lead = screen.empty.as_ref().map_or(screen.sentence.as_str(), |e| e.text);
    DaySheet {
        title: both!("今日清单", "Today's list").to(lang),
        unit: book.unit().map(|u| u.name.clone()).unwrap_or_default(),
        day: format!("{} {}", screen.day.text, screen.day.weekday),
        lead: lead.to_owned(),
        heads: [
            both!("事项", "Matter").to(lang),
            both!("该做什么", "What is owed").to(lang),
            both!("期限", "By when").to(lang),
            both!("责任", "Whose").to(lang),
            both!("备注", "Remarks").to(lang),
        ],
        lost: if lost > 0 { gone::on_paper(lost, lang) } else { String::new() },
        groups,
        left: left_out(left, lang),
    }
}

fn left_out(n: usize, lang: Lang) -> String {
    if n == 0 {
        return String::new();
    }
    both!("还有{}没有印上，见电脑上的“今日”。", "{} more are not printed; see the screen.")
        .with(lang, &[&format::matters(n, lang)])
}

fn day_row(row: &AgendaRow, lang: Lang) -> DayRow {
    let mut duty = row.duty.clone();
    for beside in [&row.note, &row.reason].into_iter().filter(|text| !text.is_empty()) {
        duty.push_str(&both!("（{}）", " ({})").with(lang, &[beside]));
    }
    let deadline = row.deadline.as_ref();
    let due = deadline.map(|d| [d.date.as_str(), d.weekday, &d.left]).unwrap_or_default();
    let due: Vec<&str> = due.into_iter().filter(|part| !part.is_empty()).collect();
    DayRow {
        number: row.number.clone(),
        title: row.title.clone(),
        duty,
        due: due.join(" "),
        owner: deadline.map(|d| d.owner.clone()).unwrap_or_default(),
    }
}

/// How many lines a row takes, at least two: there is room to write.
fn lines(row: &DayRow) -> usize {
    let texts = [&row.title, &row.duty, &row.due, &row.owner];
    let lines = texts.into_iter().zip(WIDTHS).enumerate().map(|(at, (text, width))| {
        // The number stands on a line of its own over the title.
        usize::from(at == 0) + format::width(text).div_ceil(width)
    });
    lines.max().unwrap_or_default().max(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::samples::{Desk, day, ditch, plain};
    use crate::screens::today::{TodayFilter, today};
    use jieyou_domain::facts::{CounterParty, UnitKind};

    fn of(desk: &Desk, on: &str, lang: Lang) -> DaySheet {
        let screen = today(&desk.book, &desk.all, day(on), &TodayFilter::default(), lang);
        day_sheet(&desk.book, &screen, 0, lang)
    }

    #[test]
    fn it_says_what_is_due_when_and_whose_it_is() {
        let mut desk = ditch();
        desk.refresh("2026-04-20");
        let sheet = of(&desk, "2026-04-20", Lang::Zh);
        assert_eq!((sheet.unit.as_str(), sheet.day.as_str()), ("柳树屯村", "2026年4月20日 周一"));
        let row = &sheet.groups[0].rows[0];
        assert_eq!((row.title.as_str(), row.duty.as_str()), ("屋后排水沟", "首次联系反映人"));
        assert_eq!((row.due.as_str(), row.owner.as_str()), ("4月20日 周一 今天到期", "柳树屯村"));
        assert_eq!(sheet.left, "");
    }

    #[test]
    fn what_does_not_fit_is_counted() {
        let mut desk = Desk::new(UnitKind::Village, "柳树屯村");
        for n in 1..=40 {
            desk.register(n, "2026-04-16", plain("路灯不亮", "修好路灯", CounterParty::Business));
        }
        desk.refresh("2026-04-20");
        let sheet = of(&desk, "2026-04-20", Lang::Zh);
        let printed: usize = sheet.groups.iter().map(|g| g.rows.len()).sum();
        assert!((15..=18).contains(&printed), "{printed}");
        let screen =
            today(&desk.book, &desk.all, day("2026-04-20"), &TodayFilter::default(), Lang::Zh);
        let all: usize = screen.groups.iter().map(|g| g.rows.len() + g.more.len()).sum();
        assert_eq!(sheet.left, format!("还有{}件没有印上，见电脑上的“今日”。", all - printed));
    }

    #[test]
    fn what_the_browser_lost_is_said_on_it() {
        let mut desk = ditch();
        desk.refresh("2026-04-20");
        let (on, filter) = (day("2026-04-20"), TodayFilter::default());
        for (lang, said) in [(Lang::Zh, "至少有37笔"), (Lang::En, "at least 37")] {
            let screen = today(&desk.book, &desk.all, on, &filter, lang);
            assert!(day_sheet(&desk.book, &screen, 37, lang).lost.contains(said));
            assert_eq!(day_sheet(&desk.book, &screen, 0, lang).lost, "");
        }
    }

    #[test]
    fn an_empty_day_says_so() {
        let mut desk = Desk::new(UnitKind::Village, "柳树屯村");
        desk.refresh("2026-04-20");
        let sheet = of(&desk, "2026-04-20", Lang::En);
        assert!(sheet.groups.is_empty() && sheet.lead == "No matters yet.", "{sheet:?}");
    }
}
