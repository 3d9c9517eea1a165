//! What the invented township is made of: places, posts, and what matters are about.
//! No real place, no person. The cases follow the subjects of the sources.

use jieyou_domain::facts::CounterParty;
use serde::Deserialize;

pub(super) const UNIT: &str = "青禾镇人民政府";
pub(super) const CODE: &str = "QH";

pub(super) const PLACES: [&str; 9] = [
    "柳树屯村",
    "靠山村",
    "河沿村",
    "前岭村",
    "双井村",
    "杨木林村",
    "城关社区",
    "站前社区",
    "东甸子村",
];

pub(super) const POSTS: [&str; 7] = [
    "综治专干",
    "信访接待员",
    "司法所调解员",
    "农业服务中心干事",
    "村建办干事",
    "民政办干事",
    "分管副镇长",
];

/// The posts that make follow-ups; the handler's is never among them.
pub(super) const FOLLOW_UP: &str = "综治专干";

/// How a matter is dealt with as a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Way {
    /// On the spot.
    Spot,
    /// Mediated between private parties.
    Mediate,
    /// A petition under 31(六): accepted and answered.
    Sixth,
    /// A petition under 31(五): investigated or protected, answered.
    Fifth,
    /// A suggestion.
    Suggest,
    /// A question.
    Ask,
}

/// What a matter is about. `{n}`, `{yuan}`, `{month}` and `{spot}` stand for what varies.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    pub(super) category: String,
    pub(super) against: CounterParty,
    pub(super) way: Way,
    pub(super) title: String,
    pub(super) story: String,
    pub(super) claim: String,
    /// How it is settled: the measure, the opinion or the agreement.
    pub(super) settled: String,
    /// What is to be paid or done by a day; empty when nothing is.
    pub(super) term: String,
}

/// Where in a place.
pub(super) const SPOTS: [&str; 8] =
    ["一组", "二组", "三组", "四组", "屯东头", "屯西头", "村部门口", "主街路口"];

/// The cases, out of the program's own data.
pub(super) fn cases() -> Result<Vec<Case>, serde_json::Error> {
    serde_json::from_str(include_str!("cases.json"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jieyou_domain::ledger::{STORY_MAX, TITLE_MAX};
    use jieyou_domain::rules::RuleSet;

    #[test]
    fn cases_fit_the_form_and_the_pack() {
        let pack = RuleSet::from_json(super::super::PACK).unwrap();
        for case in cases().unwrap() {
            assert!(pack.category(&case.category).is_some(), "{}", case.category);
            // A slot grows by a few characters at most.
            assert!(case.title.chars().count() + 2 <= TITLE_MAX, "{}", case.title);
            assert!(case.story.chars().count() + 20 <= STORY_MAX);
        }
    }
}
