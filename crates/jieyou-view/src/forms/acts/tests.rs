//! Every act: its blank form, filled in, is what the ledger accepts.

mod judging;
mod ways;

use super::*;
use crate::Lang;
use crate::forms::samples::{Desk, assert_english, day, keys, problem, with};
use jieyou_domain::facts::*;

/// The id of a matter that is split off.
const NEW: jieyou_domain::Id = jieyou_domain::Id::from_bytes([9; 10]);

fn petition() -> Desk {
    Desk::registered(UnitKind::Township, CounterParty::Government)
}

fn dispute() -> Desk {
    Desk::registered(UnitKind::Village, CounterParty::Neighbour)
}

/// Fills the act's blank form with `pairs` and records it.
#[track_caller]
fn act(desk: &mut Desk, action: Action, pairs: &[(&str, &str)]) {
    let draft = with(&blank(action, &desk.ctx(), desk.matter()), pairs);
    let shown = form(action, &desk.ctx(), desk.matter(), &draft);
    assert_eq!(shown.fields[0].key, "on");
    for (key, _) in pairs {
        assert!(keys(&shown).contains(key), "{action:?} does not ask {key}: {:?}", keys(&shown));
    }
    for field in shown.fields.iter().filter(|f| f.required) {
        assert!(!draft.get(&field.key).is_empty(), "{action:?} needs {}", field.key);
    }
    let english = FormContext { lang: Lang::En, ..desk.ctx() };
    assert_english(&form(action, &english, desk.matter(), &draft));
    let submission = read(action, &desk.ctx(), desk.matter(), &draft, NEW).unwrap();
    assert_eq!(submission.contact, None);
    desk.run(submission.command).unwrap();
}

#[test]
fn a_petition_runs_through_every_act_of_a_township() {
    let mut desk = petition();
    let desk = &mut desk;
    act(desk, Action::Act, &[("activity", "hear"), ("note", "听了反映人的话")]);
    act(desk, Action::Notify, &[("notice", "accepted"), ("told", "written")]);
    act(
        desk,
        Action::Accept,
        &[("c0-class", "appeal"), ("c0-route", "r6"), ("c1-class", "appeal")],
    );
    assert_eq!(desk.matter().state.claims[0].route, Some(Route::R6));
    act(desk, Action::SetDuty, &[("post", "综治专干"), ("no_interest", "yes")]);
    act(desk, Action::Plan, &[("measure", "量沟、清沟"), ("due", "2026-06-01")]);
    act(
        desk,
        Action::Extend,
        &[("days", "30"), ("reason", "要等测绘"), ("approved_by", "综治专干")],
    );
    act(desk, Action::SetTier, &[("tier", "3"), ("why", "涉及多户"), ("post", "综治专干")]);
    act(
        desk,
        Action::Reply,
        &[
            ("c0-outcome", "supported_pending"),
            ("c0-text", "清沟"),
            ("c0-carry_out_by", "2026-06-10"),
        ],
    );
    assert!(!desk.matter().state.all_replied());
    act(desk, Action::Reply, &[("c1-outcome", "explained"), ("c1-text", "说明了依据")]);
    act(desk, Action::Deliver, &[("what", "reply"), ("remedies_told", "yes")]);
    act(desk, Action::CheckPerformance, &[("kept", "yes")]);
    act(desk, Action::AskReview, &[]);
    act(desk, Action::AnswerReview, &[("text", "维持")]);
    act(desk, Action::Deliver, &[("what", "review")]);
    act(desk, Action::AskRecheck, &[("note", "窗口递交")]);
    act(desk, Action::Hearing, &[("to", "2026-05-11")]);
    act(desk, Action::AnswerRecheck, &[("text", "维持")]);
    act(desk, Action::Deliver, &[("what", "recheck")]);
    act(desk, Action::Resolve, &[("how", "沟已清")]);
    act(
        desk,
        Action::FollowUp,
        &[("carried_out", "yes"), ("recurred", "no"), ("post", "调解主任")],
    );
    act(desk, Action::Reopen, &[("reason", "recurred"), ("note", "又堵了")]);
}

