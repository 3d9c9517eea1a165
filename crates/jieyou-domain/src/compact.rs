//! Sorting and looking up in a form that stays small when built for the browser.
//!
//! The standard library's sort is made anew for every type it sorts, some 6 KB each, and
//! its map for every key and value. Here both are made once. JSON is read in the same
//! spirit, see [`crate::json`].

mod map;

pub use map::{Key, Map};

use std::cmp::Ordering;

/// Sorts by `compare`; what is equal keeps its order.
pub fn sort_by<T>(items: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = order(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| slots[at].take()));
}

/// The sorted order of `len` things that are known by their places: runs of one, merged
/// two by two. The standard library's sort is 5 KB; this is fast enough for any ledger.
fn order(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    let mut merged = Vec::with_capacity(len);
    let mut run = 1;
    while run < len {
        for two in order.chunks(2 * run) {
            let (first, second) = two.split_at(run.min(two.len()));
            merge(first, second, &mut merged, compare);
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        run *= 2;
    }
    order
}

fn merge(
    mut first: &[usize],
    mut second: &[usize],
    merged: &mut Vec<usize>,
    compare: &mut dyn FnMut(usize, usize) -> Ordering,
) {
    while let ([a, after_a @ ..], [b, after_b @ ..]) = (first, second) {
        if compare(*b, *a).is_lt() {
            merged.push(*b);
            second = after_b;
        } else {
            merged.push(*a);
            first = after_a;
        }
    }
    merged.extend_from_slice(first);
    merged.extend_from_slice(second);
}

#[cfg(test)]
mod tests {
    #[test]
    fn equal_things_keep_their_order() {
        let mut all = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        super::sort_by(&mut all, |a, b| a.0.cmp(&b.0));
        assert_eq!(all, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn any_number_of_things_is_sorted_as_by_the_standard_library() {
        for len in 0..70 {
            let mut here: Vec<(u32, u32)> = (0..len).map(|n| (n * 37 % 11, n)).collect();
            let mut there = here.clone();
            super::sort_by(&mut here, |a, b| a.0.cmp(&b.0));
            there.sort_by_key(|item| item.0);
            assert_eq!(here, there);
        }
    }
}
