//! Contacts of which a file says something else than this computer: a person chooses, one by
//! one, before anything is read in.

use super::Plan;
use crate::controls::{El, all, div};
use jieyou_view::screens::import::ContactView;
use jieyou_view::text::{Lang, merge};
use leptos::prelude::*;

/// Both sides of each, with the choice between them.
pub(super) fn contacts(plan: Plan, seen: Vec<ContactView>, lang: Lang) -> Vec<AnyView> {
    all(seen.into_iter().enumerate(), move |(at, contact)| {
        let side = |keeps: bool| {
            let (title, lines, word) = match keeps {
                true => (merge::CONTACT_HERE, &contact.here, merge::CONTACT_KEEP.to(lang)),
                false => (merge::CONTACT_THERE, &contact.there, contact.take),
            };
            let lines = all(lines.clone(), |(line, differs)| {
                div("li", "versus__line said").attr("data-differs", differs).child(line)
            });
            div("div", "versus__side flow")
                .child(div("p", "versus__by").child(title.to(lang)))
                .child(div("ul", "versus__lines").child(lines))
                .child(choice(plan, at, keeps, word))
        };
        div("div", "flow")
            .attr("role", "radiogroup")
            .attr("aria-label", contact.title.clone())
            .attr("data-row", "contact")
            .child(div("h3", "verdict__subtitle").child(contact.title.clone()))
            .child(div("div", "versus").child(side(true)).child(side(false)))
    })
}

fn choice(plan: Plan, at: usize, keeps: bool, word: &'static str) -> El {
    let input = div("input", "choice__input")
        .attr("type", "radio")
        .attr("name", format!("contact-{at}"))
        .prop("checked", move || plan.with_value(|p| p.differing[at].keeps == Some(keeps)))
        .on("change", move |_| plan.update_value(|p| p.differing[at].keeps = Some(keeps)));
    let text = div("span", "choice__text").child(word);
    div("label", "choice__item").child(input).child(text)
}

/// Whether one of them is not chosen yet.
pub(super) fn is_open(plan: Plan) -> bool {
    plan.with_value(|plan| plan.differing.iter().any(|d| d.keeps.is_none()))
}
