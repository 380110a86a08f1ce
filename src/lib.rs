pub mod fold; pub mod lexicon; pub mod platform; pub mod segment; pub mod span; pub mod text; pub mod units;
