"""Triggers by which the database refuses to change terms of reference that were agreed.

They stand outside the migrations, lifted before and laid again after each: SQLite drops them with
every table that a migration makes anew.
"""

from collections.abc import Iterator
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

TERMS = "reviews_termsofreference"
PARTS = (
    "reviews_termsquestion",
    "reviews_termsagency",
    "reviews_termsmilestone",
    "reviews_termsagreement",
)
REFUSAL = "agreed terms of reference are never changed"
POSTGRES_FUNCTION = (
    "CREATE OR REPLACE FUNCTION terms_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; "
    "END $$"
)
POSTGRES_PART_FUNCTION = """
CREATE OR REPLACE FUNCTION terms_part_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_terms bigint;
BEGIN
    IF TG_OP = 'INSERT' THEN of_terms := NEW.terms_id; ELSE of_terms := OLD.terms_id; END IF;
    IF EXISTS (
        SELECT 1 FROM reviews_termsofreference WHERE id = of_terms AND agreed_on IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'agreed terms of reference are never changed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$
"""
SQLITE_PART_IS_AGREED = """EXISTS (
    SELECT 1 FROM reviews_termsofreference WHERE id = {row}.terms_id AND agreed_on IS NOT NULL
)"""


def install(connection: BaseDatabaseWrapper) -> None:
    """From now on the database refuses to change what was agreed."""
    if not {TERMS, *PARTS} <= set(connection.introspection.table_names()):
        return  # migrated to a day before there were such terms
    laid = _on_postgres() if connection.vendor == "postgresql" else _on_sqlite()
    _run(connection, laid)


def remove(connection: BaseDatabaseWrapper) -> None:
    """The tables can be made anew, or emptied as a test database is."""
    there = set(connection.introspection.table_names())
    for table, name in _names():
        if table in there:
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            _run(connection, [f"DROP TRIGGER IF EXISTS {name}{on}"])


def install_after_migrating(using: str, **_signal: Any) -> None:
    install(connections[using])


def remove_before_migrating(using: str, **_signal: Any) -> None:
    remove(connections[using])


def _names() -> Iterator[tuple[str, str]]:
    for table in (TERMS, *PARTS):
        for verb in ("insert", "update", "delete"):
            yield table, f"{table}_no_{verb}"


def _on_sqlite() -> Iterator[str]:
    for table, name in _names():
        verb = name.rsplit("_", 1)[1]
        row = "NEW" if verb == "insert" else "OLD"
        of_part = SQLITE_PART_IS_AGREED.format(row=row)
        is_agreed = "OLD.agreed_on IS NOT NULL" if table == TERMS else of_part
        if (table, verb) != (TERMS, "insert"):
            yield (
                f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {verb} ON {table} WHEN {is_agreed} "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )


def _on_postgres() -> Iterator[str]:
    yield POSTGRES_FUNCTION
    yield POSTGRES_PART_FUNCTION
    for table, name in _names():
        verb = name.rsplit("_", 1)[1]
        if table != TERMS:
            does = "EXECUTE FUNCTION terms_part_refuse()"
        else:
            does = "WHEN (OLD.agreed_on IS NOT NULL) EXECUTE FUNCTION terms_refuse()"
        if (table, verb) != (TERMS, "insert"):
            yield (f"CREATE OR REPLACE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW {does}")


def _run(connection: BaseDatabaseWrapper, statements: Iterator[str] | list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
