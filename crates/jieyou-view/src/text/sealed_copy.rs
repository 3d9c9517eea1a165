//! 加封副本: sealing a file copy with a passphrase, opening one, and what is said when that
//! does not work. The program keeps no passphrase and says so.

use super::say::Notice;
use super::{Both, Lang, both};

/// The name of such a copy.
pub const NAME: Both = both!("加封副本", "Sealed copy");
/// Opens the form.
pub const SAVE: Both = both!("存加封副本", "Save a sealed copy");
/// What it is, beside that button.
pub const HINT: Both = both!(
    "用口令加封的副本：没有口令谁也打不开，U盘丢了也看不到内容。上面那种没有加封，谁拿到都能看。",
    "A copy sealed with a passphrase: without it nobody can open the copy, even if the USB stick is lost. The file above is not sealed; whoever holds it can read it."
);
/// What must be known before it is done.
pub const WARNING: Both = both!(
    "口令要自己记牢：这里不保存口令，也没有找回的办法。忘了口令，这份副本谁也打不开，写程序的人也打不开。存好以后请打印恢复卡，把口令用笔写上，和副本分开放。",
    "Keep the passphrase: it is stored nowhere and cannot be recovered. Without it nobody can open this copy, not even who wrote the program. Print the recovery card afterwards, write the passphrase on it by hand, and keep it apart from the copy."
);
/// The passphrase.
pub const PASSPHRASE: Both = both!("口令", "Passphrase");
/// What a good one is.
pub const PASSPHRASE_HINT: Both = both!(
    "至少10个字符，或者4个词（词和词之间空一格）。不要用电话、生日、单位名称。要打汉字，先点“显示口令”。",
    "At least 10 characters, or 4 words with spaces between. No telephone number, birthday or name of the unit."
);
/// Once more.
pub const AGAIN: Both = both!("再输一遍", "Once more");
/// Shows what is typed.
pub const SHOW: Both = both!("显示口令", "Show the passphrase");
/// Does it.
pub const SEAL: Both = both!("加封并存出", "Seal and save");
/// Leaves it.
pub const LEAVE: Both = both!("不存了", "Leave it");
/// While it is done.
pub const SEALING: Both = both!(
    "正在加封，加封好再打开核对一遍，要几秒钟……",
    "Sealing, then opening it again to check: some seconds…"
);
/// To the card, once a copy was saved.
pub const CARD: Both = both!("打印恢复卡", "Print the recovery card");
/// The card's page.
pub const CARD_NAME: Both = both!("恢复卡", "Recovery card");
/// Above the card on the screen.
pub const CARD_HINT: Both = both!(
    "A5、A4纸都可以。口令不打印，印好以后用笔写。",
    "A5 or A4. The passphrase is not printed; write it by hand."
);
/// A sealed copy was chosen to be read in.
pub const CHOSEN: Both = both!(
    "这份文件加了封，要口令才能打开。打开后先看清会发生什么，再决定读不读入。",
    "This file is sealed; it opens with its passphrase. You then see first what reading it in would do."
);
/// A sealed copy was chosen to be audited or drilled with.
pub const CHOSEN_TO_LOOK: Both = both!(
    "这份文件加了封，要口令才能打开。打开后只在内存里看，不读入。",
    "This file is sealed; it opens with its passphrase. It is only looked at in memory, not read in."
);
/// Leaves it, where it was only to be looked at.
pub const NOT_NOW: Both = both!("不看了", "Leave it");
/// Opens it.
pub const OPEN: Both = both!("打开", "Open");
/// While it is done.
pub const OPENING: Both = both!("正在打开，要几秒钟……", "Opening: some seconds…");
/// Heads what to do when it was forgotten.
pub const FORGOTTEN: Both = both!("忘了口令怎么办", "The passphrase is forgotten");
/// What to do then.
pub const FORGOTTEN_TEXT: Both = both!(
    "没有办法打开，程序也没有别的门。先找恢复卡，再问保管人；都没有，就用另一份副本，或者从别的电脑上的台账重新存一份。这台电脑里的台账没有动，照常用。",
    "There is no way to open it; the program has no other door. Look for the recovery card and ask who keeps it; else use another copy, or save one from the ledger on another computer. The ledger on this computer is untouched and goes on as usual."
);

