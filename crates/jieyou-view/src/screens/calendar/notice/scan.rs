//! A notice taken apart: dates, weekdays, 休 and 班, and where sentences end. Everything
//! else is passed over.

/// What a piece of the text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A date, as far as it is written out.
    Date(Option<i32>, Option<u32>, u32),
    /// A year alone.
    Year(i32),
    /// A weekday, Monday is 1.
    Weekday(u32),
    /// 至
    To,
    /// 放假, 休
    Off,
    /// 与周末连休: the total counts days that are not written down.
    OffWithWeekend,
    /// 上班
    Work,
    /// 共3天
    Total(usize),
    /// A figure, or a word about days, that is not understood.
    Unread,
    /// The end of a sentence.
    End,
}

/// A piece and where it stands, in characters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) token: Token,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The text with every full-width sign as its half-width one, sign for sign.
pub(super) fn narrow(text: &str) -> Vec<char> {
    let one = |c: char| match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        '（' => '(',
        '）' => ')',
        '－' | '—' | '–' | '～' | '~' | '到' | '至' => '-',
        '／' => '/',
        '．' => '.',
        '，' | ',' => '、',
        '号' => '日',
        '；' | ';' => '。',
        '\t' | '\r' | '\u{3000}' | '\u{a0}' => ' ',
        c => c,
    };
    text.chars().map(one).collect()
}

/// Words and what they say; the longer ones first.
const WORDS: [(&[char], Token); 17] = [
    (&['调', '休', '上', '班'], Token::Work),
    (&['连', '休'], Token::OffWithWeekend),
    (&['不', '放', '假'], Token::Unread),
    (&['不', '上', '班'], Token::Unread),
    (&['不', '休'], Token::Unread),
    (&['公', '休'], Token::Unread),
    (&['调', '-'], Token::Unread),
    (&['值', '班'], Token::End),
    (&['轮', '班'], Token::End),
    (&['上', '班'], Token::Work),
    (&['补', '班'], Token::Work),
    (&['放', '假'], Token::Off),
    (&['休'], Token::Off),
    (&['班'], Token::Work),
    (&['o', 'f', 'f'], Token::Off),
    (&['w', 'o', 'r', 'k'], Token::Work),
    (&['。'], Token::End),
];

/// Monday first; Sunday has two names.
const WEEK: [char; 8] = ['一', '二', '三', '四', '五', '六', '日', '天'];

/// With these a line goes on what the one before began.
const GOES_ON: [char; 10] = ['(', '-', '、', '放', '休', '上', '班', '补', '调', '共'];

/// Takes a narrowed text apart.
pub(super) fn scan(text: &[char]) -> Vec<Piece> {
    let mut scan = Scan { text, at: 0, pieces: Vec::new() };
    while scan.at < text.len() {
        scan.step();
    }
    scan.pieces
}

struct Scan<'a> {
    text: &'a [char],
    at: usize,
    pieces: Vec<Piece>,
}

