//! A small ledger for tests: commands go through `decide` and `apply` as in life.

use crate::classify::{Assessment, assess};
use crate::facts::*;
use crate::ledger::*;
use crate::rules::Obligation;
use crate::time::parse_date;
use crate::{Date, EntryId, Id, Subject};
use std::sync::Arc;

pub(crate) const PACK: &str = include_str!("../../../rules/base/pack.json");
pub(crate) const CALENDAR: &str = include_str!("../../../rules/calendar/cn.json");

/// Reads a date that is written in a test.
pub(crate) fn d(text: &str) -> Date {
    parse_date(text).unwrap()
}

/// The id of the n-th entry.
pub(crate) fn entry_id(n: u32) -> EntryId {
    let mut id = [7_u8; 32];
    id[..4].copy_from_slice(&n.to_be_bytes());
    EntryId::from_bytes(id)
}

pub(crate) fn entry(n: u32, on: &str, subject: Subject, event: Event) -> Arc<Entry> {
    entry_of(n, "", on, subject, event)
}

/// The n-th entry, written by a unit.
pub(crate) fn entry_of(n: u32, unit: &str, on: &str, subject: Subject, event: Event) -> Arc<Entry> {
    let time = Stamp { ms: u64::from(n), count: 0 };
    let by = By { post: String::new(), unit: unit.to_owned() }.into();
    Arc::new(Entry { id: entry_id(n), time, on: d(on), by, subject, event: Some(event) })
}

pub(crate) fn claim(against: CounterParty) -> Claim {
    Claim { text: "清沟".to_owned(), against }
}

/// A registration with nothing special about it.
pub(crate) fn registered(channel: Channel, against: CounterParty) -> Registered {
    Registered {
        number: String::new(),
        registered_on: Date::default(),
        danger: Danger::No,
        channel,
        outside: None,
        order: None,
        place: None,
        spot: String::new(),
        title: "屋后排水沟".to_owned(),
        story: String::new(),
        claims: vec![claim(against)],
        households: None,
        people: None,
        reply_by: ReplyBy::Phone,
        kind: None,
        class: None,
        category: None,
        must_by: None,
        answers: Default::default(),
        split_from: None,
    }
}

pub(crate) struct Ledger {
    pub(crate) book: Book,
    pub(crate) entries: Vec<Arc<Entry>>,
    pub(crate) id: Id,
    /// The unit's name and the number of its first entry.
    pub(crate) unit: (&'static str, u32),
}

impl Ledger {
    /// A ledger with profile, base pack and calendar, and no matter.
    pub(crate) fn new(kind: UnitKind) -> Self {
        Self::of(kind, "青禾镇", "QH", 0)
    }

    /// The same of a unit with a name and a code; its entries are counted from `first`.
    pub(crate) fn of(kind: UnitKind, name: &'static str, code: &str, first: u32) -> Self {
        let (book, id) = (Book::new(), Id::from_bytes([1; 10]));
        let mut ledger = Self { book, entries: Vec::new(), id, unit: (name, first) };
        let text = |name: &str, text: &str| TextAdopted { name: name.into(), text: text.into() };
        let unit = UnitProfile {
            addresses: Default::default(),
            kind,
            name: name.to_owned(),
            code: code.to_owned(),
            reception: String::new(),
            review_body: String::new(),
            recheck_body: String::new(),
            phone: String::new(),
            help: String::new(),
            upper: String::new(),
        };
        for command in [
            Command::ProfileUnit(unit),
            Command::AdoptPack(text("base", PACK)),
            Command::AdoptCalendar(text("cn", CALENDAR)),
        ] {
            ledger.run(command, "2026-01-04").unwrap();
        }
        ledger
    }

    /// A ledger with one matter, received and written down on `on`.
    pub(crate) fn with(kind: UnitKind, on: &str, facts: Registered) -> Self {
        let mut ledger = Self::new(kind);
        ledger.register(on, on, facts, Vec::new()).unwrap();
        ledger
    }

    /// A petition at a township, accepted on the day it came, under 31(六).
    pub(crate) fn accepted(on: &str) -> Self {
        let facts = registered(Channel::Visit, CounterParty::Institution);
        let mut ledger = Self::with(UnitKind::Township, on, facts);
        ledger.ok(on, classified(0, Some(Route::R6)));
        ledger.ok(on, Event::Accepted(Accepted { doc: String::new() }));
        ledger.ok(on, acted(ActivityKind::Hear));
        ledger
    }