#[test]
fn a_dispute_runs_through_every_act_of_a_village() {
    let mut desk = dispute();
    let desk = &mut desk;
    act(desk, Action::Mediate, &[("mediator", "村调委会主任")]);
    act(
        desk,
        Action::Agree,
        &[
            ("text", "清沟，赔800元"),
            ("terms", "2"),
            ("terms0-what", "清沟"),
            ("terms0-due", "2026-05-20"),
            ("terms0-owes", "party"),
        ],
    );
    assert_eq!(desk.matter().state.promises.len(), 1);
    act(desk, Action::CheckPerformance, &[("kept", "no"), ("note", "还没动工")]);
    act(desk, Action::CheckPerformance, &[("kept", "yes")]);
    act(desk, Action::HandUp, &[("to", "青禾镇"), ("why", "要镇里来量")]);
    act(desk, Action::Classify, &[("kind", "dispute"), ("category", "neigh.water")]);
    assert_eq!(desk.matter().state.category.as_deref(), Some("neigh.water"));
}

#[test]
fn the_rest_of_the_acts() {
    let mut desk = dispute();
    act(&mut desk, Action::HandleAtOnce, &[("what", "当场清了沟")]);

    let mut desk = Desk::new(UnitKind::Township);
    let least = crate::forms::samples::least(&desk.ctx());
    let draft =
        with(&least, &[("channel", "assigned"), ("danger", "yes"), ("against", "government")]);
    let submission =
        crate::forms::register::read(&desk.ctx(), &draft, crate::forms::samples::ID).unwrap();
    desk.run(submission.command).unwrap();
    act(&mut desk, Action::Report, &[("to", "镇值班领导")]);
    act(&mut desk, Action::Object, &[("to", "县信访局"), ("why", "属水利部门")]);
    let otherwise = [("c0-route", "r4"), ("why", "对决定不服"), ("post", "综治专干")];
    act(&mut desk, Action::Classify, &otherwise);
    let claims = &desk.matter().state.claims;
    assert_eq!(claims[0].route, Some(Route::R4));
    assert_eq!(claims[0].classified.as_ref().unwrap().1.why, "对决定不服");
    // What was proposed for the other claim was confirmed with it, and needs no reason.
    assert_eq!((claims[1].class, claims[1].route), (Some(Class::Appeal), Some(Route::R6)));
    assert_eq!(claims[1].classified.as_ref().unwrap().1.why, "");
}

#[test]
fn every_act_has_a_form_in_both_languages() {
    for desk in [petition(), dispute()] {
        for action in Action::ALL {
            let ctx = desk.ctx();
            let draft = blank(action, &ctx, desk.matter());
            assert_eq!(draft.get("on"), "2026-05-11");
            let zh = form(action, &ctx, desk.matter(), &draft);
            assert_eq!(zh.title, words::action(action, Lang::Zh));
            let english = FormContext { lang: Lang::En, ..ctx };
            assert_english(&form(action, &english, desk.matter(), &draft));
        }
    }
}

#[track_caller]
fn wrong(desk: &Desk, action: Action, pairs: &[(&str, &str)], field: &str, says: &str) {
    let draft = with(&blank(action, &desk.ctx(), desk.matter()), pairs);
    let (at, text) = problem(read(action, &desk.ctx(), desk.matter(), &draft, NEW));
    assert_eq!(at, field);
    assert!(text.contains(says), "{text}");
}

