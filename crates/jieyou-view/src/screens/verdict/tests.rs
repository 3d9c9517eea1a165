//! Decisions as they are read: proposed, confirmed, decided otherwise, waiting.

use super::*;
use crate::screens::matter::{MatterScreen, matter};
use crate::screens::samples::{Desk, day, ditch, id, plain, wages};
use jieyou_domain::Realm;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{Command, Entry, Event, Stamp};
use jieyou_domain::{EntryId, Subject};

/// The sixth route of article 31.
const R6: &str = "31条（六）项：信访程序";

/// A petition of two claims in a township, 11 May 2026.
fn petition() -> Desk {
    petition_of("青禾镇")
}

fn petition_of(unit: &str) -> Desk {
    let mut desk = Desk::new(UnitKind::Township, unit);
    let mut facts = plain("修路占地补偿没有发到户", "发补偿款", CounterParty::Government);
    facts.claims.push(Claim { text: "修好砂石路".into(), against: CounterParty::Government });
    facts.households = None;
    desk.register(3, "2026-05-11", facts);
    desk
}

fn screen(desk: &mut Desk, n: u8, on: &str, lang: Lang) -> MatterScreen {
    desk.refresh(on);
    matter(&desk.book, &desk.all, id(n), day(on), Realm::Real, lang).unwrap()
}

fn find(screen: &MatterScreen, id: &str) -> VerdictView {
    let all = || screen.verdicts.shown.iter().chain(&screen.verdicts.quiet);
    let ids: Vec<&str> = all().map(|v| v.id.as_str()).collect();
    all().find(|v| v.id == id).unwrap_or_else(|| panic!("{id} of {ids:?}")).clone()
}

fn judge(table: &str, claim: Option<u16>, answer: &str, why: &str) -> Event {
    let (answer, why, post) = (answer.to_owned(), why.to_owned(), "综治专干".to_owned());
    Event::Judged(Judged { table: table.into(), claim, answer, why, post })
}

fn note(claim: Option<u16>, question: &str, answer: &str) -> Event {
    let answers = [(question.to_owned(), answer.to_owned())].into_iter().collect();
    Event::FactsNoted(FactsNoted { claim, answers, note: "看了材料".into() })
}

#[test]
fn decisions_stand_in_the_order_of_the_page_and_a_mere_no_in_one_line() {
    let mut desk = petition();
    let screen = screen(&mut desk, 3, "2026-05-11", Lang::Zh);
    let ids: Vec<&str> = screen.verdicts.shown.iter().map(|v| v.id.as_str()).collect();
    let per_claim = ["v-kind", "v-class-0", "v-route-0", "v-class-1", "v-route-1", "v-tier"];
    assert_eq!(ids[..6], per_claim, "{ids:?}");
    let rung = ids.iter().position(|id| *id == "v-rung").unwrap();
    assert!(rung > 5 && rung < ids.iter().position(|id| *id == "v-merits-0").unwrap());
    assert!(
        screen.verdicts.quiet_line.contains("是不是积案：不是积案"),
        "{}",
        screen.verdicts.quiet_line
    );
    let route = find(&screen, "v-route-1");
    assert_eq!((route.title.as_str(), route.of.as_str()), ("办理途径", "诉求2：修好砂石路"));
}

#[test]
fn a_proposal_says_which_missing_fact_would_settle_it() {
    let mut desk = petition();
    let route = find(&screen(&mut desk, 3, "2026-05-11", Lang::Zh), "v-route-0");
    assert_eq!((route.answer.as_str(), route.state.word), (R6, "建议，还没有认定"));
    assert!(route.lead.ends_with("还有没问清的，问清再看"), "{}", route.lead);
    let of = |fact: &str| route.change.iter().find(|c| c.fact == fact).unwrap();
    let court = of("法院、检察院、公安或者仲裁是否已经立案，或者已有裁判？");
    assert_eq!(
        court.lines,
        [
            "答“法院已立案”“检察院已立案或在监督”“公安已立案”“法院裁判已生效”等的，为“31条（一）项：诉讼等政法程序”。",
            "答“仲裁已受理或已裁决”的，为“31条（二）项：仲裁”。"
        ]
    );
    let ask = court.ask.as_ref().unwrap();
    assert_eq!((ask.action, &ask.draft[0]), ("note-facts", &("focus", "c0-q-court".to_owned())));
    assert_eq!(of("事项分类").ask.as_ref().unwrap().action, "classify");
    let merits = find(&screen(&mut desk, 3, "2026-05-11", Lang::Zh), "v-merits-1");
    assert_eq!(merits.change[0].fact, "这条请求的事实清楚吗？");
    let ask = merits.change[0].ask.as_ref().unwrap();
    assert_eq!(ask.draft[0].1, "c1-q-facts_clear");
}

