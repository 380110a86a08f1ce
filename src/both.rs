//! Something of each of the two texts.

use serde::Serialize;

/// Something of the text before and of the text after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Both<T> {
    /// Of the first text.
    pub before: T,
    /// Of the second text.
    pub after: T,
}

impl<T> Both<T> {
    /// Takes one thing of each text.
    pub fn new(before: T, after: T) -> Self {
        Self { before, after }
    }

    /// Makes one thing of each side.
    pub fn map<U>(self, mut make: impl FnMut(T) -> U) -> Both<U> {
        Both {
            before: make(self.before),
            after: make(self.after),
        }
    }

    /// Puts the same sides of two things together.
    pub fn zip<U>(self, other: Both<U>) -> Both<(T, U)> {
        Both {
            before: (self.before, other.before),
            after: (self.after, other.after),
        }
    }

    /// Borrows both sides.
    pub fn as_ref(&self) -> Both<&T> {
        Both {
            before: &self.before,
            after: &self.after,
        }
    }

    /// Borrows both sides to change them.
    pub fn as_mut(&mut self) -> Both<&mut T> {
        Both {
            before: &mut self.before,
            after: &mut self.after,
        }
    }

    /// Exchanges the sides.
    #[must_use]
    pub fn swap(self) -> Self {
        Self {
            before: self.after,
            after: self.before,
        }
    }

    /// Each side together with the other side.
    pub fn with_other(self) -> Both<(T, T)>
    where
        T: Copy,
    {
        self.zip(self.swap())
    }

    /// The first side, then the second.
    pub fn iter(&self) -> std::array::IntoIter<&T, 2> {
        [&self.before, &self.after].into_iter()
    }
}

impl<T> IntoIterator for Both<T> {
    type Item = T;
    type IntoIter = std::array::IntoIter<T, 2>;

    fn into_iter(self) -> Self::IntoIter {
        [self.before, self.after].into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_stay_apart() {
        let both = Both::new(1, 20);
        assert_eq!(both.map(|number| number + 1), Both::new(2, 21));
        assert_eq!(both.swap(), Both::new(20, 1));
        assert_eq!(both.with_other(), Both::new((1, 20), (20, 1)));
        assert_eq!(both.zip(Both::new('b', 'a')).after, (20, 'a'));
        assert_eq!(both.iter().sum::<i32>(), both.into_iter().sum());
    }
}
