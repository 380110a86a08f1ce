//! The plan in `src/lib.rs` holds: a module imports only modules below it, and no two modules import one another.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The top-level modules, lowest first. Those of one line do not import one another.
const LAYERS: &[&[&str]] = &[
    &["both", "data", "options", "sort"],
    &["text"],
    &["document"],
    &["report", "similarity"],
    &["model"],
    &[
        "align",
        "assemble",
        "boilerplate",
        "changes",
        "classify",
        "diff",
        "formats",
        "refine",
    ],
    &["compare"],
    // For benchmarks only: each stage by itself.
    &["stages"],
    &["lib"],
];

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

/// The path of a module: `src/text/segment/mod.rs` is `["text", "segment"]`.
fn module_of(root: &Path, file: &Path) -> Vec<String> {
    let path = file.strip_prefix(root).expect("the file is below src");
    let path = path.with_extension("");
    let parts = path
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .filter(|part| part != "mod");
    parts.collect()
}

/// The paths that a `use` line names: `a::{b, c::d}` gives `a::b` and `a::c::d`.
fn expand(tree: &str) -> Vec<String> {
    let Some((head, rest)) = tree.split_once('{') else {
        return vec![tree.trim().to_owned()];
    };
    let inner = rest.strip_suffix('}').expect("braces are closed");
    let (mut depth, mut start, mut paths) = (0, 0, Vec::new());
    for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let part = inner[start..at].trim();
                if !part.is_empty() {
                    let paths_below = expand(part).into_iter();
                    paths.extend(paths_below.map(|path| format!("{head}{path}")));
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    paths
}

/// What each module imports, as the longest path that names a module. Tests inside a module may import anything.
fn imports() -> BTreeMap<Vec<String>, BTreeSet<Vec<String>>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let modules: BTreeSet<Vec<String>> = files.iter().map(|file| module_of(&root, file)).collect();
    let mut imports = BTreeMap::new();
    for file in &files {
        let module = module_of(&root, file);
        if file.ends_with("tests.rs") {
            continue;
        }
        let source = fs::read_to_string(file).expect("the file can be read");
        let code = source
            .split("#[cfg(test)]\nmod ")
            .next()
            .unwrap_or_default();
        let is_folder = file.ends_with("mod.rs");
        let mut found = BTreeSet::new();
        for statement in code.split(';') {
            let Some(at) = statement
                .rfind("use ")
                .filter(|&at| at == 0 || statement[..at].ends_with(['\n', ' ']))
            else {
                continue;
            };
            for path in expand(&statement[at + 4..].replace('\n', " ")) {
                let mut parts: Vec<String> = path
                    .split("::")
                    .map(|part| part.trim().to_owned())
                    .collect();
                match parts[0].as_str() {
                    "crate" => {
                        parts.remove(0);
                    }
                    "super" => {
                        let above = module.len() - 1;
                        parts.splice(0..1, module[..above].iter().cloned());
                    }
                    first
                        if is_folder
                            && modules.contains(&[&module[..], &[first.to_owned()]].concat()) =>
                    {
                        parts.splice(0..0, module.iter().cloned());
                    }
                    _ => continue,
                }
                while !parts.is_empty() && !modules.contains(&parts) {
                    parts.pop();
                }
                if !parts.is_empty() && parts != module {
                    found.insert(parts);
                }
            }
        }
        imports.insert(module, found);
    }
    imports
}

fn layer(module: &str) -> usize {
    let layer = LAYERS.iter().position(|layer| layer.contains(&module));
    layer.unwrap_or_else(|| {
        panic!("`{module}` is in no layer: name it in tests/architecture.rs and in src/lib.rs")
    })
}

#[test]
fn modules_import_only_what_is_below_them() {
    let imports = imports();
    assert!(
        imports.len() > 50,
        "only {} modules were found",
        imports.len()
    );
    let mut wrong = Vec::new();
    for (module, imported) in &imports {
        for other in imported {
            if module[0] != other[0] && layer(&module[0]) <= layer(&other[0]) {
                wrong.push(format!(
                    "{} imports {}",
                    module.join("::"),
                    other.join("::")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_modules_import_one_another_in_a_circle() {
    let imports = imports();
    let mut state: BTreeMap<&Vec<String>, bool> = BTreeMap::new();
    fn visit<'m>(
        module: &'m Vec<String>,
        imports: &'m BTreeMap<Vec<String>, BTreeSet<Vec<String>>>,
        done: &mut BTreeMap<&'m Vec<String>, bool>,
        path: &mut Vec<&'m Vec<String>>,
    ) {
        match done.get(module) {
            Some(true) => return,
            Some(false) => {
                let names: Vec<String> = path.iter().map(|module| module.join("::")).collect();
                panic!("a circle: {} -> {}", names.join(" -> "), module.join("::"));
            }
            None => {}
        }
        done.insert(module, false);
        path.push(module);
        for other in imports.get(module).into_iter().flatten() {
            visit(other, imports, done, path);
        }
        path.pop();
        done.insert(module, true);
    }
    for module in imports.keys() {
        visit(module, &imports, &mut state, &mut Vec::new());
    }
}