#[test]
fn an_answer_has_its_law_its_points_and_its_facts() {
    let mut desk = petition();
    desk.record(3, "2026-05-12", note(None, "court", "court"));
    let route = find(&screen(&mut desk, 3, "2026-05-12", Lang::Zh), "v-route-0");
    let because = &route.because[0];
    assert_eq!(because.id, "RT-court");
    assert!(
        because
            .facts
            .starts_with("依据：法院、检察院、公安或者仲裁是否已经立案，或者已有裁判？法院已立案"),
        "{because:?}"
    );
    let source = because.source.as_ref().unwrap();
    assert_eq!(source.cite, "《信访工作条例》第31条第（一）项");
    assert!(!source.quote.is_empty() && source.verified.starts_with("原文已核对"), "{source:?}");
    assert!(!route.then.is_empty());
    desk.record(3, "2026-05-13", note(None, "court", "no"));
    let heard = Acted { activity: ActivityKind::Hear, note: "听了两户的话".into() };
    let before = find(&screen(&mut desk, 3, "2026-05-13", Lang::Zh), "v-route-0");
    desk.record(3, "2026-05-13", Event::Acted(heard));
    let after = find(&screen(&mut desk, 3, "2026-05-13", Lang::Zh), "v-route-0");
    let states = |v: &VerdictView| v.needs.iter().map(|n| n.state.word).collect::<Vec<_>>();
    assert_eq!(before.answer, R6);
    assert_eq!(states(&before), ["还没做", "还没做", "还没做", "还没做"]);
    assert_eq!(states(&after), ["还没做", "已做", "还没做", "还没做"]);
}

#[test]
fn time_and_numbers_that_are_not_known_say_what_they_would_change() {
    let mut desk = petition();
    let rung = find(&screen(&mut desk, 3, "2026-05-11", Lang::Zh), "v-rung");
    assert_eq!(
        rung.in_time,
        ["到2026年5月26日还没有变化，就成为“总召集人（综治中心、联席会议）”。"]
    );
    let group = find(&screen(&mut desk, 3, "2026-05-11", Lang::Zh), "v-group");
    let houses = group.change.iter().find(|c| c.fact == "户数").unwrap();
    assert_eq!(
        houses.lines,
        [
            "1户的，为“单户事项”。",
            "2至9户的，为“多户事项”。",
            "10户以上的，为“涉及面大的多户事项”。",
        ]
    );
    assert!(houses.ask.is_none(), "a number is no deciding question");
}

/// What is said to lead to an answer, of every fact.
fn leads_to(view: &VerdictView, answer: &str) -> Vec<String> {
    let lines = view.change.iter().flat_map(|c| &c.lines);
    lines.filter(|line| line.contains(&format!("为“{answer}”"))).cloned().collect()
}

#[test]
fn two_facts_that_lead_somewhere_only_together_are_named_together() {
    let mut desk = petition();
    let track = find(&screen(&mut desk, 3, "2026-05-11", Lang::Zh), "v-track");
    let together =
        "答“起因在3年以前”，而且“政策依据清楚吗？”答“不清楚，或者没有”的，为“历史遗留”。";
    assert!(leads_to(&track, "历史遗留").contains(&together.to_owned()), "{:?}", track.change);
    desk.record(3, "2026-05-12", note(None, "old_cause", "age"));
    let track = find(&screen(&mut desk, 3, "2026-05-12", Lang::Zh), "v-track");
    assert!(
        leads_to(&track, "历史遗留").contains(&"答“不清楚，或者没有”的，为“历史遗留”。".to_owned()),
        "{:?}",
        track.change
    );
}

