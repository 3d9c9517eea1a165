//! How to reach the parties of a matter (practice, after P0-10): both sides, at most five
//! representatives, an agent. Kept beside the records, in no draft, and can be wiped.

use super::build::Build;
use super::context::FormContext;
use super::model::{Control, Draft, Form, PHONE, Problem, Shelf, Submission};
use super::reader::Reader;
use crate::text::forms::{contact as t, register};
use jieyou_domain::Id;
use jieyou_domain::ledger::Command;
use jieyou_store::contact::{Contact, Party};

/// Both sides, five representatives, an agent, and room for one more.
const PARTIES_MAX: usize = 9;
/// 信访工作条例 20③: a visit of several sends at most five.
const REPRESENTATIVES_MAX: usize = 5;

fn rows(draft: &Draft) -> usize {
    draft.get("parties").trim().parse().map_or(1, |n: usize| n.clamp(1, PARTIES_MAX))
}

fn key(row: usize, field: &str) -> String {
    // The first telephone has the key that a number in a text may be moved to.
    if row == 0 && field == "phone" { PHONE.to_owned() } else { format!("p{row}-{field}") }
}

/// What stands there: the contact that is known, or one empty row.
pub fn blank(known: Option<&Contact>) -> Draft {
    let mut draft = Draft::default();
    let parties = known.map_or(&[][..], |c| c.parties.as_slice());
    draft.set("parties", parties.len().max(1).to_string());
    if parties.is_empty() {
        draft.set(key(0, "role"), register::CITIZEN.to(crate::Lang::Zh));
    }
    for (row, party) in parties.iter().enumerate() {
        for (field, text) in [
            ("role", &party.role),
            ("name", &party.name),
            ("address", &party.address),
            ("phone", &party.phone),
        ] {
            draft.set(key(row, field), text);
        }
    }
    draft
}

/// The form.
pub fn form(ctx: &FormContext<'_>, draft: &Draft) -> Form {
    let lang = ctx.lang;
    let mut build = Build::of_unit(ctx);
    for row in 0..rows(draft) {
        let head = t::PARTY.with(lang, &[&(row + 1).to_string()]);
        let mut put = |field: &str, label: &str, control| {
            let field = build.put(&key(row, field), format!("{head}{label}"), "", control);
            field.shelf = Shelf::Reach;
        };
        put("role", t::ROLE.label.to(lang), Control::Select(roles(lang)));
        put("name", register::NAME.label.to(lang), Control::Line(40));
        put("address", register::ADDRESS.label.to(lang), Control::Line(120));
        put("phone", register::PHONE.label.to(lang), Control::Line(40));
    }
    if rows(draft) < PARTIES_MAX {
        build.add("parties", &t::ADD, Control::AddRow).shelf = Shelf::Reach;
    }
    build.form(t::TITLE.to(lang), t::INTRO.to(lang).to_owned(), t::SUBMIT)
}

/// Roles are stored in Chinese, as the first contacts were.
fn roles(lang: crate::Lang) -> Vec<(String, String)> {
    t::ROLES.iter().map(|r| (r.to(crate::Lang::Zh).to_owned(), r.to(lang).to_owned())).collect()
}

/// Reads the contact of `matter`: an entry is not written, it is kept beside them.
///
/// # Errors
///
/// Returns every problem, each at its field.
pub fn read(ctx: &FormContext<'_>, matter: Id, draft: &Draft) -> Result<Submission, Vec<Problem>> {
    let mut reader = Reader::new(ctx, draft);
    let mut parties = Vec::new();
    for row in 0..rows(draft) {
        let party = Party {
            role: reader.text(&key(row, "role"), &t::ROLE, 20),
            name: reader.text(&key(row, "name"), &register::NAME, 40),
            address: reader.text(&key(row, "address"), &register::ADDRESS, 120),
            phone: reader.text(&key(row, "phone"), &register::PHONE, 40),
        };
        if !(party.name.is_empty() && party.address.is_empty() && party.phone.is_empty()) {
            parties.push(party);
        }
    }
    let representative = t::ROLES[2].to(crate::Lang::Zh);
    if parties.iter().filter(|p| p.role == representative).count() > REPRESENTATIVES_MAX {
        reader.wrong(&key(0, "role"), t::TOO_MANY, &[]);
    }
    if parties.is_empty() {
        reader.wrong(&key(0, "name"), t::NOTHING, &[]);
    }
    let command = Command::Record { matter, facts: Vec::new() };
    reader.finish(Some(Submission { command, contact: Some(Contact { parties }) }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;
    use crate::forms::samples::{Desk, assert_english, with};
    use jieyou_domain::facts::{CounterParty, UnitKind};

    #[test]
    fn both_sides_are_kept_apart_and_read_back() {
        let desk = Desk::registered(UnitKind::Village, CounterParty::Neighbour);
        let ctx = desk.ctx();
        let draft = with(
            &blank(None),
            &[("p0-name", "张某"), ("parties", "2"), ("p1-role", "对方"), ("p1-phone", "0451-1")],
        );
        assert!(form(&ctx, &draft).fields.iter().all(super::super::model::Field::is_contact));
        let contact = read(&ctx, desk.matter().id, &draft).unwrap().contact.unwrap();
        let roles: Vec<_> = contact.parties.iter().map(|p| p.role.as_str()).collect();
        assert_eq!(roles, ["反映人", "对方"]);
        assert_eq!(
            read(&ctx, desk.matter().id, &blank(Some(&contact))).unwrap().contact,
            Some(contact)
        );
        assert_english(&form(&FormContext { lang: Lang::En, ..ctx }, &draft));
    }

    #[test]
    fn an_empty_one_says_so_and_representatives_are_five() {
        let desk = Desk::registered(UnitKind::Township, CounterParty::Government);
        let ctx = desk.ctx();
        let wrong = read(&ctx, desk.matter().id, &blank(None)).unwrap_err();
        assert_eq!(wrong[0].field, "p0-name");
        let mut six = with(&blank(None), &[("parties", "6")]);
        for row in 0..6 {
            six.set(key(row, "role"), "代表");
            six.set(key(row, "name"), "某");
        }
        assert_eq!(read(&ctx, desk.matter().id, &six).unwrap_err()[0].field, "p0-role");
    }
}
