//! 恢复卡: what is needed to open a sealed copy one day, on one small page. The passphrase
//! is written on it by hand; the program does not know it any more.

use super::{BLANK_DAY, Sheet, SheetLine, SheetPart, day, named, said};
use crate::text::{Both, Lang, both, sealed_copy};
use jieyou_domain::Date;
use jieyou_domain::ledger::Book;

/// The card of the copy that was sealed on a day; a file that is not known is written in by
/// hand.
pub fn recovery(book: &Book, file: &str, on: Date, lang: Lang) -> Sheet {
    let name = both!("文件名", "File").to(lang);
    let mut head = vec![
        SheetLine::of(name, file),
        SheetLine::of(both!("存出日期", "Saved on").to(lang), day(on, lang)),
    ];
    head.extend(named(&WRITTEN, lang));
    let mut ways = said(&WAYS, lang);
    let file = if file.is_empty() { name } else { file };
    ways.push(SheetLine::said(format!("age -d -o ledger.json \"{file}\"")));
    Sheet {
        title: sealed_copy::CARD_NAME.to(lang),
        unit: book.unit().map(|u| u.name.clone()).unwrap_or_default(),
        head,
        lead: both!(
            "没有口令，谁也打不开这份副本：程序没有留底，也没有别的办法。",
            "Without the passphrase nobody can open this copy: the program kept nothing, and there is no other way."
        )
        .to(lang),
        parts: vec![
            SheetPart { title: both!("怎样打开", "How to open it").to(lang), lines: ways },
            SheetPart { title: both!("怎样保管", "How to keep it").to(lang), lines: said(&KEEPING, lang) },
        ],
        signs: named(&SIGNS, lang),
        ..Sheet::default()
    }
}

/// How it is opened; the line for the command follows.
const WAYS: [Both; 2] = [
    both!(
        "打开解忧台账：空电脑上，首页“已有台账文件？从文件恢复”；已有台账的，“设置”→“文件：存出和读入”→“读入台账文件”。选这个文件，输口令，看清以后再读入。",
        "In this app: on an empty computer “Have a ledger file? Restore it” on the first page, else “Settings”, “Files: save and read”, “Read a ledger file”. Choose the file, type the passphrase, look, then read it in."
    ),
    both!(
        "不用解忧台账：装上 age 或 rage 程序，在命令行里输下面这一行，再输口令，得到的 ledger.json 就是没有加封的台账文件。",
        "Without this app: install the program age or rage, run the line below and type the passphrase; ledger.json is then the plain ledger file."
    ),
];

/// What is written by hand.
const WRITTEN: [(Both, Both); 3] = [
    (both!("口令（用笔写）", "Passphrase (by hand)"), Both::NONE),
    (both!("副本放在哪里", "Where the copy is"), Both::NONE),
    (both!("卡由谁保管", "Who keeps this card"), Both::NONE),
];

/// Where it is kept.
const KEEPING: [Both; 3] = [
    both!(
        "写口令时把大小写、空格写清楚；写完照着卡在程序里打开一次。",
        "Write capitals and spaces plainly; then open the copy once by what the card says."
    ),
    both!(
        "卡和副本分开放：装进信封封好，锁在单位的柜子里，不要和U盘放在一起，不要拍照。",
        "Keep it apart from the copy: in a closed envelope, locked up at the office, not with the USB stick, not photographed."
    ),
    both!(
        "换了保管的人要交接这张卡。口令传出去了，重新存一份加封副本，旧的副本和旧卡一起销毁。",
        "Hand the card over when its keeper changes. If the passphrase got out, save a new sealed copy and destroy the old one with its card."
    ),
];

/// Who signs.
const SIGNS: [(Both, Both); 2] =
    [(both!("保管人签名", "Kept by"), Both::NONE), (both!("日期", "Day"), BLANK_DAY)];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::frame;
    use jieyou_domain::time::parse_date;

    #[test]
    fn the_card_names_the_file_and_leaves_the_passphrase_to_the_pen() {
        let on = parse_date("2026-04-16").unwrap();
        for lang in [Lang::Zh, Lang::En] {
            let file = "加封副本-柳树屯村-2026-04-16-1000.age";
            let card = recovery(&Book::new(), file, on, lang);
            assert_eq!(card.head[0].text, file);
            assert!(card.head[2].text.is_empty() && card.parts[0].lines[2].text.contains(file));
            assert_eq!(recovery(&Book::new(), "", on, lang).head[0].text, "");
        }
    }

    #[test]
    fn the_way_to_the_file_is_named_as_the_app_names_it() {
        for lang in [Lang::Zh, Lang::En] {
            let (way, t) = (WAYS[0].to(lang), frame::texts(lang));
            for name in [t.setup_import, t.nav_settings, t.set_files, t.import] {
                assert!(way.contains(name), "{name}: {way}");
            }
        }
    }
}
