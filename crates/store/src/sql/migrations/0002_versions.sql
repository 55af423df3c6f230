-- What each row says of itself, so that a damaged row is told from a whole one: see sums.rs.
ALTER TABLE record ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
-- A row of the journal sums up the row before it as well: what is missing or out of order shows.
ALTER TABLE journal ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;

-- The whole document after some rows of the journal, so that no moment is far from one: packed JSON.
CREATE TABLE snapshot (
  revision INTEGER PRIMARY KEY,
  records  BLOB NOT NULL,
  sum      INTEGER NOT NULL
) STRICT;

-- Moments that people gave a name; 0 is the document as it was created.
CREATE TABLE moment (
  revision INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  at       INTEGER NOT NULL
) STRICT;
