//! Which matters are proposed as the same, and that no person's name makes them so.

use crate::classify::{Alike, Likeness, alike};
use crate::facts::*;
use crate::ids::Id;
use crate::ledger::*;
use crate::testing::{Ledger, d, registered};

const PLACES: [(&str, &str); 3] = [("p1", "柳树屯一组（东屯）"), ("p2", "二组"), ("p3", "靠山屯")];

fn id(n: u16) -> Id {
    let mut bytes = [9; 10];
    bytes[..2].copy_from_slice(&n.to_be_bytes());
    Id::from_bytes(bytes)
}

/// A village with its places.
fn village() -> Ledger {
    let mut ledger = Ledger::new(UnitKind::Village);
    let place = |(id, name): (&str, &str)| Place { id: id.into(), name: name.into(), open: true };
    let places = PLACES.into_iter().map(place).collect();
    ledger.run(Command::ListPlaces(PlacesListed { places }), "2026-01-04").unwrap();
    ledger
}

/// A line: place, subject, title, and the thing it is about.
type Line<'a> = (&'a str, &'a str, &'a str, &'a str);

fn facts((place, subject, title, thing): Line<'_>) -> Registered {
    let mut facts = registered(Channel::Visit, CounterParty::Neighbour);
    facts.place = Some(place.to_owned()).filter(|p| !p.is_empty());
    facts.category = Some(subject.to_owned()).filter(|s| !s.is_empty());
    // There is always a title.
    if title.is_empty() { "事情" } else { title }.clone_into(&mut facts.title);
    if !thing.is_empty() {
        facts.answers.insert("thing".into(), thing.into());
    }
    facts
}

fn add(ledger: &mut Ledger, n: u16, on: &str, line: Line<'_>) {
    let facts = Box::new(facts(line));
    let command = Command::Register { id: id(n), on: d(on), facts, then: Vec::new() };
    ledger.run(command, on).unwrap();
}

fn wanted((place, subject, title, thing): Line<'_>) -> Likeness {
    let some = |text: &str| Some(text.to_owned()).filter(|t| !t.is_empty());
    let (title, thing) = (title.into(), thing.into());
    let (place, category) = (some(place), some(subject));
    Likeness { own: None, place, spot: String::new(), thing, title, category }
}

/// What is proposed for the second, where the first stands in the ledger.
fn between(a: Line<'_>, b: Line<'_>) -> Option<Alike> {
    let mut ledger = village();
    add(&mut ledger, 1, "2026-03-02", a);
    let there = alike(&ledger.book, &wanted(b));
    let mut ledger = village();
    add(&mut ledger, 1, "2026-03-02", b);
    let back = alike(&ledger.book, &wanted(a));
    let shown = |all: &[Alike]| all.first().map(|x| (x.place, x.subject));
    assert_eq!(shown(&there), shown(&back), "{a:?} {b:?}");
    there.into_iter().next()
}

#[track_caller]
fn check(a: Line<'_>, b: Line<'_>, thing: Option<&str>) {
    let found = between(a, b);
    assert_eq!(found.as_ref().map(|x| x.thing.as_str()), thing, "{a:?} {b:?}: {found:?}");
}

#[test]
fn one_thing_in_one_place_is_proposed_with_its_words() {
    let a = ("p2", "neigh.water", "水渠被堵", "东沟子水渠");
    let found = between(a, ("p2", "farm.water", "浇不上水", "东沟子的水渠")).unwrap();
    assert_eq!((found.thing.as_str(), found.place, found.subject), ("东沟子", true, None));
    let found = between(a, ("p2", "neigh.water", "东沟子水渠漏水", "")).unwrap();
    assert_eq!((found.thing.as_str(), found.subject), ("东沟子水渠", Some(true)));
    assert_eq!(found.on, Some(d("2026-03-02")));
}

