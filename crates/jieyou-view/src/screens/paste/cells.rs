//! What a spreadsheet puts on the clipboard, as rows of cells: tabs between cells, or
//! commas where there is no tab; quoted cells may hold line breaks, tabs and quotes.
//!
//! A quote that does not open a whole cell is only a quote: one that somebody forgot to
//! close must not swallow the rows after it.

/// Takes a text apart. Cells are trimmed; every row is as long as the longest.
pub(super) fn cells(text: &str) -> Vec<Vec<String>> {
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    let between = if rest.contains('\t') { '\t' } else { ',' };
    let (mut rows, mut row): (Vec<Vec<String>>, Vec<String>) = (Vec::new(), Vec::new());
    while !rest.is_empty() {
        let (cell, used) = quoted(rest, between).unwrap_or_else(|| plain(rest, between));
        row.push(cell);
        rest = &rest[used..];
        if let Some(after) = rest.strip_prefix(between) {
            rest = after;
            if rest.is_empty() {
                row.push(String::new());
            }
        } else {
            rest = rest.strip_prefix('\r').unwrap_or(rest);
            rest = rest.strip_prefix('\n').unwrap_or(rest);
            rows.push(std::mem::take(&mut row));
        }
    }
    if !row.is_empty() {
        rows.push(row);
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut rows {
        row.resize(width, String::new());
    }
    rows
}

/// Up to the next separator or the end of the line: the cell, and how many bytes it took.
fn plain(rest: &str, between: char) -> (String, usize) {
    let end = rest.find([between, '\r', '\n']).unwrap_or(rest.len());
    (rest[..end].trim().to_owned(), end)
}

/// A cell that is quoted as a whole; nothing where the quote is only a quote.
fn quoted(rest: &str, between: char) -> Option<(String, usize)> {
    let mut at = rest.strip_prefix('"').map(|_| 1)?;
    let mut cell = String::new();
    loop {
        let end = at + rest[at..].find('"')?;
        cell.push_str(&rest[at..end]);
        at = end + 1;
        let after = &rest[at..];
        if after.starts_with('"') {
            cell.push('"');
            at += 1;
        } else if after.is_empty() || after.starts_with([between, '\r', '\n']) {
            return Some((lines(&cell), at));
        } else {
            return None;
        }
    }
}

/// The lines of a cell, each trimmed, empty ones left out.
fn lines(cell: &str) -> String {
    let lines: Vec<&str> =
        cell.split(['\r', '\n']).map(str::trim).filter(|l| !l.is_empty()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[track_caller]
    fn check(text: &str, rows: &[&[&str]]) {
        assert_eq!(cells(text), rows, "{text:?}");
    }

    #[test]
    fn tabs_and_lines_part_cells() {
        check("甲\t乙\r\n丙\t丁\r\n", &[&["甲", "乙"], &["丙", "丁"]]);
        check("\u{feff}甲\t 乙 \n丙", &[&["甲", "乙"], &["丙", ""]]);
        check("甲\t\n\n乙\t", &[&["甲", ""], &["", ""], &["乙", ""]]);
        check("甲\r乙", &[&["甲"], &["乙"]]);
        check("", &[]);
    }

    #[test]
    fn quoted_cells_hold_breaks_tabs_and_quotes() {
        check("\"一\r\n二\"\t丙", &[&["一\n二", "丙"]]);
        check("\"a\tb\"\t\"他说\"\"行\"\"\"\n", &[&["a\tb", "他说\"行\""]]);
        check("\"\"\t乙", &[&["", "乙"]]);
    }

    #[test]
    fn a_stray_quote_swallows_nothing() {
        check("\"东头\"水沟\t乙\n丙\t丁", &[&["\"东头\"水沟", "乙"], &["丙", "丁"]]);
        check("\"没写完\t乙\n丙\t丁", &[&["\"没写完", "乙"], &["丙", "丁"]]);
    }

    #[test]
    fn commas_count_where_there_is_no_tab() {
        check("甲,\"乙,丙\"\n1,2\n", &[&["甲", "乙,丙"], &["1", "2"]]);
        check("甲,乙\t丙", &[&["甲,乙", "丙"]]);
        check("甲，乙", &[&["甲，乙"]]);
    }
}
