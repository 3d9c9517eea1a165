//! A sorted map whose code is made once.
//!
//! `BTreeMap` is generated anew for every pair of key and value, 4 to 12 KB each in the
//! browser. Here the pairs lie in one list in the order in which they came, and the order
//! of their keys is a list of places, which knows neither keys nor values.
//! Meant for a few pairs as for a million; never hashed, so what is shown is always sorted.

use crate::ids::{EntryId, Id};
use crate::json;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;

/// What a map can be sorted by.
pub trait Key: Ord {
    /// A number that never falls while keys rise; keys that it tells apart need not be
    /// compared, and among a million of them each comparison waits for memory.
    fn hint(&self) -> u32;
}

impl Key for str {
    fn hint(&self) -> u32 {
        hint(self.as_bytes())
    }
}

impl Key for String {
    fn hint(&self) -> u32 {
        hint(self.as_bytes())
    }
}

impl<K: Key + ?Sized> Key for &K {
    fn hint(&self) -> u32 {
        K::hint(self)
    }
}

impl Key for Id {
    fn hint(&self) -> u32 {
        hint(self.as_bytes())
    }
}

impl Key for EntryId {
    fn hint(&self) -> u32 {
        hint(self.as_bytes())
    }
}

/// The first four bytes; shorter texts come first.
fn hint(bytes: &[u8]) -> u32 {
    let mut first = [0; 4];
    first.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
    u32::from_be_bytes(first)
}

/// A map in the order of its keys.
#[derive(Clone)]
pub struct Map<K, V> {
    /// In no order.
    pairs: Vec<(K, V)>,
    order: Order,
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self { pairs: Vec::new(), order: Order::default() }
    }
}

impl<K, V> Map<K, V> {
    /// An empty map.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many pairs there are.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Makes room for so many more pairs, and no more.
    pub fn make_room(&mut self, pairs: usize) {
        self.pairs.reserve_exact(pairs);
    }

    /// The pair that came as the n-th, counted from 0; right as long as none was removed.
    pub fn nth(&self, n: usize) -> Option<(&K, &V)> {
        self.pairs.get(n).map(|(key, value)| (key, value))
    }

    /// The pairs, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.order.places().map(|at| (&self.pairs[at].0, &self.pairs[at].1))
    }

    /// The keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    /// The values, by key.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    fn find<Q: Key + ?Sized>(&self, key: &Q) -> Result<Spot, Spot>
    where
        K: Borrow<Q>,
    {
        self.order.find(key.hint(), &mut |at| self.pairs[at].0.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Key + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|spot| &self.pairs[self.order.at(spot)].1)
    }

    /// Whether a key is here.
    pub fn contains_key<Q: Key + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Removes a key. Looks at every place once: for maps of a few pairs.
    pub fn remove<Q: Key + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let spot = self.find(key).ok()?;
        let at = self.order.remove(spot);
        Some(self.pairs.swap_remove(at).1)
    }
}

impl<K: Key, V> Map<K, V> {
    /// Puts a value under a key and returns the one that stood there.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find_from_end(&key) {
            Ok(spot) => {
                let at = self.order.at(spot);
                Some(std::mem::replace(&mut self.pairs[at].1, value))
            }
            Err(spot) => {
                self.push(spot, key, value);
                None
            }
        }
    }

    /// What comes sorted stands behind the last, which is not looked for.
    fn find_from_end(&self, key: &K) -> Result<Spot, Spot> {
        match self.order.last() {
            Some((place, end)) if self.pairs[place.at].0 < *key => Err(end),
            _ => self.find(key),
        }
    }

    fn push(&mut self, spot: Spot, key: K, value: V) {
        self.order.insert(spot, Place { hint: key.hint(), at: self.pairs.len() });
        self.pairs.push((key, value));
    }

    /// The value of a key; made where there is none.
    pub fn get_or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let at = match self.find(&key) {
            Ok(spot) => self.order.at(spot),
            Err(spot) => {
                self.push(spot, key, make());
                self.pairs.len() - 1
            }
        };
        &mut self.pairs[at].1
    }
}

impl<K: Key, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.insert(key, value);
        }
    }
}

impl<K: Key, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut map = Self::new();
        map.extend(pairs);
        map
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        let mut slots: Vec<Option<(K, V)>> = self.pairs.into_iter().map(Some).collect();
        let sorted: Vec<(K, V)> = self.order.places().filter_map(|at| slots[at].take()).collect();
        sorted.into_iter()
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<K: Eq, V: Eq> Eq for Map<K, V> {}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Map<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Map<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, K: Deserialize<'de> + Key, V: Deserialize<'de>> Deserialize<'de> for Map<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Pairs(PhantomData))
    }
}

impl<K: json::Read + Key, V: json::Read> json::Read for Map<K, V> {
    fn read(value: json::Value) -> Result<Self, json::Wrong> {
        let mut map = Self::new();
        for (name, value) in serde_json::Map::read(value)? {
            let read = V::read(value).map_err(|wrong| wrong.field(&name))?;
            map.insert(K::read(json::Value::String(name))?, read);
        }
        Ok(map)
    }
}

struct Pairs<K, V>(PhantomData<fn() -> (K, V)>);

impl<'de, K: Deserialize<'de> + Key, V: Deserialize<'de>> Visitor<'de> for Pairs<K, V> {
    type Value = Map<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Self::Value, A::Error> {
        let mut map = Map::new();
        while let Some((key, value)) = pairs.next_entry()? {
            map.insert(key, value);
        }
        Ok(map)
    }
}

/// The most places in a run: one insertion moves no more than these.
const RUN: usize = 512;

