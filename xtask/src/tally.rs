//! How many checks passed and failed, read off what the tools print.

/// Checks that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Tally {
    /// The sum of the closing lines in a text; every other line is skipped.
    pub(crate) fn read(text: &str) -> Self {
        let mut sum = Self::default();
        for line in text.lines() {
            sum += Self::read_line(line).unwrap_or_default();
        }
        sum
    }

    /// Reads `test result: ok. 3 passed; 1 failed; …` and `3 passed, 1 failed`.
    fn read_line(line: &str) -> Option<Self> {
        let line = match line.trim().strip_prefix("test result: ") {
            Some(result) => result.split_once(". ")?.1,
            None => line.trim(),
        };
        let mut parts = line.split([',', ';']).map(str::trim);
        let passed = parts.next()?.strip_suffix(" passed")?.parse().ok()?;
        let failed = parts.next()?.strip_suffix(" failed")?.parse().ok()?;
        Some(Self { passed, failed })
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_closing_lines_are_summed() {
        let text = "running 3 tests\n\
            test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out\n\
            test result: ok. 4 passed; 0 failed; 0 ignored\n\
            ok boots\n5 passed, 2 failed\n";
        assert_eq!(Tally::read(text), Tally { passed: 11, failed: 3 });
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(Tally::read("12 passed\nall 3 passed, 0 failed here\n"), Tally::default());
    }
}
