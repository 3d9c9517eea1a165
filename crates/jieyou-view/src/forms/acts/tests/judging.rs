//! Facts found out, verdicts of the rules, lists: asked, explained, confirmed.

use super::*;

#[test]
fn facts_found_out_are_asked_by_what_they_settle_and_only_changes_are_written() {
    let mut desk = petition();
    let shown =
        |desk: &Desk, draft: &Draft| form(Action::NoteFacts, &desk.ctx(), desk.matter(), draft);
    let draft = blank(Action::NoteFacts, &desk.ctx(), desk.matter());
    let asked = shown(&desk, &draft);
    let of = |key: &str| asked.fields.iter().find(|f| f.key == key).unwrap();
    let clear = of("c0-q-facts_clear");
    assert_eq!(clear.label, "诉求1（清沟复原）：这条请求的事实清楚吗？");
    assert_eq!(clear.hint, "处理意见还缺这一条。");
    assert!(of("q-earlier").hint.contains("初次还是再次"), "{}", of("q-earlier").hint);
    // Two claims may go two ways: each is asked, and the whole matter stands folded.
    for key in ["c0-q-court", "c1-q-court"] {
        assert!(of(key).hint.contains("办理途径"), "{}", of(key).hint);
    }
    assert!(of("q-court").label.starts_with("整件事："), "{}", of("q-court").label);
    assert!(!keys(&asked).contains(&"q-work_left"), "not asked of a petition against government");
    assert!(!keys(&asked).contains(&"q-fronts"), "only where several bodies are concerned");
    let several = shown(&desk, &with(&draft, &[("q-several_bodies", "yes")]));
    assert!(keys(&several).contains(&"q-fronts"));
    let called = shown(&desk, &with(&draft, &[("focus", "q-thing")]));
    assert_eq!(called.fields[1].key, "q-thing");
    let same = read(Action::NoteFacts, &desk.ctx(), desk.matter(), &draft, NEW);
    assert!(problem(same).1.contains("没有要补记的"));

    let answers = [
        ("q-court", "no"),
        ("c0-q-facts_clear", "yes"),
        ("c1-q-facts_clear", "no"),
        ("note", "看了卷"),
    ];
    act(&mut desk, Action::NoteFacts, &answers);
    let state = &desk.matter().state;
    assert_eq!(state.answer("court"), Some("no"));
    assert_eq!(state.claim_answer(0, "facts_clear"), Some("yes"));
    assert_eq!(state.claim_answer(1, "facts_clear"), Some("no"));
    assert_eq!(state.claim_answer(1, "court"), Some("no"), "as for the whole matter");
    assert_eq!(state.answered.len(), 3, "what did not change is not written");
    let known = shown(&desk, &blank(Action::NoteFacts, &desk.ctx(), desk.matter()));
    let court = known.fields.iter().find(|f| f.key == "q-court").unwrap();
    assert_eq!(court.shelf, crate::forms::Shelf::Folded, "what is known is folded");
    act(&mut desk, Action::NoteFacts, &[("q-court", "")]);
    assert_eq!(desk.matter().state.answer("court"), None, "not known any more");
    act(&mut desk, Action::NoteFacts, &[("c1-q-court", "arbitration")]);
    let state = &desk.matter().state;
    let each = [0, 1].map(|claim| state.claim_answer(claim, "court"));
    assert_eq!(each, [None, Some("arbitration")]);
    wrong(&desk, Action::NoteFacts, &[("q-court", "maybe")], "q-court", "法院");
    wrong(
        &desk,
        Action::NoteFacts,
        &[("q-gov_decision_known", "2026-02-30")],
        "q-gov_decision_known",
        "2026-02-30",
    );
}

