//! Who handles a claim by its route. What nobody typed goes along with the route; what
//! somebody typed stays, and is asked about.

use super::{as_drafted, prefix};
use crate::forms::context::FormContext;
use crate::forms::model::Draft;
use crate::text::words;
use jieyou_domain::classify::{Decision, Verdict};
use jieyou_domain::facts::Route;
use jieyou_domain::ledger::Matter;
use jieyou_domain::rules::Row;

/// Behind a claim's prefix: the body as the form filled it in, and for which route.
const FILLED: &str = "body-filled";
const FILLED_FOR: &str = "body-for";

/// The body that goes with a route: where the tables say that route, that of their row, or
/// else the usual one of the subject; of another route the one that all its rows name.
/// Empty where none is known, and for what this unit handles itself.
pub(super) fn of_route(
    ctx: &FormContext<'_>,
    category: &str,
    says: Option<&Decision<String>>,
    route: Option<Route>,
) -> String {
    let Some(route) = route.filter(|r| *r != Route::R6) else { return String::new() };
    let rules = ctx.book.rules();
    if let Some(says) = says.filter(|d| d.computed == route.code()) {
        let row = says.because.first().and_then(|r| rules.row(&r.rule));
        let named = row.map_or("", |(_, row)| words(&row.body, ctx.lang));
        let usual = rules.category(category).map_or("", |c| c.bodies.as_str());
        return if named.is_empty() { usual } else { named }.to_owned();
    }
    let rows = rules.table("route").map_or(&[][..], |table| &table.rows);
    let mut bodies = rows.iter().filter(|r| r.answer == route.code()).map(body_of(ctx));
    let first = bodies.next().unwrap_or_default();
    if bodies.all(|body| body == first) { first.to_owned() } else { String::new() }
}

fn body_of<'a>(ctx: &FormContext<'a>) -> impl Fn(&'a Row) -> &'a str + use<'a> {
    let lang = ctx.lang;
    move |row| words(&row.body, lang)
}

/// Whether a body stands in the table, so that it was filled in and not typed.
pub(super) fn is_of_table(ctx: &FormContext<'_>, body: &str) -> bool {
    let table = ctx.book.rules().table("route");
    table.is_some_and(|t| t.rows.iter().any(|row| row.body.zh == body || row.body.en == body))
}

/// Notes what stands in the form from the beginning: which route it is for, and whether it
/// was filled in.
pub(super) fn begin(draft: &mut Draft, at: usize, filled: &str) {
    let route = draft.get(&format!("{}route", prefix(at))).to_owned();
    draft.set(format!("{}{FILLED_FOR}", prefix(at)), route);
    draft.set(format!("{}{FILLED}", prefix(at)), filled);
}

/// What goes along with the routes as they are chosen now.
pub(super) fn follow(
    ctx: &FormContext<'_>,
    matter: &Matter,
    draft: &Draft,
) -> Vec<(String, String)> {
    let mut fills = Vec::new();
    let mut said: Option<Vec<Verdict>> = None;
    for at in 0..matter.state.claims.len() {
        let key = |name: &str| format!("{}{name}", prefix(at));
        let (of, route) = (key(FILLED_FOR), draft.get(&key("route")));
        if !draft.0.contains_key(&of) || draft.get(&of) == route {
            continue;
        }
        fills.push((of, route.to_owned()));
        if draft.get(&key("body")) == draft.get(&key(FILLED)) {
            let said = said.get_or_insert_with(|| as_drafted(ctx, matter, draft));
            let says = said.iter().find(|v| v.table == "route" && v.claim == Some(at));
            let says = says.map(|v| &v.decision);
            let route = Route::from_code(route);
            let body = of_route(ctx, draft.get("category"), says, route);
            fills.push((key(FILLED), body.clone()));
            fills.push((key("body"), body));
        }
    }
    fills
}

/// Whether somebody typed the body of a claim.
pub(super) fn is_typed(draft: &Draft, at: usize) -> bool {
    let body = draft.get(&format!("{}body", prefix(at)));
    !body.is_empty() && body != draft.get(&format!("{}{FILLED}", prefix(at)))
}
