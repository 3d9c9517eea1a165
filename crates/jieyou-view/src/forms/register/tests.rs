//! The register form, from one minute to every question.

use super::*;
use crate::Lang;
use crate::forms::samples::{Desk, ID, day, keys, least, problem, with};

fn village() -> Desk {
    Desk::new(UnitKind::Village)
}

#[test]
fn the_least_is_accepted() {
    let mut desk = village();
    let submission = read(&desk.ctx(), &least(&desk.ctx()), ID).unwrap();
    assert_eq!(submission.contact, None);
    desk.run(submission.command).unwrap();
    let facts = desk.matter().state.registered.clone().unwrap();
    assert_eq!(facts.number, "LS-2026-0001");
    assert_eq!(facts.claims.len(), 2);
    assert_eq!(facts.claims[1].against, CounterParty::Neighbour);
}

#[test]
fn ten_questions_stand_in_sight_and_few_are_needed() {
    let desk = village();
    let ctx = desk.ctx();
    let form = form(&ctx, &blank(&ctx));
    let open: Vec<_> = form.fields.iter().filter(|f| f.shelf == Shelf::Open).collect();
    let open: Vec<&str> = open.iter().map(|f| f.key.as_str()).collect();
    assert_eq!(
        open,
        [
            "danger",
            "on",
            "channel",
            "place",
            "title",
            "story",
            "against",
            "claims",
            "households",
            "people",
            "reply_by",
            "done"
        ]
    );
    // What a fresh form still needs.
    let problems = read(&ctx, &blank(&ctx), ID).unwrap_err();
    let fields: Vec<&str> = problems.iter().map(|p| p.field.as_str()).collect();
    assert_eq!(fields, ["danger", "channel", "title", "against"]);
}

#[test]
fn handled_at_once_takes_six_answers() {
    let mut desk = village();
    let draft = with(
        &blank(&desk.ctx()),
        &[
            ("danger", "no"),
            ("channel", "call"),
            ("title", "村口路灯不亮"),
            ("against", "unknown"),
            ("done", "done"),
            ("what", "换了灯泡"),
        ],
    );
    let submission = read(&desk.ctx(), &draft, ID).unwrap();
    desk.run(submission.command).unwrap();
    let state = &desk.matter().state;
    assert_eq!(state.done_on, Some(desk.today));
    assert_eq!(state.claims[0].claim.text, "村口路灯不亮");
}

#[test]
fn an_agreed_day_becomes_an_oral_agreement() {
    let mut desk = village();
    let draft = with(
        &least(&desk.ctx()),
        &[
            ("on", "2026-05-08"),
            ("done", "agreed"),
            ("done_on", "2026-05-10"),
            ("promise", "付清800元"),
            ("due", "2026-05-30"),
            ("owes", "party"),
        ],
    );
    let submission = read(&desk.ctx(), &draft, ID).unwrap();
    desk.run(submission.command).unwrap();
    let state = &desk.matter().state;
    assert_eq!(state.agreements[0].on, day("2026-05-10"));
    assert_eq!(state.promises[0].due, day("2026-05-30"));
}

#[test]
fn what_is_no_longer_asked_is_no_longer_read() {
    let desk = village();
    let ctx = desk.ctx();
    let done = [("done", "done"), ("what", "清了沟"), ("done_on", "2026-05-09")];
    let back_to_today = with(&least(&ctx), &done);
    assert!(read(&ctx, &back_to_today, ID).is_ok());
    let ours = with(&back_to_today, &[("against", "collective"), ("claims", "")]);
    assert_eq!(problem(read(&ctx, &ours, ID)).0, "claims");
}

#[test]
fn a_contact_is_kept_apart_and_only_when_left() {
    let desk = village();
    let ctx = desk.ctx();
    let left = with(&least(&ctx), &[("name", "赵大爷"), ("phone", "13800000000")]);
    let contact = read(&ctx, &left, ID).unwrap().contact.unwrap();
    assert_eq!(contact.parties[0].role, CITIZEN);
    assert_eq!(contact.parties[0].phone, "13800000000");
    let not_left = with(&left, &[("reply_by", "no_contact")]);
    assert_eq!(read(&ctx, &not_left, ID).unwrap().contact, None);
    assert!(!keys(&form(&ctx, &not_left)).contains(&"phone"));
}