#[test]
fn facts_are_told_as_a_clerk_would_write_them() {
    let mut desk = petition();
    let screen = screen(&mut desk, 3, "2026-05-11", Lang::Zh);
    let facts = |id: &str| find(&screen, id).because[0].facts.clone();
    assert!(facts("v-first").ends_with("？还不知道；没有办结后又回来；台账里没有关联的同一件事。"));
    assert!(facts("v-pending").contains("还没有化解；"), "{}", facts("v-pending"));
    assert!(facts("v-pending").ends_with("收到还不满1个月。"), "{}", facts("v-pending"));
    let again = find(&screen, "v-again");
    let open = "是“初次反映”“别处正在办”“本单位正在办”的，为“不用”。";
    let line = "是“答复过、不服”“答复过、没落实”“本台账里办过，又回来的”的，为“建议重新看一遍”。";
    assert_eq!(again.change[0].lines, [open, line]);
    let tier = find(&screen, "v-tier");
    let asks: Vec<&str> =
        tier.missing.iter().filter_map(|m| m.split_once("要问：")).map(|m| m.1).collect();
    assert!(asks.contains(&"涉及几户"), "{asks:?}");
    assert!(
        asks.contains(&"有没有必须赶在某一天之前的事？（农时、开学、拆除、供暖、过节等）"),
        "{asks:?}"
    );
    assert!(
        !asks.iter().any(|ask| ask.contains("督办")),
        "not asked of what came by itself: {asks:?}"
    );
}

#[test]
fn what_a_person_decides_is_shown_beside_what_the_rules_say() {
    let mut desk = petition();
    let words = |v: &VerdictView| v.acts.iter().map(|a| a.word).collect::<Vec<_>>();
    let rung = find(&screen(&mut desk, 3, "2026-05-11", Lang::Zh), "v-rung");
    assert_eq!(words(&rung), ["按规则确认", "另行认定"]);
    let stuck = find(&screen(&mut desk, 3, "2026-05-26", Lang::Zh), "v-rung");
    assert_eq!(words(&stuck), ["提到这一层", "另行认定"]);
    desk.record(3, "2026-05-12", judge("rung", None, "3", "两个部门说法不一。"));
    let rung = find(&screen(&mut desk, 3, "2026-05-12", Lang::Zh), "v-rung");
    assert_eq!(
        (rung.answer.as_str(), rung.state.word),
        ("总召集人（综治中心、联席会议）", "人工认定，与规则不同")
    );
    let says = "综治专干于2026年5月12日认定，理由：两个部门说法不一。按规则是承办单位（";
    assert!(rung.person.starts_with(says), "{}", rung.person);
    assert_eq!(words(&rung), ["改回按规则判断", "另行认定"]);
    assert!(rung.is_person, "reasons and changes are those of the rules");
    desk.record(3, "2026-05-12", judge("rung", None, "1", "核对过"));
    let rung = find(&screen(&mut desk, 3, "2026-05-12", Lang::Zh), "v-rung");
    assert_eq!(rung.state.word, "人工认定，与规则一致");
    desk.record(3, "2026-05-13", judge("rung", None, "", "情况变了"));
    let rung = find(&screen(&mut desk, 3, "2026-05-13", Lang::Zh), "v-rung");
    assert_eq!((rung.state.word, rung.person.as_str()), ("建议，还没有认定", ""));
    desk.record(3, "2026-05-13", judge("pending", None, "not_pending", "已经看过"));
    let screen = screen(&mut desk, 3, "2026-05-13", Lang::Zh);
    assert!(screen.verdicts.shown.iter().any(|v| v.id == "v-pending"), "no longer folded away");
}

#[test]
fn a_fall_waits_and_a_decision_lapses() {
    let mut desk = wages();
    let no = note(None, "livelihood", "no");
    desk.record(2, "2026-09-22", no);
    let tier = find(&screen(&mut desk, 2, "2026-09-22", Lang::Zh), "v-tier");
    assert_eq!((tier.answer.as_str(), tier.state.word), ("三级·重点管理", "下调等确认"));
    assert_eq!(
        tier.notes,
        ["准则上已够二级（最后一天符合A2、B5是2026年9月21日），下调等会诊或包案领导确认。"]
    );
    let act = &tier.acts[0];
    assert_eq!((act.word, act.action), ("确认下调", "set-tier"));
    assert_eq!(act.draft[0], ("tier", "2".to_owned()));
}

