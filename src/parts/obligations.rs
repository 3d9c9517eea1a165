//! Obligations: each opens into why that day.

use super::{day_strip, deadline, tag};
use crate::controls::{El, all, div, el};
use crate::routes::Route;
use jieyou_view::screens::matter::ObligationView;

/// A list of obligations. `why` is the word that opens one.
pub(crate) fn obligations(owed: Vec<ObligationView>, why: &'static str) -> El {
    div("ul", "obligations").child(all(owed, |o| obligation(o, why)))
}

fn obligation(o: ObligationView, why: &'static str) -> El {
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
        .child(div("span", "obligation__name").child(o.duty).space().child(told))
        .child(deadline(o.deadline))
        .child(div("span", "obligation__why").child(why));
    let details = div("details", "obligation__details")
        .child(summary)
        .child(div("div", "obligation__body").child(body));
    el("li").attr("class", "obligation").child(details)
}
