//! 少记: recording by number only. Nothing here takes free text; the one line takes a
//! receipt's number and refuses anything else.

use super::build::Build;
use super::context::FormContext;
use super::model::{Control, Draft, Form, Problem, Shelf, Submission};
use super::reader::{Days, Reader};
use crate::text::forms::{Ask, sealed as t};
use crate::text::words as w;
use jieyou_domain::Id;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{Command, Sealed};

/// What is typed here and not sent is kept nowhere: it may be what must not be written.
fn unkept(mut form: Form) -> Form {
    for field in &mut form.fields {
        field.shelf = Shelf::Unkept;
    }
    form
}

fn organs(kind: Option<SealedKind>) -> Vec<Organ> {
    use Organ as O;
    match kind {
        Some(SealedKind::Accusation) => {
            vec![O::Discipline, O::Inspection, O::Procuratorate, O::Police, O::Petition]
        }
        _ => vec![O::Police, O::CivilAffairs, O::Women, O::Education, O::Procuratorate],
    }
}

fn services(kind: Option<SealedKind>) -> &'static [Service] {
    if kind == Some(SealedKind::Accusation) { &[] } else { Service::ALL }
}

fn kinds(ctx: &FormContext<'_>) -> Vec<SealedKind> {
    let all = SealedKind::ALL.iter().copied();
    all.filter(|k| !(ctx.is_village() && *k == SealedKind::Accusation)).collect()
}

/// What stands there at first.
pub fn blank(ctx: &FormContext<'_>) -> Draft {
    let mut draft = Draft::default();
    draft.set("on", ctx.today.to_string());
    draft.set("handed_on", ctx.today.to_string());
    draft
}

/// The form.
pub fn form(ctx: &FormContext<'_>, draft: &Draft) -> Form {
    let lang = ctx.lang;
    let mut build = Build::new(ctx);
    let kind = SealedKind::from_code(draft.get("kind"));
    let choice = |options| Control::Choice(options);
    build.need(
        "kind",
        &t::KIND,
        choice(w::choices(&kinds(ctx), SealedKind::code, w::sealed_kind, lang)),
    );
    build.need("on", &t::ON, Control::Date);
    build.need(
        "channel",
        &t::CHANNEL,
        choice(super::register::channels(ctx, draft.get("channel"))),
    );
    build.need("organ", &t::ORGAN, choice(w::choices(&organs(kind), Organ::code, w::organ, lang)));
    build.need("handed_on", &t::HANDED_ON, Control::Date);
    let others: Vec<Organ> =
        organs(kind).into_iter().filter(|o| o.code() != draft.get("organ")).collect();
    build.add("also", &t::ALSO, Control::Many(w::choices(&others, Organ::code, w::organ, lang)));
    receipt(&mut build);
    ask_services(&mut build, "need", &t::SERVICE, services(kind));
    let intro = if ctx.is_village() { t::INTRO_VILLAGE } else { t::INTRO };
    unkept(build.form(t::TITLE.to(lang), intro.to(lang).to_owned(), t::SUBMIT))
}

/// Services to tick; nothing is asked when there are none.
fn ask_services(build: &mut Build<'_>, key: &str, ask: &Ask, all: &[Service]) {
    if !all.is_empty() {
        let choices = w::choices(all, Service::code, w::service, build.lang());
        build.add(key, ask, Control::Many(choices));
    }
}

/// The services ticked among those that were asked.
fn ticked(draft: &Draft, key: &str, all: &[Service]) -> Vec<Service> {
    let read = draft.codes(key).filter_map(Service::from_code);
    read.filter(|s| all.contains(s)).collect()
}

fn receipt(build: &mut Build<'_>) {
    build.add("receipt", &t::RECEIPT, Control::Line(RECEIPT_MAX));
    build.add("receipt_on", &t::RECEIPT_ON, Control::Date);
}

fn read_receipt(
    reader: &mut Reader<'_>,
    from: Option<jieyou_domain::Date>,
) -> Option<(ReceiptNumber, Option<jieyou_domain::Date>)> {
    let number = ReceiptNumber::new(reader.raw("receipt"));
    if number.is_none() {
        reader.wrong("receipt", t::BAD_RECEIPT, &[]);
    }
    let on = reader.day("receipt_on", Days::Past { received: from });
    if on.is_some() && reader.raw("receipt").is_empty() {
        reader.wrong("receipt", t::BAD_RECEIPT, &[]);
    }
    Some((number?, on))
}

/// Reads it; `id` is the new one's.
///
/// # Errors
///
/// Returns every problem, each at its field.
pub fn read(ctx: &FormContext<'_>, draft: &Draft, id: Id) -> Result<Submission, Vec<Problem>> {
    let mut reader = Reader::new(ctx, draft);
    let kind = reader.chosen("kind", &t::KIND, SealedKind::from_code);
    let on = reader.needed_day("on", &t::ON, Days::Past { received: None });
    let channel = reader.chosen("channel", &t::CHANNEL, Channel::from_code);
    let organ = reader.chosen("organ", &t::ORGAN, Organ::from_code);
    let handed_on = reader.needed_day("handed_on", &t::HANDED_ON, Days::Past { received: on });
    let read = read_receipt(&mut reader, handed_on);
    let offered = organs(kind);
    let also = draft.codes("also").filter_map(Organ::from_code);
    let also = also.filter(|o| offered.contains(o) && Some(*o) != organ).collect();
    let services = ticked(draft, "need", services(kind));
    let command = (|| {
        let (receipt, receipt_on) = read?;
        let facts = SealedRecorded {
            number: ReceiptNumber::default(),
            kind: kind?,
            channel: channel?,
            organ: organ?,
            handed_on: handed_on?,
            also,
            receipt,
            receipt_on,
            services,
        };
        Some(Command::Seal { id, on: on?, facts })
    })();
    reader.finish(command.map(|command| Submission { command, contact: None }))
}

