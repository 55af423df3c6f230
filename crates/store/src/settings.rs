//! What a person chose for the window itself, kept in the folder of what belongs to no project.
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Failure, files, library};

/// The file.
const FILE: &str = "settings.json";
/// No settings are longer, in bytes.
const LARGEST: u64 = 64 * 1024;

/// What was chosen. Settings that cannot be read are those of nobody: they are never in the way of work.
pub fn read<T: DeserializeOwned + Default>(home: &Path) -> T {
    let bytes = files::read(&home.join(FILE), LARGEST).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

/// Keeps what was chosen.
pub fn keep<T: Serialize>(home: &Path, chosen: &T) -> Result<(), Failure> {
    library::prepare(home)?;
    files::write(&home.join(FILE), &serde_json::to_vec_pretty(chosen)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_is_read_again_and_damage_is_nobodys_choice() {
        let home = tempfile::tempdir().unwrap();
        let inside = home.path().join("new");
        assert_eq!(read::<Vec<u8>>(&inside), Vec::<u8>::new());
        keep(&inside, &vec![1_u8, 2]).unwrap();
        assert_eq!(read::<Vec<u8>>(&inside), [1, 2]);
        std::fs::write(inside.join(FILE), "{").unwrap();
        assert_eq!(read::<Vec<u8>>(&inside), Vec::<u8>::new());
    }
}
