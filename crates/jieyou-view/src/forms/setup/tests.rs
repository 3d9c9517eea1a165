//! Units, places and posts, as pasted.

use super::*;
use crate::Lang;
use crate::forms::samples::{Desk, assert_english, keys, problem, with};

fn minted() -> impl FnMut() -> Id {
    let mut n = 0;
    move || {
        n += 1;
        Id::from_bytes([n; 10])
    }
}

#[test]
fn a_profile_is_accepted_and_read_back() {
    let mut desk = Desk::new(UnitKind::Township);
    let draft = unit_blank(&desk.ctx(), "ZZ");
    assert_eq!(draft.get("code"), "LS");
    let draft = with(&draft, &[("code", "lh2"), ("recheck_body", "市政府")]);
    let draft = with(&draft, &[("phone", " 0451-1 "), ("help", "县法院\n县人社局")]);
    let submission = read_unit(&desk.ctx(), &draft).unwrap();
    desk.run(submission.command).unwrap();
    let unit = desk.book.unit().unwrap();
    assert_eq!((unit.code.as_str(), unit.recheck_body.as_str()), ("LH2", "市政府"));
    assert_eq!((unit.phone.as_str(), unit.help.as_str()), ("0451-1", "县法院\n县人社局"));
    let again = unit_blank(&desk.ctx(), "ZZ");
    assert_eq!((again.get("phone"), again.get("help")), ("0451-1", "县法院\n县人社局"));
    assert!(unit.addresses.is_empty());
    let court = with(&draft, &[("at_court", "县法院，中路1号")]);
    desk.run(read_unit(&desk.ctx(), &court).unwrap().command).unwrap();
    let again = unit_blank(&desk.ctx(), "ZZ");
    assert_eq!((again.get("at_court"), again.get("at_land")), ("县法院，中路1号", ""));
    let long = with(&draft, &[("help", "1\n2\n3\n4")]);
    assert_eq!(problem(read_unit(&desk.ctx(), &long)).0, "help");
}

#[test]
fn what_the_unit_is_decides_what_is_asked() {
    let desk = Desk::new(UnitKind::Village);
    let asked = |kind| unit_form(&desk.ctx(), &with(&Draft::default(), &[("kind", kind)]));
    // Where rights are exercised is asked in the settings, folded, and not at the beginning.
    assert_eq!(
        keys(&asked("village")),
        [
            "kind",
            "name",
            "code",
            "reception",
            "phone",
            "upper",
            "help",
            "at_court",
            "at_reconsider",
            "at_labour",
            "at_land",
            "at_inspect",
            "at_injury"
        ]
    );
    assert!(keys(&asked("township")).contains(&"review_body"));
    let ctx = FormContext { lang: Lang::En, ..desk.ctx() };
    for form in [unit_form(&ctx, &Draft::default()), places_form(&ctx), posts_form(&ctx)] {
        assert_english(&form);
    }
}

#[test]
fn codes_are_capital_letters_and_digits() {
    let desk = Desk::new(UnitKind::Village);
    for code in ["", "柳树", "L-1", "ABCDEFGHI"] {
        let draft = with(&unit_blank(&desk.ctx(), ""), &[("code", code)]);
        assert_eq!(problem(read_unit(&desk.ctx(), &draft)).0, "code");
    }
    assert_eq!(suggested_code([0, 255]), "AR");
}

#[test]
fn places_are_pasted_one_a_line() {
    let mut desk = Desk::new(UnitKind::Village);
    let text = "西屯\n\n东屯\n 南屯 \t230100000002\t备注\n西屯";
    let draft = with(&Draft::default(), &[("places", text)]);
    let listed = read_places(&desk.ctx(), &draft, &mut minted()).unwrap();
    assert_eq!(listed.notes.len(), 2);
    desk.run(listed.submission.command).unwrap();
    let names: Vec<&str> = desk.book.places().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["东屯", "西屯", "南屯"]);
    assert!(desk.book.place("230100000002").is_some());
}

#[test]
fn posts_are_pasted_one_a_line() {
    let mut desk = Desk::new(UnitKind::Village);
    let draft = with(&Draft::default(), &[("posts", "村书记\n网格员")]);
    let listed = read_posts(&desk.ctx(), &draft, &mut minted()).unwrap();
    desk.run(listed.submission.command).unwrap();
    assert_eq!(desk.book.posts().count(), 4);
}

#[test]
fn each_problem_names_its_line() {
    let desk = Desk::new(UnitKind::Village);
    for (text, says) in [
        ("西屯\n南屯\t2301", "第2行的代码不是12位"),
        ("西屯\t230100000001", "第1行的代码已经用过"),
        (&"屯".repeat(61), "第1行超过60字"),
        ("东屯", "没有新的名称"),
        ("", "没有新的名称"),
    ] {
        let draft = with(&Draft::default(), &[("places", text)]);
        let read = read_places(&desk.ctx(), &draft, &mut minted());
        let (field, text) = problem(read.map(|l| l.submission));
        assert_eq!(field, "places");
        assert!(text.contains(says), "{text}");
    }
}

#[test]
fn the_first_form_takes_places_and_posts_along() {
    let mut desk = Desk::new(UnitKind::Village);
    let unit = unit_blank(&desk.ctx(), "");
    let alone = read_first(&desk.ctx(), &with(&unit, &[("places", " \n")]), &mut minted()).unwrap();
    assert!(alone.more.is_empty());
    let draft = with(&unit, &[("places", "西屯\n西屯\n南屯"), ("posts", "网格员")]);
    let first = read_first(&desk.ctx(), &draft, &mut minted()).unwrap();
    assert_eq!(first.notes, ["西屯已经有了，没有重复添加。"]);
    for command in first.more {
        desk.run(command).unwrap();
    }
    assert_eq!((desk.book.places().count(), desk.book.posts().count()), (3, 3));
    let long = "屯".repeat(61);
    let wrong = with(&unit, &[("name", ""), ("places", &long), ("posts", &long)]);
    let problems = read_first(&desk.ctx(), &wrong, &mut minted()).unwrap_err();
    let fields: Vec<_> = problems.iter().map(|p| p.field.as_str()).collect();
    assert_eq!(fields, ["name", "places", "posts"]);
    let ctx = FormContext { lang: Lang::En, ..desk.ctx() };
    assert_english(&first_form(&ctx, &Draft::default()));
    assert_eq!(
        keys(&first_form(&desk.ctx(), &Draft::default()))[4..],
        ["phone", "help", "places", "posts"]
    );
}
