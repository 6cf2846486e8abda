-- The vault's file. In the clear stand uids, kinds, names of sources and digests under the key of the marks.
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entry (place BLOB NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL,
  cipher TEXT NOT NULL, said BLOB NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (place, record)) WITHOUT ROWID;
CREATE INDEX entry_of_record ON entry (record);
CREATE TABLE mark (mark BLOB NOT NULL, place BLOB NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (mark, place, record)) WITHOUT ROWID;
CREATE INDEX mark_of_entry ON mark (place, record);