    pub(crate) fn run(&mut self, command: Command, today: &str) -> Result<(), Rejection> {
        for drafted in decide(&self.book, command, d(today))? {
            let (unit, first) = self.unit;
            let n = first + u32::try_from(self.entries.len()).unwrap();
            let last = self.entries.iter().map(|e| e.time.ms + 1).max();
            let on = drafted.on.to_string();
            let mut entry = Entry::clone(&entry_of(n, unit, &on, drafted.subject, drafted.event));
            entry.time.ms = last.unwrap_or_default();
            let entry = Arc::new(entry);
            self.book = self.book.clone().apply(&entry);
            self.entries.push(entry);
        }
        Ok(())
    }

    pub(crate) fn register(
        &mut self,
        on: &str,
        today: &str,
        facts: Registered,
        then: Vec<(Date, Event)>,
    ) -> Result<(), Rejection> {
        let command = Command::Register { id: self.id, on: d(on), facts: Box::new(facts), then };
        self.run(command, today)
    }

    /// Records `event` of the day `on`, written down at the end of 2026.
    pub(crate) fn record(&mut self, on: &str, event: Event) -> Result<(), Rejection> {
        let command = Command::Record { matter: self.id, facts: vec![(d(on), event)] };
        self.run(command, "2026-12-31")
    }

    /// Gives the other desk what is written here about the matter.
    pub(crate) fn send(&self, other: &mut Self) {
        for entry in self.matter().entries() {
            if !other.entries.iter().any(|e| e.id == entry.id) {
                other.book = other.book.clone().apply(entry);
                other.entries.push(Arc::clone(entry));
            }
        }
    }

    /// Puts an entry into the book that no command would write.
    pub(crate) fn force(&mut self, n: u32, on: &str, event: Event) -> EntryId {
        let entry = entry_of(n, self.unit.0, on, Subject::matter(self.id), event);
        self.book = self.book.clone().apply(&entry);
        self.entries.push(Arc::clone(&entry));
        entry.id
    }

    #[track_caller]
    pub(crate) fn ok(&mut self, on: &str, event: Event) -> EntryId {
        self.record(on, event).unwrap();
        self.entries.last().unwrap().id
    }

    #[track_caller]
    pub(crate) fn not_now(&mut self, on: &str, event: Event, why: WhyNot) {
        assert_eq!(self.record(on, event), Err(Rejection::NotNow(why)));
    }

    pub(crate) fn matter(&self) -> &Matter {
        self.book.matter(self.id).unwrap()
    }

    pub(crate) fn state(&self) -> &State {
        &self.matter().state
    }

    pub(crate) fn assess(&self, today: &str) -> Assessment {
        assess(self.matter(), &self.book, d(today)).unwrap()
    }

    /// The obligations under one rule.
    pub(crate) fn owed(&self, rule: &str, today: &str) -> Vec<Obligation> {
        let mut all = self.assess(today).obligations;
        all.retain(|o| o.rule == rule);
        all
    }

    /// The only obligation under one rule.
    #[track_caller]
    pub(crate) fn one(&self, rule: &str, today: &str) -> Obligation {
        let mut all = self.owed(rule, today);
        assert_eq!(all.len(), 1, "{rule}: {all:?}");
        all.remove(0)
    }