/// The form of a follow-up: a receipt that came, services that are in place.
pub fn follow_form(ctx: &FormContext<'_>, sealed: &Sealed) -> Form {
    let lang = ctx.lang;
    let mut build = Build::new(ctx);
    build.need("on", &t::FOLLOWED_ON, Control::Date);
    ask_services(&mut build, "done", &t::IN_PLACE, &sealed.open);
    ask_services(&mut build, "need", &t::SERVICE, &not_asked(sealed));
    receipt(&mut build);
    unkept(build.form(t::FOLLOW.to(lang), String::new(), t::FOLLOW_SUBMIT))
}

/// The services that nobody asked for yet.
fn not_asked(sealed: &Sealed) -> Vec<Service> {
    let kind = sealed.recorded.as_ref().map(|(_, r)| r.kind);
    let known = |s: &Service| sealed.open.contains(s) || sealed.done.iter().any(|(_, d)| d == s);
    services(kind).iter().copied().filter(|s| !known(s)).collect()
}

/// Reads a follow-up.
///
/// # Errors
///
/// Returns every problem, each at its field.
pub fn read_follow(
    ctx: &FormContext<'_>,
    sealed: &Sealed,
    draft: &Draft,
) -> Result<Submission, Vec<Problem>> {
    let mut reader = Reader::new(ctx, draft);
    let received = sealed.recorded.as_ref().map(|(on, _)| *on);
    let on = reader.needed_day("on", &t::FOLLOWED_ON, Days::Past { received });
    let handed = sealed.recorded.as_ref().map(|(_, r)| r.handed_on);
    let read = read_receipt(&mut reader, handed);
    let done = ticked(draft, "done", &sealed.open);
    let services = ticked(draft, "need", &not_asked(sealed));
    let says = !reader.raw("receipt").is_empty() || !done.is_empty() || !services.is_empty();
    if !says {
        reader.wrong("receipt", t::NOTHING, &[]);
    }
    let command = on.zip(read).map(|(on, (receipt, receipt_on))| {
        let facts = SealedFollowed { receipt, receipt_on, done, services };
        Command::FollowSealed { id: sealed.id, on, facts }
    });
    reader.finish(command.map(|command| Submission { command, contact: None }))
}

/// What stands in a follow-up at first.
pub fn follow_blank(ctx: &FormContext<'_>) -> Draft {
    let mut draft = Draft::default();
    draft.set("on", ctx.today.to_string());
    draft
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;
    use crate::forms::samples::{Desk, assert_english, keys, problem, with};
    use crate::forms::{Draft, keep};

    const ID: Id = Id::from_bytes([3; 10]);

    fn filled(desk: &Desk) -> Draft {
        let of = [("kind", "minor"), ("channel", "visit"), ("organ", "police")];
        with(&blank(&desk.ctx()), &of)
    }

    #[test]
    fn a_village_has_no_place_for_a_report_of_wrongdoing() {
        let desk = Desk::new(UnitKind::Village);
        assert_eq!(kinds(&desk.ctx()), [SealedKind::Violence, SealedKind::Minor]);
        assert!(kinds(&Desk::new(UnitKind::Township).ctx()).contains(&SealedKind::Accusation));
        assert!(form(&desk.ctx(), &blank(&desk.ctx())).intro.contains("12388"));
    }

    #[test]
    fn it_is_recorded_and_followed_without_a_word() {
        let mut desk = Desk::new(UnitKind::Village);
        let draft = with(&filled(&desk), &[("also", "women police"), ("need", "school shelter")]);
        desk.run(read(&desk.ctx(), &draft, ID).unwrap().command).unwrap();
        let sealed = desk.book.sealed_one(ID).unwrap().clone();
        let (_, facts) = sealed.recorded.clone().unwrap();
        assert_eq!((facts.number.as_str(), facts.also), ("SJ-2026-0001", vec![Organ::Women]));
        assert_eq!(sealed.open, [Service::School, Service::Shelter]);
        let follow = follow_form(&desk.ctx(), &sealed);
        assert_eq!(keys(&follow), ["on", "done", "need", "receipt", "receipt_on"]);
        let later = follow_blank(&desk.ctx());
        assert_eq!(problem(read_follow(&desk.ctx(), &sealed, &later)).0, "receipt");
        let done = with(&later, &[("done", "school")]);
        desk.run(read_follow(&desk.ctx(), &sealed, &done).unwrap().command).unwrap();
        assert_eq!(desk.book.sealed_one(ID).unwrap().open, [Service::Shelter]);
    }

    #[test]
    fn words_are_refused_and_kept_nowhere() {
        let desk = Desk::new(UnitKind::Township);
        let ctx = desk.ctx();
        for typed in ["张某打人", "230101199001011234", "zhangsan打了孩子"] {
            let draft = with(&filled(&desk), &[("receipt", typed)]);
            assert_eq!(problem(read(&ctx, &draft, ID)).0, "receipt", "{typed}");
            let shown = form(&ctx, &draft);
            assert_eq!(keep(&draft, &blank(&ctx), &shown, &mut Vec::new(), ctx.today), None);
        }
        assert_english(&form(&FormContext { lang: Lang::En, ..ctx }, &filled(&desk)));
    }
}
