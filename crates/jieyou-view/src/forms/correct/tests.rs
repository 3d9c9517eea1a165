//! A fact laid into a form and read back is the same fact.

use super::*;
use crate::Lang;
use crate::forms::samples::{Desk, ID, assert_english, day, least, problem, with};
use jieyou_domain::facts::*;

/// Every kind of fact, with every field filled, reads back from its own form as it was.
#[test]
fn a_fact_reads_back_as_it_was() {
    let on = day("2026-05-11");
    let terms = vec![
        Performance { what: "清沟".into(), due: on, owes: Owes::Party },
        Performance { what: "付800元".into(), due: on, owes: Owes::Office },
    ];
    let checked = PerformanceChecked { promise: "ab.0".into(), note: "收条".into() };
    let answered = Answered { text: "维持".into(), doc: "1号".into() };
    let asked = Asked { note: "窗口".into() };
    let mut all = vec![
        Event::HandledAtOnce(HandledAtOnce { what: "清了".into(), told: Told::Phone }),
        Event::Reported(Reported { to: "派出所".into() }),
        Event::Classified(Classified {
            claim: 1,
            kind: Kind::Petition,
            class: Some(Class::Appeal),
            route: Some(Route::R4),
            body: "县政府".into(),
            category: Some("neigh.water".into()),
            against: None,
            why: String::new(),
            post: String::new(),
        }),
        Event::Notified(Notified {
            notice: NoticeKind::Declined,
            told: Told::Post,
            proof: "单号".into(),
            why: "正在法院审理".into(),
            basis: "条例31".into(),
            body: "县法院".into(),
        }),
        Event::Objected(Objected { to: "县信访局".into(), why: "属水利".into() }),
        Event::Accepted(Accepted { doc: "2号".into() }),
        Event::DutySet(DutySet {
            body: "镇政府".into(),
            post: "综治专干".into(),
            leader: "副镇长".into(),
            competent: "水利站".into(),
            no_interest: true,
        }),
        Event::Planned(Planned { measure: "清沟".into(), due: on }),
        Event::Acted(Acted { activity: ActivityKind::SiteVisit, note: "量了".into() }),
        Event::Extended(Extended {
            days: 30, reason: "测绘".into(), approved_by: "副镇长".into()
        }),
        Event::Replied(Replied {
            claim: 1,
            outcome: Outcome::SupportedPending,
            text: "清沟".into(),
            doc: "3号".into(),
            carry_out_by: Some(on),
        }),
        Event::Delivered(Delivered {
            what: Delivery::Reply,
            told: Told::Written,
            proof: "回证".into(),
            remedies_told: true,
        }),
        Event::ReviewAsked(asked.clone()),
        Event::ReviewAnswered(answered.clone()),
        Event::RecheckAsked(asked),
        Event::HearingHeld(HearingHeld { to: on }),
        Event::RecheckAnswered(answered),
        Event::Mediated(Mediated {
            mediator: "调委会".into(),
            result: MediationResult::Failed,
            note: "谈不拢".into(),
            remedies_told: true,
            asked_on: Some(day("2026-05-09")),
        }),
        Event::Agreed(Agreed {
            form: AgreementForm::Written,
            text: "清沟".into(),
            terms,
            replaces: true,
        }),
        Event::ProcedureSet(ProcedureSet {
            simple: true,
            ground: Some(SimpleGround::Daily),
            why: String::new(),
        }),
        Event::ProcedureSet(ProcedureSet { simple: false, ground: None, why: "要鉴定".into() }),
        Event::Performed(checked.clone()),
        Event::NotPerformed(checked),
        Event::HandedUp(HandedUp {
            to: "青禾镇".into(),
            why: "要量沟".into(),
            place: String::new(),
        }),
        Event::Resolved(Resolved { how: "清了".into(), evidence: "照片2张".into() }),
        Event::FollowedUp(FollowedUp {
            carried_out: Tri::Yes,
            recurred: Tri::Unknown,
            wish: "没有".into(),
            post: "调解主任".into(),
        }),
        Event::Reopened(Reopened { reason: ReopenReason::NewFacts, note: "有新图".into() }),
        Event::TierSet(TierSet {
            tier: Tier::Three,
            why: "多户".into(),
            post: "副镇长".into(),
            confirms: false,
            despite: Vec::new(),
        }),
    ];
    let second = |old: &str, new: &str| Second { old: old.into(), new: new.into() };
    all.push(Event::Reexamined(Reexamined {
        findings: second("沟自己淤的", "院墙占了沟"),
        opinion: second("各清各的", "墙后退"),
        stance: second("不再管", "该赔"),
        post: "综治专干".into(),
    }));
    all.extend(later_life(on));
    let desk = Desk::new(UnitKind::Township);
    let ctx = desk.ctx();
    for event in &all {
        let mut draft = Draft::default();
        fact::fill(event, Section::WHOLE, &mut draft);
        let mut reader = Reader::new(&ctx, &draft);
        let kind = event.kind();
        let read = fact::read(&mut reader, kind, Section::WHOLE, Some(on), event.data());
        assert_eq!(reader.finish(read).unwrap(), *event);
    }
    // All that is about a matter, but the registration (below) and what is about entries.
    // What is handed over and 少记 is never corrected by a form; a right has one of its own, and so
    // have facts found out and a verdict.
    let kinds: std::collections::BTreeSet<_> = all.iter().map(Event::kind).collect();
    assert_eq!(kinds.len(), EventType::ALL.len() - 6 - 3 - 1 - 3 - 1 - 2);
}