impl Scan<'_> {
    fn step(&mut self) {
        let from = self.at;
        let c = self.text[from];
        let token = match c {
            '\n' => self.line(),
            '0'..='9' => self.figure(),
            '(' => self.bracket(),
            '周' | '星' => self.weekday(self.text.len()),
            '-' => {
                self.at += 1;
                self.follows_day().then_some(Token::To)
            }
            _ => self.word(),
        };
        // 值班 is no working day, and ends nothing.
        if let Some(token) = token.filter(|t| *t != Token::End || matches!(c, '\n' | '。')) {
            self.pieces.push(Piece { token, from, to: self.at });
        }
    }

    fn word(&mut self) -> Option<Token> {
        let rest = &self.text[self.at..];
        let found = WORDS.iter().find(|(word, _)| rest.starts_with(word));
        self.at += found.map_or(1, |(word, _)| word.len());
        found.map(|(_, token)| *token)
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn skip_spaces(&mut self) {
        while self.peek() == Some(' ') {
            self.at += 1;
        }
    }

    /// Takes one of `signs`, spaces before it too.
    fn take(&mut self, signs: &[char]) -> Option<char> {
        let before = self.at;
        self.skip_spaces();
        let sign = self.peek().filter(|c| signs.contains(c));
        self.at = if sign.is_some() { self.at + 1 } else { before };
        sign
    }

    fn number(&mut self) -> Option<(u32, usize)> {
        let before = self.at;
        self.skip_spaces();
        let from = self.at;
        let mut n = 0_u32;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            n = n.saturating_mul(10).saturating_add(digit);
            self.at += 1;
        }
        let length = self.at - from;
        if length == 0 {
            self.at = before;
        }
        (length > 0).then_some((n, length))
    }

    /// Whether the last piece is a date, or a weekday behind one.
    fn follows_day(&self) -> bool {
        matches!(self.pieces.last().map(|p| p.token), Some(Token::Date(..) | Token::Weekday(_)))
    }

    fn figure(&mut self) -> Option<Token> {
        let (n, length) = self.number()?;
        let year = i32::try_from(n).ok().filter(|_| length == 4);
        if let Some(year) = year
            && let Some(sign) = self.take(&['年', '-', '/', '.'])
        {
            let Some((month, _)) = self.number() else {
                return Some(if sign == '年' { Token::Year(year) } else { Token::Unread });
            };
            let between: &[char] = if sign == '年' { &['月'] } else { &['-', '/', '.'] };
            if self.take(between).is_none() {
                return Some(Token::Unread);
            }
            return Some(self.day_of(Some(year), month));
        }
        match self.take(&['月', '日', '天']) {
            Some('月') => Some(self.day_of(None, n)),
            Some('日') => Some(Token::Date(None, None, n)),
            Some(_) => usize::try_from(n).ok().map(Token::Total),
            // 10月1、2、3日; else the number of a paragraph: 1、 or 1.
            None if length <= 2 && self.peek() == Some('、') && self.follows_day() => {
                Some(Token::Date(None, None, n))
            }
            None if length <= 2
                && self.take(&['、', '.', ')']).is_some()
                && !self.is_at_figure() =>
            {
                None
            }
            None => Some(Token::Unread),
        }
    }

    fn is_at_figure(&self) -> bool {
        self.peek().is_some_and(|c| c.is_ascii_digit())
    }

    /// The day behind a month; its sign may be missing before another one.
    fn day_of(&mut self, year: Option<i32>, month: u32) -> Token {
        let Some((day, _)) = self.number() else { return Token::Unread };
        self.take(&['日']);
        Token::Date(year, Some(month), day)
    }

    /// A bracket: the weekday in it, if there is one. One with a date in it is read on.
    fn bracket(&mut self) -> Option<Token> {
        let close = self.text[self.at..].iter().take(24).position(|c| *c == ')');
        let end = self.at + close?.max(1);
        let inside = &self.text[self.at + 1..end];
        if inside.iter().any(char::is_ascii_digit) {
            self.at += 1;
            return None;
        }
        let start = inside.iter().position(|c| matches!(c, '周' | '星'));
        let token = start.and_then(|start| {
            self.at += 1 + start;
            self.weekday(end)
        });
        self.at = end + 1;
        token
    }

    /// 周四, 星期四, behind a date.
    fn weekday(&mut self, end: usize) -> Option<Token> {
        let skipped = if self.text[self.at] == '星' { 2 } else { 1 };
        let sign = self.text[..end].get(self.at + skipped).copied();
        self.at += 1;
        let number = WEEK.iter().position(|c| Some(*c) == sign)?;
        let is_date = matches!(self.pieces.last().map(|p| p.token), Some(Token::Date(..)));
        self.at += skipped;
        is_date.then(|| Token::Weekday(u32::try_from(number.min(6)).unwrap_or_default() + 1))
    }

    /// The end of a line ends a sentence, unless it was only broken there.
    fn line(&mut self) -> Option<Token> {
        let before = self.text[..self.at].iter().rev().find(|c| **c != ' ');
        self.at += 1;
        let rest = self.text[self.at..].iter();
        let after = rest.copied().find(|c| !matches!(c, ' ' | '\n'));
        let is_broken = before.is_some_and(|c| matches!(c, '、' | '-'))
            || after.is_some_and(|c| GOES_ON.contains(&c));
        (!is_broken).then_some(Token::End)
    }
}
