//! Reads a notice of the General Office as people copy it: which days are off, which
//! weekend days are worked. Checks every weekday and every total against the dates;
//! guesses nothing.

mod scan;
#[cfg(test)]
mod tests;

use chrono::Datelike as _;
use jieyou_domain::Date;
use jieyou_domain::time::days;
use scan::{Piece, Token, narrow, scan};

/// What a notice says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// Days off, in the order of the text.
    pub off: Vec<Date>,
    /// Days worked.
    pub work: Vec<Date>,
    /// What does not fit.
    pub problems: Vec<Problem>,
}

/// A piece of the text that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, counted from 1.
    pub line: usize,
    /// The piece, as it stands there.
    pub piece: String,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No such day in the calendar.
    NoSuchDay,
    /// Nothing says which month.
    NoMonth,
    /// Nothing says which year.
    NoYear,
    /// The date is on this weekday.
    OtherWeekday(Date),
    /// A range that ends before it begins, or is longer than a month.
    OddRange,
    /// So many days are written down, not the total that is given.
    OtherTotal(usize),
    /// Neither 休 nor 班 is said of it.
    NeitherOffNorWork,
    /// Not understood.
    Unread,
}

/// Longer ranges are a slip of the pen.
const RANGE_MAX: i64 = 31;

/// Reads a notice; `year` holds for dates without one.
pub fn read(text: &str, year: Option<i32>) -> Notice {
    let chars = narrow(&without_numbers(text));
    let original: Vec<char> = text.chars().collect();
    let mut reader = Reader { original: &original, year, ..Reader::default() };
    for piece in scan(&chars) {
        reader.take(piece);
    }
    reader.finish();
    reader.notice
}

/// The number of the notice in a text, such as `国办发明电〔2025〕7号`; may be empty.
pub fn number(text: &str) -> String {
    numbers(text).next().map(|(from, to)| text[from..to].to_owned()).unwrap_or_default()
}

/// The year that a text is about: the first that stands without a month, else that of
/// the first whole date.
pub fn year(text: &str) -> Option<i32> {
    let pieces = scan(&narrow(&without_numbers(text)));
    let alone =
        pieces.iter().find_map(|p| if let Token::Year(y) = p.token { Some(y) } else { None });
    let dated =
        || pieces.iter().find_map(|p| if let Token::Date(y, ..) = p.token { y } else { None });
    alone.or_else(dated)
}

/// Where numbers of notices stand, in bytes.
fn numbers(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.match_indices(['〔', '［', '[']).filter_map(|(open, sign)| {
        let rest = &text[open + sign.len()..];
        let close = rest.find(['〕', '］', ']'])?;
        let is_year = rest[..close].len() == 4 && rest[..close].bytes().all(|b| b.is_ascii_digit());
        let end = rest[close..].find('号')? + close + '号'.len_utf8();
        let number = rest[close..end].chars().count();
        // The office's short name in front: 国办发明电, 桂政发.
        let head = text[..open].chars().rev();
        let name = head.take_while(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
        let mut name: Vec<char> = name.collect();
        name.reverse();
        let mut pairs = name.windows(2);
        let from = pairs.rposition(|two| matches!(two, ['国', '办' | '发'])).unwrap_or_default();
        let start = open - name[from..].iter().map(|c| c.len_utf8()).sum::<usize>();
        (is_year && number <= 8).then(|| (start, open + sign.len() + end))
    })
}

/// The text with the numbers of notices blanked, sign for sign.
fn without_numbers(text: &str) -> String {
    let mut out = String::new();
    let mut done = 0;
    for (from, to) in numbers(text).filter(|(from, to)| from < to) {
        if from < done {
            continue;
        }
        out.push_str(&text[done..from]);
        out.extend(text[from..to].chars().map(|_| ' '));
        done = to;
    }
    out.push_str(&text[done..]);
    out
}

/// Dates about which nothing was said yet.
#[derive(Clone, Copy)]
struct Range {
    from: Date,
    to: Date,
    piece: Piece,
    /// A whole date alone may be the one on which the notice was issued.
    is_whole: bool,
}

#[derive(Default)]
struct Reader<'a> {
    original: &'a [char],
    year: Option<i32>,
    month: Option<u32>,
    notice: Notice,
    pending: Vec<Range>,
    /// A range waits for its end.
    is_open: bool,
    /// The last date could not be read: what is said of it cannot be either.
    is_lost: bool,
    /// Days off of this sentence, and its total.
    off: usize,
    total: Option<(usize, Piece)>,
    unread: Option<Piece>,
}

