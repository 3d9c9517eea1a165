//! The life of one invented matter, cut off at the ledger's last day.
//!
//! A life is told to its end; what would lie after the last day has not happened. Some
//! lives stall, so that there is something overdue.

mod known;
mod path;

use super::rng::Rng;
use super::stock::{Case, FOLLOW_UP, SPOTS, UNIT, Way};
use chrono::{Datelike as _, Days};
use jieyou_domain::Date;
use jieyou_domain::compact::Map;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::Event;
use jieyou_domain::time::Calendar;
use jieyou_store::script::{Said, Step};
use serde_json::Value;

/// How far back matters lie, in days.
const SPREAD: u32 = 450;

/// A life being told.
pub(super) struct Life<'a> {
    name: String,
    limit: Date,
    calendar: &'a Calendar,
    case: &'a Case,
    words: Words,
    /// The day reached.
    on: Date,
    /// The last day on which something was written down.
    written: Date,
    steps: Vec<Step>,
}

/// What stands for the varying parts of a case's texts.
struct Words {
    n: u32,
    yuan: u32,
    month: u32,
    spot: &'static str,
}

impl Words {
    fn fill(&self, text: &str) -> String {
        text.replace("{n}", &self.n.to_string())
            .replace("{yuan}", &self.yuan.to_string())
            .replace("{month}", &self.month.to_string())
            .replace("{spot}", self.spot)
    }
}

