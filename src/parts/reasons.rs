//! A decision with its reasons: what it is, why, what is missing, what never counts.

use crate::controls::{Child, El, all, div, el, unless_empty};
use jieyou_view::screens::matter::{KindView, ReasonView, TierView};
use jieyou_view::text::frame::FrameText;

fn list(reasons: Vec<ReasonView>) -> El {
    let row = |r: ReasonView| {
        let id = div("span", "reason__id").child(r.id);
        div("li", "reason")
            .attr("data-met", r.met)
            .child(div("span", "reason__mark").child(r.mark))
            .child(div("span", "reason__text").child(id).space().child(r.text))
            .child(unless_empty("span", "reason__facts", r.facts))
    };
    div("ul", "reasons__list").child(all(reasons, row))
}

fn said(text: String) -> Option<El> {
    unless_empty("p", "reasons__overridden", text)
}

/// The list a matter stands on, and what it is, with reasons.
pub(crate) fn reasons(tier: Option<TierView>, kind: Option<KindView>, t: &FrameText) -> El {
    let tier = tier.map(|tier| {
        let missing = (!tier.missing.is_empty()).then(|| {
            div("div", "reasons__missing")
                .child(div("h3", "reasons__subtitle").child(t.m_missing))
                .child(el("ul").child(all(tier.missing, |l| el("li").child(l))))
        });
        let never =
            el("details").child(el("summary").child(t.m_never)).child(el("p").child(tier.never));
        vec![
            div("p", "reasons__verdict").child(tier.verdict).draw(),
            said(tier.overridden).draw(),
            list(tier.reasons).draw(),
            missing.draw(),
            never.draw(),
        ]
    });
    let kind = kind.map(|kind| {
        let title =
            div("h3", "reasons__subtitle").child(t.m_what_it_is).child(" · ").child(kind.word);
        vec![title.draw(), said(kind.overridden).draw(), list(kind.reasons).draw()]
    });
    div("div", "reasons").child(tier).child(kind)
}