/// One of each event of the later life and of the way between units.
fn later_life(on: jieyou_domain::Date) -> Vec<Event> {
    let other = jieyou_domain::Id::from_bytes([4; 10]);
    let (number, post) = (String::from("LS-2026-0009"), String::from("副镇长"));
    let text = || String::from("说明");
    vec![
        Event::Split(Split { claims: vec![1], into: other, number: number.clone(), why: text() }),
        Event::Joined(Joined { into: other, number: number.clone(), why: text() }),
        Event::Linked(Linked { other, number: number.clone(), how: LinkKind::Cause, note: text() }),
        Event::Forwarded(Forwarded {
            how: Forwarding::Assign,
            to: text(),
            doc: text(),
            feedback_by: Some(on),
        }),
        Event::AnswerCame(AnswerCame { from: text(), text: text() }),
        Event::Referred(Referred {
            claim: 1,
            way: LegalWay::Court,
            body: text(),
            told: Told::Written,
            proof: text(),
            route: None,
            why: text(),
            post: text(),
        }),
        Event::RouteEnded(RouteEnded { claim: 1, result: RouteResult::Settled, text: text() }),
        Event::Withdrawn(Withdrawn {
            claim: Some(1),
            words: text(),
            present: text(),
            told_may_return: true,
        }),
        Event::LawfullyClosed(LawfullyClosed {
            ground: CloseGround::WindowsClosed,
            text: text(),
            told: Told::Written,
            visits: true,
        }),
        Event::SupportReferred(SupportReferred {
            to: text(),
            need: Need::LegalAid,
            consent: true,
            note: text(),
        }),
        Event::DelistAsked(DelistAsked { post: post.clone(), evidence: text() }),
        Event::DelistRefused(DelistRefused { post: post.clone(), why: text() }),
        Event::Delisted(Delisted { post, note: text() }),
        Event::Appointed(Appointed {
            what: MeetingKind::SiteVisit,
            day: on,
            time: "9:30".into(),
            place: text(),
            who: text(),
        }),
        Event::Hindered(Hindered {
            rule: "CN-plan".into(),
            key: String::new(),
            cause: Hindrance::Money,
            why: text(),
            again_by: Some(on),
            post: "副镇长".into(),
        }),
        Event::OutsideNoted(OutsideNoted {
            system: OutsideSystem::Petition,
            mark: OutsideMark::Entered,
            number: number.clone(),
        }),
        Event::SignedFor(SignedFor { number, place: Some("p1".into()) }),
        Event::Returned(Returned { why: text() }),
        Event::Urged(Urged { to: text(), text: text() }),
        Event::FedBack(FedBack { kind: FeedbackKind::Result, text: text() }),
        Event::PassedOn(PassedOn { text: text(), told: Told::Phone }),
    ]
}

fn full() -> Registered {
    let claim = |text: &str, against| Claim { text: text.into(), against };
    Registered {
        number: "LS-2026-0007".into(),
        registered_on: day("2026-05-11"),
        danger: Danger::Unknown,
        channel: Channel::Assigned,
        outside: Some(OutsideNumber { number: "X1".into(), on: Some(day("2026-05-01")) }),
        order: Some(Order { doc: "交1".into(), feedback_by: Some(day("2026-06-01")) }),
        place: Some("230100000001".into()),
        spot: "水塘边".into(),
        title: "排水沟".into(),
        story: "去年\n今年".into(),
        claims: vec![
            claim("清沟", CounterParty::Government),
            claim("赔土豆", CounterParty::Neighbour),
        ],
        households: Some(2),
        people: Some(5),
        reply_by: ReplyBy::NoContact,
        kind: Some(Kind::Petition),
        class: Some(Class::Accusation),
        category: Some("fam.harm".into()),
        must_by: Some(MustBy { on: day("2026-05-20"), what: "误插秧".into() }),
        answers: [("gov_want", "apply"), ("of_another_pack", "yes")]
            .map(|(id, answer)| (id.to_owned(), answer.to_owned()))
            .into_iter()
            .collect(),
        split_from: None,
    }
}

