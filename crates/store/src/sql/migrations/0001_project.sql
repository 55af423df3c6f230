-- What is said once about the file: which program made it, which number is free next.
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The document as it is: one row a record.
CREATE TABLE record (
  id   TEXT PRIMARY KEY,
  json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Everything that was ever done, one row a transaction. Rows are only added.
-- A row that does something has its command and change; one that undoes or redoes names the row it is about.
-- head is the last thing done and not undone after this row; 0 is the document as it was created.
-- parent is the head on which a thing was done: what is undone and then replaced stays here, out of reach.
CREATE TABLE journal (
  revision INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  head     INTEGER NOT NULL,
  parent   INTEGER,
  name     TEXT,
  title    TEXT,
  command  TEXT,
  change   TEXT,
  target   INTEGER REFERENCES journal (revision),
  CHECK ((kind = 'do') = (command IS NOT NULL AND change IS NOT NULL AND name IS NOT NULL AND parent IS NOT NULL)),
  CHECK ((kind = 'do') = (target IS NULL))
) STRICT;

CREATE INDEX journal_by_parent ON journal (parent, revision) WHERE kind = 'do';