/// Where a pair lies, and the hint of its key.
#[derive(Clone, Copy)]
struct Place {
    hint: u32,
    at: usize,
}

/// Places of pairs, sorted by the keys there, in runs; no run is empty.
#[derive(Clone, Default)]
struct Order {
    runs: Vec<Vec<Place>>,
}

/// Which run, and where in it.
type Spot = (usize, usize);

impl Order {
    fn places(&self) -> impl Iterator<Item = usize> {
        self.runs.iter().flatten().map(|place| place.at)
    }

    /// The last place, and the spot behind it.
    fn last(&self) -> Option<(Place, Spot)> {
        let run = self.runs.last()?;
        Some((*run.last()?, (self.runs.len() - 1, run.len())))
    }

    fn at(&self, (run, at): Spot) -> usize {
        self.runs[run][at].at
    }

    /// Where the place is that `compare` calls equal, or where it would be.
    #[inline(never)]
    fn find(&self, hint: u32, compare: &mut dyn FnMut(usize) -> Ordering) -> Result<Spot, Spot> {
        let mut compare = |place: &Place| place.hint.cmp(&hint).then_with(|| compare(place.at));
        let after = self.runs.partition_point(|run| compare(&run[0]).is_le());
        let at = after.saturating_sub(1);
        let Some(run) = self.runs.get(at) else { return Err((0, 0)) };
        match run.binary_search_by(compare) {
            Ok(found) => Ok((at, found)),
            Err(free) => Err((at, free)),
        }
    }

    #[inline(never)]
    fn insert(&mut self, (at, free): Spot, place: Place) {
        let Some(run) = self.runs.get_mut(at) else { return self.runs.push(vec![place]) };
        run.insert(free, place);
        if run.len() > RUN {
            let upper = run.split_off(RUN / 2);
            self.runs.insert(at + 1, upper);
        }
    }

    /// Removes a place; the pair that lay last of all moves there.
    #[inline(never)]
    fn remove(&mut self, (at, found): Spot) -> usize {
        let last = self.runs.iter().map(Vec::len).sum::<usize>() - 1;
        let removed = self.runs[at].remove(found).at;
        if self.runs[at].is_empty() {
            self.runs.remove(at);
        }
        for place in self.runs.iter_mut().flatten().filter(|place| place.at == last) {
            place.at = removed;
        }
        removed
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, Map};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// Tells keys apart only roughly, so that keys have to be compared as well.
    impl Key for u16 {
        fn hint(&self) -> u32 {
            u32::from(*self) / 4
        }
    }

    impl Key for u32 {
        fn hint(&self) -> u32 {
            *self / 100
        }
    }

    /// Few keys meet often; many fill more runs than one.
    fn key() -> impl Strategy<Value = u16> {
        prop_oneof![0_u16..8, any::<u16>()]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn does_what_the_standard_map_does(
            steps in prop::collection::vec((key(), any::<Option<u8>>()), 0..2000),
        ) {
            let (mut map, mut known) = (Map::new(), BTreeMap::new());
            for (key, value) in steps {
                match value {
                    Some(value) => prop_assert_eq!(map.insert(key, value), known.insert(key, value)),
                    None => prop_assert_eq!(map.remove(&key), known.remove(&key)),
                }
                prop_assert_eq!(map.get(&key), known.get(&key));
                prop_assert_eq!(map.len(), known.len());
            }
            prop_assert!(map.iter().eq(&known));
            prop_assert!(map.into_iter().eq(known));
        }
    }

    #[test]
    fn many_pairs_stay_sorted() {
        // 7919 is prime to 20,000: every number once, in no order.
        let map: Map<u32, u32> = (0..20_000).map(|n| (n * 7919 % 20_000, n)).collect();
        assert!(map.keys().copied().eq(0..20_000));
        assert!(map.iter().all(|(key, n)| n * 7919 % 20_000 == *key));
        assert_eq!(map.get(&20_000), None);
    }

    #[test]
    fn hints_never_fall_while_texts_rise() {
        let texts = ["", "\0", "a", "a\0", "ab", "abcd", "abcde", "abd", "村", "村委会", "～"];
        assert!(texts.is_sorted() && texts.is_sorted_by_key(|text| text.hint()));
        let map: Map<&str, usize> = texts.into_iter().rev().zip(0..).collect();
        assert!(map.keys().copied().eq(texts));
    }

    #[test]
    fn a_missing_value_is_made_once() {
        let mut map: Map<String, Vec<u8>> = Map::new();
        map.get_or_insert_with("b".to_owned(), Vec::new).push(1);
        map.get_or_insert_with("a".to_owned(), Vec::new).push(2);
        map.get_or_insert_with("b".to_owned(), || vec![9]).push(3);
        assert_eq!(map.get("b"), Some(&vec![1, 3]));
        assert!(map.contains_key("a") && !map.contains_key("c"));
        assert_eq!(map.values().flatten().copied().collect::<Vec<_>>(), [2, 1, 3]);
    }

    #[test]
    fn reads_and_writes_as_an_object() {
        let map: Map<String, u8> = serde_json::from_str(r#"{"b":1,"a":2,"b":3}"#).expect("reads");
        assert_eq!(serde_json::to_string(&map).expect("writes"), r#"{"a":2,"b":3}"#);
        assert_eq!(serde_json::to_string(&Map::<String, u8>::new()).expect("writes"), "{}");
        assert!(serde_json::from_str::<Map<String, u8>>(r#"[["a",1]]"#).is_err());
        assert_eq!(format!("{map:?}"), r#"{"a": 2, "b": 3}"#);
    }
}
