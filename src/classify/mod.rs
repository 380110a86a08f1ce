//! Raw changes → changes: each with its class, its facts, its unit, and whether it is quoted.

mod class;
mod context;
mod division;
mod facts;
mod names;
mod names_without_capitals;
mod naming;
mod negations;
mod notation;
mod quotations;
mod relocated;
mod swapped_parties;
mod symbols;
mod values;

pub use naming::classify;
