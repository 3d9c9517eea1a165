//! The subjects of the base pack and how a township tells one anew.

use crate::rules::*;
use crate::testing::PACK;
use serde_json::{Value, json};

fn base() -> RuleSet {
    RuleSet::from_json(PACK).unwrap()
}

fn over(categories: &Value) -> Result<RuleSet, PackError> {
    let pack = json!({
        "format": "jieyou-pack", "version": 2, "id": "local-QH", "over": base().id,
        "name": { "zh": "甲", "en": "a" }, "edition": "2026-01-04", "categories": categories,
    });
    RuleSet::from_json(&pack.to_string())
}

#[test]
fn every_subject_of_the_lower_level_has_its_words_and_ways() {
    let base = base();
    for subject in base.categories.iter().filter(|c| c.id.contains('.')) {
        let top = subject.id.split('.').next().unwrap();
        assert!(base.category(top).is_some(), "{}", subject.id);
        // What is none of the others is never proposed.
        let is_rest = subject.id == "gov.other";
        assert_eq!(subject.signs.is_empty(), is_rest, "{}", subject.id);
        assert_eq!(subject.routes.is_empty(), is_rest, "{}", subject.id);
        // What is left where mediation fails stands where mediation is usual.
        let mediates = subject.routes.contains(&UsualRoute::Mediate);
        assert!(subject.unsettled.is_empty() || mediates, "{}", subject.id);
        assert_eq!(subject.codes, Codes::default(), "{}: a township says its own", subject.id);
    }
}

#[test]
fn no_subject_says_a_word_twice() {
    let base = base();
    let fold = Fold::new(&base.alike);
    for subject in &base.categories {
        let mut seen: Vec<Vec<String>> = Vec::new();
        for text in &subject.signs {
            let sign = Sign::read(text).unwrap();
            let folded = |word: &String| word.chars().map(|c| fold.of(c)).collect();
            let part = |words: &Vec<String>| -> Vec<String> { words.iter().map(folded).collect() };
            let parts: Vec<String> = sign.parts.iter().map(|p| part(p).join("/")).collect();
            assert!(!seen.contains(&parts), "{}: {text}", subject.id);
            seen.push(parts);
        }
    }
}

#[test]
fn a_township_tells_a_subject_anew_and_the_rest_stays() {
    let base = base();
    let told = json!([
        { "id": "neigh.water", "words": { "zh": "排水", "en": "Drainage" },
          "bodies": "柳树屯村调委会", "codes": { "hotline": "0412" } },
        { "id": "neigh.well", "words": { "zh": "共用水井", "en": "Wells" }, "signs": ["水井*3"] },
    ]);
    let all = base.with(&over(&told).unwrap()).unwrap();
    let (old, new) = (base.category("neigh.water").unwrap(), all.category("neigh.water").unwrap());
    assert_eq!((new.words.zh.as_str(), new.bodies.as_str()), ("排水", "柳树屯村调委会"));
    assert_eq!(new.codes.hotline, "0412");
    assert_eq!((&new.signs, &new.routes), (&old.signs, &old.routes), "not said, so it stays");
    let place = |set: &RuleSet| set.categories.iter().position(|c| c.id == "neigh.water");
    assert_eq!(place(&all), place(&base));
    assert_eq!(all.categories.len(), base.categories.len() + 1);
    assert_eq!(all.categories.last().unwrap().id, "neigh.well");
}

#[test]
fn what_is_told_replaces_and_what_is_hidden_stays_hidden() {
    let base = base();
    let told = json!([
        { "id": "neigh.noise", "words": { "zh": "噪声" }, "routes": ["at_once"], "signs": ["唢呐"] },
        { "id": "fam.harm", "words": { "zh": "家庭伤害" } },
    ]);
    let all = base.with(&over(&told).unwrap()).unwrap();
    let noise = all.category("neigh.noise").unwrap();
    assert_eq!(
        (noise.signs.as_slice(), noise.unsettled.as_slice()),
        (["唢呐".to_owned()].as_slice(), [].as_slice())
    );
    assert!(all.category("fam.harm").unwrap().by_number, "少记 is not lifted");
}

#[test]
fn a_sign_that_is_none_is_refused_with_its_place() {
    for bad in ["排水+", "水", "排水*0", "排 水", "", "排水/"] {
        let told =
            json!([{ "id": "neigh.water", "words": { "zh": "排水" }, "signs": ["倒灌", bad] }]);
        assert_eq!(over(&told), Err(PackError::BadSign(format!("neigh.water: {bad}"))), "{bad}");
    }
    let told = json!([{ "id": "neigh.water", "words": { "zh": "排水" }, "signs": ["#无此组+水"] }]);
    let lost = PackError::BadSign("neigh.water: #无此组+水".to_owned());
    assert_eq!(base().with(&over(&told).unwrap()), Err(lost), "a group that is not there");
    let told = json!([{ "id": "neigh.water", "words": { "zh": "排水" }, "routes": ["nowhere"] }]);
    assert!(matches!(over(&told), Err(PackError::Unreadable(_))));
    let told = json!([
        { "id": "neigh.water", "words": { "zh": "甲" } },
        { "id": "neigh.water", "words": { "zh": "乙" } },
    ]);
    assert_eq!(over(&told), Err(PackError::Twice("neigh.water".to_owned())));
}