impl<'a> Life<'a> {
    /// Begins a life: chooses a case and registers it.
    pub(super) fn begin(
        name: String,
        limit: Date,
        calendar: &'a Calendar,
        stock: (&'a [Case], &[Place]),
        rng: &mut Rng,
    ) -> Self {
        let (cases, places) = stock;
        let case = rng.pick(cases);
        // Two numbers multiplied lie nearer to the last day than one.
        let age = rng.between(0, SPREAD) * rng.between(0, 100) / 100;
        let mut on = limit - Days::new(u64::from(age));
        while !is_working(on, calendar) {
            on = on - Days::new(1);
        }
        let words = Words {
            n: rng.between(2, 9),
            yuan: rng.between(4, 96) * 50,
            month: (on.month() + 10) % 12 + 1,
            spot: rng.pick::<&str>(&SPOTS),
        };
        let steps = Vec::new();
        let mut life = Self { name, limit, calendar, case, words, on, written: on, steps };
        life.register(places, rng);
        life
    }

    /// Tells the rest, as far as it has happened.
    pub(super) fn run(mut self, rng: &mut Rng) -> Vec<Step> {
        // `None` only says where the telling stopped.
        let (Some(()) | None) = self.go(rng);
        self.steps
    }

    fn register(&mut self, places: &[Place], rng: &mut Rng) {
        let case = self.case;
        let channel = *rng.pick(match case.way {
            Way::Mediate => &[
                Channel::Visit,
                Channel::Visit,
                Channel::Call,
                Channel::Sweep,
                Channel::FromVillage,
                Channel::Police,
            ],
            Way::Spot => &[Channel::Call, Channel::Visit, Channel::Sweep, Channel::Hotline][..],
            Way::Sixth | Way::Fifth => &[
                Channel::Visit,
                Channel::Visit,
                Channel::Letter,
                Channel::Net,
                Channel::Hotline,
                Channel::Transferred,
                Channel::Assigned,
            ],
            Way::Suggest | Way::Ask => &[Channel::Net, Channel::Call, Channel::Deputies],
        });
        let kind = match case.way {
            Way::Mediate | Way::Spot => Kind::Dispute,
            Way::Sixth | Way::Fifth | Way::Suggest => Kind::Petition,
            Way::Ask => Kind::Inquiry,
        };
        let class = match kind {
            Kind::Petition if case.way == Way::Suggest => Some(Class::Suggestion),
            Kind::Petition => Some(Class::Appeal),
            Kind::Dispute | Kind::Inquiry => None,
        };
        let many = case.title.contains("{n}") || case.story.contains("{n}户");
        let danger = match rng.between(1, 100) {
            1..=2 if case.way == Way::Spot => Danger::Yes,
            1..=6 => Danger::Unknown,
            _ => Danger::No,
        };
        let reply_by = if rng.chance(4) { ReplyBy::NoContact } else { ReplyBy::Phone };
        let facts = Registered {
            number: String::new(),
            registered_on: self.on,
            danger,
            channel,
            outside: self.outside(channel, rng),
            order: self.order(channel, rng),
            place: Some(rng.pick(places).id.clone()),
            spot: self.words.spot.to_owned(),
            title: self.words.fill(&case.title),
            story: self.words.fill(&case.story),
            claims: vec![Claim { text: self.words.fill(&case.claim), against: case.against }],
            households: many.then_some(self.words.n),
            people: many.then(|| self.words.n * rng.between(1, 3)),
            reply_by,
            kind: Some(kind),
            class,
            category: Some(case.category.clone()),
            must_by: self.must_by(rng),
            answers: self.answers(rng),
            split_from: None,
        };
        let Ok(Value::Object(facts)) = serde_json::to_value(facts) else { return };
        let written = if rng.chance(6) { self.late(rng) } else { self.on };
        self.written = written.min(self.limit);
        self.steps.push(Step {
            matter: self.name.clone(),
            on: self.on,
            written: (self.written != self.on).then_some(self.written),
            post: FOLLOW_UP.to_owned(),
            register: Some(facts),
            ..Step::default()
        });
    }

    fn outside(&self, channel: Channel, rng: &mut Rng) -> Option<OutsideNumber> {
        let number = match channel {
            Channel::Hotline => {
                format!("工单{}{:05}", self.on.format("%Y%m%d"), rng.between(1, 99))
            }
            _ => return None,
        };
        Some(OutsideNumber { number, on: Some(self.on) })
    }

    fn order(&self, channel: Channel, rng: &mut Rng) -> Option<Order> {
        let doc = format!("青信交〔{}〕{}号", self.on.year(), rng.between(1, 99));
        let days = Days::new(u64::from(rng.between(25, 50)));
        (channel == Channel::Assigned).then(|| Order { doc, feedback_by: Some(self.on + days) })
    }

    fn must_by(&self, rng: &mut Rng) -> Option<MustBy> {
        let days = Days::new(u64::from(rng.between(10, 60)));
        let farming = self.case.category.starts_with("farm.") || self.case.category == "land.flow";
        (farming && rng.chance(40))
            .then(|| MustBy { on: self.on + days, what: "误了农时".to_owned() })
    }

    fn answers(&self, rng: &mut Rng) -> Map<String, String> {
        let mut answers = Map::new();
        let mut put = |question: &str, answer: &str| {
            answers.insert(question.to_owned(), answer.to_owned());
        };
        if let Some(aim) = self.aim(rng) {
            put("aim", aim);
        }
        if rng.chance(70) {
            put("earlier", if rng.chance(80) { "first" } else { "undone" });
        }
        if matches!(self.case.category.as_str(), "work.site" | "fam.old" | "work.odd")
            && rng.chance(60)
        {
            put("livelihood", "yes");
        }
        if rng.chance(12) {
            put("several_bodies", "yes");
        }
        if rng.chance(10) {
            put("old_cause", "yes");
        }
        answers
    }

    fn late(&self, rng: &mut Rng) -> Date {
        self.on + Days::new(u64::from(rng.between(1, 4)))
    }

    /// Moves on by some days to a working day. `None` when that lies after the last day,
    /// or when the matter stalls here.
    fn later(&mut self, from: u32, to: u32, rng: &mut Rng) -> Option<()> {
        let days = rng.between(from, to);
        if days > 0 && rng.chance(4) {
            return None;
        }
        let mut on = self.on + Days::new(u64::from(days));
        while !is_working(on, self.calendar) {
            on = on + Days::new(1);
        }
        self.on = on;
        (on <= self.limit).then_some(())
    }

    /// Writes facts of the day reached; now and then some days late.
    fn say(&mut self, post: &str, events: &[Event], rng: &mut Rng) -> Option<()> {
        if events.is_empty() {
            return Some(());
        }
        let written = if rng.chance(5) { self.late(rng) } else { self.on };
        let written = written.max(self.written);
        if written > self.limit {
            return None;
        }
        self.written = written;
        self.steps.push(Step {
            matter: self.name.clone(),
            on: self.on,
            written: (written != self.on).then_some(written),
            post: post.to_owned(),
            events: events.iter().map(Said::of).collect(),
            ..Step::default()
        });
        Some(())
    }
}

/// Whether offices work; by the weekday alone in years without a calendar, since
/// invented matters owe nobody an exact day.
fn is_working(day: Date, calendar: &Calendar) -> bool {
    calendar
        .kind(day)
        .map_or_else(|_| day.weekday().number_from_monday() <= 5, |kind| kind.is_working())
}
