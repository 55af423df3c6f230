//! Who may use whom: a closed list, compared with what Cargo says.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]
use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, MetadataCommand};

/// Each crate of ours and the crates of ours it may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("fonts", &[]),
    ("model", &[]),
    ("analysis", &["model"]),
    ("simulate", &["analysis", "model"]),
    ("redesign", &["analysis", "model", "simulate"]),
    ("layout", &["fonts", "model"]),
    ("render", &["fonts", "model"]),
    ("interchange", &["model"]),
    ("store", &["model"]),
    (
        "session",
        &[
            "analysis",
            "fonts",
            "interchange",
            "layout",
            "model",
            "redesign",
            "render",
            "simulate",
            "store",
        ],
    ),
    ("cli", &["session"]),
    ("desktop", &["session"]),
    // Not a part of the program: it tries what the store promises, below the session and through it.
    ("torture", &["model", "session", "store"]),
];

/// Crates of others that only some of ours may use.
const RESERVED: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("anyhow", &["cli", "desktop"]),
    ("arboard", &["desktop"]),
    ("axum", &["cli"]),
    ("clap", &["cli"]),
    ("fluent-bundle", &["session"]),
    ("getrandom", &["cli"]),
    ("resvg", &["render"]),
    ("krilla", &["render"]),
    ("sqlite-plugin", &["torture"]),
    ("svg", &["render"]),
    ("rust-embed", &["cli"]),
    ("tauri", &["desktop"]),
    ("tauri-plugin-dialog", &["desktop"]),
    ("tauri-plugin-single-instance", &["desktop"]),
    ("tokio", &["cli"]),
];

fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = MetadataCommand::new()
        .manifest_path(kaizu_tests::repository().join("Cargo.toml"))
        .no_deps()
        .exec()
        .unwrap();
    let normal = |package: &cargo_metadata::Package| {
        let used = package.dependencies.iter();
        used.filter(|it| it.kind == DependencyKind::Normal)
            .map(|it| it.name.clone())
            .collect()
    };
    metadata
        .packages
        .iter()
        .map(|package| (package.name.to_string(), normal(package)))
        .collect()
}

#[test]
fn each_crate_uses_only_the_layers_below_it() {
    for (name, used) in dependencies() {
        let Some(short) = name.strip_prefix("kaizu-").filter(|name| *name != "tests") else {
            continue;
        };
        let (_, allowed) = LAYERS
            .iter()
            .find(|(known, _)| *known == short)
            .unwrap_or_else(|| {
                panic!("{short} is in no layer");
            });
        for other in used.iter().filter_map(|other| other.strip_prefix("kaizu-")) {
            assert!(allowed.contains(&other), "{short} may not use {other}");
        }
    }
}

#[test]
fn every_layer_of_the_table_exists() {
    let there = dependencies();
    for (name, _) in LAYERS {
        assert!(
            there.contains_key(&format!("kaizu-{name}")),
            "{name} is gone"
        );
    }
}

#[test]
fn what_touches_the_world_is_used_only_at_the_edge() {
    for (name, used) in dependencies() {
        for (reserved, owners) in RESERVED {
            let is_owner = owners.iter().any(|owner| name == format!("kaizu-{owner}"));
            assert!(
                is_owner || !used.contains(*reserved),
                "{name} may not use {reserved}"
            );
        }
    }
}

#[test]
fn every_licence_is_on_the_list() {
    let (_, deny) = kaizu_tests::files("", "deny.toml")
        .into_iter()
        .next()
        .unwrap();
    let allowed: BTreeSet<&str> = deny
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\","))
        .collect();
    let metadata = MetadataCommand::new()
        .manifest_path(kaizu_tests::repository().join("Cargo.toml"))
        .exec()
        .unwrap();
    for package in metadata
        .packages
        .iter()
        .filter(|package| !package.name.starts_with("kaizu-"))
    {
        let licence = package
            .license
            .clone()
            .unwrap_or_default()
            .replace('/', " OR ");
        let fits = |one: &str| {
            allowed.contains(one.trim_matches(|c: char| c == '(' || c == ')' || c == ' '))
        };
        let is_allowed = licence
            .split(" AND ")
            .all(|all| all.split(" OR ").any(fits) || fits(all));
        assert!(is_allowed, "{}: {licence}", package.name);
    }
}