#[test]
fn a_registration_reads_back_as_it_was() {
    let desk = Desk::new(UnitKind::Township);
    let ctx = desk.ctx();
    let bare = Registered {
        outside: None,
        order: None,
        place: None,
        households: None,
        people: None,
        kind: None,
        class: None,
        category: None,
        must_by: None,
        channel: Channel::Visit,
        ..full()
    };
    for facts in [full(), bare] {
        let mut draft = Draft::default();
        register::fill(&facts, &mut draft);
        let mut reader = Reader::new(&ctx, &draft);
        let read = register::read_facts(&mut reader, Some(&facts));
        assert_eq!(reader.finish(read).unwrap(), facts);
    }
}

#[test]
fn answers_that_no_longer_come_up_go() {
    let desk = Desk::new(UnitKind::Township);
    let ctx = desk.ctx();
    let mut draft = Draft::default();
    register::fill(&full(), &mut draft);
    draft.set("against", "employer");
    let mut reader = Reader::new(&ctx, &draft);
    let read = register::read_facts(&mut reader, Some(&full()));
    let facts = reader.finish(read).unwrap();
    assert_eq!(facts.answers.keys().collect::<Vec<_>>(), ["of_another_pack"]);
    assert!(facts.claims.iter().all(|c| c.against == CounterParty::Employer));
}

/// A village's matter with one activity, the entry of each.
fn worked() -> (Desk, EntryId, EntryId) {
    let mut desk = Desk::new(UnitKind::Village);
    let submission = register::read(&desk.ctx(), &least(&desk.ctx()), ID).unwrap();
    let registration = desk.run(submission.command).unwrap()[0];
    let note = Acted { activity: ActivityKind::Contact, note: "打了电话".into() };
    let entry = desk.record("2026-05-11", vec![Event::Acted(note)])[0];
    (desk, registration, entry)
}

#[test]
fn a_correction_is_recorded_and_can_be_corrected_again() {
    let (mut desk, registration, entry) = worked();
    let mut last = entry;
    for note in ["去了一趟", "去了两趟"] {
        let draft = with(&blank(&desk.ctx(), desk.matter(), last), &[("note", note)]);
        let submission = read(&desk.ctx(), desk.matter(), last, &draft).unwrap();
        last = desk.run(submission.command).unwrap()[0];
        assert_eq!(blank(&desk.ctx(), desk.matter(), entry).get("note"), note);
    }
    let draft = blank(&desk.ctx(), desk.matter(), registration);
    let draft = with(&draft, &[("on", "2026-05-08"), ("title", "排水沟"), ("claims", "清沟")]);
    let submission = read(&desk.ctx(), desk.matter(), registration, &draft).unwrap();
    desk.run(submission.command).unwrap();
    assert_eq!(desk.matter().received_on(), Some(day("2026-05-08")));
    assert_eq!(desk.matter().number(), "LS-2026-0001");
}

#[test]
fn a_reason_is_needed_from_the_next_day_on() {
    let (mut desk, registration, entry) = worked();
    let changed = with(&blank(&desk.ctx(), desk.matter(), entry), &[("note", "去了一趟")]);
    assert!(read(&desk.ctx(), desk.matter(), entry, &changed).is_ok());
    let same = blank(&desk.ctx(), desk.matter(), entry);
    let (field, text) = problem(read(&desk.ctx(), desk.matter(), entry, &same));
    assert_eq!((field.as_str(), text.contains("和原来一样")), ("on", true));
    desk.today = day("2026-05-12");
    let (field, _) = problem(read(&desk.ctx(), desk.matter(), entry, &changed));
    assert_eq!(field, BECAUSE);
    let empty = Draft::default();
    let (field, _) = problem(read_strike(&desk.ctx(), desk.matter(), entry, &empty));
    assert_eq!(field, BECAUSE);
    let why = with(&empty, &[(BECAUSE, "记到别的事上了")]);
    let submission = read_strike(&desk.ctx(), desk.matter(), entry, &why).unwrap();
    let strike = desk.run(submission.command).unwrap()[0];
    assert!(!is_possible(desk.matter(), entry) && !is_possible(desk.matter(), strike));
    assert!(is_possible(desk.matter(), registration));
    assert!(read(&desk.ctx(), desk.matter(), entry, &changed).is_err());
}

