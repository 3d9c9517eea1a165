//! Rights that may run out beside a matter, on its page: each is confirmed by a person.

use super::matter::section;
use crate::browser::page;
use crate::controls::{El, all, button, div, el, unless_empty};
use crate::parts::tag;
use crate::routes::Route;
use crate::session::Session;
use jieyou_domain::Id;
use jieyou_domain::ledger::Action;
use jieyou_view::screens::matter::{RightView, SaidView};
use jieyou_view::text::frame::FrameText;

/// The section; nothing where neither a right nor anything else is to be known.
pub(super) fn rights(
    session: Session,
    id: Id,
    rights: Vec<RightView>,
    said: Vec<SaidView>,
    t: &'static FrameText,
) -> Option<El> {
    if rights.is_empty() && said.is_empty() {
        return None;
    }
    let list = (!rights.is_empty()).then(|| {
        vec![
            div("p", "quiet").child(t.m_rights_hint),
            div("ul", "rights").child(all(rights, |r| right(session, id, r))),
        ]
    });
    let known = (!said.is_empty()).then(|| {
        vec![
            div("h3", "verdict__subtitle").child(t.m_said),
            div("ul", "rights").child(all(said, known)),
        ]
    });
    Some(section("m-rights", t.m_rights).child(list).child(known))
}

fn right(session: Session, id: Id, r: RightView) -> El {
    let route = Route::Act(id, Action::NoteRight).href();
    let ground = r.ground;
    let open = move |_| {
        let fields = [("ground", ground.clone()), ("applies", "applies".to_owned())];
        session.drafts.fill(route.clone(), &fields);
        page::go(&route);
    };
    let name = div("span", "rights__name").child(r.name).space().child(tag(r.word, r.state));
    div("li", "rights__item")
        .child(div("p", "rights__head").child(name))
        .child(unless_empty("p", "rights__why", r.why))
        .child(all(r.days, |day| div("p", "rights__day").child(day)))
        .child(unless_empty("p", "rights__told", r.told))
        .child(div("p", "rights__act screen-only").writes().child(button(
            "button button--small",
            r.act,
            open,
        )))
}

fn known(s: SaidView) -> El {
    let law = el("span").attr("lang", "zh-CN").child(s.article);
    div("li", "rights__item")
        .attr("data-rule", s.rule)
        .child(div("p", "rights__head").child(div("span", "rights__name").child(s.text)))
        .child(div("p", "rights__why").child(s.means))
        .child(div("p", "rights__law").child(law))
        .child(div("blockquote", "day-strip__quote").attr("lang", "zh-CN").child(s.quote))
}
