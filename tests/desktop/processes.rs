//! Processes and their sockets, as Linux tells them.
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// `first` and everything it started.
pub(crate) fn family(first: u32) -> Vec<u32> {
    let parents = parents();
    let mut family = vec![first];
    let mut at = 0;
    while let Some(parent) = family.get(at).copied() {
        let children = parents.iter().filter(|(_, of)| **of == parent);
        family.extend(children.map(|(child, _)| *child));
        at += 1;
    }
    family
}

/// The first process that `parent` started.
pub(crate) fn child(parent: u32) -> Option<u32> {
    family(parent).get(1).copied()
}

/// Every process with the one that started it.
fn parents() -> BTreeMap<u32, u32> {
    let entries = fs::read_dir("/proc").unwrap();
    let ids = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    ids.filter_map(|id: u32| {
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        // The name may hold anything, even a bracket.
        let (_, rest) = stat.rsplit_once(") ")?;
        Some((id, rest.split(' ').nth(1)?.parse().ok()?))
    })
    .collect()
}

/// Every socket of `family` that reaches beyond this machine or could: a line of the kernel's tables each.
pub(crate) fn sockets(family: &[u32]) -> Vec<String> {
    let held: BTreeSet<String> = family.iter().flat_map(|id| held(*id)).collect();
    let tables = ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"];
    let lines = tables.into_iter().flat_map(|table| {
        let text = fs::read_to_string(format!("/proc/net/{table}")).unwrap_or_default();
        text.lines()
            .skip(1)
            .map(|line| format!("{table} {}", line.trim()))
            .collect::<Vec<_>>()
    });
    lines
        .filter(|line| {
            let inode = line.split_whitespace().nth(10);
            inode.is_some_and(|inode| held.contains(inode))
        })
        .collect()
}

/// The numbers of the sockets a process holds.
fn held(id: u32) -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(format!("/proc/{id}/fd")) else {
        return BTreeSet::new();
    };
    entries
        .filter_map(|entry| {
            let target = fs::read_link(entry.ok()?.path()).ok()?;
            let number = target.to_str()?.strip_prefix("socket:[")?;
            Some(number.strip_suffix(']')?.to_owned())
        })
        .collect()
}