#[test]
fn questions_follow_from_the_answers() {
    let desk = Desk::new(UnitKind::Township);
    let ctx = desk.ctx();
    let at = |pairs: &[(&str, &str)]| {
        let form = form(&ctx, &with(&least(&ctx), pairs));
        form.fields.into_iter().map(|f| f.key).collect::<Vec<_>>()
    };
    let has = |keys: &[String], key: &str| keys.iter().any(|k| k == key);
    let neighbours = at(&[]);
    assert!(has(&neighbours, "q-willing") && !has(&neighbours, "q-gov_want"));
    let assigned = at(&[("channel", "assigned"), ("against", "government")]);
    for key in ["doc", "feedback_by", "outside", "q-supervised", "q-gov_want", "class"] {
        assert!(has(&assigned, key), "{key}");
    }
    assert!(!has(&at(&[("kind", "dispute")]), "class"));
}

#[test]
fn what_was_asked_is_answered_or_open() {
    let desk = village();
    let ctx = desk.ctx();
    let draft = with(
        &least(&ctx),
        &[("q-willing", "yes"), ("q-earlier", ""), ("q-work_left", "2026-01-01")],
    );
    let Command::Register { facts, .. } = read(&ctx, &draft, ID).unwrap().command else {
        panic!("not a registration")
    };
    assert_eq!(facts.answers.into_iter().collect::<Vec<_>>(), [("willing".into(), "yes".into())]);
}

#[test]
fn a_village_hands_up_what_is_against_itself_and_opens_no_accusation() {
    let desk = village();
    let ctx = desk.ctx();
    let ours = with(&least(&ctx), &[("against", "collective"), ("done", "done")]);
    let asked = form(&ctx, &ours);
    assert!(!keys(&asked).contains(&"done") && !keys(&asked).contains(&"class"));
    let against = asked.fields.iter().find(|f| f.key == "against").unwrap();
    assert!(against.hint.contains("上报"));
    for word in ["12388", "110", "民政", "妇联", "涉密"] {
        assert!(asked.intro.contains(word), "{word}");
    }
    let draft = with(&least(&ctx), &[("class", "accusation")]);
    assert_eq!(problem(read(&ctx, &draft, ID)).0, "class");
}

#[track_caller]
fn wrong(pairs: &[(&str, &str)], field: &str, says: &str) {
    let desk = village();
    let ctx = desk.ctx();
    let (at, text) = problem(read(&ctx, &with(&least(&ctx), pairs), ID));
    assert_eq!(at, field);
    assert!(text.contains(says), "{text}");
}

#[test]
fn each_problem_stands_at_its_field() {
    wrong(&[("danger", "")], "danger", "请选一项");
    wrong(&[("danger", "maybe")], "danger", "请重选");
    wrong(&[("on", "")], "on", "还没填");
    wrong(&[("on", "2026-02-30")], "on", "没有“2026-02-30”这一天");
    wrong(&[("on", "2026-05-12")], "on", "还没到");
    wrong(&[("on", "1926-05-12")], "on", "年份太早");
    wrong(&[("on", ""), ("on!", "yes")], "on", "不存在或没写完整");
    wrong(&[("q-must", "yes"), ("q-must_on!", "yes")], "q-must_on", "不存在");
    wrong(&[("title", " ")], "title", "还没填");
    wrong(&[("title", &"沟".repeat(25))], "title", "25字，最多24字");
    wrong(&[("story", &"沟".repeat(501))], "story", "最多500字");
    wrong(&[("claims", "\n")], "claims", "至少写一条");
    wrong(&[("claims", &format!("清沟\n{}", "沟".repeat(201)))], "claims", "第2条诉求有201字");
    wrong(&[("households", "很多")], "households", "整数");
    wrong(&[("people", "0")], "people", "不清楚就空着");
    wrong(&[("outside_on", "2026-05-01")], "outside", "编号");
    wrong(&[("done", "done")], "what", "还没填");
    wrong(&[("done", "")], "done", "请选一项");
    let agreed = [("done", "agreed"), ("promise", "清沟"), ("owes", "party")];
    wrong(&agreed, "due", "还没填");
    wrong(&[agreed.as_slice(), &[("due", "2026-05-10")]].concat(), "due", "不能早于");
    wrong(&[("q-willing", "perhaps")], "q-willing", "请重选");
}

