//! A village and a township to test the screens on, written through `decide` and `apply`.

use super::Assessments;
use crate::text::Lang;
use crate::text::deadline::Frame;
use jieyou_domain::compact::Map;
use jieyou_domain::facts::*;
use jieyou_domain::ids::{EntryId, Id};
use jieyou_domain::ledger::{Book, Command, Entry, Event, Matter, Stamp, decide};
use jieyou_domain::time::{Date, parse_date};
use std::sync::Arc;

pub(super) fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

pub(super) fn id(n: u8) -> Id {
    Id::from_bytes([n; 10])
}

/// A book that is written day by day.
pub(super) struct Desk {
    pub(super) book: Book,
    pub(super) all: Assessments,
    written: u16,
}

impl Desk {
    pub(super) fn new(kind: UnitKind, name: &str) -> Self {
        let mut desk = Self { book: Book::new(), all: Assessments::new(), written: 0 };
        let text = |name: &str, text: &str| TextAdopted { name: name.into(), text: text.into() };
        desk.run(
            "2026-01-04",
            Command::ProfileUnit(UnitProfile {
                addresses: Default::default(),
                kind,
                name: name.into(),
                code: "CJ".into(),
                reception: String::new(),
                review_body: "清河县人民政府".into(),
                recheck_body: String::new(),
                phone: String::new(),
                help: String::new(),
                upper: String::new(),
            }),
        );
        let pack = include_str!("../../../../rules/base/pack.json");
        desk.run("2026-01-04", Command::AdoptPack(text("base", pack)));
        let calendar = include_str!("../../../../rules/calendar/cn.json");
        desk.run("2026-01-04", Command::AdoptCalendar(text("cn", calendar)));
        let place = |id: &str, name: &str| Place { id: id.into(), name: name.into(), open: true };
        let places = vec![place("p1", "柳树屯东屯"), place("p2", "靠山村")];
        desk.run("2026-01-04", Command::ListPlaces(PlacesListed { places }));
        desk
    }

    pub(super) fn run(&mut self, today: &str, command: Command) -> Vec<EntryId> {
        let drafted = decide(&self.book, command, day(today)).unwrap();
        let mut ids = Vec::new();
        for d in drafted {
            self.written += 1;
            let mut bytes = [0; 32];
            bytes[..2].copy_from_slice(&self.written.to_be_bytes());
            let id = EntryId::from_bytes(bytes);
            let noon = day(today).and_hms_opt(4, 0, 0).unwrap().and_utc().timestamp_millis();
            let time = Stamp { ms: u64::try_from(noon).unwrap(), count: u32::from(self.written) };
            let by = By { post: "村文书".into(), unit: "柳树屯村".into() }.into();
            let (on, subject, event) = (d.on, d.subject, Some(d.event));
            let entry = Entry { id, time, on, by, subject, event };
            self.book = self.book.clone().apply(&Arc::new(entry));
            ids.push(id);
        }
        ids
    }

    pub(super) fn register(&mut self, n: u8, on: &str, facts: Registered) -> EntryId {
        let facts = Box::new(facts);
        let command = Command::Register { id: id(n), on: day(on), facts, then: Vec::new() };
        self.run(on, command)[0]
    }

    pub(super) fn record(&mut self, n: u8, on: &str, event: Event) -> EntryId {
        self.run(on, Command::Record { matter: id(n), facts: vec![(day(on), event)] })[0]
    }

    pub(super) fn refresh(&mut self, today: &str) -> usize {
        self.all.refresh(&self.book, day(today))
    }

    pub(super) fn matter(&self, n: u8) -> &Matter {
        self.book.matter(id(n)).unwrap()
    }

    pub(super) fn frame(&self, today: &str, lang: Lang) -> Frame<'_> {
        Frame { book: &self.book, today: day(today), lang, with_year: false }
    }
}

/// A registration with nothing but what must be there.
pub(super) fn plain(title: &str, claim: &str, against: CounterParty) -> Registered {
    Registered {
        number: String::new(),
        registered_on: day("2026-01-01"),
        danger: Danger::No,
        channel: Channel::Visit,
        outside: None,
        order: None,
        place: Some("p1".into()),
        spot: String::new(),
        title: title.into(),
        story: String::new(),
        claims: vec![Claim { text: claim.into(), against }],
        households: Some(2),
        people: Some(5),
        reply_by: ReplyBy::Phone,
        kind: None,
        class: None,
        category: None,
        must_by: None,
        answers: Map::new(),
        split_from: None,
    }
}

/// E1 of practice 16: a ditch between neighbours, in a village, 16 April 2026.
pub(super) fn ditch() -> Desk {
    let mut desk = Desk::new(UnitKind::Village, "柳树屯村");
    let mut facts = plain("屋后排水沟", "清沟，恢复原来的排水", CounterParty::Neighbour);
    facts.story = "砌院墙占了半条沟，春化雪水倒灌进菜窖。".into();
    let second = Claim { text: "赔泡坏的土豆".into(), against: CounterParty::Neighbour };
    facts.claims.push(second);
    facts.category = Some("neigh.water".into());
    facts.answers = [("willing", "yes")].map(|(k, v)| (k.into(), v.into())).into_iter().collect();
    desk.register(1, "2026-04-16", facts);
    desk
}

/// Spoken with on 20 April, and what the neighbours agreed that day.
pub(super) fn agree(desk: &mut Desk) -> EntryId {
    let contact = Acted { activity: ActivityKind::Contact, note: "到两家听了情况".into() };
    desk.record(1, "2026-04-20", Event::Acted(contact));
    let term =
        |what: &str, due: &str| Performance { what: what.into(), due: day(due), owes: Owes::Party };
    let agreed = Agreed {
        replaces: false,
        form: AgreementForm::Oral,
        text: "清沟，赔土豆钱。".into(),
        terms: vec![term("清沟", "2026-04-30"), term("付土豆款", "2026-05-15")],
    };
    desk.record(1, "2026-04-20", Event::Agreed(agreed))
}

/// E2 of practice 16: unpaid wages, in a township, 18 September 2026.
pub(super) fn wages() -> Desk {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    let mut facts = plain("小学工地欠14人工资", "发7月、8月工资", CounterParty::Employer);
    facts.households = None;
    facts.people = Some(14);
    facts.category = Some("work.site".into());
    facts.answers = [("livelihood", "yes"), ("work_still", "yes")]
        .map(|(k, v)| (k.into(), v.into()))
        .into_iter()
        .collect();
    desk.register(2, "2026-09-18", facts);
    desk
}