/// Every code of sealing and opening.
pub const CODES: [&str; 8] = [
    "sealed-copy/wrong-passphrase",
    "sealed-copy/cut-or-changed",
    "sealed-copy/not-age",
    "sealed-copy/for-a-key",
    "sealed-copy/too-much-work",
    "sealed-copy/not-verified",
    "sealed-copy/not-loaded",
    "sealed-copy/failed",
];

/// Why a copy was not sealed or not opened; a code that is not known is the last one.
pub fn refused(code: &str, lang: Lang) -> Notice {
    let code = CODES.into_iter().find(|known| *known == code).unwrap_or(CODES[7]);
    let (title, next) = match code {
        "sealed-copy/wrong-passphrase" => (
            both!("口令不对，没有打开。", "The passphrase does not open it."),
            both!(
                "看看大小写、空格、全角半角和恢复卡上写的是不是一样，再试一次。",
                "Compare capitals and spaces with the recovery card, then try again."
            ),
        ),
        "sealed-copy/cut-or-changed" => (
            both!("文件不完整，或者被改过。", "The file is cut off, or was changed."),
            both!(
                "多半是没有拷完：从原来的地方重新拷一次；还不行，就用另一份副本。",
                "It may not have been copied to the end: copy it again, or use another copy."
            ),
        ),
        "sealed-copy/not-age" => (
            both!("这不是加封副本。", "This is not a sealed copy."),
            both!(
                "加封副本的文件名以 .age 结尾，没有加封的以 .json 结尾，请重新选。",
                "The name of a sealed copy ends in .age, of a plain one in .json; choose again."
            ),
        ),
        "sealed-copy/for-a-key" => (
            both!(
                "这份文件是用密钥加封的，不是用口令。",
                "This file was sealed for a key, not with a passphrase."
            ),
            both!(
                "请持有密钥的人用 age 程序打开，再读入里面的 .json 文件。",
                "Whoever holds the key opens it with the program age; then read in the .json file."
            ),
        ),
        "sealed-copy/too-much-work" => (
            both!(
                "打开这份文件要的计算量太大，浏览器里做不了。",
                "Opening this file takes more work than a browser can do."
            ),
            both!(
                "在电脑上用 age 程序打开，再读入里面的 .json 文件。",
                "Open it with the program age on a computer; then read in the .json file."
            ),
        ),
        "sealed-copy/not-verified" => (
            both!(
                "加封后核对没有通过，文件没有交出来。",
                "The sealed copy did not check; it was not handed over."
            ),
            both!(
                "再试一次；还不行，先存一份不加封的，并告诉维护的人。",
                "Try again; else save a plain copy and tell who maintains the program."
            ),
        ),
        "sealed-copy/not-loaded" => (
            both!("加封用的程序没有取到。", "The part that seals could not be loaded."),
            both!(
                "看看网络，再试一次；断网时可以用单个文件版（jieyou.html）。",
                "Check the network and try again; offline, use the single file jieyou.html."
            ),
        ),
        _ => (
            both!(
                "没有做完，多半是这台电脑的内存不够。",
                "It was not finished; most likely this computer has too little memory."
            ),
            both!(
                "关掉别的窗口再试；还不行，换一台电脑。",
                "Close other windows and try again, or use another computer."
            ),
        ),
    };
    let safe = both!("这台电脑里的台账没有动。", "The ledger on this computer is untouched.");
    let [title, detail, next] = [title, safe, next].map(|text| text.to(lang).to_owned());
    Notice { title, detail, next, code }
}

/// How much a passphrase withstands, said by its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// Nothing was typed.
    Empty,
    /// It begins or ends with a space: on paper that is not seen.
    Edge,
    /// Too short.
    Short,
    /// Digits only, or always the same few letters.
    Simple,
    /// Long enough.
    Fair,
    /// Long.
    Good,
}