#[test]
fn each_problem_stands_at_its_field() {
    let mut desk = petition();
    let act_on = |on| [("activity", "other"), ("note", "看了"), ("on", on)];
    wrong(&desk, Action::Act, &act_on("2026-05-10"), "on", "不能早于收到的那天（2026-05-11）");
    wrong(&desk, Action::Act, &act_on("2026-05-12"), "on", "还没到");
    wrong(&desk, Action::Act, &act_on("5月11日"), "on", "没有“5月11日”这一天");
    wrong(&desk, Action::Act, &[("note", "看了")], "activity", "请选一项");
    wrong(&desk, Action::Act, &[("activity", "other"), ("note", " ")], "note", "还没填");
    wrong(&desk, Action::Plan, &[("measure", "清沟"), ("due", "2026-05-01")], "due", "不能早于");
    wrong(&desk, Action::Plan, &[("measure", "清沟"), ("due", "2126-05-01")], "due", "太晚");
    wrong(&desk, Action::Plan, &[("measure", "清沟"), ("due!", "yes")], "due", "不存在");
    wrong(
        &desk,
        Action::Extend,
        &[("days", "31"), ("reason", "测绘"), ("approved_by", "综治专干")],
        "days",
        "1到30之间",
    );
    wrong(&desk, Action::Accept, &[("c0-route", ""), ("c1-route", "")], "c0-route", "办理途径");
    wrong(&desk, Action::Reply, &[], "c0-outcome", "至少对一条诉求");
    wrong(&desk, Action::Reply, &[("c1-outcome", "explained")], "c1-text", "还没填");
    wrong(
        &desk,
        Action::Reply,
        &[("c0-outcome", "supported_pending"), ("c0-text", "清沟")],
        "c0-carry_out_by",
        "还没填",
    );
    wrong(&desk, Action::CheckPerformance, &[("kept", "yes")], "promise", "还没选");
    wrong(
        &desk,
        Action::Agree,
        &[("text", "清沟"), ("terms0-what", "清沟"), ("terms0-owes", "party")],
        "terms0-due",
        "还没填",
    );
    act(&mut desk, Action::SetDuty, &[("post", "综治专干"), ("no_interest", "yes")]);
    let own = [("carried_out", "yes"), ("recurred", "no"), ("post", "综治专干")];
    wrong(&desk, Action::FollowUp, &own, "post", "换一个岗位");
}

