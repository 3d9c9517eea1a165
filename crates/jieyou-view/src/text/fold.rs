//! Folding for search: lower case, full-width forms to half-width, blanks to one kind.

/// Folds a text, so that what looks alike compares alike.
pub fn fold(text: &str) -> String {
    text.chars().flat_map(|c| half(c).to_lowercase()).collect()
}

/// The words of a query, folded; blanks of any width part them.
pub fn words(query: &str) -> Vec<String> {
    fold(query).split_whitespace().map(str::to_owned).collect()
}

fn half(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        // The full-width forms of ASCII stand in the same order, 0xFEE0 further on.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c).saturating_sub(0xfee0)).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_and_case_do_not_matter() {
        assert_eq!(fold("ＣＪ－２０２６　排水"), "cj-2026 排水");
        assert_eq!(words("  Cj　排水 "), ["cj", "排水"]);
    }
}
