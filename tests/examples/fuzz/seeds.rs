//! What is broken and what it is read into: files of several units, purposes and ages, and
//! ledgers that have something to lose.

use crate::rng::Rng;
use jieyou_cli::sample::{Sample, export};
use jieyou_cli::wait::wait;
use jieyou_domain::facts::{By, Registered, UnitProfile};
use jieyou_domain::json::read;
use jieyou_domain::ledger::{Command, Event};
use jieyou_domain::time::parse_date;
use jieyou_domain::{Date, Id, Realm, Subject};
use jieyou_store::contact::{Contact, Party};
use jieyou_store::event_store::{Batch, EventStore as _, Loaded};
use jieyou_store::local::Aside;
use jieyou_store::{Export, Journal, Memory, Purpose};

const GOLDEN: &str = include_str!("../../golden/v1-first.json");
pub(crate) const NOW: u64 = 1_780_000_000_000;

pub(crate) type Ledger = Journal<Memory>;

/// Everything that a run begins with.
pub(crate) struct Seeds {
    files: Vec<String>,
    /// Large, so seldom taken.
    large: String,
    ledgers: Vec<(Realm, Loaded)>,
}

pub(crate) fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

pub(crate) fn open(store: Memory, realm: Realm) -> Ledger {
    wait(Journal::open(store, realm)).map_err(|failed| failed.error).unwrap()
}

/// A store that holds the same as was loaded.
pub(crate) fn store(loaded: &Loaded) -> Memory {
    let store = Memory::new();
    let batch = Batch {
        records: loaded.records.iter().map(|(_, line)| line.clone()).collect(),
        contacts: pairs(&loaded.contacts),
        meta: pairs(&loaded.meta),
        ..Batch::default()
    };
    wait(store.append(0, &batch)).unwrap();
    store
}

fn pairs(texts: &jieyou_domain::compact::Map<String, String>) -> Vec<(String, String)> {
    texts.iter().map(|(key, text)| (key.clone(), text.clone())).collect()
}

pub(crate) fn by() -> By {
    By { post: "综治专干".to_owned(), unit: "柳树屯村".to_owned() }
}

/// Asks a ledger for something; refusals are part of life.
pub(crate) fn submit(ledger: &mut Ledger, command: Command, rng: &mut Rng) -> bool {
    let random = |bytes: &mut [u8]| rng.fill(bytes);
    wait(ledger.submit(command, date("2026-03-05"), by(), NOW, random)).is_ok()
}

pub(crate) fn register(n: u8) -> Command {
    let facts: Registered = read(
        r#"{"number":"","registered_on":"2026-03-02","danger":"no","channel":"visit",
            "title":"水渠堵了","claims":[{"text":"清沟","against":"neighbour"}],
            "reply_by":"in_person"}"#,
    )
    .unwrap();
    let (id, on) = (Id::from_bytes([n; 10]), date("2026-03-02"));
    Command::Register { id, on, facts: Box::new(facts), then: Vec::new() }
}

pub(crate) fn acted(n: u8, note: &str) -> Command {
    let data = serde_json::json!({"activity": "hear", "note": note});
    let event = Event::from_parts("matter.acted", data).unwrap();
    Command::Record { matter: Id::from_bytes([n; 10]), facts: vec![(date("2026-03-03"), event)] }
}

fn profile(kind: &str, name: &str) -> Command {
    let text = format!(r#"{{"kind":"{kind}","name":"{name}","code":"LS","reception":""}}"#);
    Command::ProfileUnit(read::<UnitProfile>(&text).unwrap())
}

fn contact(name: &str) -> Contact {
    let party = Party { role: "反映人".to_owned(), name: name.to_owned(), ..Party::default() };
    Contact { parties: vec![party] }
}

pub(crate) fn copy(ledger: &Ledger) -> String {
    let exported_on = date("2026-03-05");
    wait(ledger.export(Export { app: "fuzz", exported_on, purpose: Purpose::Copy })).unwrap()
}

/// A village with three matters, one contact and one that was wiped.
fn village(rng: &mut Rng) -> Ledger {
    let mut ledger = open(Memory::new(), Realm::Real);
    submit(&mut ledger, profile("village", "柳树屯村"), rng);
    for n in 1..4 {
        assert!(submit(&mut ledger, register(n), rng));
        submit(&mut ledger, acted(n, "听了双方的说法"), rng);
    }
    for (n, name) in [(1, Some("某某")), (2, Some("另一")), (2, None)] {
        let subject = Subject::matter(Id::from_bytes([n; 10]));
        wait(ledger.set_contact(subject, name.map(contact), NOW)).unwrap();
    }
    ledger
}

pub(crate) fn import(ledger: &mut Ledger, text: &str) {
    let plan = wait(ledger.plan_import(text, NOW)).unwrap();
    wait(ledger.apply_import(&plan, date("2026-03-05"))).unwrap();
}

/// A copied profile that was written on: both sides as files.
fn forked(ledger: &Ledger, rng: &mut Rng) -> [String; 2] {
    let loaded = wait(ledger.store().load()).unwrap();
    ["这一台", "那一台"].map(|note| {
        let mut twin = open(store(&loaded), Realm::Real);
        submit(&mut twin, acted(1, note), rng);
        copy(&twin)
    })
}

impl Seeds {
    pub(crate) fn new() -> Self {
        let rng = &mut Rng::of(0, 0);
        let village = village(rng);
        let [here, there] = forked(&village, rng);
        let mut township = open(Memory::new(), Realm::Real);
        submit(&mut township, profile("township", "青禾镇人民政府"), rng);
        for text in [&here, &there, &GOLDEN.to_owned()] {
            import(&mut township, text);
        }
        let aside =
            Aside {
                on: date("2026-03-06"), post: "信访专干".to_owned(), why: "读错了".to_owned()
            };
        wait(township.set_aside(2, aside)).unwrap();
        submit(&mut township, acted(2, "镇里也去看了"), rng);
        let exported_on = date("2026-03-05");
        let up = Export { app: "fuzz", exported_on, purpose: Purpose::HandedUp };
        let ids = [Id::from_bytes([1; 10]), Id::from_bytes([2; 10])];
        let handed = wait(village.hand_over(up, &ids, true)).unwrap();
        let mut golden = open(Memory::new(), Realm::Real);
        import(&mut golden, GOLDEN);
        let sample = export(Sample { matters: 2, seed: 1, on: date("2026-09-01") }).unwrap();
        let ledgers = [&open(Memory::new(), Realm::Real), &village, &township, &golden];
        Self {
            ledgers: ledgers.map(|l| (l.realm(), wait(l.store().load()).unwrap())).to_vec(),
            files: vec![GOLDEN.to_owned(), copy(&village), here, there, copy(&township), handed],
            large: sample,
        }
    }

    /// A file as a program wrote it.
    pub(crate) fn file(&self, rng: &mut Rng) -> &str {
        let small: &String = rng.pick(&self.files);
        if rng.one_in(500) { &self.large } else { small }
    }

    /// A ledger to read it into. An empty one is restored; the large file is of a training
    /// ledger, and so is what it is read into half of the time.
    pub(crate) fn ledger(&self, text: &str, rng: &mut Rng) -> (Realm, Loaded) {
        let start = text.get(..400).unwrap_or(text);
        if start.contains("\"training\"") && rng.one_in(2) {
            return (Realm::Training, Loaded::default());
        }
        rng.pick(&self.ledgers).clone()
    }
}