#[test]
fn forms_fit_the_unit_and_the_matter() {
    let desk = petition();
    let choices = |desk: &Desk, action, key: &str| -> Vec<String> {
        let draft = blank(action, &desk.ctx(), desk.matter());
        let form = form(action, &desk.ctx(), desk.matter(), &draft);
        let field = form.fields.into_iter().find(|f| f.key == key).unwrap();
        match field.control {
            Control::Choice(options) | Control::Select(options) => {
                options.into_iter().map(|(code, _)| code).collect()
            }
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(choices(&desk, Action::SetTier, "tier"), ["2", "3"]);
    let office = Desk::registered(UnitKind::PetitionOffice, CounterParty::Government);
    assert_eq!(
        choices(&office, Action::Notify, "notice"),
        ["forwarded", "received", "unreachable"]
    );
    let intro = |action| {
        let mut draft = blank(action, &desk.ctx(), desk.matter());
        draft.set("what", "reply");
        form(action, &desk.ctx(), desk.matter(), &draft).intro
    };
    assert!(intro(Action::SetTier).contains("不得作为理由：姓名"));
    assert!(intro(Action::Deliver).contains("请求清河县人民政府复查"));
    assert!(intro(Action::FollowUp).contains("不问心情"));
}

#[test]
fn a_village_never_handles_what_is_against_itself() {
    let desk = Desk::registered(UnitKind::Village, CounterParty::Collective);
    let draft = blank(Action::SetDuty, &desk.ctx(), desk.matter());
    assert_eq!(draft.get("body"), "");
    let form = form(Action::HandUp, &desk.ctx(), desk.matter(), &Draft::default());
    assert!(form.intro.contains("当天上报"));
}

/// A petition against government with one claim, accepted.
fn one_claim() -> Desk {
    let mut desk = Desk::new(UnitKind::Township);
    let least = crate::forms::samples::least(&desk.ctx());
    let draft = with(&least, &[("claims", "清沟复原"), ("against", "government")]);
    let submission =
        crate::forms::register::read(&desk.ctx(), &draft, crate::forms::samples::ID).unwrap();
    desk.run(submission.command).unwrap();
    act(&mut desk, Action::Accept, &[("c0-route", "r6")]);
    desk
}

#[test]
fn one_claim_is_answered_without_the_word() {
    let desk = one_claim();
    let asked = form(Action::Reply, &desk.ctx(), desk.matter(), &Draft::default());
    let outcome = asked.fields.iter().find(|f| f.key == "c0-outcome").unwrap();
    assert_eq!(outcome.label, "处理意见");
    assert_eq!(outcome.hint, "清沟复原。建议：还要查。事实还没查清。");
    assert!(outcome.required);
    assert_eq!(desk.matter().state.accepted_on, Some(day("2026-05-11")));
}

#[test]
fn a_duty_that_cannot_be_done_is_chosen_in_words_and_says_why() {
    let mut desk = dispute();
    let shown =
        |desk: &Desk, draft: &Draft| form(Action::SayCannot, &desk.ctx(), desk.matter(), draft);
    let draft = blank(Action::SayCannot, &desk.ctx(), desk.matter());
    let form = shown(&desk, &draft);
    let Control::Select(choices) = &form.fields[1].control else { panic!("{form:?}") };
    assert_eq!(choices[0], (String::new(), "请选一件".to_owned()));
    let contact = choices.iter().find(|(code, _)| code == "CN-contact/").unwrap();
    assert!(contact.1.starts_with("首次联系反映人 · 承诺 · "), "{}", contact.1);
    // Several are owed: the person says which, and why.
    let wrong = read(Action::SayCannot, &desk.ctx(), desk.matter(), &draft, NEW).unwrap_err();
    let fields: Vec<&str> = wrong.iter().map(|p| p.field.as_str()).collect();
    assert_eq!(fields, ["owed", "cause", "why", "post"]);
    let other = with(&draft, &[("owed", "XF-34a/"), ("cause", "other"), ("why", "无")]);
    let wrong = read(Action::SayCannot, &desk.ctx(), desk.matter(), &other, NEW).unwrap_err();
    assert!(wrong[0].field == "owed" && wrong[0].text.contains("哪一件办不了"), "{wrong:?}");
    act(
        &mut desk,
        Action::SayCannot,
        &[
            ("owed", "CN-contact/"),
            ("cause", "absent"),
            ("why", "在外地务工"),
            ("again_by", "2026-05-18"),
            ("post", "综治专干"),
        ],
    );
    let (_, said) = &desk.matter().state.hindered[0];
    assert_eq!((said.said.rule.as_str(), said.said.key.as_str()), ("CN-contact", ""));
    assert_eq!(said.said.again_by, Some(day("2026-05-18")));
}

#[test]
fn a_second_look_begins_with_what_the_matter_s_own_records_say() {
    let mut desk = dispute();
    let acted = |activity, note: &str| Event::Acted(Acted { activity, note: note.into() });
    let before = vec![
        acted(ActivityKind::Investigate, "量了沟，宽四十"),
        acted(ActivityKind::Contact, "打了电话"),
        acted(ActivityKind::LeaderHeard, "让两家自己清"),
    ];
    desk.record("2026-05-11", before);
    let draft = blank(Action::Reexamine, &desk.ctx(), desk.matter());
    assert_eq!(draft.get("findings.old"), "量了沟，宽四十");
    assert_eq!(draft.get("stance.old"), "让两家自己清");
    assert_eq!(draft.get("opinion.old"), "");
    let rows = [
        ("findings.new", "院墙占了半条沟"),
        ("opinion.old", "没有"),
        ("opinion.new", "墙后退"),
        ("stance.new", "土豆该赔"),
        ("post", "综治专干"),
    ];
    let open = with(&draft, &rows[1..]);
    let read = read(Action::Reexamine, &desk.ctx(), desk.matter(), &open, NEW);
    assert_eq!(problem(read).0, "findings.new");
    act(&mut desk, Action::Reexamine, &rows);
    let (_, looked) = &desk.matter().state.reexamined[0];
    assert_eq!(looked.findings.old, "量了沟，宽四十");
    assert_eq!(looked.stance.new, "土豆该赔");
}

#[test]
fn the_other_matter_is_chosen_out_of_what_words_find() {
    let mut desk = dispute();
    let mut other = with(&crate::forms::samples::least(&desk.ctx()), &[("title", "鹰嘴石塌了")]);
    other.set("claims", "加固");
    let submission = crate::forms::register::read(&desk.ctx(), &other, NEW).unwrap();
    desk.run(submission.command).unwrap();
    let draft = with(&blank(Action::Link, &desk.ctx(), desk.matter()), &[("other", "鹰嘴")]);
    let shown = form(Action::Link, &desk.ctx(), desk.matter(), &draft);
    let pick = shown.fields.iter().find(|f| f.key == "pick").unwrap();
    let Control::Choice(choices) = &pick.control else { panic!("{pick:?}") };
    assert_eq!(choices.len(), 1);
    assert!(choices[0].1.starts_with("LS-2026-0002 鹰嘴石塌了（"), "{}", choices[0].1);
    // Words alone choose nothing.
    let said = with(&draft, &[("how", "same")]);
    let read_it = |draft: &Draft| read(Action::Link, &desk.ctx(), desk.matter(), draft, NEW);
    assert_eq!(problem(read_it(&said)).0, "other");
    let picked = with(&said, &[("pick", "LS-2026-0002")]);
    let command = read_it(&picked).unwrap().command;
    assert!(matches!(command, Command::Link { other, .. } if other == NEW));
    // A whole number needs no choosing.
    let number = with(&said, &[("other", "ls-2026-0002")]);
    let shown = form(Action::Link, &desk.ctx(), desk.matter(), &number);
    assert!(!keys(&shown).contains(&"pick"));
    assert!(read_it(&number).is_ok());
}

/// The body of the only claim that the form holds once `choose` was chosen on it, with
/// what the form puts there by itself.
fn bodies(desk: &Desk, choose: &[(&str, &str)]) -> Vec<String> {
    let mut draft = blank(Action::Classify, &desk.ctx(), desk.matter());
    let mut seen = vec![draft.get("c0-body").to_owned()];
    for (key, value) in choose {
        draft.set(*key, *value);
        let form = form(Action::Classify, &desk.ctx(), desk.matter(), &draft);
        draft.0.extend(form.fills);
        seen.push(draft.get("c0-body").to_owned());
    }
    seen
}

fn member() -> Desk {
    let mut desk = Desk::new(UnitKind::Township);
    let least = crate::forms::samples::least(&desk.ctx());
    let pairs = [("against", "collective"), ("category", "vill.member"), ("claims", "要分配")];
    let draft = with(&least, &pairs);
    let submission =
        crate::forms::register::read(&desk.ctx(), &draft, crate::forms::samples::ID).unwrap();
    desk.run(submission.command).unwrap();
    desk
}

#[test]
fn a_body_that_nobody_typed_goes_with_its_route() {
    let desk = member();
    let land = "农村土地承包仲裁委员会";
    let staff = "作出处分、处理决定的党组织或者人事部门";
    assert_eq!(bodies(&desk, &[("c0-route", "r5")]), [land, ""]);
    let there_and_back = [("c0-route", "r3"), ("c0-route", "r2"), ("c0-route", "r6")];
    assert_eq!(bodies(&desk, &there_and_back), [land, staff, land, ""]);
    // What was typed stays, and is asked about where the route is not the proposed one.
    let typed = [("c0-body", "青禾镇政府"), ("c0-route", "r5")];
    assert_eq!(bodies(&desk, &typed), [land, "青禾镇政府", "青禾镇政府"]);
    let after = [("c0-route", "r5"), ("c0-body", land)];
    assert_eq!(bodies(&desk, &after), [land, "", land]);
    let hint = |pairs: &[(&str, &str)]| {
        let draft = with(&blank(Action::Classify, &desk.ctx(), desk.matter()), pairs);
        let form = form(Action::Classify, &desk.ctx(), desk.matter(), &draft);
        form.fields.into_iter().find(|f| f.key == "c0-body").unwrap().hint
    };
    assert!(hint(&typed).contains("核对"), "{}", hint(&typed));
    assert!(!hint(&[]).contains("核对"));
    // A draft that was left and is sent without the page having followed it.
    let mut desk = member();
    let chosen = [("c0-route", "r5"), ("why", "先请镇里责令改正"), ("post", "综治专干")];
    act(&mut desk, Action::Classify, &chosen);
    assert_eq!(desk.matter().state.claims[0].body, "");
    // What was filled in once is not what somebody typed.
    act(&mut desk, Action::Classify, &[("c0-route", "r2")]);
    assert_eq!(desk.matter().state.claims[0].body, land);
    let other = [("c0-route", "r5"), ("why", "先请镇里责令改正"), ("post", "综治专干")];
    act(&mut desk, Action::Classify, &other);
    assert_eq!(desk.matter().state.claims[0].body, "");
    // Another route than the proposed one begins without the proposed one's body.
    assert_eq!(bodies(&desk, &[])[0], "");
}