impl Reader<'_> {
    fn take(&mut self, piece: Piece) {
        match piece.token {
            Token::Date(year, month, day) => {
                let found = self.date(year, month, day);
                self.is_lost = found.is_err();
                match found {
                    Ok(date) => self.add(date, piece, year.is_some()),
                    Err(why) => self.wrong(piece, why),
                }
                self.is_open = false;
            }
            Token::Weekday(weekday) => self.weekday(weekday, piece),
            Token::To => self.is_open = true,
            Token::Off | Token::OffWithWeekend => {
                self.said(piece, true);
                if piece.token == Token::OffWithWeekend {
                    (self.off, self.total) = (0, None);
                }
            }
            Token::Work => self.said(piece, false),
            Token::Total(n) => self.total = self.total.or(Some((n, piece))),
            Token::Unread => self.unread = self.unread.or(Some(piece)),
            Token::End => self.finish(),
            Token::Year(_) => {}
        }
    }

    fn date(&mut self, year: Option<i32>, month: Option<u32>, day: u32) -> Result<Date, Why> {
        let begun = self.pending.last().filter(|_| self.is_open).map(|r| r.from.year());
        let month = month.or(self.month).ok_or(Why::NoMonth)?;
        let year = year.or(begun).or(self.year).ok_or(Why::NoYear)?;
        self.month = Some(month);
        Date::from_ymd_opt(year, month, day).ok_or(Why::NoSuchDay)
    }

    fn add(&mut self, date: Date, piece: Piece, is_whole: bool) {
        if !self.is_open {
            self.pending.push(Range { from: date, to: date, piece, is_whole });
            return;
        }
        let Some(range) = self.pending.last_mut() else { return };
        (range.to, range.piece.to, range.is_whole) = (date, piece.to, false);
        let length = (range.to - range.from).num_days();
        let range = range.piece;
        if !(1..=RANGE_MAX).contains(&length) {
            self.wrong(range, Why::OddRange);
        }
    }

    fn weekday(&mut self, weekday: u32, piece: Piece) {
        if self.is_lost {
            return;
        }
        let Some(range) = self.pending.last_mut() else { return };
        range.is_whole = false;
        let date = range.to;
        let from = if range.from == date { range.piece.from } else { range.piece.to };
        range.piece.to = piece.to;
        if date.weekday().number_from_monday() != weekday {
            let from = from.min(piece.from);
            let start = if range.from == date { from } else { self.start_of_date(piece.from) };
            self.wrong(Piece { from: start, ..piece }, Why::OtherWeekday(date));
        }
    }

    /// Where the date in front of a bracket begins: behind 至.
    fn start_of_date(&self, end: usize) -> usize {
        let before = self.original[..end].iter();
        let is_to = |c: &char| matches!(c, '至' | '到' | '-' | '－' | '—' | '–' | '～' | '~');
        let to = before.rev().position(is_to);
        to.map_or(end, |back| end - back)
    }

    /// 休 or 班 is said of what is pending.
    fn said(&mut self, piece: Piece, is_off: bool) {
        if let Some(unread) = self.unread.take() {
            self.wrong(unread, Why::Unread);
        }
        if self.is_open {
            self.wrong(piece, Why::OddRange);
            self.is_open = false;
        }
        for range in std::mem::take(&mut self.pending) {
            let length = (range.to - range.from).num_days();
            // A longer one was named as odd already.
            let to = if length > RANGE_MAX { range.from } else { range.to };
            let days = days(range.from, to);
            if is_off {
                self.off += days.len();
                self.notice.off.extend(days);
            } else {
                self.notice.work.extend(days);
            }
        }
    }

    /// A sentence is over.
    fn finish(&mut self) {
        if let Some((total, piece)) = self.total.take()
            && self.off > 0
            && self.off != total
            && !self.is_lost
        {
            self.wrong(piece, Why::OtherTotal(self.off));
        }
        let pending = std::mem::take(&mut self.pending);
        let is_issue = pending.len() == 1 && pending[0].is_whole;
        if !pending.is_empty()
            && let Some(unread) = self.unread
        {
            self.wrong(unread, Why::Unread);
        } else if !is_issue {
            for range in pending {
                self.wrong(range.piece, Why::NeitherOffNorWork);
            }
        }
        (self.off, self.unread, self.month) = (0, None, None);
        (self.is_open, self.is_lost) = (false, false);
    }

    fn wrong(&mut self, piece: Piece, why: Why) {
        let to = piece.to.min(self.original.len());
        let text: String = self.original[piece.from.min(to)..to].iter().collect();
        let line = 1 + self.original[..piece.from.min(to)].iter().filter(|c| **c == '\n').count();
        self.notice.problems.push(Problem { line, piece: text, why });
    }
}
