//! The hybrid logical clock: stamps that order the records of several computers.
//! It reads no clock itself; `now` is always an argument.

use jieyou_domain::ledger::Stamp;

/// How far ahead of this computer's clock an imported stamp may lie without remark.
/// A day for a wrong date, two hours for a wrong zone's summer time.
pub const FAR_FUTURE_MS: u64 = 26 * 60 * 60 * 1000;

/// The greatest stamp accepted so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    greatest: Stamp,
}

impl Clock {
    /// Gives the next stamp: never before, and never equal to, one accepted.
    pub fn tick(&mut self, now_ms: u64) -> Stamp {
        let last = self.greatest;
        self.greatest = if now_ms > last.ms {
            Stamp { ms: now_ms, count: 0 }
        } else {
            match last.count.checked_add(1) {
                Some(count) => Stamp { ms: last.ms, count },
                None => Stamp { ms: last.ms.saturating_add(1), count: 0 },
            }
        };
        self.greatest
    }

    /// Advances past a stamp written elsewhere.
    pub fn accept(&mut self, stamp: Stamp) {
        self.greatest = self.greatest.max(stamp);
    }

    /// The greatest stamp accepted.
    pub const fn greatest(self) -> Stamp {
        self.greatest
    }
}

/// Whether a stamp lies so far ahead of `now_ms` that a computer's clock is wrong.
pub const fn is_far_future(stamp: Stamp, now_ms: u64) -> bool {
    stamp.ms > now_ms.saturating_add(FAR_FUTURE_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_forward_whatever_the_computer_says() {
        let mut clock = Clock::default();
        assert_eq!(clock.tick(100), Stamp { ms: 100, count: 0 });
        assert_eq!(clock.tick(100), Stamp { ms: 100, count: 1 });
        assert_eq!(clock.tick(7), Stamp { ms: 100, count: 2 });
        clock.accept(Stamp { ms: 900, count: u32::MAX });
        clock.accept(Stamp { ms: 300, count: 0 });
        assert_eq!(clock.tick(200), Stamp { ms: 901, count: 0 });
        assert_eq!(clock.tick(1000), Stamp { ms: 1000, count: 0 });
    }

    #[test]
    fn a_day_and_a_zone_ahead_is_tolerated() {
        let at = |ms| is_far_future(Stamp { ms, count: 0 }, 1_000);
        assert!(!at(1_000 + FAR_FUTURE_MS));
        assert!(at(1_001 + FAR_FUTURE_MS));
    }
}
