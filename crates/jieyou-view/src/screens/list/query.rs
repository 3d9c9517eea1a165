//! What the list is asked for; its written form is the page's address.

use crate::text::{Lang, both};
use jieyou_domain::facts::Tier;
use jieyou_domain::ledger::Stage;

/// A list, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TierFilter {
    /// On this list.
    On(Tier),
    /// On no list.
    NoList,
}

impl TierFilter {
    /// Every value, the heaviest first.
    pub const ALL: [Self; 4] =
        [Self::On(Tier::Three), Self::On(Tier::Two), Self::On(Tier::One), Self::NoList];

    /// Its code in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::On(tier) => tier.code(),
            Self::NoList => "none",
        }
    }

    /// Its word.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::On(tier) => crate::text::words::tier(tier, lang),
            Self::NoList => both!("不列清单", "On no list").to(lang),
        }
    }
}

/// By the next deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueFilter {
    /// Past its day.
    Past,
    /// Today.
    Today,
    /// Until Sunday, today included.
    Week,
    /// Without an open deadline.
    None,
    /// With a right whose days nobody has asked about.
    Rights,
}

impl DueFilter {
    /// Every value.
    pub const ALL: [Self; 5] = [Self::Past, Self::Today, Self::Week, Self::Rights, Self::None];

    /// Its code in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Today => "today",
            Self::Week => "week",
            Self::None => "none",
            Self::Rights => "rights",
        }
    }

    /// Its word.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Past => both!("已过期限", "Past its day").to(lang),
            Self::Today => both!("今天到期", "Due today").to(lang),
            Self::Week => both!("本周到期", "Due this week").to(lang),
            Self::None => both!("没有期限", "No deadline").to(lang),
            Self::Rights => both!("权利期限待问清", "Rights to be asked about").to(lang),
        }
    }
}

/// By what was decided about a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecidedFilter {
    /// 待确认（清单）: a fall that waits, a person's decision that is to be confirmed or has
    /// lapsed.
    Confirm,
    /// 积案
    Pending,
}

impl DecidedFilter {
    /// Every value.
    pub const ALL: [Self; 2] = [Self::Confirm, Self::Pending];

    /// Its code in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Pending => "pending",
        }
    }

    /// Its word.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Confirm => both!("待确认（清单）", "List to be confirmed").to(lang),
            Self::Pending => both!("积案", "Long pending").to(lang),
        }
    }
}

/// The order of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By the next deadline; without one last.
    #[default]
    Due,
    /// By number.
    Number,
    /// By the day received.
    Received,
}

impl Sort {
    /// Every value.
    pub const ALL: [Self; 3] = [Self::Due, Self::Number, Self::Received];

    /// Its code in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Number => "number",
            Self::Received => "received",
        }
    }

    /// Its word.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Due => both!("期限近的在前", "By deadline").to(lang),
            Self::Number => both!("按编号", "By number").to(lang),
            Self::Received => both!("按收到日期", "By day received").to(lang),
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListQuery {
    /// Words to find; all of them must occur.
    pub text: String,
    /// Only this list.
    pub tier: Option<TierFilter>,
    /// Only this stage.
    pub stage: Option<Stage>,
    /// Only this place, by id.
    pub place: Option<String>,
    /// Only by deadline.
    pub due: Option<DueFilter>,
    /// Only by what was decided.
    pub decided: Option<DecidedFilter>,
    /// The order.
    pub sort: Sort,
    /// Whether the order is turned round.
    pub descending: bool,
    /// How many rows are shown at most; at least one window.
    pub window: usize,
}

impl ListQuery {
    /// Whether anything narrows the list.
    pub fn is_narrowed(&self) -> bool {
        !self.text.trim().is_empty()
            || self.tier.is_some()
            || self.stage.is_some()
            || self.place.is_some()
            || self.due.is_some()
            || self.decided.is_some()
    }

    /// Puts one filter by its name in the address: `q tier stage place due decided sort desc rows`.
    /// An unknown name or code changes nothing or clears that filter.
    pub fn set(&mut self, name: &str, value: &str) {
        match name {
            "q" => value.clone_into(&mut self.text),
            "tier" => self.tier = TierFilter::ALL.into_iter().find(|t| t.code() == value),
            "stage" => self.stage = Stage::ALL.into_iter().find(|s| s.code() == value),
            "place" => self.place = Some(value.to_owned()).filter(|v| !v.is_empty()),
            "due" => self.due = DueFilter::ALL.into_iter().find(|d| d.code() == value),
            "decided" => {
                self.decided = DecidedFilter::ALL.into_iter().find(|d| d.code() == value);
            }
            "sort" => {
                self.sort = Sort::ALL.into_iter().find(|s| s.code() == value).unwrap_or_default();
            }
            "desc" => self.descending = value == "1",
            "rows" => self.window = value.parse().unwrap_or_default(),
            _ => {}
        }
    }

    /// Reads what follows `?` in an address.
    pub fn from_query(query: &str) -> Self {
        let mut read = Self::default();
        for pair in query.split('&') {
            if let Some((name, value)) = pair.split_once('=') {
                read.set(name, &unescape(value));
            }
        }
        read
    }

    /// Writes what follows `?` in an address; empty for the plain list.
    pub fn to_query(&self) -> String {
        let rows =
            if self.window > super::WINDOW { self.window.to_string() } else { String::new() };
        let pairs = [
            ("q", self.text.as_str()),
            ("tier", self.tier.map_or("", TierFilter::code)),
            ("stage", self.stage.map_or("", Stage::code)),
            ("place", self.place.as_deref().unwrap_or_default()),
            ("due", self.due.map_or("", DueFilter::code)),
            ("decided", self.decided.map_or("", DecidedFilter::code)),
            ("sort", if self.sort == Sort::Due { "" } else { self.sort.code() }),
            ("desc", if self.descending { "1" } else { "" }),
            ("rows", rows.as_str()),
        ];
        let written = pairs.iter().filter(|(_, value)| !value.is_empty());
        let written: Vec<String> =
            written.map(|(name, value)| format!("{name}={}", escape(value))).collect();
        written.join("&")
    }
}

/// Percent-encodes everything but letters and digits of ASCII and `-_.`.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|h| std::str::from_utf8(h).ok());
        match hex.map(|h| u8::from_str_radix(h, 16)) {
            Some(Ok(byte)) if *first == b'%' => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(if *first == b'+' { b' ' } else { *first });
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
