//! What stands against the acts between two units.

use super::action::{Action, WhyNot};
use super::state::{Stage, State};

/// The answer where the act is one between units, or where the matter is not on this
/// unit's desk; nothing where others decide.
pub(super) fn possible(action: Action, state: &State) -> Option<Result<(), WhyNot>> {
    let exchange = &state.exchange;
    let no_if = |wrong: bool, why: WhyNot| if wrong { Err(why) } else { Ok(()) };
    let stage = state.stage();
    Some(match action {
        Action::SignFor => no_if(!exchange.is_upper, WhyNot::NotHandedToUs)
            .and_then(|()| no_if(!exchange.is_to_sign(), WhyNot::AlreadyDone)),
        Action::Return => no_if(!exchange.is_upper, WhyNot::NotHandedToUs)
            .and_then(|()| no_if(exchange.is_returned_here(), WhyNot::AlreadyDone))
            .and_then(|()| no_if(stage >= Stage::Observing, WhyNot::Settled)),
        Action::FeedBack => no_if(!exchange.is_upper, WhyNot::NotHandedToUs)
            .and_then(|()| no_if(exchange.is_returned_here(), WhyNot::NotHandedToUs))
            .and_then(|()| no_if(exchange.is_to_sign(), WhyNot::SignFirst)),
        Action::Urge => {
            let waits = exchange.is_waiting() || state.forwarded.is_some();
            no_if(!waits || stage >= Stage::Observing, WhyNot::NothingToUrge)
        }
        Action::PassOn => no_if(!exchange.is_to_tell(), WhyNot::NothingToPassOn),
        // Whether anything is owed, the rules say.
        Action::SayCannot => Ok(()),
        _ if exchange.is_to_sign() => Err(WhyNot::SignFirst),
        _ if exchange.is_returned_here() => Err(WhyNot::Settled),
        Action::HandUp if exchange.is_upper => Err(WhyNot::OnlyVillages),
        _ => return None,
    })
}