impl Strength {
    /// Of a passphrase.
    pub fn of(passphrase: &str) -> Self {
        let letters = || passphrase.chars().filter(|c| !c.is_whitespace());
        let (length, words) = (passphrase.chars().count(), passphrase.split_whitespace().count());
        let mut kinds: Vec<char> = letters().collect();
        kinds.sort_unstable();
        kinds.dedup();
        if passphrase.is_empty() {
            Self::Empty
        } else if passphrase.trim() != passphrase {
            Self::Edge
        } else if length < 10 && (words < 4 || letters().count() < 6) {
            Self::Short
        } else if kinds.len() < 5 || letters().all(|c| c.is_ascii_digit()) {
            Self::Simple
        } else if length < 16 && words < 6 {
            Self::Fair
        } else {
            Self::Good
        }
    }

    /// Whether a copy is sealed with it.
    pub const fn is_enough(self) -> bool {
        matches!(self, Self::Fair | Self::Good)
    }

    /// In words.
    pub fn say(self, lang: Lang) -> &'static str {
        let text = match self {
            Self::Empty => Both::NONE,
            Self::Edge => both!(
                "开头和结尾不要有空格，写在纸上看不出来。",
                "No space at either end: on paper it is not seen."
            ),
            Self::Short => both!(
                "太短：至少10个字符，或者4个词。",
                "Too short: at least 10 characters, or 4 words."
            ),
            Self::Simple => both!(
                "太简单：不要全是数字，也不要总用那几个字。",
                "Too simple: not digits only, and not the same few letters."
            ),
            Self::Fair => both!("长度够了，再长一些更好。", "Long enough; longer is better."),
            Self::Good => both!("够长。", "Long."),
        };
        text.to(lang)
    }
}

/// Nothing was typed.
pub const NO_PASSPHRASE: Both = both!("请先输口令。", "Type a passphrase first.");

/// What keeps a copy from being sealed; empty when nothing does.
pub fn problem(passphrase: &str, again: &str, lang: Lang) -> &'static str {
    let strength = Strength::of(passphrase);
    if strength == Strength::Empty {
        NO_PASSPHRASE.to(lang)
    } else if !strength.is_enough() {
        strength.say(lang)
    } else if passphrase != again {
        both!("两遍输的不一样。", "The two are not alike.").to(lang)
    } else {
        ""
    }
}

/// After a copy was handed to the browser.
pub fn handed_over(name: &str, bytes: usize, lang: Lang) -> String {
    let size = bytes.div_ceil(1024).to_string();
    both!(
        "已加封，又用口令打开核对过，内容一字不差，交给浏览器下载：{}（{} KB）。请到下载文件夹看一眼在不在，再打印恢复卡。",
        "Sealed, opened again with the passphrase and found the same to the letter; handed to the browser as a download: {} ({} KB). Check that it is there, then print the recovery card."
    )
    .with(lang, &[name, &size])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_judged_by_its_length() {
        for (passphrase, expected) in [
            ("", Strength::Empty),
            ("qinghe2026 ", Strength::Edge),
            ("qinghe202", Strength::Short),
            ("qinghe2026", Strength::Fair),
            ("水渠 修好 春天 种稻", Strength::Fair),
            ("a b c d", Strength::Short),
            ("水渠修好了春天种水稻", Strength::Fair),
            ("13812345678", Strength::Simple),
            ("aaaaaaaaaaaaaaaa", Strength::Simple),
            ("one two three four five six", Strength::Good),
            ("shuiquxiuhaole2026", Strength::Good),
        ] {
            assert_eq!(Strength::of(passphrase), expected, "{passphrase:?}");
        }
    }

    #[test]
    fn nothing_is_sealed_by_a_slip_of_the_hand() {
        assert_ne!(problem("", "", Lang::Zh), "");
        assert_ne!(problem("shuiqu2026", "shuiqu2027", Lang::Zh), "");
        assert_ne!(problem("short", "short", Lang::En), "");
        assert_eq!(problem("shuiqu2026", "shuiqu2026", Lang::Zh), "");
    }

    #[test]
    fn every_code_has_its_own_words_and_says_that_the_ledger_is_untouched() {
        for lang in [Lang::Zh, Lang::En] {
            let mut titles: Vec<String> = CODES.map(|code| refused(code, lang).title).into();
            titles.sort();
            titles.dedup();
            assert_eq!(titles.len(), CODES.len());
        }
        let unknown = refused("out of memory", Lang::Zh);
        assert_eq!((unknown.code, unknown.detail.as_str()), (CODES[7], "这台电脑里的台账没有动。"));
    }
}
