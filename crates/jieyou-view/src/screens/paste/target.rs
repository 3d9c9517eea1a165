//! What a column of an old ledger may become, and what its header proposes.

use super::looks::Looks;
use crate::text::{Both, Lang, paste as t};

/// What a column becomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Target {
    /// Nothing: it is left out.
    #[default]
    Drop,
    /// 标题
    Title,
    /// 经过
    Story,
    /// 哪天收到
    On,
    /// 地点
    Place,
    /// 诉求
    Claims,
    /// 和谁之间的事
    Against,
    /// 户数
    Households,
    /// 人数
    People,
    /// 怎么来的
    Channel,
    /// 原台账编号
    Outside,
    /// 承办, kept in words
    Body,
    /// 备注, kept in words
    Note,
}

impl Target {
    /// Every target, in the order of the choices.
    pub const ALL: [Self; 13] = [
        Self::Drop,
        Self::Title,
        Self::Story,
        Self::On,
        Self::Place,
        Self::Claims,
        Self::Against,
        Self::Households,
        Self::People,
        Self::Channel,
        Self::Outside,
        Self::Body,
        Self::Note,
    ];

    /// Its code in a draft.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Drop => "drop",
            Self::Title => "title",
            Self::Story => "story",
            Self::On => "on",
            Self::Place => "place",
            Self::Claims => "claims",
            Self::Against => "against",
            Self::Households => "households",
            Self::People => "people",
            Self::Channel => "channel",
            Self::Outside => "outside",
            Self::Body => "body",
            Self::Note => "note",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.code() == code)
    }

    /// Its name.
    pub(super) fn label(self, lang: Lang) -> &'static str {
        t::target(self).to(lang)
    }

    /// Whether several columns may become it together, each a line.
    pub(super) fn takes_many(self) -> bool {
        matches!(self, Self::Drop | Self::Story | Self::Claims | Self::Body | Self::Note)
    }
}

/// Why a column is proposed as left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Identity or card numbers.
    Identity,
    /// Telephone numbers.
    Phone,
    /// Names, or what is said of a person.
    Name,
    /// How far the old ledger had come.
    Status,
    /// Rows counted.
    Running,
}

/// What is proposed for a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Proposal {
    pub(super) target: Target,
    /// Why it is left out, where that needs saying.
    pub(super) why: Option<Why>,
}

/// What a word of a header stands for.
type Meaning = Result<Target, Why>;

/// The words of headers, in both languages, parted by spaces.
fn meanings() -> [(Meaning, Both); 17] {
    [
        (Ok(Target::Title), t::HEAD_TITLE),
        (Ok(Target::Story), t::HEAD_STORY),
        (Ok(Target::On), t::HEAD_ON),
        (Ok(Target::Place), t::HEAD_PLACE),
        (Ok(Target::Claims), t::HEAD_CLAIMS),
        (Ok(Target::Against), t::HEAD_AGAINST),
        (Ok(Target::Households), t::HEAD_HOUSEHOLDS),
        (Ok(Target::People), t::HEAD_PEOPLE),
        (Ok(Target::Channel), t::HEAD_CHANNEL),
        (Ok(Target::Outside), t::HEAD_OUTSIDE),
        (Ok(Target::Body), t::HEAD_BODY),
        (Ok(Target::Note), t::HEAD_NOTE),
        (Err(Why::Identity), t::HEAD_IDENTITY),
        (Err(Why::Phone), t::HEAD_PHONE),
        (Err(Why::Name), t::HEAD_NAME),
        (Err(Why::Status), t::HEAD_STATUS),
        (Err(Why::Running), t::HEAD_RUNNING),
    ]
}

/// What the words of a header mean: the longest word that stands in it decides.
pub(super) fn meaning(header: &str) -> Option<Meaning> {
    let header: String = header.chars().filter(|c| !c.is_whitespace()).collect();
    let header = header.to_ascii_lowercase();
    let mut found: Option<(usize, Meaning)> = None;
    for (meaning, words) in meanings() {
        for word in [Lang::Zh, Lang::En].iter().flat_map(|lang| words.to(*lang).split(' ')) {
            let length = word.chars().count();
            if length > found.map_or(0, |(best, _)| best) && holds(&header, word) {
                found = Some((length, meaning));
            }
        }
    }
    found.map(|(_, meaning)| meaning)
}

/// Whether `word` stands in `text`; the library's search is 2 KB wherever it is used.
fn holds(text: &str, word: &str) -> bool {
    !word.is_empty() && text.as_bytes().windows(word.len()).any(|w| w == word.as_bytes())
}

/// What is proposed for a column by its header and by what its cells look like. Cells
/// that look like a person's count for more than a header.
pub(super) fn propose(header: &str, looks: Option<Looks>) -> Proposal {
    let left_out = |why| Proposal { target: Target::Drop, why: Some(why) };
    match (meaning(header), looks) {
        (Some(Err(why)), _) => left_out(why),
        (_, Some(Looks::Identity)) => left_out(Why::Identity),
        (_, Some(Looks::Phone)) => left_out(Why::Phone),
        (None, Some(Looks::Name)) => left_out(Why::Name),
        (Some(Ok(target)), _) => Proposal { target, why: None },
        (None, None) => Proposal::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_real_ledgers_are_understood() {
        for (header, target) in [
            ("事项名称", Target::Title),
            ("反映内容", Target::Story),
            ("登记时间", Target::On),
            ("受理日期", Target::On),
            ("所属村屯", Target::Place),
            ("主要诉求", Target::Claims),
            ("当事人诉求", Target::Claims),
            ("矛盾类型", Target::Against),
            ("涉及\n户数", Target::Households),
            ("涉及人数", Target::People),
            ("信访 人数", Target::People),
            ("来源渠道", Target::Channel),
            ("原编号", Target::Outside),
            ("责任单位", Target::Body),
            ("备注", Target::Note),
            ("Received on", Target::On),
        ] {
            assert_eq!(meaning(header), Some(Ok(target)), "{header}");
        }
        for (header, why) in [
            ("身份证号", Why::Identity),
            ("联系电话", Why::Phone),
            ("联系方式", Why::Phone),
            ("姓名", Why::Name),
            ("反映人姓名", Why::Name),
            ("信访人", Why::Name),
            ("承办人", Why::Name),
            ("办理状态", Why::Status),
            ("是否办结", Why::Status),
            ("序号", Why::Running),
        ] {
            assert_eq!(meaning(header), Some(Err(why)), "{header}");
        }
        assert_eq!(meaning("甲乙丙"), None);
        assert_eq!(meaning(""), None);
    }

    #[test]
    fn what_looks_like_a_person_is_left_out() {
        let left_out = |why| Proposal { target: Target::Drop, why: Some(why) };
        assert_eq!(propose("", Some(Looks::Name)), left_out(Why::Name));
        assert_eq!(propose("编号", Some(Looks::Identity)), left_out(Why::Identity));
        assert_eq!(propose("备注", Some(Looks::Phone)), left_out(Why::Phone));
        // A village may be called like a person.
        let place = Proposal { target: Target::Place, why: None };
        assert_eq!(propose("所属村屯", Some(Looks::Name)), place);
        assert_eq!(propose("甲乙", None), Proposal::default());
    }

    #[test]
    fn codes_read_back() {
        for target in Target::ALL {
            assert_eq!(Target::from_code(target.code()), Some(target));
            for lang in [Lang::Zh, Lang::En] {
                assert!(!target.label(lang).is_empty());
            }
        }
    }
}
