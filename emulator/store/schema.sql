-- The state file, version 1 (PRAGMA user_version). See emulator/store/store.py.

-- What the world began with; one row.
CREATE TABLE origin (
    id             INTEGER PRIMARY KEY CHECK (id = 1),
    seed           INTEGER NOT NULL,
    epoch_ticks    INTEGER NOT NULL,  -- .NET ticks (100 ns since 0001-01-01, UTC) of moment 0
    now_ms         INTEGER NOT NULL   -- the last moment known to have been reached
) STRICT;

-- The commands carried out, in order, each written before it was acknowledged. Never deleted:
-- the first snapshot and the whole journal make every later state again.
CREATE TABLE journal (
    seq            INTEGER PRIMARY KEY,
    at_ms          INTEGER NOT NULL,  -- virtual milliseconds since the world began
    command        TEXT NOT NULL      -- JSON, as emulator.inventory.plain writes it
) STRICT;

-- The first state, and the latest ones.
CREATE TABLE snapshot (
    id             INTEGER PRIMARY KEY,
    seq            INTEGER NOT NULL,  -- the last journal entry it contains; 0 for none
    at_ms          INTEGER NOT NULL,
    engine_version INTEGER NOT NULL,
    state          TEXT NOT NULL      -- JSON, as emulator.engine.snapshot freezes it
) STRICT;