#[test]
fn a_decision_of_a_person_stands_until_the_consult_and_lapses() {
    let mut desk = ditch();
    let (why, post) = ("开春沟还会堵".to_owned(), "副镇长".to_owned());
    let set = TierSet { tier: Tier::Three, why, post, confirms: false, despite: Vec::new() };
    desk.record(1, "2026-04-17", Event::TierSet(set));
    let tier = find(&screen(&mut desk, 1, "2026-04-17", Lang::Zh), "v-tier");
    assert_eq!((tier.answer.as_str(), tier.state.word), ("三级·重点管理", "人工认定，与规则不同"));
    assert_eq!(tier.notes, ["到2026年5月11日会诊没有确认就失效，下调还要确认。"]);
    assert_eq!(
        tier.person,
        "副镇长于2026年4月17日认定，理由：开春沟还会堵。按条件是二级·特殊管理（还没有化解，也没有达到三级的条件）。"
    );
    let tier = find(&screen(&mut desk, 1, "2026-05-12", Lang::Zh), "v-tier");
    assert_eq!((tier.answer.as_str(), tier.state.word), ("三级·重点管理", "下调等确认"));
    assert_eq!(
        tier.notes,
        [
            "按条件是二级，人工改列的三级到期没有再确认；下调等会诊或包案领导确认。",
            "副镇长2026年4月17日的改判没有在2026年5月11日会诊确认，已失效。"
        ]
    );
    assert_eq!(tier.acts[0].word, "确认下调");
}

fn lower(confirms: bool, despite: &[&str]) -> Event {
    let (why, post) = ("村里说能住".to_owned(), "信访专干".to_owned());
    let despite = despite.iter().map(|id| (*id).to_owned()).collect();
    Event::TierSet(TierSet { tier: Tier::Two, why, post, confirms, despite })
}

#[test]
fn a_lower_list_is_asked_for_until_somebody_confirms_it() {
    let mut desk = wages();
    desk.record(2, "2026-09-21", lower(false, &[]));
    let tier = find(&screen(&mut desk, 2, "2026-09-21", Lang::Zh), "v-tier");
    assert_eq!((tier.answer.as_str(), tier.state.word), ("三级·重点管理", "申请下调，等确认"));
    assert_eq!(
        tier.notes,
        [
            "信访专干于2026年9月21日申请下调：村里说能住。会诊或包案领导确认以前留在三级。",
            "到2026年10月10日会诊没有确认，申请就失效。"
        ]
    );
    assert_eq!(
        (tier.acts[0].word, &tier.acts[0].draft[1].1),
        ("确认下调", &"村里说能住".to_owned())
    );
    // Confirmed it falls, until another criterion is met.
    desk.record(2, "2026-09-22", lower(true, &["A2", "B5"]));
    let tier = find(&screen(&mut desk, 2, "2026-09-22", Lang::Zh), "v-tier");
    assert_eq!((tier.answer.as_str(), tier.state.word), ("二级·特殊管理", "人工认定，与规则不同"));
    desk.record(2, "2026-09-23", note(None, "old_cause", "age"));
    let tier = find(&screen(&mut desk, 2, "2026-09-23", Lang::Zh), "v-tier");
    assert_eq!(tier.answer, "三级·重点管理");
    assert_eq!(tier.notes, ["信访专干2026年9月22日的下调不再算：后来又符合B7，马上回到三级。"]);
}

#[test]
fn a_danger_is_lowered_by_nobody_and_that_is_said() {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    let mut facts = plain("危房里还住着人", "修房", CounterParty::Unknown);
    facts.danger = Danger::Yes;
    desk.register(3, "2026-05-11", facts);
    desk.record(3, "2026-05-11", lower(true, &["A1"]));
    let tier = find(&screen(&mut desk, 3, "2026-05-11", Lang::Zh), "v-tier");
    assert_eq!(tier.answer, "三级·重点管理");
    assert_eq!(tier.notes, ["信访专干2026年5月11日的下调不算：符合A1，危险还在，不下调。"]);
}

#[test]
fn of_two_of_b_one_suffices() {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    let mut facts = plain("分红没有发", "发分红", CounterParty::Collective);
    facts.households = Some(6);
    desk.register(3, "2026-05-11", facts);
    let tier = find(&screen(&mut desk, 3, "2026-05-11", Lang::Zh), "v-tier");
    assert_eq!(tier.missing[0], "B5、B8里至少有1条不再符合，才可能转二级。");
    assert!(tier.missing.iter().all(|line| !line.starts_with("B5不再")), "{:?}", tier.missing);
}