    /// The day of the only obligation under one rule.
    #[track_caller]
    pub(crate) fn due(&self, rule: &str, today: &str) -> String {
        self.one(rule, today).due.day().map(|day| day.to_string()).unwrap_or_default()
    }
}

pub(crate) fn classified(claim: u16, route: Option<Route>) -> Event {
    let class = Some(Class::Appeal);
    let (body, category) = (String::new(), None);
    Event::Classified(Classified {
        claim,
        kind: Kind::Petition,
        class,
        route,
        body,
        category,
        against: None,
        why: String::new(),
        post: String::new(),
    })
}

pub(crate) fn acted(activity: ActivityKind) -> Event {
    Event::Acted(Acted { activity, note: "说了排水沟的事".to_owned() })
}

pub(crate) fn notified() -> Event {
    let told = Told::Written;
    Event::Notified(Notified {
        notice: NoticeKind::Accepted,
        told,
        proof: String::new(),
        why: String::new(),
        basis: String::new(),
        body: String::new(),
    })
}

pub(crate) fn accepted() -> Event {
    Event::Accepted(Accepted { doc: String::new() })
}

pub(crate) fn objected() -> Event {
    Event::Objected(Objected {
        to: "县信访局".to_owned(), why: "属水利局职权".to_owned()
    })
}

pub(crate) fn replied(claim: u16) -> Event {
    Event::Replied(Replied {
        claim,
        outcome: Outcome::SupportedDone,
        text: "予以支持".to_owned(),
        doc: String::new(),
        carry_out_by: None,
    })
}

pub(crate) fn delivered(what: Delivery) -> Event {
    let (told, proof) = (Told::Written, String::new());
    Event::Delivered(Delivered { what, told, proof, remedies_told: true })
}

pub(crate) fn extended(days: u32) -> Event {
    let (reason, approved_by) = ("需要评估".to_owned(), "镇长".to_owned());
    Event::Extended(Extended { days, reason, approved_by })
}

pub(crate) fn answered() -> Answered {
    Answered { text: "维持".to_owned(), doc: String::new() }
}

pub(crate) fn mediated(result: MediationResult) -> Event {
    let (mediator, note) = ("调解员".to_owned(), String::new());
    Event::Mediated(Mediated { mediator, result, note, remedies_told: true, asked_on: None })
}

/// An oral agreement; each term a day and who owes.
pub(crate) fn agreed(terms: &[(&str, Owes)]) -> Event {
    let term = |(due, owes): &(&str, Owes)| Performance {
        what: "清沟".to_owned(),
        due: d(due),
        owes: *owes,
    };
    Event::Agreed(Agreed {
        replaces: false,
        form: AgreementForm::Oral,
        text: "清沟并赔土豆".to_owned(),
        terms: terms.iter().map(term).collect(),
    })
}

pub(crate) fn checked(promise: &str) -> PerformanceChecked {
    PerformanceChecked { promise: promise.to_owned(), note: String::new() }
}

pub(crate) fn planned(due: &str) -> Event {
    Event::Planned(Planned { measure: "清沟".to_owned(), due: d(due) })
}

pub(crate) fn at_once() -> Event {
    Event::HandledAtOnce(HandledAtOnce { what: "换了井盖".to_owned(), told: Told::InPerson })
}

pub(crate) fn resolved() -> Event {
    Event::Resolved(Resolved { how: "沟清了,钱付了".to_owned(), evidence: String::new() })
}

pub(crate) fn reopened(reason: ReopenReason) -> Event {
    Event::Reopened(Reopened { reason, note: "又堵了".to_owned() })
}

pub(crate) fn followed_up() -> Event {
    let (carried_out, recurred, wish) = (Tri::Yes, Tri::No, String::new());
    Event::FollowedUp(FollowedUp { carried_out, recurred, wish, post: "网格员".to_owned() })
}

pub(crate) fn handed_up() -> Event {
    Event::HandedUp(HandedUp {
        to: "青禾镇".to_owned(),
        why: "村里办不了".to_owned(),
        place: String::new(),
    })
}

pub(crate) fn tier_set(tier: Tier) -> Event {
    Event::TierSet(TierSet {
        tier,
        why: "会诊决定".to_owned(),
        post: "总召集人".to_owned(),
        confirms: false,
        despite: Vec::new(),
    })
}

pub(crate) fn corrected(entry: EntryId, on: &str, event: Event) -> Event {
    let event = Box::new(event);
    Event::Corrected(Corrected { entry, on: d(on), event, why: "写错了".to_owned() })
}

pub(crate) fn struck(entry: EntryId) -> Event {
    Event::Struck(Struck::plain(entry, "登错了".to_owned()))
}

pub(crate) fn referred(claim: u16) -> Event {
    Event::Referred(Referred {
        claim,
        way: LegalWay::Court,
        body: "县法院".to_owned(),
        told: Told::Written,
        proof: String::new(),
        route: None,
        why: String::new(),
        post: String::new(),
    })
}

pub(crate) fn route_ended(claim: u16, result: RouteResult) -> Event {
    Event::RouteEnded(RouteEnded { claim, result, text: "判决4月1日前付款".to_owned() })
}

pub(crate) fn withdrawn(claim: Option<u16>) -> Event {
    let (words, present) = ("我不要了".to_owned(), "调解员、网格员".to_owned());
    Event::Withdrawn(Withdrawn { claim, words, present, told_may_return: true })
}

pub(crate) fn closed(ground: CloseGround, visits: bool) -> Event {
    let (text, told) = ("复查维持".to_owned(), Told::Written);
    Event::LawfullyClosed(LawfullyClosed { ground, text, told, visits })
}

pub(crate) fn delist_asked(post: &str) -> Event {
    Event::DelistAsked(DelistAsked { post: post.to_owned(), evidence: "卷3盒2".to_owned() })
}

pub(crate) fn delist_refused(post: &str) -> Event {
    Event::DelistRefused(DelistRefused { post: post.to_owned(), why: "还没回访".to_owned() })
}

pub(crate) fn delisted(post: &str) -> Event {
    Event::Delisted(Delisted { post: post.to_owned(), note: String::new() })
}

pub(crate) fn forwarded(feedback_by: &str) -> Event {
    Event::Forwarded(Forwarded {
        how: Forwarding::Assign,
        to: "水利站".to_owned(),
        doc: String::new(),
        feedback_by: Some(d(feedback_by)),
    })
}

pub(crate) fn answer_came() -> Event {
    Event::AnswerCame(AnswerCame { from: "水利站".to_owned(), text: "已清沟".to_owned() })
}
