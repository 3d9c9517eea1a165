//! The training ledgers: they play, and show what their trainers are told they show.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use crate::support::{Played, played};
use jieyou_domain::classify::{assess, verdicts};
use jieyou_domain::ledger::{Matter, audit};
use jieyou_domain::rules::Standing;
use jieyou_domain::time::parse_date;
use jieyou_store::script::Script;
use jieyou_view::screens::Assessments;
use jieyou_view::screens::today::{TodayFilter, TodayScreen, today};
use jieyou_view::text::Lang;
use std::fmt::Write as _;

const VILLAGE: &str = include_str!("../public/training/village.json");
const TOWNSHIP: &str = include_str!("../public/training/township.json");

/// 今日 on the day of the script.
fn page(text: &str) -> TodayScreen {
    let day = Script::from_json(text).unwrap().today;
    let Played { journal, .. } = played(text).unwrap_or_else(|e| panic!("{e}"));
    let mut all = Assessments::new();
    all.refresh(journal.book(), day);
    today(journal.book(), &all, day, &TodayFilter::default(), Lang::Zh)
}

/// The page in words: the sentence, and a line a row; what is folded is indented more.
fn drawn(screen: &TodayScreen) -> String {
    let mut out = format!("{}\n", screen.sentence);
    for group in &screen.groups {
        writeln!(out, "{}", group.title).unwrap();
        let open = group.rows.iter().map(|row| ("  ", row));
        for (indent, row) in open.chain(group.more.iter().map(|row| ("    ", row))) {
            let left = row.deadline.as_ref().map_or("", |d| &d.left);
            let main = row.main.as_ref().map_or("", |a| a.word);
            let parts = [row.title.as_str(), &row.duty, left, &row.note, main];
            let parts: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
            writeln!(out, "{indent}{}", parts.join("|")).unwrap();
        }
    }
    out
}

/// One line a matter: number, stage, list, and what is owed today and near.
fn table(text: &str) -> String {
    let today = Script::from_json(text).unwrap().today;
    let Played { journal, matters } = played(text).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(audit(journal.book()), Vec::new());
    assert_eq!(journal.conflicts(), Vec::new());
    let mut out = String::new();
    for (name, id) in matters.iter() {
        let Some(matter) = journal.book().matter(*id) else {
            let sealed = journal.book().sealed_one(*id).unwrap();
            writeln!(out, "{name} by number, {} open", sealed.open.len()).unwrap();
            continue;
        };
        let assessed = assess(matter, journal.book(), today).unwrap();
        let tier = assessed.tier.answer.tier().map_or("-", jieyou_domain::facts::Tier::code);
        write!(out, "{name} {} {} {tier}", matter.number(), matter.stage().code()).unwrap();
        for o in &assessed.obligations {
            let near = o.standing == Standing::Running && o.is_soon(today);
            let Some(day) = o.due.day().filter(|_| o.standing == Standing::Overdue || near) else {
                continue;
            };
            let told = match o.told {
                Some(false) => " untold",
                Some(true) => " told",
                None => "",
            };
            let late = if o.standing == Standing::Overdue { "late " } else { "" };
            write!(out, "; {late}{} {}{told}", o.rule, day.format("%m-%d")).unwrap();
        }
        out.push('\n');
    }
    out
}

