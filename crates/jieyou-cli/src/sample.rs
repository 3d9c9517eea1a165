//! `jieyou sample`: an invented ledger of a township, the same for the same arguments.
//!
//! The ledger is written as a script and played through the journal; what `decide`
//! would refuse a clerk is refused here too.

mod life;
mod rng;
mod stock;

use crate::due::CALENDAR;
use crate::wait::wait;
use crate::{Exit, Failure, options};
use chrono::Datelike as _;
use jieyou_domain::facts::{Place, Post, UnitKind, UnitProfile};
use jieyou_domain::time::{Calendar, parse_date};
use jieyou_domain::{Date, Id, Realm};
use jieyou_store::backup::Purpose;
use jieyou_store::script::{FORMAT, Script, Step, play};
use jieyou_store::{Export, Journal, Memory};
use life::Life;
use rng::Rng;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write;
use stock::Case;

/// The base pack that the program brings along.
pub const PACK: &str = include_str!("../../../rules/base/pack.json");

/// More matters than a township sees in a lifetime.
const MATTERS_MAX: u32 = 100_000;

/// What to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// How many matters.
    pub matters: u32,
    /// Another seed is another ledger.
    pub seed: u64,
    /// The ledger's last day.
    pub on: Date,
}

pub(crate) fn command(arguments: &[String], output: &mut impl Write) -> Result<Exit, Failure> {
    let ([matters, seed, on], left) = options(arguments, ["--matters", "--seed", "--on"])?;
    if let Some(stray) = left.first() {
        return Err(Failure::Usage(format!("unexpected argument {stray:?}")));
    }
    let wrong = |what: &str| Failure::Usage(what.to_owned());
    let matters = matters.and_then(|n| n.parse().ok()).filter(|n| *n <= MATTERS_MAX);
    let matters = matters.ok_or_else(|| wrong("--matters needs a number from 0 to 100000"))?;
    let seed = seed.and_then(|n| n.parse().ok());
    let seed = seed.ok_or_else(|| wrong("--seed needs an integer from 0"))?;
    // Matters lie up to fifteen months back; both ends must stay dates of four digits.
    let on = on.and_then(|d| parse_date(&d)).filter(|d| (1972..=9000).contains(&d.year()));
    let on = on.ok_or_else(|| wrong("--on needs a date from 1972 on, as 2026-04-16"))?;
    output.write_all(export(Sample { matters, seed, on })?.as_bytes())?;
    Ok(Exit::Good)
}

/// Makes the ledger and returns its export.
///
/// # Errors
///
/// Returns what was refused; that is a fault of this program.
pub fn export(sample: Sample) -> Result<String, Failure> {
    let fault = |what: &str| Failure::Other(format!("sample/refused: {what}"));
    let mut rng = Rng::new(sample.seed);
    let cases = stock::cases().map_err(|e| fault(&e.to_string()))?;
    let script = script(sample, &cases, &mut rng);
    let opened = wait(Journal::open(Memory::new(), Realm::Training));
    let mut journal = opened.map_err(|e| fault(&e.error.to_string()))?;
    wait(play(&script, &mut journal, PACK, CALENDAR, |bytes| rng.fill(bytes)))
        .map_err(|e| fault(&e.to_string()))?;
    let app = concat!("jieyou sample ", env!("CARGO_PKG_VERSION"));
    let export = Export { app, exported_on: sample.on, purpose: Purpose::Copy };
    wait(journal.export(export)).map_err(|e| fault(&e.to_string()))
}

/// Writes the ledger as a script.
fn script(sample: Sample, cases: &[Case], rng: &mut Rng) -> Script {
    let id = |rng: &mut Rng| {
        let mut bytes = [0; 10];
        rng.fill(&mut bytes);
        Id::from_bytes(bytes).to_string()
    };
    let place = |name: &&str| Place { id: id(rng), name: (*name).to_owned(), open: true };
    let places: Vec<Place> = stock::PLACES.iter().map(place).collect();
    let post = |name: &&str| Post { id: id(rng), name: (*name).to_owned(), open: true };
    let posts: Vec<Post> = stock::POSTS.iter().map(post).collect();
    // The built-in calendar is data of this program; a test reads it.
    let calendar = Calendar::from_json(CALENDAR).unwrap_or_default();
    let mut steps = Vec::new();
    for at in 0..sample.matters {
        let life = Life::begin(format!("m{at:06}"), sample.on, &calendar, (cases, &places), rng);
        steps.extend(life.run(rng));
    }
    number(&mut steps);
    Script {
        format: FORMAT.to_owned(),
        realm: Realm::Training,
        today: sample.on,
        note: String::new(),
        unit: unit(),
        places,
        posts,
        others: Vec::new(),
        steps,
    }
}

/// Numbers the matters in the order they were written down, as the ledger itself would;
/// doing it once is faster than asking the ledger each time.
fn number(steps: &mut [Step]) {
    let mut order: Vec<&mut Step> = steps.iter_mut().filter(|s| s.register.is_some()).collect();
    order.sort_by_key(|s| s.written());
    let mut used: BTreeMap<i32, u32> = BTreeMap::new();
    for step in order {
        let year = step.written().year();
        let n = used.entry(year).or_default();
        *n += 1;
        if let Some(facts) = &mut step.register {
            let number = format!("{}-{year}-{n:04}", stock::CODE);
            facts.insert("number".to_owned(), Value::String(number));
        }
    }
}

fn unit() -> UnitProfile {
    UnitProfile {
        addresses: Default::default(),
        kind: UnitKind::Township,
        name: stock::UNIT.to_owned(),
        code: stock::CODE.to_owned(),
        reception: "镇综治中心一楼，工作日8:30—17:00".to_owned(),
        review_body: "青山县人民政府".to_owned(),
        recheck_body: "松岭市人民政府".to_owned(),
        phone: String::new(),
        help: String::new(),
        upper: String::new(),
    }
}
