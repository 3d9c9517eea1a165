//! How facts stand in JSON: what must be there, and after the semicolon what may be left
//! out.

use super::events::*;
use super::exchange::*;
use super::judge::*;
use super::law::*;
use super::life::*;
use super::sealed::*;
use super::unit::{By, Place, Post, UnitProfile};
use crate::json::{Fields, Object, Read, Value, Write, Wrong, text_value};
use crate::{reads, reads_and_writes};

reads_and_writes!(UnitProfile {
    kind, name, code;
    reception, review_body, recheck_body, phone, help, addresses, upper
});
reads_and_writes!(By { post, unit });
reads_and_writes!(PlacesListed { places });
reads_and_writes!(PostsListed { posts });
reads_and_writes!(TextAdopted { name, text });
reads_and_writes!(Claim { text, against });
reads_and_writes!(OutsideNumber { number; on });
reads_and_writes!(Order { ; doc, feedback_by });
reads_and_writes!(MustBy { on, what });
reads_and_writes!(Registered {
    number, registered_on, danger, channel, title, claims, reply_by;
    outside, order, place, spot, story, households, people, kind, class, category, must_by,
    answers, split_from
});
reads_and_writes!(Corrected { entry, on, event; why });
reads_and_writes!(Struck { entry; why, stands });
reads_and_writes!(HandledAtOnce { what, told });
reads_and_writes!(Reported { to });
reads_and_writes!(Notified { notice, told; proof, why, basis, body });
reads_and_writes!(Accepted { ; doc });
reads_and_writes!(Objected { to, why });
reads_and_writes!(Classified { kind; claim, class, route, body, category, against, why, post });
reads_and_writes!(Extended { days, reason, approved_by });
reads_and_writes!(Replied { outcome, text; claim, doc, carry_out_by });
reads_and_writes!(Delivered { what, told, remedies_told; proof });
reads_and_writes!(Asked { ; note });
reads_and_writes!(Answered { text; doc });
reads_and_writes!(HearingHeld { to });
reads_and_writes!(Mediated { mediator, result; note, remedies_told, asked_on });
reads_and_writes!(Performance { what, due, owes });
reads!(Agreed { form, text; terms, replaces });
reads_and_writes!(PerformanceChecked { promise; note });
reads_and_writes!(DutySet { body, post, no_interest; leader, competent });
reads_and_writes!(Planned { measure, due });
reads_and_writes!(Acted { activity, note });
reads_and_writes!(HandedUp { to, why; place });
reads_and_writes!(Resolved { how; evidence });
reads_and_writes!(FollowedUp { carried_out, recurred, post; wish });
reads_and_writes!(Reopened { reason, note });
reads!(TierSet { tier, why, post; confirms, despite });
reads_and_writes!(FactsNoted { answers; claim, note });
reads_and_writes!(Judged { table, why, post; claim, answer });
reads_and_writes!(Second { old, new });
reads_and_writes!(Reexamined { findings, opinion, stance, post });
reads_and_writes!(Split { claims, into, number; why });
reads_and_writes!(Joined { into, number; why });
reads_and_writes!(Linked { other, number, how; note });
reads_and_writes!(Forwarded { how, to; doc, feedback_by });
reads_and_writes!(AnswerCame { from, text });
reads_and_writes!(Referred { way, body, told; claim, proof, route, why, post });
reads_and_writes!(RouteEnded { result, text; claim });
reads_and_writes!(Withdrawn { words, present, told_may_return; claim });
reads_and_writes!(LawfullyClosed { ground, text, told; visits });
reads_and_writes!(SupportReferred { to, need, consent; note });
reads_and_writes!(DelistAsked { post, evidence });
reads_and_writes!(DelistRefused { post, why });
reads_and_writes!(Delisted { post; note });
reads_and_writes!(Appointed { what, day; time, place, who });
reads_and_writes!(Hindered { rule, cause, why, post; key, again_by });
reads_and_writes!(OutsideNoted { system, mark; number });
reads_and_writes!(SealedRecorded {
    number, kind, channel, organ, handed_on;
    also, receipt, receipt_on, services
});
reads_and_writes!(SealedFollowed { ; receipt, receipt_on, done, services });
reads_and_writes!(SealedStruck { entry });
reads_and_writes!(SignedFor { number; place });
reads_and_writes!(Returned { why });
reads_and_writes!(Urged { to; text });
reads_and_writes!(FedBack { kind, text });
reads_and_writes!(PassedOn { text, told });
reads_and_writes!(ContactHanded { to, purpose });
reads_and_writes!(RightNoted { ground; ruled_out, days, told, note });
reads_and_writes!(ProcedureSet { simple; ground, why });
reads_and_writes!(PackDropped { id; why });

/// A place or a post: it is still open where nothing is said.
fn listed(value: Value) -> Result<(String, String, bool), Wrong> {
    let mut fields = Fields::of(value)?;
    let open = if fields.has("open") { fields.take("open")? } else { true };
    Ok((fields.take("id")?, fields.take("name")?, open))
}

impl Read for Place {
    fn read(value: Value) -> Result<Self, Wrong> {
        listed(value).map(|(id, name, open)| Self { id, name, open })
    }
}

impl Read for Post {
    fn read(value: Value) -> Result<Self, Wrong> {
        listed(value).map(|(id, name, open)| Self { id, name, open })
    }
}

/// The opposite of [`listed`].
fn write_listed(id: &str, name: &str, open: bool) -> Value {
    let mut object = Object::default();
    object.set("id", text_value(id));
    object.set("name", text_value(name));
    if !open {
        object.put("open", &open);
    }
    object.done()
}

impl Write for Agreed {
    fn write(&self) -> Value {
        let mut object = Object::default();
        object.put("form", &self.form);
        object.put("text", &self.text);
        object.put_said("terms", &self.terms);
        // An agreement of before has no such field, and keeps its text.
        if self.replaces {
            object.put("replaces", &true);
        }
        object.done()
    }
}

impl Write for TierSet {
    fn write(&self) -> Value {
        let mut object = Object::default();
        object.put("tier", &self.tier);
        object.put("why", &self.why);
        object.put("post", &self.post);
        if self.confirms {
            object.put("confirms", &true);
        }
        object.put_said("despite", &self.despite);
        object.done()
    }
}

impl Write for Place {
    fn write(&self) -> Value {
        write_listed(&self.id, &self.name, self.open)
    }
}

impl Write for Post {
    fn write(&self) -> Value {
        write_listed(&self.id, &self.name, self.open)
    }
}
