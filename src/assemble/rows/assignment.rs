//! Edges → which blocks of the other text each block is in a row with: one to one, one to many or many to one.

use super::edges::Edge;
use crate::both::Both;
use crate::text::units::Units;

/// The blocks of the other text that each block is in a row with.
pub struct Assignment {
    /// By block, its partners in the order in which they were found.
    pub partners: Both<Vec<Vec<usize>>>,
    /// Which blocks of the second text are in a row that moved.
    pub moved: Vec<bool>,
}

impl Assignment {
    /// An assignment in which no block has a partner yet.
    pub fn new(units: Both<&Units>) -> Self {
        Self {
            partners: units.map(|units| vec![Vec::new(); units.blocks.len()]),
            moved: vec![false; units.after.blocks.len()],
        }
    }

    /// The first partner of each block of the second text that did not move, in the order of that text.
    pub fn in_place(&self) -> Vec<Both<usize>> {
        let blocks = self.partners.after.iter().enumerate();
        let in_place = blocks.filter(|&(after, _)| !self.moved[after]);
        let firsts = in_place.filter_map(|(after, partners)| Some((*partners.first()?, after)));
        firsts
            .map(|(before, after)| Both::new(before, after))
            .collect()
    }

    /// Takes edges in their order, as far as they fit beside those that were taken before.
    pub fn take(&mut self, mut edges: Vec<Edge>) {
        // Repeated until nothing changes: a block may fit only when the block between it and its row is in that row.
        let mut waiting = edges.len() + 1;
        while edges.len() < waiting {
            waiting = edges.len();
            edges.retain(|edge| {
                let fits = self.fits(edge);
                if fits {
                    let Both { before, after } = edge.blocks;
                    self.partners.before[before].push(after);
                    self.partners.after[after].push(before);
                    self.moved[after] = edge.moved;
                }
                !fits
            });
        }
    }

    /// Whether an edge makes no row of many to many. A block that moved is in a row one to one.
    fn fits(&self, edge: &Edge) -> bool {
        let Both { before, after } = self.partners.as_ref();
        let (b, a) = (edge.blocks.before, edge.blocks.after);
        match (before[b].is_empty(), after[a].is_empty()) {
            (true, true) => true,
            (false, true) => {
                !edge.moved
                    && before[b]
                        .iter()
                        .all(|&other| after[other].len() == 1 && !self.moved[other])
                    && is_neighbour(&before[b], a, after)
            }
            (true, false) => {
                !edge.moved
                    && !self.moved[a]
                    && after[a].iter().all(|&other| before[other].len() == 1)
                    && is_neighbour(&after[a], b, before)
            }
            (false, false) => false,
        }
    }
}

/// Whether a block is beside those of a row, with nothing between but a caption or a promotion that has no partner either.
fn is_neighbour(row: &[usize], block: usize, partners: &[Vec<usize>]) -> bool {
    /// Blocks without partner that may be between two blocks of one row.
    const MAX_BETWEEN: usize = 2;
    row.iter().any(|&other| {
        let between = other.min(block) + 1..other.max(block);
        between.len() <= MAX_BETWEEN && partners[between].iter().all(Vec::is_empty)
    })
}
