//! The word for every value of the closed sets, in both languages. Matches are
//! exhaustive: a new value without its word does not compile.
//!
//! Terms follow docs/glossary.md; 账, never 帐.

mod acts;
mod facts;
mod life;
mod trigger;

pub use acts::*;
pub use facts::*;
pub use life::*;
pub use trigger::trigger;

use super::Lang;

/// Choices of a form: the code and the word of each value, in the order given.
pub fn choices<T: Copy>(
    all: &[T],
    code: fn(T) -> &'static str,
    word: fn(T, Lang) -> &'static str,
    lang: Lang,
) -> Vec<(String, String)> {
    all.iter().map(|&v| (code(v).to_owned(), word(v, lang).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jieyou_domain::facts::*;
    use jieyou_domain::ledger::{Action, EventType, Stage};
    use std::collections::BTreeSet;

    #[track_caller]
    fn check<T: Copy>(all: &[T], word: fn(T, Lang) -> &'static str) {
        for lang in [Lang::Zh, Lang::En] {
            let words: BTreeSet<_> = all.iter().map(|&v| word(v, lang)).collect();
            assert_eq!(words.len(), all.len(), "{words:?}");
            for text in words {
                assert!(!text.is_empty() && !text.contains(['帐', '！', '!']), "{text}");
                assert_eq!(lang == Lang::En, text.is_ascii(), "{text}");
            }
        }
    }

    #[test]
    fn every_value_has_its_own_word_in_both_languages() {
        check(UnitKind::ALL, unit_kind);
        check(Danger::ALL, danger);
        check(Channel::ALL, channel);
        check(Source::ALL, source);
        check(CounterParty::ALL, counter_party);
        check(ReplyBy::ALL, reply_by);
        check(Kind::ALL, kind);
        check(Class::ALL, class);
        check(Route::ALL, route);
        check(Owes::ALL, owes);
        check(DeadlineKind::ALL, deadline_kind);
        check(Outcome::ALL, outcome);
        check(Ending::ALL, ending);
        check(Tier::ALL, tier);
        check(Told::ALL, told);
        check(NoticeKind::ALL, notice_kind);
        check(Delivery::ALL, delivery);
        check(MediationResult::ALL, mediation_result);
        check(AgreementForm::ALL, agreement_form);
        check(ActivityKind::ALL, activity_kind);
        check(ReopenReason::ALL, reopen_reason);
        check(Tri::ALL, tri);
        check(Forwarding::ALL, forwarding);
        check(LegalWay::ALL, legal_way);
        check(RouteResult::ALL, route_result);
        check(CloseGround::ALL, close_ground);
        check(FeedbackKind::ALL, feedback_kind);
        check(Need::ALL, need);
        check(MeetingKind::ALL, meeting_kind);
        check(LinkKind::ALL, link_kind);
        check(OutsideSystem::ALL, outside_system);
        check(OutsideMark::ALL, outside_mark);
        check(SealedKind::ALL, sealed_kind);
        check(Organ::ALL, organ);
        check(Service::ALL, service);
        check(&Stage::ALL, stage);
        check(&Action::ALL, action);
        check(EventType::ALL, event_type);
    }
}
