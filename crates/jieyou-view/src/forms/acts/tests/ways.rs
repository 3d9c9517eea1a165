//! Reports of wrongdoing are noted nowhere; who is sent elsewhere is told why.

use super::*;

/// What is wrong with the filled form of an act, by field.
fn faults(desk: &Desk, action: Action, pairs: &[(&str, &str)]) -> Vec<String> {
    let draft = with(&blank(action, &desk.ctx(), desk.matter()), pairs);
    let read = read(action, &desk.ctx(), desk.matter(), &draft, NEW);
    read.err().unwrap_or_default().into_iter().map(|p| p.field).collect()
}

#[test]
fn that_wrongdoing_is_reported_is_not_noted_here() {
    let desk = petition();
    let pairs = [("q-aim", "report"), ("note", "本人说")];
    let draft = with(&blank(Action::NoteFacts, &desk.ctx(), desk.matter()), &pairs);
    let (field, said) = problem(read(Action::NoteFacts, &desk.ctx(), desk.matter(), &draft, NEW));
    assert_eq!(field, "q-aim");
    for part in ["什么也没有保存", "到“少记”另记一个编号", "撤销登记", "更正登记", "其他诉求照常办"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    // Nor is what was typed kept beside the ledger.
    let shown = form(Action::NoteFacts, &desk.ctx(), desk.matter(), &draft);
    let kept = crate::forms::keep(&draft, &Draft::default(), &shown, &mut Vec::new(), desk.today);
    assert_eq!(kept, None);
}

#[test]
fn who_refers_a_claim_another_way_than_proposed_says_why() {
    let mut desk = petition();
    let base = [("claim", "0"), ("body", "县法院"), ("told", "written")];
    let to = |more: &[(&'static str, &'static str)]| [&base[..], more].concat();
    let draft = with(&blank(Action::Refer, &desk.ctx(), desk.matter()), &to(&[("way", "court")]));
    let shown = form(Action::Refer, &desk.ctx(), desk.matter(), &draft);
    let way = shown.fields.iter().find(|f| f.key == "way").unwrap();
    assert!(way.hint.starts_with("建议：31条（六）项：信访程序。"), "{}", way.hint);
    assert_eq!(faults(&desk, Action::Refer, &to(&[("way", "court")])), ["why", "post"]);
    let other = to(&[("way", "other"), ("why", "本人另选"), ("post", "综治专干")]);
    assert_eq!(faults(&desk, Action::Refer, &other), ["route"]);
    let with_why = to(&[("way", "court"), ("why", "本人要起诉"), ("post", "综治专干")]);
    act(&mut desk, Action::Refer, &with_why);
    let (_, sent) = desk.matter().state.claims[0].referred.clone().unwrap();
    assert_eq!((sent.why.as_str(), sent.post.as_str()), ("本人要起诉", "综治专干"));
    // As proposed, or as was decided: nothing is asked, and nothing that was typed stays.
    act(&mut desk, Action::NoteFacts, &[("q-court", "yes")]);
    let same = [("way", "court"), ("body", "县法院"), ("told", "written")];
    let draft = with(&blank(Action::Refer, &desk.ctx(), desk.matter()), &same);
    let draft = with(&draft, &[("why", "先写的"), ("post", "综治专干")]);
    let found = read(Action::Refer, &desk.ctx(), desk.matter(), &draft, NEW).unwrap();
    desk.run(found.command).unwrap();
    let (_, sent) = desk.matter().state.claims[1].referred.clone().unwrap();
    assert_eq!((sent.why.as_str(), sent.post.as_str()), ("", ""));
}

#[test]
fn the_parties_to_a_dispute_choose_their_way_without_reasons() {
    let mut desk = dispute();
    let pairs = [("way", "police"), ("body", "派出所"), ("told", "in_person"), ("claim", "0")];
    let draft = with(&blank(Action::Refer, &desk.ctx(), desk.matter()), &pairs);
    let shown = form(Action::Refer, &desk.ctx(), desk.matter(), &draft);
    assert!(!keys(&shown).contains(&"why") && !keys(&shown).contains(&"route"));
    act(&mut desk, Action::Refer, &pairs);
}

#[test]
fn a_notice_of_not_accepting_has_reason_article_and_body() {
    let mut desk = petition();
    let base = [("notice", "declined"), ("told", "written")];
    assert_eq!(faults(&desk, Action::Notify, &base), ["why", "basis", "body"]);
    assert_eq!(faults(&desk, Action::Notify, &[("notice", "received")]), [""; 0]);
    let draft = with(&blank(Action::Notify, &desk.ctx(), desk.matter()), &base);
    let shown = form(Action::Notify, &desk.ctx(), desk.matter(), &draft);
    let basis = shown.fields.iter().find(|f| f.key == "basis").unwrap();
    let Control::Choice(offered) = &basis.control else { panic!("{:?}", basis.control) };
    let codes: Vec<&str> = offered.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes, ["r1", "r2", "r3", "r4", "r5", "XF-19", "XF-36d", "own"]);
    let own = [&base[..], &[("why", "已经起诉"), ("basis", "own"), ("body", "县法院")]].concat();
    assert_eq!(faults(&desk, Action::Notify, &own), ["basis_own"]);
    let pairs = [&base[..], &[("why", "已经起诉"), ("basis", "r1"), ("body", "县法院")]].concat();
    act(&mut desk, Action::Notify, &pairs);
    let found = desk.matter().entries().last().and_then(|e| e.event.clone());
    let Some(Event::Notified(told)) = found else { panic!("{found:?}") };
    assert_eq!((told.why.as_str(), told.body.as_str()), ("已经起诉", "县法院"));
    assert_eq!(
        told.basis,
        "《信访工作条例》第31条第（一）项「应当通过审判机关诉讼程序或者复议程序、检察机关刑事立案程序或者法律监督程序、公安机关法律程序处理的，涉法涉诉信访事项未依法终结的，按照法律法规规定的程序处理」"
    );
}
