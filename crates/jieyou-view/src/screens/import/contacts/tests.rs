//! What the preview says about contacts that would go.

use crate::screens::conflict::tests::{Ledger, copy, desks, now, read};
use crate::screens::import::{ImportView, preview};
use crate::screens::samples::{day, id};
use crate::text::Lang;
use jieyou_domain::Subject;
use jieyou_store::{Contact, Party};

const NOW: u64 = 1_780_000_000_000;

fn write(ledger: &mut Ledger, phone: Option<&str>, at: u64) {
    let of = |phone: &str| Party {
        role: "反映人".into(),
        name: "张某".into(),
        phone: phone.into(),
        ..Party::default()
    };
    let contact = phone.map(|phone| Contact { parties: vec![of(phone)] });
    now(ledger.set_contact(Subject::matter(id(1)), contact, NOW + at)).unwrap();
}

/// What the first desk is shown of the other's file.
fn seen(there: Option<&str>, lang: Lang) -> ImportView {
    let (mut ours, mut theirs) = desks();
    write(&mut ours, Some("0451-1111111"), 1);
    read(&mut theirs, &copy(&ours));
    write(&mut theirs, there, 2);
    let plan = now(ours.plan_import(&copy(&theirs), NOW)).unwrap();
    preview(&plan, ours.book(), day("2026-04-20"), lang)
}

#[test]
fn a_contact_that_would_be_replaced_stands_beside_the_one_of_the_file() {
    let view = seen(Some("0451-2222222"), Lang::Zh);
    let contact = &view.contacts[0];
    assert!(contact.title.ends_with("修路占地补偿"), "{contact:?}");
    assert_eq!(contact.here, [("反映人 · 张某 · 0451-1111111".to_owned(), true)]);
    assert_eq!(contact.there, [("反映人 · 张某 · 0451-2222222".to_owned(), true)]);
    assert_eq!(contact.take, "按文件里较新的改");
    let said = view.lines.join("\n");
    assert!(said.contains("有1份联系方式和本机的不一样"), "{said}");
    assert!(!said.contains("一条也不会") || said.contains("记录一条也不会删改"), "{said}");
}

#[test]
fn a_wipe_is_named_with_what_it_wipes() {
    let view = seen(None, Lang::En);
    assert_eq!(view.contacts[0].there, [("Wiped".to_owned(), true)]);
    assert_eq!(view.contacts[0].take, "Wipe it, as in the file");
    assert!(view.lines.iter().any(|line| line.starts_with("1 contacts were wiped")), "{view:?}");
}

#[test]
fn a_contact_that_says_the_same_is_not_asked_about() {
    assert!(seen(Some("0451-1111111"), Lang::Zh).contacts.is_empty());
}