#[test]
fn a_right_that_lapses_untold_is_named_with_its_day() {
    let mut desk = petition();
    let days = [("known".to_owned(), "2026-03-20".to_owned())].into_iter().collect();
    let (ground, note) = ("act".to_owned(), String::new());
    let right = RightNoted { ground, ruled_out: false, days, told: None, note };
    desk.record(3, "2026-05-11", Event::RightNoted(right));
    let tier = find(&screen(&mut desk, 3, "2026-05-11", Lang::Zh), "v-tier");
    let a6 = tier.because.iter().find(|b| b.id == "A6").unwrap();
    assert_eq!((tier.answer.as_str(), a6.met), ("三级·重点管理", "yes"));
    assert!(a6.facts.contains("申请行政复议：还没告知，2026年5月19日到期"), "{}", a6.facts);
}

#[test]
fn the_printed_page_has_every_decision_and_no_story() {
    let mut desk = ditch();
    desk.refresh("2026-05-11");
    let sheet = verdict_sheet(&desk.book, &desk.all, id(1), day("2026-05-11"), Lang::Zh).unwrap();
    assert_eq!((sheet.title, sheet.unit.as_str()), ("认定说明", "柳树屯村"));
    assert_eq!(sheet.head[1].value, "屋后排水沟");
    assert!(sheet.verdicts.iter().all(|v| !v.is_quiet && !v.is_open));
    assert_eq!(sheet.rest.len(), 2, "{:?}", sheet.rest);
    assert!(sheet.rest[0].starts_with("还没弄清，没有认定："), "{:?}", sheet.rest);
    assert!(sheet.verdicts.iter().all(|v| v.needs.is_empty()), "the office's own checklist");
    assert!(!format!("{sheet:?}").contains("砌院墙"), "the course is not printed");
    assert!(verdict_sheet(&desk.book, &desk.all, id(9), day("2026-05-11"), Lang::Zh).is_none());
}

#[test]
fn what_is_the_same_of_several_claims_is_printed_once() {
    let mut desk = petition();
    desk.refresh("2026-05-12");
    let on = day("2026-05-12");
    let sheet = verdict_sheet(&desk.book, &desk.all, id(3), on, Lang::Zh).unwrap();
    let class: Vec<_> = sheet.verdicts.iter().filter(|v| v.title == "类别").collect();
    assert_eq!(class.len(), 1);
    assert_eq!(class[0].of, "诉求1：发补偿款\n诉求2：修好砂石路");
}

#[test]
fn in_english_nothing_is_chinese_but_quotations_and_what_people_wrote() {
    let mut desk = petition();
    desk.record(3, "2026-05-12", judge("rung", None, "3", "why"));
    desk.record(3, "2026-05-12", lower(false, &[]));
    let screen = screen(&mut desk, 3, "2026-05-12", Lang::En);
    for v in screen.verdicts.shown.iter().chain(&screen.verdicts.quiet) {
        let mut v = v.clone();
        v.because.iter_mut().for_each(|r| r.source = None);
        let text = ["发补偿款", "修好砂石路", "综治专干", "信访专干", "村里说能住"]
            .into_iter()
            .fold(format!("{v:?}"), |text, name| text.replace(name, ""));
        assert!(!crate::forms::samples::is_chinese(&text), "{text}");
    }
}

/// A fact that decide refuses, as an import brings it.
fn import(desk: &mut Desk, n: u8, on: &str, event: Event) {
    let time = Stamp { ms: u64::MAX / 2, count: 0 };
    let by = By { post: String::new(), unit: String::new() }.into();
    let (id, subject) = (EntryId::from_bytes([250; 32]), Subject::matter(id(n)));
    let entry = Entry { id, time, on: day(on), by, subject, event: Some(event) };
    desk.book = desk.book.clone().apply(&std::sync::Arc::new(entry));
}