#[test]
fn english_is_complete() {
    let desk = Desk::new(UnitKind::Township);
    let ctx = FormContext { lang: Lang::En, ..desk.ctx() };
    for done in ["done", "agreed", "no"] {
        let draft =
            with(&least(&ctx), &[("done", done), ("channel", "assigned"), ("q-must", "yes")]);
        crate::forms::samples::assert_english(&form(&ctx, &draft));
    }
}

#[test]
fn what_reads_like_a_matter_by_number_only_is_looked_at_first() {
    let desk = village();
    let ctx = desk.ctx();
    let plain = least(&ctx);
    assert!(!keys(&form(&ctx, &plain)).contains(&"not_sealed"));
    for story in ["丈夫家暴打老婆", "反映村里有人贪污"] {
        let told = with(&plain, &[("story", story)]);
        assert!(keys(&form(&ctx, &told)).contains(&"not_sealed"), "{story}");
        assert_eq!(problem(read(&ctx, &told, ID)).0, "not_sealed");
        let looked = with(&told, &[("not_sealed", "yes")]);
        assert!(read(&ctx, &looked, ID).is_ok());
    }
}

#[test]
fn what_is_typed_is_argued_with_and_asks_what_would_settle_it() {
    let desk = village();
    let ctx = desk.ctx();
    let mut draft = blank(&ctx);
    assert!(form(&ctx, &draft).argued.is_empty(), "nothing is said before anything is known");
    draft.set("channel", "visit");
    draft.set("against", "neighbour");
    let argued = form(&ctx, &draft).argued;
    assert_eq!(argued[0].answer, "矛盾纠纷");
    let list = argued.last().unwrap();
    assert_eq!(list.answer, "二级·特殊管理");
    assert!(list.asks.iter().any(|(key, _)| key == "danger"), "{list:?}");
    draft.set("danger", "yes");
    let argued = form(&ctx, &draft).argued;
    assert!(argued.last().unwrap().why.starts_with("A1 "), "{argued:?}");
}

#[test]
fn a_report_of_wrongdoing_is_led_elsewhere_and_kept_nowhere() {
    for (kind, by_number) in [(UnitKind::Township, true), (UnitKind::Village, false)] {
        let desk = Desk::new(kind);
        let ctx = desk.ctx();
        let draft = with(&least(&ctx), &[("q-aim", "report")]);
        let said = report(&ctx, &draft).unwrap();
        assert_eq!(said.by_number, by_number);
        assert!(said.text.contains("不保存"), "{}", said.text);
        assert!(said.mixed.contains("举报的部分不记在这里"), "{}", said.mixed);
        if kind == UnitKind::Village {
            assert!(said.text.contains("12388"), "{}", said.text);
        }
        let (field, text) = problem(read(&ctx, &draft, ID));
        assert_eq!(field, "q-aim");
        assert!(text.contains("少记"), "{text}");
        let form = form(&ctx, &draft);
        let mut asked = Vec::new();
        let kept = crate::forms::keep(&draft, &blank(&ctx), &form, &mut asked, desk.today);
        assert_eq!(kept, None);
        // Another claim of the same letter is registered as usual.
        let mut mixed = draft.clone();
        go_on(&mut mixed);
        assert_eq!(report(&ctx, &mixed), None);
        assert!(read(&ctx, &mixed, ID).is_ok());
    }
}