#[test]
fn on_the_day_of_writing_the_form_is_just_the_entry_filled_in() {
    let (mut desk, registration, entry) = worked();
    for entry in [registration, entry] {
        let draft = blank(&desk.ctx(), desk.matter(), entry);
        let form = form(&desk.ctx(), desk.matter(), entry, &draft);
        let because = form.fields.iter().find(|f| f.key == BECAUSE).unwrap();
        assert_eq!((because.shelf, because.required), (Shelf::Folded, false));
    }
    // What another unit wrote is corrected, with a reason.
    let theirs = Entry {
        by: By { unit: "别处".into(), ..By::default() }.into(),
        ..find(desk.matter(), entry).unwrap().clone()
    };
    assert!(!is_fresh(&desk.book, &theirs, desk.today));
    desk.today = day("2026-05-12");
    let draft = blank(&desk.ctx(), desk.matter(), entry);
    let form = form(&desk.ctx(), desk.matter(), entry, &draft);
    let because = form.fields.iter().find(|f| f.key == BECAUSE).unwrap();
    assert_eq!((because.shelf, because.required), (Shelf::Open, true));
    assert!(form.title.starts_with("更正："));
}

#[test]
fn forms_say_what_they_do_in_both_languages() {
    let (desk, registration, entry) = worked();
    for entry in [registration, entry] {
        let draft = blank(&desk.ctx(), desk.matter(), entry);
        let form_zh = form(&desk.ctx(), desk.matter(), entry, &draft);
        assert!(form_zh.title.starts_with("改："));
        let ctx = FormContext { lang: Lang::En, ..desk.ctx() };
        assert_english(&form(&ctx, desk.matter(), entry, &draft));
        assert_english(&strike_form(&ctx, desk.matter(), entry));
    }
    let whole = strike_form(&desk.ctx(), desk.matter(), registration);
    assert!(whole.intro.contains("整个不再列入台账"));
    let keys: Vec<_> = form(&desk.ctx(), desk.matter(), registration, &Draft::default())
        .fields
        .into_iter()
        .map(|f| f.key)
        .collect();
    assert!(!keys.iter().any(|k| k == "done" || k == "name" || k == "phone"));
}

#[test]
fn facts_found_out_and_a_verdict_are_corrected_by_their_own_questions() {
    let mut desk = Desk::registered(UnitKind::Township, CounterParty::Government);
    let answers = [("court".to_owned(), "yes".to_owned())].into_iter().collect();
    let noted = FactsNoted { claim: None, answers, note: "本人说".into() };
    let judged = Judged {
        table: "rung".into(),
        claim: None,
        answer: "3".into(),
        why: "跨部门".into(),
        post: "综治专干".into(),
    };
    let ids = desk.record("2026-05-11", vec![Event::FactsNoted(noted), Event::Judged(judged)]);
    let put_right = |desk: &mut Desk, entry, pairs: &[(&str, &str)]| {
        let before = blank(&desk.ctx(), desk.matter(), entry);
        let draft = with(&before, pairs);
        let english = FormContext { lang: Lang::En, ..desk.ctx() };
        assert_english(&form(&english, desk.matter(), entry, &draft));
        let same = read(&desk.ctx(), desk.matter(), entry, &before);
        assert!(problem(same).1.contains("没有"), "nothing differs");
        let submission = read(&desk.ctx(), desk.matter(), entry, &draft).unwrap();
        desk.run(submission.command).unwrap();
    };
    put_right(&mut desk, ids[0], &[("q-court", "no")]);
    assert_eq!(desk.matter().state.answer("court"), Some("no"));
    put_right(&mut desk, ids[1], &[("answer", "2")]);
    let (_, kept) = desk.matter().state.judgement("rung", None).unwrap();
    assert_eq!((kept.answer.as_str(), kept.why.as_str()), ("2", "跨部门"));
}

#[test]
fn no_correction_makes_a_report_of_wrongdoing_of_a_fact() {
    let mut desk = Desk::registered(UnitKind::Township, CounterParty::Government);
    let answers = [("aim".to_owned(), "own".to_owned())].into_iter().collect();
    let noted = FactsNoted { claim: None, answers, note: "本人说".into() };
    let ids = desk.record("2026-05-11", vec![Event::FactsNoted(noted)]);
    let before = blank(&desk.ctx(), desk.matter(), ids[0]);
    let draft = with(&before, &[("q-aim", "report")]);
    let (field, text) = problem(read(&desk.ctx(), desk.matter(), ids[0], &draft));
    assert_eq!(field, "q-aim");
    assert!(text.contains("到“少记”另记一个编号"), "{text}");
}
