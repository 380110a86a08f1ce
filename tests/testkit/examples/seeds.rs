//! The cases of `tests/cases` and the labelled lines of `tests/classes` → files in the corpus of each fuzz target, below `fuzz/corpus`.

use std::path::Path;
use std::{fs, io};
use testkit::{cases, generate};

fn main() -> io::Result<()> {
    let mut pairs: Vec<(String, String, String)> = cases::all()
        .into_iter()
        .map(|case| (case.name, case.before, case.after))
        .collect();
    for (place, line) in cases::labelled_lines() {
        let name = place.replace([':', '.'], "-");
        pairs.push((name, line.sentence.before, line.sentence.after));
    }
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    let mut written = 0;
    let mut write = |target: &str, name: &str, bytes: &[u8]| -> io::Result<()> {
        let folder = corpus.join(target);
        fs::create_dir_all(&folder)?;
        written += 1;
        fs::write(folder.join(name), bytes)
    };
    for (name, before, after) in &pairs {
        let texts = generate::two_texts_seed(before, after);
        write("laws", name, &texts)?;
        write(
            "options",
            name,
            &[&generate::DEFAULT_OPTIONS_SEED[..], &texts].concat(),
        )?;
        write("utf16", name, &generate::two_strings_seed(before, after))?;
    }
    // The other targets draw texts from their bytes: what matters of a seed is its length and that its bytes differ.
    for seed in 0..200u32 {
        let mut state = seed.wrapping_add(1).wrapping_mul(0x9e37_79b9);
        let bytes: Vec<u8> = (0..40 + seed * 3)
            .map(|_| {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                (state >> 24) as u8
            })
            .collect();
        write("pairs", &format!("random-{seed}"), &bytes)?;
        write("twin", &format!("random-{seed}"), &bytes)?;
    }
    println!("{written} seeds in {}", corpus.display());
    Ok(())
}
