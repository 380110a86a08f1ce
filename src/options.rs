//! Every switch and every threshold: its name, unit, range, default and reason.

use crate::text::source::place_in;

/// How a comparison is made. All fields have defaults; a report obeys the laws whatever is set here.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Look for what stands in both texts at another place. Off: such stretches are deleted here and inserted there.
    pub moves: bool,
    /// Look for page furniture. Off: every block is heading or paragraph.
    pub furniture: bool,
    /// Tell words in another order as one change. Off: as a deletion and an insertion.
    pub order: bool,
    /// Join marks that have only small words between them.
    pub join: bool,
    /// Show a sentence of which little is kept as old and new whole.
    pub whole: bool,
    /// Slide marks to where a person would begin and end them.
    pub slide: bool,
    /// Recognise words by their stem and numbers by their kind when likeness is measured.
    pub stems: bool,
    /// Pair one sentence with several.
    pub groups: bool,

    /// Share of weighted words (0 to 1) from which a pair of sentences is beyond doubt and parts the texts into sections.
    /// Lower lets one sentence that was split hide its second half; higher makes the sections larger and slower.
    pub anchor: f32,
    /// Share of weighted words (0 to 1) from which two sentences far apart are considered a pair at all.
    /// Unrelated sentences of one story reach 0.2 by its names alone.
    pub candidate: f32,
    /// Share of weighted words (0 to 1) from which two sentences at the same place are a pair. Place is evidence too, so this is lower.
    pub fill: f32,
    /// Share of weighted words (0 to 1) from which a pair out of order is a move: a wrong move is worse than a missed one.
    pub likeness: f32,
    /// Weight of shared words (a word that occurs once in each text weighs 1) that a move needs.
    pub evidence: f32,
    /// Share of a word (0 to 2) that each further stretch of matched words inside a sentence has to earn; keeps small words from
    /// being matched alone in rewritten passages.
    pub run_cost: f32,
    /// Share of weighted words (0 to 1) below which a sentence is shown whole rather than word by word.
    pub kept: f32,
    /// Work units (cells of the alignment tables, about 5 ns each) before the comparison contents itself with less.
    pub work: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            moves: true,
            furniture: true,
            order: true,
            join: true,
            whole: true,
            slide: true,
            stems: true,
            groups: true,
            anchor: 0.8,
            candidate: 0.28,
            fill: 0.2,
            likeness: 0.45,
            evidence: 2.0,
            run_cost: 0.8,
            kept: 0.2,
            work: 200_000_000,
        }
    }
}

/// What somebody gives for an option, as JavaScript has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Given {
    /// `true` or `false`.
    Switch(bool),
    /// A number of any kind.
    Number(f64),
    /// Anything else.
    Other,
}

/// Why an option was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no option of this name.
    Unknown,
    /// There is, and this is what it takes.
    Takes(&'static str),
}

/// The names of all options in JavaScript.
pub const NAMES: &str = "moves furniture order join whole slide stems groups anchor candidate fill likeness evidence runCost kept \
                         work";

/// Where the value of an option is kept, with the most that it may be.
enum Place<'a> {
    Switch(&'a mut bool),
    Amount(&'a mut f32, u32),
    Count(&'a mut u32),
}

impl Options {
    /// Sets one option by its name in JavaScript.
    ///
    /// # Errors
    /// If there is no such option, or what is given is of another kind or out of its range.
    pub fn set(&mut self, name: &str, given: Given) -> Result<(), Refusal> {
        match (self.place(name).ok_or(Refusal::Unknown)?, given) {
            (Place::Switch(place), Given::Switch(on)) => *place = on,
            (Place::Amount(place, most), Given::Number(number))
                if (0.0..=f64::from(most)).contains(&number) =>
            {
                *place = number as f32
            }
            (Place::Count(place), Given::Number(number))
                if (0.0..=f64::from(u32::MAX)).contains(&number) =>
            {
                *place = number as u32
            }
            (Place::Switch(_), _) => return Err(Refusal::Takes("true or false")),
            (Place::Amount(_, most), _) => {
                return Err(Refusal::Takes(match most {
                    1 => "a number from 0 to 1",
                    2 => "a number from 0 to 2",
                    _ => "a number from 0 to 100",
                }))
            }
            (Place::Count(_), _) => return Err(Refusal::Takes("a number from 0 to 4294967295")),
        }
        Ok(())
    }

    fn place(&mut self, name: &str) -> Option<Place<'_>> {
        Some(match place_in(NAMES, name)? {
            0 => Place::Switch(&mut self.moves),
            1 => Place::Switch(&mut self.furniture),
            2 => Place::Switch(&mut self.order),
            3 => Place::Switch(&mut self.join),
            4 => Place::Switch(&mut self.whole),
            5 => Place::Switch(&mut self.slide),
            6 => Place::Switch(&mut self.stems),
            7 => Place::Switch(&mut self.groups),
            8 => Place::Amount(&mut self.anchor, 1),
            9 => Place::Amount(&mut self.candidate, 1),
            10 => Place::Amount(&mut self.fill, 1),
            11 => Place::Amount(&mut self.likeness, 1),
            12 => Place::Amount(&mut self.evidence, 100),
            13 => Place::Amount(&mut self.run_cost, 2),
            14 => Place::Amount(&mut self.kept, 1),
            15 => Place::Count(&mut self.work),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_set_by_its_name() {
        let mut options = Options::default();
        assert_eq!(options.set("moves", Given::Switch(false)), Ok(()));
        assert_eq!(options.set("runCost", Given::Number(2.0)), Ok(()));
        assert_eq!(options.set("work", Given::Number(5e6)), Ok(()));
        assert_eq!(
            options,
            Options {
                moves: false,
                run_cost: 2.0,
                work: 5_000_000,
                ..Options::default()
            }
        );
    }

    #[test]
    fn what_an_option_does_not_take_is_refused_and_changes_nothing() {
        let mut options = Options::default();
        assert_eq!(
            options.set("colour", Given::Switch(true)),
            Err(Refusal::Unknown)
        );
        assert_eq!(
            options.set("moves", Given::Number(1.0)),
            Err(Refusal::Takes("true or false"))
        );
        for number in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
            assert_eq!(
                options.set("kept", Given::Number(number)),
                Err(Refusal::Takes("a number from 0 to 1"))
            );
        }
        assert!(options.set("work", Given::Number(-1.0)).is_err());
        assert!(options.set("work", Given::Other).is_err());
        assert_eq!(options, Options::default());
    }

    #[test]
    fn every_option_that_is_told_is_there() {
        for name in NAMES.split(' ') {
            assert!(Options::default().place(name).is_some(), "{name}");
        }
    }
}
