//! The folders of `tests/cases` and the labelled lines of `tests/classes` → pairs of texts.

use crate::notation::{labelled, Labelled};
use std::fs;
use std::path::{Path, PathBuf};

/// A pair of texts with a name.
#[derive(Clone, Debug)]
pub struct Case {
    /// The symptom, which is the name of the folder.
    pub name: String,
    /// The first text.
    pub before: String,
    /// The second text.
    pub after: String,
}

/// The folder `tests` of this repository.
pub fn tests_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map(Path::to_owned)
        .unwrap_or_default()
}

/// Reads the case of one folder of `tests/cases`.
pub fn read(folder: &Path) -> Case {
    let name = folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let text = |file: &str| {
        fs::read_to_string(folder.join(file))
            .unwrap_or_else(|error| panic!("{name}/{file}: {error}"))
    };
    Case {
        before: text("before.txt"),
        after: text("after.txt"),
        name,
    }
}

/// All cases, by name.
pub fn all() -> Vec<Case> {
    let mut folders: Vec<PathBuf> = entries(&tests_folder().join("cases"))
        .into_iter()
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders.iter().map(|folder| read(folder)).collect()
}

/// All labelled lines, each with its file and the number of its line.
pub fn labelled_lines() -> Vec<(String, Labelled)> {
    let mut files: Vec<PathBuf> = entries(&tests_folder().join("classes"))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let mut out = Vec::new();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let content = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{name}: {error}"));
        for (line, at) in content.lines().zip(1..) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let place = format!("{name}:{at}");
            let read = labelled(line).unwrap_or_else(|what| panic!("{place}: {what}"));
            out.push((place, read));
        }
    }
    out
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("an entry of a folder can be read").path())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cases_and_the_labelled_lines_are_there() {
        assert!(all().len() >= 60, "only {} cases are left", all().len());
        let lines = labelled_lines().len();
        assert!(lines >= 750, "only {lines} labelled lines are left");
    }
}