#[test]
fn a_village_shows_its_cases() {
    expect_test::expect![[r#"
        beam LS-2026-0009 open 3; late TJ-25 02-11
        branches LS-2025-0001 delisted -
        by-number-1 by number, 0 open
        by-number-2 by number, 1 open
        cellar LS-2026-0004 joined -
        drain LS-2026-0003 performing 2; YD-party 02-13
        eaves LS-2025-0003 observing 1
        firewood LS-2026-0007 done -
        gate LS-2026-0002 fed_back 2
        paddy LS-2025-0007 legal_route -
        planting LS-2025-0006 performing 3
        poplars LS-2026-0006 open 2
        rent LS-2025-0004 observing 1
        rent-money LS-2025-0005 legal_route -
        reserve-land LS-2026-0010 handed_up 2; CN-sign-up 02-12
        ridge LS-2026-0005 mediating 2; late CN-planlimit 02-11; CN-handup 02-12
        smoke LS-2026-0001 withdrawn -
        stalks LS-2025-0002 mediating 3
        support LS-2026-0008 open 3; CN-contact 02-12; CN-plan 02-13
    "#]]
    .assert_eq(&table(VILLAGE));
}

#[test]
fn a_township_shows_its_cases() {
    expect_test::expect![[r#"
        allowance QH-2025-0009 answered 2; XF-35b 02-19
        by-number-1 by number, 0 open
        by-number-2 by number, 1 open
        crops QH-2026-0008 open 3; CN-planlimit 02-13
        crossing QH-2026-0009 open -
        culvert QH-2025-0002 answered 3; XF-36b 02-14
        danger-house QH-2025-0008 answered 2; XF-35a 02-21 told
        ditch QH-2026-0001 handling 3
        estate QH-2025-0007 handling 3; LX-idle3 02-13
        flood QH-2026-0007 open 3; XF-23b 02-12; late LX-idle3 02-11
        flood-letter QH-2026-0011 joined -
        fungus QH-2025-0011 performing 2; YD-office 02-13
        gate QH-2026-0005 performing 2
        heating QH-2025-0006 observing 1
        kiln QH-2025-0003 open 3
        lamp QH-2025-0001 delisted -
        manhole QH-2026-0015 done -
        mill QH-2025-0012 mediating 2; TJ-2 02-17; QL-24 03-03 told
        pension QH-2026-0006 open 3; late XF-23b 02-10; LX-idle3 02-13
        poplars QH-2026-0014 returned -
        rebuild QH-2026-0013 done -
        reserve-land LS-2026-0010 to_sign -; CN-sign 02-12
        roof QH-2026-0010 mediating 2
        seed QH-2025-0004 mediating 2; late CN-plan 02-11
        shares QH-2026-0012 open 3
        shed QH-2026-0003 legal_route -
        speaker QH-2026-0002 withdrawn -
        store QH-2025-0013 legal_route -; QL-13 02-20 told
        subsidy QH-2025-0010 answered 3; XF-35a 02-15 untold; late LX-idle3 02-11
        title-deed QH-2025-0005 lawfully_closed -
        wages QH-2026-0016 open 3
        yard-door QH-2026-0004 observing 1
    "#]]
    .assert_eq(&table(TOWNSHIP));
}

#[test]
fn the_page_of_a_village_is_short_and_telling() {
    expect_test::expect![[r#"
        今天要办4件，约好1件，已超期1件，已过约定或承诺日1件；4件的权利期限还没问清（在“建账”里筛选）。
        紧急未报
          土房房梁裂了，屋里还住着人|有危险：当日报告|超期1天|报告了
        已过期限
          承包地多占两根垄|方案到时限|已过承诺日1天|谈成了
        今天到期
          和靠山村合用水渠，轮灌说不拢|上级已反馈结果，还没告知反映人|已过2天|告知了
          地头杨树歇地，挨着的一家不让|被退回：先由村里说一次；要间伐的，拿村里证明直接找林业站|今天到的|再上报
          承包地多占两根垄|村里办不了：上报乡镇|今天到期|上报了
          老人的口粮钱停了三个月|首次联系反映人|今天到期|联系了
        约好的
          老人的口粮钱停了三个月|15:00，接访，村部东屋，村调解员、对方|2月11日约过，还没记结果|记结果
            秸秆堆到邻家地头|10:00，调解，二组地头，村调解员、两家|今天|记结果
        等别人回音
            机动地发包的账没上墙|已上报青禾镇人民政府，等签收|今天到期|已等1天|催办
        缺责任、措施、时限
            老人的口粮钱停了三个月|还没有定：承办单位和岗位、包案领导|定责任
        本周其余和快到期的
            屋后排水沟堵了，雨水倒灌菜窖|按约定履行：付土豆钱四百元|还有1天|查看履行
            老人的口粮钱停了三个月|拿出化解方案|还有1天|定方案
            土房房梁裂了，屋里还住着人|拿出化解方案|还有2天|定方案
        例行
            四个月房租给没给，说法不一|走法定途径，等结果|已等38天|有结果了
            六亩水田流转费两年没给|走法定途径，等结果|已等23天|有结果了
    "#]].assert_eq(&drawn(&page(VILLAGE)));
}

#[test]
fn the_page_of_a_township_is_short_and_telling() {
    expect_test::expect![[r#"
        今天要办2件，约好1件，已超期1件，已过约定或承诺日1件；群众的3项权利10日内到期；1项权利还没有告知；10件的权利期限还没问清（在“建账”里筛选）。
        已过期限
          林场合同工养老保险补缴|书面告知反映人是否受理|超期2天|告知了
          稻种出苗不齐，赔付没到|拿出化解方案|已过承诺日1天|定方案
        今天到期
          去年秋汛淹地补偿少算了|书面告知反映人是否受理|今天到期|告知了
          机动地发包的账没上墙|签收村里上报的事项|今天到期|签收
        约好的
          建议学校路口加减速带|16:00，现场查看，镇中学门口，综治专干、交警中队、留言人|2月10日约过，还没记结果|记结果
          盖房尾款和屋面漏水|14:30，调解，镇调解室，司法所调解员、双方|今天|记结果
        群众的权利快到期
          地力补贴少算了四亩|请求复查|还剩3天|未告知|告知了
            仓房限期拆除，说批过|申请行政复议|还剩8天|已告知
            危房改造没评上，说不清差在哪|请求复查|还剩9天|已告知|已申请
            米厂辞退没给补偿，脚伤没报工伤|自己申请工伤认定|还剩19天|已告知
        等别人回音
            去年秋汛淹地补偿少算了|已转给镇水利站，等答复|要求2月10日前反馈，已过2天|催办
            清沟堵了过路涵管，两年涝损没人认|复核机关提出复核意见|还有2天|收到了
            低保停了没说明理由|复查机关提出复查意见|还有7天|收到了
        缺责任、措施、时限
            地力补贴少算了四亩|还没有定：包案领导|定责任
            学校工地十四人年前没拿到工资|还没有定：承办单位和岗位、包案领导、措施和时限|定责任
        本周其余和快到期的
            拟征用菌棚没征成，误了一季|按答复或协议兑现：付误季损失三万六千元|还有1天|查看履行
            乡道改线青苗款没到账|方案到时限|还有1天|谈成了
            嫁出去的没分到征地款|包案领导听取当事人意见|还有2天|听取了
            学校工地十四人年前没拿到工资|首次联系反映人|还有2天|联系了
            米厂辞退没给补偿，脚伤没报工伤|劳动争议调解，满十五日未成即可申请仲裁|还有5天|谈成了
        例行
            仓房限期拆除，说批过|走法定途径，等结果|已等38天|有结果了
            2019年大棚房被拆，一直不服|走法定途径，等结果|已等15天|有结果了
            地力补贴少算了四亩|好些天没有动静，推进一步|已过1天|办了
            去年秋汛淹地补偿少算了|好些天没有动静，推进一步|已过1天|办了
            老旧小区改造没改到这栋|好些天没有动静，推进一步|还有1天|办了
            林场合同工养老保险补缴|好些天没有动静，推进一步|还有1天|办了
    "#]].assert_eq(&drawn(&page(TOWNSHIP)));
}

#[test]
fn both_ledgers_say_the_same_of_what_went_between_them() {
    let (below, above) = (played(VILLAGE).unwrap(), played(TOWNSHIP).unwrap());
    for name in ["gate", "poplars", "reserve-land"] {
        let of = |side: &Played| {
            let id = side.matters.get(name).copied().unwrap();
            side.journal.book().matter(id).unwrap().as_ref().clone()
        };
        let (village, township) = (of(&below), of(&above));
        assert_eq!(village.number(), township.state.exchange.their_number, "{name}");
        if name != "reserve-land" {
            assert_eq!(township.number(), village.state.exchange.their_number, "{name}");
        }
        let said =
            |m: &Matter| m.state.registered.as_ref().map(|r| (r.title.clone(), r.story.clone()));
        assert_eq!(said(&village), said(&township), "{name}");
        let exchanged = |m: &Matter| {
            let e = &m.state.exchange;
            let fed_back = e.fed_back.clone().map(|(on, f)| (on, f.text));
            let returned = e.returned.clone().map(|(on, r)| (on, r.why));
            (e.handed.clone(), e.urged.clone(), fed_back, returned)
        };
        assert_eq!(exchanged(&village), exchanged(&township), "{name}");
    }
}

#[test]
fn nothing_in_them_is_unusual_for_a_reader() {
    for text in [VILLAGE, TOWNSHIP] {
        let script = Script::from_json(text).unwrap();
        assert!(script.note.contains("取材于公开报道"));
        assert_eq!(Some(script.today), parse_date("2026-02-12"));
        assert!(script.steps.iter().all(|s| s.written() <= script.today));
        assert!(!jieyou_domain::mask::has_hidden_number(text));
    }
}

/// Every decision of a person that differs from the rules: matter, decision, and whether it
/// says why and who.
fn otherwise(text: &str) -> String {
    let today = Script::from_json(text).unwrap().today;
    let Played { journal, matters } = played(text).unwrap_or_else(|e| panic!("{e}"));
    let mut out = String::new();
    for (name, id) in matters.iter() {
        let Some(matter) = journal.book().matter(*id) else { continue };
        let assessed = assess(matter, journal.book(), today).unwrap();
        let of_rules = verdicts(matter, journal.book(), today, &assessed).into_iter();
        let all = of_rules.filter_map(|v| Some((v.table, v.decision.overridden_by?)));
        let tier = assessed.tier.overridden_by.clone().map(|by| ("tier".to_owned(), by));
        for (table, by) in all.chain(tier) {
            writeln!(out, "{name} {table} {} {}", by.post, by.why).unwrap();
        }
        if assessed.tier_notes.fall.is_some() {
            writeln!(out, "{name} a fall waits").unwrap();
        }
        if let Some(until) = assessed.tier_notes.until {
            writeln!(out, "{name} lapses after {until}").unwrap();
        }
    }
    out
}

#[test]
fn what_is_decided_otherwise_says_why_and_who() {
    expect_test::expect![[r#"
        planting a fall waits
        ridge track 村调解员 合同和台账亩数对不上，要请经管站按四至实地核，村里自己量不作数
    "#]]
    .assert_eq(&otherwise(VILLAGE));
    expect_test::expect![[r#"
        ditch rung 分管副镇长 县交通局要到场验，赶在化冻前，由综治中心召集一次把工期定下来
        ditch tier 分管副镇长 三月初化冻，修不上要往四户院里灌，春节前后也要有人盯
        ditch lapses after 2026-03-10
        shed route 信访接待员 拆除过了6年，申请复议的期限早过了，本人愿意到法院问能不能立案
        shed route 信访接待员 拆除过了6年，申请复议的期限早过了，本人愿意到法院问能不能立案
    "#]]
    .assert_eq(&otherwise(TOWNSHIP));
}
