//! The order of the functions in a wasm file, for packing.
//!
//! gzip looks back 32 KiB only. Functions that are alike, most of them one generic
//! function made for several types, pack better when they stand side by side.

use anyhow::Result;
use wasm_encoder::{NameMap, NameSection, Section as _};
use wasmparser::{Parser, Payload, TypeRef};

/// Places in a function's profile. Fewer mix up functions, more only take longer.
const PLACES: usize = 1024;

/// Gives every function a name that sorts after the functions it should follow;
/// wasm-opt's `--reorder-functions-by-name` then moves them and all that refers to them.
///
/// # Errors
/// When the bytes are not a wasm file.
pub(crate) fn name_by_likeness(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    if matches!(import?.ty, TypeRef::Func(_)) {
                        imported += 1;
                    }
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(&wasm[body.range()]),
            _ => {}
        }
    }
    let mut names: Vec<String> = (0..imported).map(|at| format!("a{at:06}")).collect();
    names.resize(imported + bodies.len(), String::new());
    for (place, at) in by_likeness(&bodies).into_iter().enumerate() {
        names[imported + at] = format!("f{place:06}");
    }
    let mut map = NameMap::new();
    for (at, name) in (0_u32..).zip(&names) {
        map.append(at, name);
    }
    let mut section = NameSection::new();
    section.functions(&map);
    let mut named = wasm.to_vec();
    section.append_to(&mut named);
    Ok(named)
}

/// From each function to the one most like it among those left.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let profiles: Vec<Vec<f32>> = bodies.iter().map(|body| profile(body)).collect();
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order: Vec<usize> = Vec::new();
    while !left.is_empty() {
        let next = order.last().map_or(0, |&last| most_like(&profiles, last, &left));
        order.push(left.swap_remove(next));
    }
    order
}

/// The place in `left` of the function most like `to`.
fn most_like(profiles: &[Vec<f32>], to: usize, left: &[usize]) -> usize {
    let likeness = |at: usize| -> f32 {
        profiles[to].iter().zip(&profiles[left[at]]).map(|(a, b)| a * b).sum()
    };
    let best = (0..left.len()).map(|at| (at, likeness(at))).max_by(|a, b| a.1.total_cmp(&b.1));
    best.map_or(0, |(at, _)| at)
}

/// How often each run of three bytes occurs, as a vector of length one. Runs share
/// places; that does little harm, functions that are alike share them too.
fn profile(body: &[u8]) -> Vec<f32> {
    let mut counts = vec![0.0_f32; PLACES];
    for run in body.windows(3) {
        let hash = run.iter().fold(0_u32, |hash, &byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193).rotate_left(7)
        });
        counts[hash as usize % PLACES] += 1.0;
    }
    for count in &mut counts {
        *count = count.ln_1p();
    }
    let length = counts.iter().map(|count| count * count).sum::<f32>().sqrt().max(f32::EPSILON);
    counts.iter().map(|count| count / length).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_that_are_alike_stand_side_by_side() {
        let (a, b) = ([1, 2, 3, 4, 5, 6, 7, 8], [91, 92, 93, 94, 95, 96, 97, 98]);
        let (a2, b2) = ([1, 2, 3, 4, 5, 6, 7, 9], [91, 92, 93, 94, 95, 96, 97, 99]);
        let order = by_likeness(&[&a, &b, &a2, &b2]);
        assert_eq!(order[..2], [0, 2], "{order:?}");
    }
}
