//! Something of each of the two texts.

use serde::Serialize;

/// One of the two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first text.
    Before,
    /// The second text.
    After,
}

impl Side {
    /// Both texts, the first one first.
    pub const BOTH: [Side; 2] = [Side::Before, Side::After];

    /// The other text.
    pub fn other(self) -> Side {
        match self {
            Side::Before => Side::After,
            Side::After => Side::Before,
        }
    }

    /// Puts what belongs to this text and what belongs to the other text on their sides.
    pub fn both<T>(self, this: T, other: T) -> Both<T> {
        match self {
            Side::Before => Both::new(this, other),
            Side::After => Both::new(other, this),
        }
    }
}

/// Something of the text before and of the text after.
///
/// ```
/// use article_diff::report::Both;
/// let words = Both::new(12, 15);
/// assert_eq!((words.before, words.after), (12, 15));
/// for count in words {
///     assert!(count > 10);
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Both<T> {
    /// Of the first text.
    pub before: T,
    /// Of the second text.
    pub after: T,
}

impl<T> Both<T> {
    /// Takes one thing of each text.
    ///
    /// ```
    /// # use article_diff::report::Both;
    /// assert_eq!(Both::new("old", "new").after, "new");
    /// ```
    pub fn new(before: T, after: T) -> Self {
        Self { before, after }
    }

    /// Makes one thing of each side.
    ///
    /// ```
    /// # use article_diff::report::Both;
    /// assert_eq!(Both::new("a", "abc").map(str::len), Both::new(1, 3));
    /// ```
    pub fn map<U>(self, mut make: impl FnMut(T) -> U) -> Both<U> {
        Both {
            before: make(self.before),
            after: make(self.after),
        }
    }

    /// Puts the same sides of two things together.
    ///
    /// ```
    /// # use article_diff::report::Both;
    /// assert_eq!(Both::new(1, 2).zip(Both::new('b', 'a')).before, (1, 'b'));
    /// ```
    pub fn zip<U>(self, other: Both<U>) -> Both<(T, U)> {
        Both {
            before: (self.before, other.before),
            after: (self.after, other.after),
        }
    }

    /// Borrows both sides.
    ///
    /// ```
    /// # use article_diff::report::Both;
    /// let texts = Both::new(String::from("a"), String::from("abc"));
    /// assert_eq!(texts.as_ref().map(String::len), Both::new(1, 3));
    /// ```
    pub fn as_ref(&self) -> Both<&T> {
        Both {
            before: &self.before,
            after: &self.after,
        }
    }

    /// Borrows both sides to change them.
    pub(crate) fn as_mut(&mut self) -> Both<&mut T> {
        Both {
            before: &mut self.before,
            after: &mut self.after,
        }
    }

    /// Exchanges the sides.
    ///
    /// ```
    /// # use article_diff::report::Both;
    /// assert_eq!(Both::new(1, 2).swap(), Both::new(2, 1));
    /// ```
    #[must_use]
    pub fn swap(self) -> Self {
        Self {
            before: self.after,
            after: self.before,
        }
    }

    /// Each side together with the other side.
    pub(crate) fn with_other(self) -> Both<(T, T)>
    where
        T: Copy,
    {
        self.zip(self.swap())
    }

    /// What there is of one text.
    pub(crate) fn of(&self, side: Side) -> &T {
        match side {
            Side::Before => &self.before,
            Side::After => &self.after,
        }
    }

    /// What there is of one text, to change it.
    pub(crate) fn of_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Before => &mut self.before,
            Side::After => &mut self.after,
        }
    }

    /// The first side, then the second.
    ///
    /// ```
    /// # use article_diff::report::Both;
    /// assert_eq!(Both::new(2, 3).iter().sum::<i32>(), 5);
    /// ```
    pub fn iter(&self) -> std::array::IntoIter<&T, 2> {
        [&self.before, &self.after].into_iter()
    }
}

impl Both<usize> {
    /// How many pairs can be made of so many things of each text. A `usize` of WebAssembly has 32 bits: 65,536 things of each text
    /// already make more pairs than it can count.
    pub(crate) fn pairs(self) -> u64 {
        self.before as u64 * self.after as u64
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
    fn pairs_are_counted_beyond_32_bits() {
        assert_eq!(Both::new(1 << 16, 1 << 16).pairs(), 1 << 32);
    }

    #[test]
    fn sides_stay_apart() {
        let both = Both::new(1, 20);
        assert_eq!(both.map(|number| number + 1), Both::new(2, 21));
        assert_eq!(both.swap(), Both::new(20, 1));
        assert_eq!(both.with_other(), Both::new((1, 20), (20, 1)));
        assert_eq!(both.zip(Both::new('b', 'a')).after, (20, 'a'));
        for side in Side::BOTH {
            assert_eq!(both.of(side), both.swap().of(side.other()));
            assert_eq!(side.both(*both.of(side), *both.of(side.other())), both);
        }
        assert_eq!(both.iter().sum::<i32>(), both.into_iter().sum());
    }
}
