//! The word lists of `src/data` → static tables, `word_lists.rs` in the folder of build output.

#[path = "src/data/list.rs"]
mod list;
#[path = "src/data/tables.rs"]
mod tables;

use std::path::Path;
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=src/data");
    if let Err(what) = write_tables() {
        println!("cargo::error={what}");
        process::exit(1);
    }
}

fn write_tables() -> Result<(), String> {
    let folder = Path::new("src/data");
    let mut source = String::new();
    for list in &list::LISTS {
        let content = fs::read_to_string(folder.join(list.file))
            .map_err(|error| format!("src/data/{}: {error}", list.file))?;
        let lines = list::read(list, &content).map_err(|what| format!("src/data/{what}"))?;
        source += &tables::source(list, &lines);
    }
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR for build scripts")?;
    fs::write(Path::new(&out).join("word_lists.rs"), source)
        .map_err(|error| format!("word_lists.rs: {error}"))
}