#[test]
fn a_proposed_subject_says_which_words_led_to_it_or_that_none_did() {
    let desk = village();
    let ctx = desk.ctx();
    let story = "签息诉承诺，已劝返，前科";
    let typed = [("against", "government"), ("claims", "发钱"), ("story", story), ("title", "")];
    let form = form(&ctx, &with(&blank(&ctx), &typed));
    let proposed = &form.fields.iter().find(|f| f.key == "category").unwrap().proposed;
    assert!(proposed.iter().any(|one| one.why.contains("按写法相近的事项推测")), "{proposed:?}");
    for one in proposed {
        let named = one.why.contains("（因为写了“");
        assert!(named || one.why.contains("按写法相近的事项推测"), "{}", one.why);
    }
}

#[test]
fn what_the_preview_asks_is_on_the_form_as_it_stands() {
    for unit in [UnitKind::Village, UnitKind::Township, UnitKind::Department] {
        let desk = Desk::new(unit);
        let ctx = desk.ctx();
        for against in CounterParty::ALL {
            for channel in Channel::ALL {
                for category in ["", "work.pay", "welf.low", "vill.member"] {
                    let mut draft = blank(&ctx);
                    draft.set("against", against.code());
                    draft.set("channel", channel.code());
                    draft.set("category", category);
                    let form = form(&ctx, &draft);
                    let asks = form.argued.iter().flat_map(|a| &a.asks);
                    let gone: Vec<_> = asks
                        .filter(|(key, _)| !form.fields.iter().any(|f| f.key == *key))
                        .collect();
                    assert!(gone.is_empty(), "{unit:?} {against:?} {channel:?}: {gone:?}");
                }
            }
        }
    }
}

#[test]
fn a_report_is_left_on_no_page_whichever_way_one_leaves() {
    let desk = Desk::new(UnitKind::Township);
    let draft = with(&least(&desk.ctx()), &[("story", "村里的账")]);
    assert_eq!(crate::forms::left(draft.clone()), draft);
    let report = with(&draft, &[("q-aim", "report")]);
    assert_eq!(crate::forms::left(report), Draft::default());
}

#[test]
fn a_proposed_subject_names_words_or_says_that_it_is_a_guess() {
    let desk = village();
    let ctx = desk.ctx();
    let why = |title: &str| {
        let form = form(&ctx, &with(&blank(&ctx), &[("title", title)]));
        let field = form.fields.into_iter().find(|f| f.key == "category").unwrap();
        field.proposed.into_iter().map(|p| p.why).collect::<Vec<_>>()
    };
    assert_eq!(why("老旧小区改造没人管")[0], "（因为写了“老旧小区”“小区改造”）");
    assert_eq!(why("孩子的事")[0], "（按写法相近的事项推测）");
}

#[test]
fn that_nothing_must_be_done_before_a_day_is_an_answer() {
    let desk = village();
    let ctx = desk.ctx();
    let asks = |answers: &[(&str, &str)]| {
        let told = [("q-livelihood", "no"), ("households", "1"), ("people", "1")];
        let draft = with(&least(&ctx), &[&told[..], answers].concat());
        let form = form(&ctx, &draft);
        let keys: Vec<String> = form.fields.iter().map(|f| f.key.clone()).collect();
        let asked = form.argued.last().into_iter().flat_map(|a| &a.asks);
        let asks: Vec<String> = asked.map(|(key, _)| key.clone()).collect();
        (keys.contains(&"q-must_on".to_owned()), asks)
    };
    let (day, open) = asks(&[]);
    assert!(!day && open.contains(&"q-must".to_owned()), "{open:?}");
    let (day, open) = asks(&[("q-must", "yes")]);
    assert!(day && open.contains(&"q-must_on".to_owned()), "{open:?}");
    let (day, open) = asks(&[("q-must", "no")]);
    assert!(!day && !open.iter().any(|key| key.starts_with("q-must")), "{open:?}");
    let draft = with(&least(&ctx), &[("q-must", "no")]);
    let submission = read(&ctx, &draft, ID).unwrap();
    assert!(format!("{:?}", submission.command).contains("\"must\": \"no\""));
}