#[test]
fn a_thing_is_known_without_place_or_subject_where_its_name_is_long() {
    check(("", "", "老榆树坝漏水", ""), ("p2", "", "老榆树坝要加固", ""), Some("老榆树坝"));
    check(("p1", "land.edge", "三岔河口", ""), ("p2", "trade.loan", "三岔河口", ""), None);
    check(("p1", "land.edge", "", "鹰嘴石"), ("p2", "land.edge", "", "鹰嘴石"), Some("鹰嘴石"));
}

#[test]
fn place_and_subject_alone_are_proposed_while_both_are_open() {
    let a = ("p2", "neigh.water", "屋后排水沟堵了", "");
    let b = ("p2", "neigh.water", "下雨积水", "");
    check(a, b, Some(""));
    check(a, ("p2", "neigh.noise", "下雨积水", ""), None);
    check(a, ("p1", "neigh.water", "下雨积水", ""), None);
    // Two things, each named.
    check(("p2", "neigh.water", "堵了", "鹰嘴石"), ("p2", "neigh.water", "堵了", "牛角湾"), None);
    let mut ledger = village();
    add(&mut ledger, 1, "2026-03-02", a);
    let done = HandledAtOnce { what: "清了".into(), told: Told::InPerson };
    let facts = vec![(d("2026-03-02"), Event::HandledAtOnce(done))];
    ledger.run(Command::Record { matter: id(1), facts }, "2026-03-02").unwrap();
    assert_eq!(alike(&ledger.book, &wanted(b)), []);
}

#[test]
fn the_very_same_words_in_one_place_count_and_are_named() {
    let a = ("p2", "neigh.water", "屋后积水", "屋后排水沟");
    check(a, ("p2", "", "要求清理", "屋后排水沟"), Some("屋后排水沟"));
    check(a, ("p2", "neigh.water", "要求清理", "屋后排水沟"), Some("屋后排水沟"));
    check(a, ("p1", "", "要求清理", "屋后排水沟"), None);
    check(a, ("p1", "neigh.water", "要求清理", "屋后排水沟"), None);
    check(("p2", "", "堵了", "水沟"), ("p2", "", "要求清理", "水沟"), None);
}

#[test]
fn plain_words_places_and_subjects_make_nothing_alike() {
    for (a, b) in [
        ("村东头排水沟堵了", "村东头路灯不亮"),
        ("柳树屯东屯水渠", "柳树屯东屯井盖"),
        ("补偿款一直没有发", "工资一直没有发"),
        ("两家宅基地边界纠纷", "两家承包地边界纠纷"),
        ("院墙占了通行的路", "院墙占了排水沟"),
        ("欠14人工资", "14人没有低保"),
        ("修路占地补偿没有发到户", "修路占了坟地"),
    ] {
        check(("p1", "", a, ""), ("p1", "", b, ""), None);
    }
}

#[test]
fn a_person_s_name_makes_nothing_alike() {
    for (a, b) in [
        ("张三家院墙占道", "张三家狗咬人"),
        ("张建国家院墙占道", "张建国家狗咬人"),
        ("老李头家的鸡舍", "老李头家的果树"),
        ("王某某欠款", "王某某打人"),
        ("马万才老师补课费", "马万才老师占地"),
        ("李四", "李四"),
        ("赵铁柱承包地", "赵铁柱宅基地"),
        ("与孙福来的地界", "与孙福来的合同"),
        ("刘主任不给盖章", "刘主任没答复"),
        ("上官家？张家", "张家、王家"),
    ] {
        for subject in ["", "neigh.loss"] {
            let thing = |text| ("p1", subject, "", text);
            let found = between(thing(a), thing(b));
            assert!(found.is_none_or(|x| x.thing.is_empty()), "{a} {b}");
            let title = |text| ("p1", subject, text, "");
            let found = between(title(a), title(b));
            assert!(found.is_none_or(|x| x.thing.is_empty()), "{a} {b}");
        }
    }
    // Beside a name the thing still counts, and the reason does not hold the name.
    check(("p1", "", "", "张三家鹰嘴石"), ("p1", "", "", "张三家的鹰嘴石"), Some("鹰嘴石"));
    // A place that is named after a family is a place.
    check(("p1", "", "", "王家沟水渠"), ("p1", "", "", "王家沟水渠"), Some("王家沟水渠"));
}

