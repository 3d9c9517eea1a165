//! The base pack's shape, and what a pack is refused for.

use crate::facts::{DeadlineKind, Owes, UnitKind};
use crate::rules::*;
use crate::testing::PACK;

fn base() -> RuleSet {
    RuleSet::from_json(PACK).unwrap()
}

#[test]
fn law_is_cited_as_law_and_promises_are_not() {
    for rule in base().rules {
        let statutory = matches!(rule.kind, DeadlineKind::Statutory | DeadlineKind::Ordered);
        assert!(!statutory || rule.cite.verified != Verified::Local, "{}", rule.id);
        assert!(rule.kind != DeadlineKind::Promised || !rule.cite.instrument.contains("条例"));
        assert!(rule.cite.quote.chars().count() <= 40, "{}", rule.id);
        // 条例 22–36 binds no village; what only acts on another rule goes where that goes.
        let by_itself = matches!(rule.effect, Effect::Clock | Effect::Says | Effect::Excuses);
        let petition = by_itself && rule.id.starts_with("XF-") && rule.id != "XF-22c";
        let units = &rule.when.unit;
        assert!(
            !petition || !units.is_empty() && !units.contains(&UnitKind::Village),
            "{}",
            rule.id
        );
    }
    let pack = base();
    assert_eq!(pack.rule("XF-22").unwrap().when.unit, [UnitKind::PetitionOffice]);
}

#[test]
fn duties_of_the_office_do_not_roll_and_rights_carry_a_hint() {
    for rule in base().rules.iter().filter(|r| r.effect == Effect::Clock) {
        match (rule.owes, rule.kind) {
            (Owes::Citizen, _) => assert_eq!(rule.roll, Roll::Hint, "{}", rule.id),
            (_, DeadlineKind::Routine) => {}
            _ => assert_eq!(rule.roll, Roll::No, "{}", rule.id),
        }
    }
}

#[test]
fn a_pack_with_a_mistake_is_refused_by_name() {
    let refused = |from: &str, to: &str| {
        assert!(PACK.contains(from), "{from}");
        RuleSet::from_json(&PACK.replacen(from, to, 1)).unwrap_err()
    };
    assert_eq!(refused("\"jieyou-pack\"", "\"other\""), PackError::OtherFormat);
    assert_eq!(refused("\"version\": 3", "\"version\": 4"), PackError::OtherFormat);
    assert_eq!(
        refused("\"id\": \"XF-23b\"", "\"id\": \"XF-22\""),
        PackError::Twice("XF-22".into())
    );
    assert_eq!(
        refused("\"question\": \"livelihood\"", "\"question\": \"mood\""),
        PackError::NoSuchQuestion("A2: mood".into())
    );
    assert_eq!(
        refused("\"from\": \"2022-05-01\",", "\"from\": \"2022-05-01\", \"to\": \"2022-04-30\","),
        PackError::Backwards("XF-19".into())
    );
    assert_eq!(
        refused("应当予以登记，并区分情况，在15日内", ""),
        PackError::Uncited("XF-22".into())
    );
    assert!(matches!(refused("\"roll\": \"hint\"", "\"rol\": \"hint\""), PackError::Unreadable(_)));
}
