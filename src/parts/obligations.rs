//! Obligations: each opens into why that day.

use super::{day_strip, deadline, tag};
use crate::controls::{El, all, button, div, el, unless_empty};
use crate::routes::Route;
use jieyou_view::screens::matter::ObligationView;
use jieyou_view::screens::today::ActView;

/// A list of obligations. `why` is the word that opens one, `open` what its button does.
pub(crate) fn obligations(
    owed: Vec<ObligationView>,
    why: &'static str,
    open: impl Fn(&ActView) + Copy + Send + 'static,
) -> El {
    div("ul", "obligations").child(all(owed, |o| {
        let cannot = o
            .cannot
            .clone()
            .map(|act| button("button button--quiet button--small", act.word, move |_| open(&act)));
        let cannot = cannot.map(|act| div("p", "screen-only").writes().child(act));
        obligation(o, why, cannot)
    }))
}

fn obligation(o: ObligationView, why: &'static str, cannot: Option<El>) -> El {
    let told = (!o.told.is_empty()).then(|| tag(o.told, if o.is_told { "met" } else { "waiting" }));
    let href = Route::Rule(o.rule).href();
    let article = el("a").attr("href", href).attr("lang", "zh-CN").child(o.article);
    let level = div("span", "day-strip__level").attr("data-level", o.level).child(o.verified);
    let quote = div("blockquote", "day-strip__quote").attr("lang", "zh-CN").child(o.quote);
    let law = div("div", "day-strip__law")
        .child(div("p", "day-strip__article").child(article).space().child(level))
        .child(quote)
        .child(div("p", "day-strip__notice").child(o.expiry));
    let body = match o.strip {
        Some(strip) => day_strip(strip, law),
        None => div("figure", "day-strip")
            .child(div("figcaption", "day-strip__sum").child(o.sum))
            .child(law)
            .child(all(o.notes, |n| div("p", "day-strip__notice").child(n))),
    };
    let summary = div("summary", "obligation__summary")
        .attr("id", o.anchor)
        .child(div("span", "obligation__name").child(o.duty).space().child(told))
        .child(deadline(o.deadline))
        .child(div("span", "obligation__why").child(why));
    let details = div("details", "obligation__details")
        .child(summary)
        .child(div("div", "obligation__body").child(body).child(cannot));
    el("li").attr("class", "obligation").child(details).child(unless_empty(
        "p",
        "obligation__reason",
        o.reason,
    ))
}