#[test]
fn what_is_linked_joined_or_itself_is_not_proposed() {
    let mut ledger = village();
    let line = ("p1", "neigh.water", "东沟子水渠", "");
    for n in 1..=3 {
        add(&mut ledger, n, "2026-03-02", line);
    }
    let of = |ledger: &Ledger| {
        let matter = ledger.book.matter(id(1)).unwrap();
        alike(&ledger.book, &Likeness::of(matter, &ledger.book))
    };
    assert_eq!(of(&ledger).len(), 2);
    for (other, how) in [(2, LinkKind::Same), (3, LinkKind::Merged)] {
        let (on, note) = (d("2026-03-03"), String::new());
        // The third goes on in the second.
        let (matter, other) = if other == 2 { (id(1), id(2)) } else { (id(3), id(2)) };
        ledger.run(Command::Link { matter, other, on, how, note }, "2026-03-03").unwrap();
    }
    assert_eq!(of(&ledger), []);
}

/// Three hundred matters in clerks' words, in places and subjects of a village.
fn three_hundred() -> Ledger {
    const TITLES: [(&str, &str); 25] = [
        ("排水沟堵了", "neigh.water"),
        ("路灯不亮", "infra.road"),
        ("地界争议", "land.edge"),
        ("宅基地采光", "home.edge"),
        ("牛踩了苞米地", "neigh.loss"),
        ("水渠漏水", "farm.water"),
        ("井盖缺失", "infra.road"),
        ("垃圾没人清", "infra.clean"),
        ("砂石路塌了", "infra.road"),
        ("补贴没到账", "welf.farm"),
        ("承包地转租", "land.flow"),
        ("树枝压线", "neigh.loss"),
        ("院墙占道", "home.edge"),
        ("噪声扰民", "neigh.noise"),
        ("鸡舍味大", "neigh.noise"),
        ("机井电费", "farm.water"),
        ("沟边挖沙", "infra.flood"),
        ("桥头积水", "infra.road"),
        ("欠工钱", "work.odd"),
        ("退林补助", "welf.farm"),
        ("危房鉴定", "home.permit"),
        ("自来水停了", "infra.drink"),
        ("放羊毁苗", "neigh.loss"),
        ("土地测量", "land.edge"),
        ("合作社分红", "farm.coop"),
    ];
    let mut ledger = village();
    for n in 0..300_u16 {
        let at = usize::from(n);
        let (title, subject) = TITLES[(at * 7) % 25];
        // Every other one is classed, as in life.
        let subject = if at % 2 == 0 { subject } else { "" };
        add(&mut ledger, n, "2026-03-02", (PLACES[at % 3].0, subject, title, ""));
        let done = HandledAtOnce { what: "办了".into(), told: Told::InPerson };
        let facts = vec![(d("2026-03-02"), Event::HandledAtOnce(done))];
        if at % 8 != 0 {
            ledger.run(Command::Record { matter: id(n), facts }, "2026-03-02").unwrap();
        }
    }
    ledger
}

#[test]
fn a_village_of_three_hundred_is_not_flooded_and_the_right_one_is_found() {
    let mut ledger = three_hundred();
    let thing = ("p2", "neigh.water", "水渠被堵", "东沟子水渠");
    add(&mut ledger, 400, "2026-03-05", thing);
    let found = alike(&ledger.book, &wanted(("p2", "neigh.water", "东沟子堵了", "")));
    assert_eq!(found.first().map(|x| x.matter), Some(id(400)));
    let mut proposals = 0;
    for at in 0..100_u16 {
        let own = ledger.book.matter(id(at * 3)).unwrap();
        proposals += alike(&ledger.book, &Likeness::of(own, &ledger.book)).len();
    }
    assert!(proposals <= 60, "{proposals} for a hundred matters");
}
