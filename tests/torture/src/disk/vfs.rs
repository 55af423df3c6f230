//! The disk as `SQLite` sees it: real files, with faults and power cuts on the way.
use std::borrow::Cow;
use std::fs::File;
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::ptr::NonNull;

use sqlite_plugin::flags::{
    AccessFlags, CreateMode, LockLevel, OpenKind, OpenMode, OpenOpts, ShmLockMode,
};
use sqlite_plugin::vars;
use sqlite_plugin::vfs::{Pragma, PragmaErr, Vfs, VfsHandle, VfsResult};

use super::weather::Operation;
use super::{Disk, State};

/// What `SQLite` is given.
pub(crate) struct Below(pub(crate) Disk);

/// An open file.
pub(crate) struct Handle {
    number: u64,
    file: File,
    path: PathBuf,
    inode: Option<u64>,
    is_read_only: bool,
    goes_with_close: bool,
    /// Whether its first sync is to keep its name as well.
    keeps_name: bool,
}

impl VfsHandle for Handle {
    fn readonly(&self) -> bool {
        self.is_read_only
    }

    fn in_memory(&self) -> bool {
        false
    }
}

impl Below {
    fn strike(&self, operation: Operation, changes: bool) -> VfsResult<()> {
        let fault = self.0.state().strike(operation, changes);
        fault.map_or(Ok(()), |fault| Err(fault.code))
    }
}

/// The file that `opts` ask for at `path`.
fn opened(path: Option<&str>, opts: OpenOpts) -> std::io::Result<(File, bool)> {
    let Some(path) = path else {
        return Ok((tempfile::tempfile()?, true));
    };
    let mut how = File::options();
    how.read(true);
    if let OpenMode::ReadWrite { create } = opts.mode() {
        how.write(true);
        how.create(create == CreateMode::Create);
        how.create_new(create == CreateMode::MustCreate);
    }
    let is_new = !Path::new(path).exists();
    Ok((how.open(path)?, is_new))
}

impl Vfs for Below {
    type Handle = Handle;

    fn open(&self, path: Option<&str>, opts: OpenOpts) -> VfsResult<Handle> {
        let mut state = self.0.state();
        if let Some(fault) = state.strike(Operation::Open, false) {
            return Err(fault.code);
        }
        let (file, is_new) = opened(path, opts).map_err(|_| vars::SQLITE_CANTOPEN)?;
        let path = PathBuf::from(path.unwrap_or_default());
        let log = [OpenKind::MainJournal, OpenKind::SuperJournal, OpenKind::Wal];
        state.handles += 1;
        Ok(Handle {
            number: state.handles,
            file,
            inode: state.power.as_mut().and_then(|power| power.opened(&path)),
            path,
            is_read_only: opts.mode().is_readonly(),
            goes_with_close: opts.delete_on_close(),
            keeps_name: is_new && log.contains(&opts.kind()),
        })
    }

    fn delete(&self, path: &str) -> VfsResult<()> {
        let mut state = self.0.state();
        if let Some(fault) = state.strike(Operation::Delete, true) {
            return Err(fault.code);
        }
        std::fs::remove_file(path).map_err(|why| {
            if why.kind() == ErrorKind::NotFound {
                vars::SQLITE_IOERR_DELETE_NOENT
            } else {
                vars::SQLITE_IOERR_DELETE
            }
        })?;
        if let Some(power) = &mut state.power {
            power.deleted(Path::new(path));
        }
        Ok(())
    }

    fn access(&self, path: &str, flags: AccessFlags) -> VfsResult<bool> {
        self.strike(Operation::Access, false)?;
        // As on Unix, an empty file is as good as none.
        let found = Path::new(path).metadata();
        Ok(found.is_ok_and(|found| flags != AccessFlags::Exists || found.len() > 0))
    }

    fn file_size(&self, handle: &mut Handle) -> VfsResult<usize> {
        self.strike(Operation::Size, false)?;
        let found = handle
            .file
            .metadata()
            .map_err(|_| vars::SQLITE_IOERR_FSTAT)?;
        Ok(found.len() as usize)
    }

    fn truncate(&self, handle: &mut Handle, size: usize) -> VfsResult<()> {
        let mut state = self.0.state();
        if let Some(fault) = state.strike(Operation::Truncate, true) {
            return Err(fault.code);
        }
        let set = handle.file.set_len(size as u64);
        set.map_err(|_| vars::SQLITE_IOERR_TRUNCATE)?;
        if let (Some(power), Some(inode)) = (&mut state.power, handle.inode) {
            power.truncated(inode, size);
        }
        Ok(())
    }

    fn write(&self, handle: &mut Handle, offset: usize, data: &[u8]) -> VfsResult<usize> {
        let mut state = self.0.state();
        let fault = state.strike(Operation::Write, true);
        // A write that fails may have begun.
        let part = fault.map_or(data.len(), |fault| data.len() * fault.part / 256);
        let data = &data[..part];
        let at = handle.file.seek(SeekFrom::Start(offset as u64));
        at.and_then(|_| handle.file.write_all(data))
            .map_err(|_| vars::SQLITE_IOERR_WRITE)?;
        if let (Some(power), Some(inode)) = (&mut state.power, handle.inode)
            && part > 0
        {
            power.written(inode, offset, data);
        }
        fault.map_or(Ok(part), |fault| Err(fault.code))
    }

