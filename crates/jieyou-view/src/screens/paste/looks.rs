//! Whether the cells of a column look like what this ledger does not keep.

use crate::forms::{Watch, watch};
use crate::text::{Lang, paste as t};

/// What a column looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looks {
    /// Identity or card numbers.
    Identity,
    /// Telephone numbers.
    Phone,
    /// Names of people.
    Name,
}

/// What most of the cells look like; empty ones do not count, and one is too few.
/// Masked numbers have been masked already: `mask` is what stands for one.
pub(super) fn looks<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Looks> {
    let (mut all, mut identity, mut phone, mut name) = (0, 0, 0, 0);
    for cell in cells.filter(|c| !c.is_empty()) {
        all += 1;
        identity += usize::from(is_masked(cell));
        phone += usize::from(is_phone(cell));
        name += usize::from(is_name(cell));
    }
    // Four in five; a few cells are always something else.
    let most = |n: usize| n >= 2 && n * 5 >= all * 4;
    if identity >= 2 && identity * 2 >= all {
        Some(Looks::Identity)
    } else if most(phone) {
        Some(Looks::Phone)
    } else if most(name) {
        Some(Looks::Name)
    } else {
        None
    }
}

/// Whether nothing but a masked number stands there.
fn is_masked(cell: &str) -> bool {
    cell.starts_with('[') && cell.ends_with(']') && !cell.contains('\n')
}

fn is_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let is_bare = cell.chars().all(|c| c.is_ascii_digit() || " -+()".contains(c));
    let is_fixed = is_bare && cell.starts_with('0') && (10..=12).contains(&digits);
    is_fixed || (cell.chars().count() < 20 && watch(cell).contains(&Watch::Phone))
}

/// Two to four characters that begin with one of the usual surnames and do not end like
/// the name of a place.
fn is_name(cell: &str) -> bool {
    let mut chars = cell.chars();
    let is_han = cell.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let first = chars.next().is_some_and(|c| t::SURNAMES.to(Lang::Zh).contains(c));
    let last = chars.next_back().is_some_and(|c| t::PLACE_ENDS.to(Lang::Zh).contains(c));
    is_han && first && !last && (2..=4).contains(&cell.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &[&str], seen: Option<Looks>) {
        assert_eq!(looks(cells.iter().copied()), seen, "{cells:?}");
    }

    #[test]
    fn numbers_and_names_of_people_are_seen() {
        check(&["[身份证号已遮盖]", "", "[身份证号已遮盖]", "没带"], Some(Looks::Identity));
        check(&["13812345678", "138 1234 5679", "0454-5123456"], Some(Looks::Phone));
        check(&["王某某", "李四", "张三丰", "赵某"], Some(Looks::Name));
    }

    #[test]
    fn places_and_matters_are_not() {
        check(&["王家屯", "李家村", "张庄"], None);
        check(&["2026-03-05", "2026-03-06"], None);
        check(&["水渠", "道路", "噪声"], None);
        check(&["王某某", "排水沟堵了", "路灯不亮"], None);
        check(&["王某某"], None);
        check(&[], None);
    }
}
