"""The version of the state file, and the steps from an older one to it."""

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

SCHEMA_VERSION: Final = 1
APPLICATION_ID: Final = 0x4856454D
"""HVEM: tells a state file from other SQLite files."""

Migration = Callable[[sqlite3.Connection], None]

MIGRATIONS: Final[Mapping[int, Migration]] = {}
"""From version n to n + 1; none yet."""


def prepare(db: sqlite3.Connection) -> None:
    """Bring a new or older file to `SCHEMA_VERSION`; ValueError for what is not ours."""
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    application = int(db.execute("PRAGMA application_id").fetchone()[0])
    tables = int(db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if tables == 0 and version == 0:
        _create(db)
        return
    if application != APPLICATION_ID:
        raise ValueError("it is no state file of the emulator")
    if version > SCHEMA_VERSION:
        raise ValueError(
            f"it has version {version}, and this emulator knows versions up to {SCHEMA_VERSION}; "
            "use the newer emulator that wrote it"
        )
    for step in range(version, SCHEMA_VERSION):
        _migrate(db, step)


def _create(db: sqlite3.Connection) -> None:
    schema = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
    db.executescript(
        f"BEGIN;\n{schema}\nPRAGMA application_id = {APPLICATION_ID};\n"
        f"PRAGMA user_version = {SCHEMA_VERSION};\nCOMMIT;"
    )


def _migrate(db: sqlite3.Connection, version: int) -> None:
    migration = MIGRATIONS.get(version)
    if migration is None:
        raise ValueError(f"it has version {version}, which this emulator cannot bring up to date")
    db.execute("BEGIN")
    migration(db)
    db.execute(f"PRAGMA user_version = {version + 1}")
    db.execute("COMMIT")
