//! Notices in the form in which people copy them, right ones and broken ones.

use super::*;
use jieyou_domain::time::Calendar;
use jieyou_domain::time::parse_date;

fn d(text: &str) -> Date {
    parse_date(text).unwrap()
}

const Y2026: &str = "关于2026年部分节假日安排\n国办发明电〔2025〕7号\n各地、各部门：\n　　现将2026年元旦、春节等假期怎样放假、调休告诉大家。\n　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。\n　　三、清明节：4月4日（周六）至6日（周一）放假，共3天。\n　　四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。\n　　五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n　　六、中秋节：9月25日（周五）至27日（周日）放假，共3天。\n　　七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。\n　　放假期间请安排好值班。\n办公厅\n2025年11月4日\n（公开）";

const Y2025: &str = "２０２５年放假安排 (国办发明电[2024]12号)\n1. 元旦：１月１日(星期三)放假１天，不调休。\n2. 春节：1月28日(农历除夕、星期二)至2月4日(农历正月初七、星期二)放假调休，共8天。1月26日(星期日)、2月8日(星期六)上班。\n3. 清明节：4月4日(星期五)至6日(星期日)放假，共3天。\n4. 劳动节：5月1日(星期四)至5日(星期一)\n放假调休，共5天。4月27日(星期日)上班。\n5. 端午节：5月31日(星期六)至6月2日(星期一)放假，共3天。\n6. 国庆节、中秋节：10月1日(星期三)至8日(星期三)放假调休，\n共8天。9月28日(星期日)、10月11日(星期六)上班。";

const Y2024: &str = "2024年\n元旦 2024-01-01 休\n春节 2024-02-10至2024-02-17 休，共8天\n2024-02-04、2024-02-18 班\n清明节：4月4日至6日放假。4月7日（星期天）上班。\n劳动节：5月1日～5日放假调休，共5天。4月28日、5月11日上班。\n端午节：6月10日（周一）放假，与周末连休，共3天。\n中秋节：9月15日（周日）—17日（周二）放假调休，共3天。9月14日（周六）上班。\n国庆节：10月1、2、3、4、5、6、7日放假调休，共7天。9月29日（周日）、10月12日（周六）上班。";

#[track_caller]
fn reads(text: &str, number: i32, notice: &str) {
    let cn = include_str!("../../../../../../rules/calendar/cn.json");
    let calendar = Calendar::from_json(cn).unwrap();
    let known = calendar.year(number).unwrap();
    assert_eq!((year(text), super::number(text)), (Some(number), notice.to_owned()));
    let mut read = read(text, year(text));
    assert_eq!(read.problems, []);
    read.off.sort();
    read.work.sort();
    assert_eq!((read.off, read.work), (known.off.clone(), known.work.clone()));
}

#[test]
fn notices_of_three_years_read_as_the_days_that_are_known() {
    reads(Y2026, 2026, "国办发明电〔2025〕7号");
    reads(Y2025, 2025, "国办发明电[2024]12号");
    reads(Y2024, 2024, "");
    // Spaces and breaks as an office program leaves them.
    let broken = Y2026.replace("（周", " （ 周").replace("月", " 月 ").replace("至", "\n至");
    assert_eq!(read(&broken.replace("（ 周", "（周"), Some(2026)), read(Y2026, Some(2026)));
}

#[track_caller]
fn wrong(text: &str, line: usize, piece: &str, why: Why) {
    let read = read(text, Some(2026));
    let expected = Problem { line, piece: piece.to_owned(), why };
    assert_eq!(read.problems, [expected], "{text}");
}

#[test]
fn what_does_not_fit_is_named_with_its_place() {
    let text = Y2026.replace("1月4日（周日）", "1月4日（周六）");
    wrong(&text, 5, "1月4日（周六）", Why::OtherWeekday(d("2026-01-04")));
    let text = Y2026.replace("至23日（农历正月初七、周一）", "至23日（周二）");
    wrong(&text, 6, "23日（周二）", Why::OtherWeekday(d("2026-02-23")));
    wrong(&Y2026.replace("共9天", "共8天"), 6, "8天", Why::OtherTotal(9));
    wrong("1月1日至3日放假，共２天。", 1, "２天", Why::OtherTotal(3));
    wrong("\n2月30日放假", 2, "2月30日", Why::NoSuchDay);
    wrong("3日放假。", 1, "3日", Why::NoMonth);
    wrong("2月20日至15日放假。", 1, "2月20日至15日", Why::OddRange);
    wrong("2月20日至5月1日放假。", 1, "2月20日至5月1日", Why::OddRange);
    wrong("2月20日至放假。", 1, "放假", Why::OddRange);
    wrong("元旦：1月1日（周四）。", 1, "1月1日（周四）", Why::NeitherOffNorWork);
    wrong("端午：6月19日\n中秋：9月25日放假", 1, "6月19日", Why::NeitherOffNorWork);
    wrong("春节：2.15至2.23放假", 1, "2.", Why::Unread);
    wrong("2026-02 放假", 1, "2026-02", Why::Unread);
    wrong("1月4日（周日）公休日改在1月2日。", 1, "公休", Why::Unread);
    wrong("2月14日不放假。", 1, "不放假", Why::Unread);
    assert_eq!(read("1月1日放假", None).problems[0].why, Why::NoYear);
}

#[test]
fn days_of_the_year_before_keep_their_year() {
    let text = "元旦：2026年12月31日（周四）至2027年1月2日（周六）放假调休，共3天。2026年12月27日（周日）上班。";
    let read = read(text, Some(2027));
    assert_eq!(read.problems, []);
    assert_eq!(read.off, ["2026-12-31", "2027-01-01", "2027-01-02"].map(d));
    assert_eq!(read.work, [d("2026-12-27")]);
}

#[test]
fn simple_lines_read_and_empty_ones_say_nothing() {
    let read = read("2027-02-05至2027-02-11 休\n2027-02-14 班\n2027/2/20、2027.2.21 上班", None);
    assert_eq!((read.off.len(), read.work.len(), read.problems), (7, 3, vec![]));
    let ranges = super::read("2月5日-11日 休\n（2月13日至14日）补班\n2月15日调休上班", Some(2027));
    assert_eq!((ranges.off.len(), ranges.work.len(), ranges.problems), (7, 3, vec![]));
    let english = super::read("2027-02-05 – 2027-02-11 off\n2027-02-14 work", None);
    assert_eq!((english.off.len(), english.work.len(), english.problems), (7, 1, vec![]));
    for text in ["", "\n\n", "各部门要做好值班工作。", "2025年11月4日"] {
        assert_eq!(super::read(text, Some(2026)), Notice::default(), "{text}");
    }
}

#[test]
fn a_number_is_found_wherever_it_stands() {
    for (text, found) in [
        ("根据国办发明电〔2025〕7号通知", "国办发明电〔2025〕7号"),
        ("（桂政发〔2026〕12号）", "桂政发〔2026〕12号"),
        ("〔2026〕", ""),
        ("见[1]和[2026]的说明，以及很长很长的一段话，3号", ""),
        ("", ""),
    ] {
        assert_eq!(number(text), found);
    }
    assert_eq!(year("2027年2月5日放假"), Some(2027));
    assert_eq!(year("2月5日放假"), None);
}
