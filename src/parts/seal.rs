//! The seal of a list, and the tag of a state: a word with a shape.

use crate::controls::{El, all, div};
use jieyou_view::text::terms::{SealView, TagView};

/// The seal of a list.
pub(crate) fn seal(view: &SealView) -> El {
    drawn("seal", view)
}

/// The seal of a list, in a line of text.
pub(crate) fn small_seal(view: &SealView) -> El {
    drawn("seal seal--inline", view)
}

fn drawn(class: &'static str, view: &SealView) -> El {
    let number = (!view.number.is_empty()).then(|| {
        let parts = [("seal__number", view.number), ("seal__dot", "·")];
        all(parts, |(class, text)| div("span", class).child(text))
    });
    div("span", class)
        .attr("data-tier", view.tier)
        .child(number)
        .child(div("span", "seal__name").child(view.name))
}

/// A state as a word with a shape.
pub(crate) fn tag(text: impl Into<String>, state: &'static str) -> El {
    let text: String = text.into();
    div("span", "tag").attr("data-state", state).child(text)
}

/// The tag of a view.
pub(crate) fn tag_of(view: &TagView) -> El {
    tag(view.word, view.state)
}
