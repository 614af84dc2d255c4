/** The tables of the site, as far as interviews touch them. */
export const SCHEMA = `
  CREATE TABLE projects (
    id INTEGER PRIMARY KEY,
    owner TEXT NOT NULL,
    title TEXT NOT NULL,
    is_open INTEGER NOT NULL DEFAULT 1
  ) STRICT;
  -- A time that an owner offers, and what becomes of it.
  CREATE TABLE applications (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
    schedule TEXT NOT NULL,
    applicant TEXT,
    status TEXT CHECK (status IN ('reserved', 'interviewed', 'matched', 'unmatched', 'closed')),
    interview_id TEXT UNIQUE,
    is_mailed INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE taken_webhooks (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  PRAGMA foreign_keys = ON;
`;
