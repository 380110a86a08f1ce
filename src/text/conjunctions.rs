//! A word → whether it joins equals: *A and B* says the same as *B and A*.

/// Whether a folded word joins the parts of a list.
pub fn is_conjunction(word: &str) -> bool {
    const WORDS: &str = "and or und oder et ou y e o u en of och og eller a i lub nebo и или і й та або ve veya ya và και ή و أو ו או וגם \
                         और या 和 与 與 及 跟 と や 와 과 및 또는 nor";
    WORDS.split(' ').any(|one| one == word)
}