#[test]
fn a_report_of_wrongdoing_in_an_open_matter_leads_out_of_it() {
    // The unit that the samples are written by.
    let mut desk = petition_of("柳树屯村");
    let on = "2026-05-12";
    assert_eq!(screen(&mut desk, 3, on, Lang::Zh).report, None);
    import(&mut desk, 3, on, note(Some(1), "aim", "report"));
    let page = screen(&mut desk, 3, on, Lang::Zh);
    assert_eq!(find(&page, "v-class-0").answer, "申诉求决");
    let class = find(&page, "v-route-1");
    assert_eq!(class.answer, "30条：检举控告，不在这里办");
    let words: Vec<&str> = class.acts.iter().map(|a| a.word).collect();
    assert_eq!(words, ["另行认定"], "nothing is offered that would be refused");
    let note = page.report.unwrap();
    assert!(note.by_number && note.registration.is_some());
    assert!(note.text.contains("其他诉求照常办") && !note.correct.is_empty());
    assert_eq!(verdict_sheet(&desk.book, &desk.all, id(3), day(on), Lang::Zh), None);
    assert!(screen(&mut desk, 3, on, Lang::En).report.unwrap().text.is_ascii());
}

#[test]
fn a_referral_shows_as_the_decision_on_the_route() {
    let mut desk = petition();
    let sent = Referred {
        claim: 0,
        way: LegalWay::Court,
        body: "县法院".into(),
        told: Told::Written,
        proof: String::new(),
        route: None,
        why: "本人已经写好起诉状".into(),
        post: "信访专干".into(),
    };
    desk.record(3, "2026-05-12", Event::Referred(sent));
    let route = find(&screen(&mut desk, 3, "2026-05-12", Lang::Zh), "v-route-0");
    assert_eq!(route.answer, "31条（一）项：诉讼等政法程序");
    assert_eq!(
        (route.state.word, route.lead.as_str()),
        ("人工认定，与规则不同", "本人已经写好起诉状")
    );
    assert!(route.person.contains("信访专干于2026年5月12日认定"), "{}", route.person);
    assert!(route.person.contains("按规则是31条（六）项：信访程序"), "{}", route.person);
    assert_eq!(route.needs[0].state.word, "已做");
    let sheet = verdict_sheet(&desk.book, &desk.all, id(3), day("2026-05-12"), Lang::Zh).unwrap();
    assert!(sheet.verdicts.iter().any(|v| v.id == "v-route-0" && v.person == route.person));
}

#[test]
fn an_answer_for_the_whole_matter_is_said_to_be_one_until_a_claim_has_its_own() {
    let mut desk = petition();
    desk.record(3, "2026-05-12", note(None, "court", "ruling"));
    let at = |desk: &mut Desk, id: &str| find(&screen(desk, 3, "2026-05-12", Lang::Zh), id);
    let route = at(&mut desk, "v-route-1");
    assert!(route.notes[0].contains("是对整件事答的"), "{:?}", route.notes);
    let act = route.acts.iter().find(|a| a.action == "note-facts").unwrap();
    assert_eq!(act.draft[0].1, "c1-q-court");
    desk.record(3, "2026-05-12", note(Some(1), "court", "no"));
    let route = at(&mut desk, "v-route-1");
    assert_eq!((route.answer.as_str(), route.notes.len()), (R6, 0));
    assert_eq!(at(&mut desk, "v-route-0").notes.len(), 1, "the other claim still has none");
}

#[test]
fn what_needs_somebody_to_be_reached_is_not_left_undone_for_nobody() {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    let mut facts = plain("砂石路坑多", "修路", CounterParty::Government);
    facts.reply_by = ReplyBy::NoContact;
    desk.register(3, "2026-05-11", facts);
    let route = find(&screen(&mut desk, 3, "2026-05-11", Lang::Zh), "v-route-0");
    let states: Vec<_> = route.needs.iter().map(|n| n.state.word).collect();
    let gone = "没留联系方式，办不到；来问时补办";
    assert_eq!(states, ["还没做", gone, "还没做", gone]);
}

#[test]
fn two_open_matters_that_are_the_same_are_proposed_to_be_joined() {
    let mut desk = petition();
    let facts = plain("修路占地补偿没有发到户", "发补偿款", CounterParty::Government);
    desk.register(4, "2026-05-11", facts);
    let number = desk.book.matter(id(4)).unwrap().number().to_owned();
    let (other, how, note) = (id(4), LinkKind::Same, String::new());
    let on = day("2026-05-11");
    desk.run("2026-05-11", Command::Link { matter: id(3), other, on, how, note });
    let first = find(&screen(&mut desk, 3, "2026-05-11", Lang::Zh), "v-first");
    assert!(first.answer != "本台账里办过，又回来的" && first.notes[0].contains("建议并案"));
    let act = first.acts.iter().find(|a| a.action == "join").unwrap();
    assert_eq!(act.draft[0], ("other", number));
}
