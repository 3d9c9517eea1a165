//! How facts are read from JSON: what must be there, and after the semicolon what may be
//! left out.

use super::events::*;
use super::unit::{By, Place, Post, UnitProfile};
use crate::json::{Fields, Read, Value, Wrong};
use crate::reads;

reads!(UnitProfile { kind, name, code; reception, review_body, recheck_body });
reads!(By { post, unit });
reads!(PlacesListed { places });
reads!(PostsListed { posts });
reads!(TextAdopted { name, text });
reads!(Claim { text, against });
reads!(OutsideNumber { number; on });
reads!(Order { ; doc, feedback_by });
reads!(MustBy { on, what });
reads!(Registered {
    number, registered_on, danger, channel, title, claims, reply_by;
    outside, order, place, spot, story, households, people, kind, class, category, must_by,
    answers
});
reads!(Corrected { entry, on, event; why });
reads!(Struck { entry; why });
reads!(HandledAtOnce { what, told });
reads!(Reported { to });
reads!(Notified { notice, told; proof });
reads!(Accepted { ; doc });
reads!(Objected { to, why });
reads!(Classified { kind; claim, class, route, body, category });
reads!(Extended { days, reason, approved_by });
reads!(Replied { outcome, text; claim, doc, carry_out_by });
reads!(Delivered { what, told, remedies_told; proof });
reads!(Asked { ; note });
reads!(Answered { text; doc });
reads!(HearingHeld { to });
reads!(Mediated { mediator, result; note, remedies_told });
reads!(Performance { what, due, owes });
reads!(Agreed { form, text; terms });
reads!(PerformanceChecked { promise; note });
reads!(DutySet { body, post, no_interest; leader, competent });
reads!(Planned { measure, due });
reads!(Acted { activity, note });
reads!(HandedUp { to, why });
reads!(Resolved { how; evidence });
reads!(FollowedUp { carried_out, recurred, post; wish });
reads!(Reopened { reason, note });
reads!(TierSet { tier, why, post });

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
