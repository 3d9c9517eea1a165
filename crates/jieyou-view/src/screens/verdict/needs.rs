//! What an answer asks of the office, point by point, and how each stands.

use super::{About, NeedView};
use crate::text::terms::TagView;
use crate::text::{Both, both, words};
use jieyou_domain::facts::ReplyBy;
use jieyou_domain::rules::TableAnswer;

/// A point for which somebody has to be reached.
const NO_CONTACT: Both =
    both!("没留联系方式，办不到；来问时补办", "nobody to reach; done when they ask");

/// The points, each done, not done, or seen to by people; or not to be done, where nobody
/// left word how to be reached.
pub(super) fn needs(
    answer: Option<&TableAnswer>,
    done: &[Option<bool>],
    about: About<'_>,
) -> Vec<NeedView> {
    let lang = about.frame.lang;
    let registered = about.matter.state.registered.as_ref();
    let nobody = registered.is_some_and(|r| r.reply_by == ReplyBy::NoContact);
    let all = answer.into_iter().flat_map(|a| &a.needs).zip(done);
    all.map(|(need, done)| {
        let (word, state) = match done {
            Some(true) => (both!("已做", "done"), "met"),
            Some(false) if nobody && need.reachable => (NO_CONTACT, "waiting"),
            Some(false) => (both!("还没做", "not done"), "not-started"),
            None => (both!("自己核对", "see to it"), "waiting"),
        };
        let state = TagView { word: word.to(lang), state };
        NeedView { text: words(&need.words, lang).to_owned(), state }
    })
    .collect()
}