    fn read(&self, handle: &mut Handle, offset: usize, data: &mut [u8]) -> VfsResult<usize> {
        self.strike(Operation::Read, false)?;
        let failed = |_| vars::SQLITE_IOERR_READ;
        let at = handle.file.seek(SeekFrom::Start(offset as u64));
        at.map_err(failed)?;
        let mut filled = 0;
        while filled < data.len() {
            match handle.file.read(&mut data[filled..]).map_err(failed)? {
                0 => break,
                more => filled += more,
            }
        }
        Ok(filled)
    }

    fn sync(&self, handle: &mut Handle) -> VfsResult<()> {
        // What the program wrote outlives it; what a power cut leaves is kept account of. So nothing waits for the disk.
        let mut state = self.0.state();
        if let Some(fault) = state.strike(Operation::Sync, true) {
            return Err(fault.code);
        }
        if let (Some(power), Some(inode)) = (&mut state.power, handle.inode) {
            power.synced(inode, handle.keeps_name);
        }
        handle.keeps_name = false;
        Ok(())
    }

    fn lock(&self, handle: &mut Handle, level: LockLevel) -> VfsResult<()> {
        let mut state = self.0.state();
        let locks = state.locks.entry(handle.path.clone()).or_default();
        let is_taken = locks.take(handle.number, level);
        if is_taken {
            Ok(())
        } else {
            Err(vars::SQLITE_BUSY)
        }
    }

    fn unlock(&self, handle: &mut Handle, level: LockLevel) -> VfsResult<()> {
        let mut state = self.0.state();
        if let Some(locks) = state.locks.get_mut(&handle.path) {
            locks.give_back(handle.number, level);
        }
        Ok(())
    }

    fn check_reserved_lock(&self, handle: &mut Handle) -> VfsResult<bool> {
        let state = self.0.state();
        Ok(state
            .locks
            .get(&handle.path)
            .is_some_and(super::Locks::is_reserved))
    }

    fn close(&self, mut handle: Handle) -> VfsResult<()> {
        self.unlock(&mut handle, LockLevel::Unlocked)?;
        self.shm_unmap(&mut handle, false)?;
        if handle.goes_with_close && !handle.path.as_os_str().is_empty() {
            let _ = std::fs::remove_file(&handle.path);
        }
        Ok(())
    }

    fn pragma(&self, handle: &mut Handle, pragma: Pragma<'_>) -> Result<Option<String>, PragmaErr> {
        if let (Some(power), Some(argument)) = (&mut self.0.state().power, pragma.arg)
            && pragma.name.eq_ignore_ascii_case("synchronous")
        {
            power.told(&handle.path, argument);
        }
        Err(PragmaErr::NotFound)
    }

    fn device_characteristics(&self, _: &mut Handle) -> VfsResult<i32> {
        // As on Linux and Windows: what lies beside the bytes that are written stays as it is, and no more than that.
        Ok(vars::SQLITE_IOCAP_POWERSAFE_OVERWRITE)
    }

    fn canonical_path<'a>(&self, path: Cow<'a, str>) -> VfsResult<Cow<'a, str>> {
        let full = std::path::absolute(&*path).map_err(|_| vars::SQLITE_CANTOPEN)?;
        Ok(full.to_string_lossy().into_owned().into())
    }

    fn shm_map(
        &self,
        handle: &mut Handle,
        index: usize,
        size: usize,
        extend: bool,
    ) -> VfsResult<Option<NonNull<u8>>> {
        let mut state = self.0.state();
        if let Some(fault) = state.strike(Operation::Map, false) {
            return Err(fault.code);
        }
        let State { locks, spare, .. } = &mut *state;
        let locks = locks.entry(handle.path.clone()).or_default();
        Ok(locks.region(handle.number, index, size, extend, spare))
    }

    fn shm_lock(
        &self,
        handle: &mut Handle,
        first: u32,
        count: u32,
        mode: ShmLockMode,
    ) -> VfsResult<()> {
        let mut state = self.0.state();
        let locks = state.locks.entry(handle.path.clone()).or_default();
        let is_done = locks.slots(handle.number, first as usize, count as usize, mode);
        if is_done {
            Ok(())
        } else {
            Err(vars::SQLITE_BUSY)
        }
    }

    fn shm_barrier(&self, _: &mut Handle) {
        std::sync::atomic::fence(std::sync::atomic::Ordering::SeqCst);
    }

    fn shm_unmap(&self, handle: &mut Handle, _: bool) -> VfsResult<()> {
        let mut state = self.0.state();
        let State { locks, spare, .. } = &mut *state;
        if let Some(found) = locks.get_mut(&handle.path) {
            found.leave(handle.number, spare);
        }
        Ok(())
    }
}