#[test]
fn a_verdict_says_what_the_rules_say_and_needs_a_reason() {
    let mut desk = petition();
    let draft = with(&Draft::default(), &[("table", "merits/1")]);
    let shown = form(Action::Judge, &desk.ctx(), desk.matter(), &draft);
    let answer = shown.fields.iter().find(|f| f.key == "answer").unwrap();
    assert_eq!(answer.hint, "按规则是“还要查”：事实还没查清。");
    let Control::Choice(choices) = &answer.control else { panic!("{answer:?}") };
    assert_eq!(choices.last().unwrap().1, "按规则判断");
    assert!(choices.iter().all(|(code, _)| code != "ask"), "to ask on is no decision");
    let Control::Select(tables) = &shown.fields[1].control else { panic!("{shown:?}") };
    assert!(tables.iter().any(|(code, label)| code == "merits/1" && label == "处理意见：赔土豆"));
    assert!(tables.iter().all(|(code, _)| !code.starts_with("route")), "has its own act");
    let judged = [
        ("table", "merits/1"),
        ("answer", "explained"),
        ("why", "没有依据，可以申请救助"),
        ("post", "综治专干"),
    ];
    let no_answer = [judged[0], judged[2], judged[3]];
    wrong(&desk, Action::Judge, &no_answer, "answer", "认定为");
    let ask = [judged[0], ("answer", "ask"), judged[2], judged[3]];
    wrong(&desk, Action::Judge, &ask, "answer", "重选");
    act(&mut desk, Action::Judge, &judged);
    let (_, kept) = desk.matter().state.judgement("merits", Some(1)).unwrap();
    assert_eq!(kept.answer, "explained");
    let back = [judged[0], ("answer", "rules"), judged[2], judged[3]];
    act(&mut desk, Action::Judge, &back);
    assert!(desk.matter().state.judgement("merits", Some(1)).is_none());
}

#[test]
fn an_outcome_is_chosen_beforehand_only_when_a_person_decided_it() {
    let mut desk = one_claim();
    act(&mut desk, Action::NoteFacts, &[("c0-q-facts_clear", "no")]);
    let preset =
        |desk: &Desk| blank(Action::Reply, &desk.ctx(), desk.matter()).get("c0-outcome").to_owned();
    assert_eq!(preset(&desk), "", "a proposal is not chosen");
    let judged = [
        ("table", "merits/0"),
        ("answer", "not_supported"),
        ("why", "查了没有"),
        ("post", "综治专干"),
    ];
    act(&mut desk, Action::Judge, &judged);
    assert_eq!(preset(&desk), "not_supported");
}

#[test]
fn the_list_that_the_criteria_give_is_confirmed_by_setting_it() {
    let mut desk = petition();
    let draft = blank(Action::SetTier, &desk.ctx(), desk.matter());
    let shown = form(Action::SetTier, &desk.ctx(), desk.matter(), &draft);
    assert!(
        shown.intro.contains("到2026年6月10日会诊没有再确认就失效，下调还要确认"),
        "{}",
        shown.intro
    );
    act(&mut desk, Action::SetTier, &[("tier", "3"), ("why", "怕拖"), ("post", "综治专干")]);
    assert!(!desk.matter().state.tier_set.as_ref().unwrap().1.confirms);
    let lower = [("tier", "2"), ("why", "会诊同意"), ("post", "综治专干"), ("confirm", "consult")];
    act(&mut desk, Action::SetTier, &lower);
    assert!(desk.matter().state.tier_set.as_ref().unwrap().1.confirms);
}

#[test]
fn list_three_is_left_when_somebody_confirms_it() {
    let mut desk = petition();
    act(&mut desk, Action::SetTier, &[("tier", "3"), ("why", "怕拖"), ("post", "综治专干")]);
    let lower = [("tier", "2"), ("why", "村里说能住"), ("post", "信访专干")];
    let with_confirm = |desk: &Desk, confirm: &str| {
        let draft = with(&blank(Action::SetTier, &desk.ctx(), desk.matter()), &lower);
        let draft = with(&draft, &[("confirm", confirm)]);
        let shown = form(Action::SetTier, &desk.ctx(), desk.matter(), &draft);
        assert!(keys(&shown).contains(&"confirm"));
        read(Action::SetTier, &desk.ctx(), desk.matter(), &draft, NEW)
    };
    assert_eq!(problem(with_confirm(&desk, "")).0, "confirm");
    // The leader's own post, as the duty names it.
    desk.record("2026-05-11", vec![Event::DutySet(duty_led_by("分管副镇长"))]);
    assert_eq!(problem(with_confirm(&desk, "leader")).0, "post");
    let asked = with_confirm(&desk, "ask").unwrap();
    desk.run(asked.command).unwrap();
    let state = &desk.matter().state;
    assert_eq!(state.tier_asked.as_ref().unwrap().1.post, "信访专干");
    assert_eq!(state.tier_set.as_ref().unwrap().1.tier, Tier::Three);
}

fn duty_led_by(leader: &str) -> DutySet {
    DutySet {
        body: "青禾镇".into(),
        post: "信访专干".into(),
        leader: leader.into(),
        competent: "水利站".into(),
        no_interest: true,
    }
}
