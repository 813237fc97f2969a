"""Triggers by which the database refuses to change what the board was given, forecast or judged.

A set may be closed once, and an open set's items may be given a reason; a submission may be given
its grade once. Nothing else changes: a grade entered in error is corrected by another row, of the
same round, which has no grade where the letter was withdrawn.
"""

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "what was put to the board, forecast or judged is not changed"
SETS, ITEMS = "reviews_finalset", "reviews_finalsetitem"
FORECASTS = ("reviews_readiness", "reviews_headinggrade")
EVALUATIONS = "reviews_evaluation"
JUDGEMENTS = ("reviews_headingjudgement", "reviews_elementgrade")
TABLES = frozenset({SETS, ITEMS, EVALUATIONS, *FORECASTS, *JUDGEMENTS})
OF_ROUND = ("review_id", "number", "final_set_id", "submitted_on")
OF_SUBMISSION = (
    "id",
    "review_id",
    "number",
    "final_set_id",
    "corrects_id",
    "reason",
    "withdrawn_by_id",
    "withdrawn_at",
)
OF_SET = ("id", "review_id", "number", "guidance", "digest", "put_at", "put_by_id")
OF_ITEM = (
    "id",
    "final_set_id",
    "position",
    "version_id",
    "kind",
    "title",
    "agency_id",
    "agency_name",
    "number",
    "sha256",
    "size",
)


def _changed(columns: tuple[str, ...], differs: str) -> str:
    return " OR ".join(f"OLD.{column} {differs} NEW.{column}" for column in columns)


def _is_closed(row: str) -> str:
    standing = f"SELECT standing FROM {SETS} WHERE id = {row}.final_set_id"  # noqa: S608 - our words
    return f"({standing}) <> 'open'"


def _is_judged(row: str) -> str:
    grade = f"SELECT grade FROM {EVALUATIONS} WHERE id = {row}.evaluation_id"  # noqa: S608 - our words
    return f"({grade}) <> ''"


def _is_of_another_round(differs: str) -> str:
    """Return the condition under which a new row corrects what is not a letter of its round."""
    others = " OR ".join(f"wrong.{column} {differs} NEW.{column}" for column in OF_ROUND)
    wrong = f"SELECT 1 FROM {EVALUATIONS} wrong WHERE wrong.id = NEW.corrects_id"  # noqa: S608 - our words
    return f"EXISTS ({wrong} AND (wrong.grade = '' OR {others}))"


def _refused(differs: str) -> dict[tuple[str, str], str]:
    """Return the condition under which a verb on a table is refused."""
    return {
        (SETS, "UPDATE"): f"OLD.standing <> 'open' OR {_changed(OF_SET, differs)}",
        (SETS, "DELETE"): "1 = 1",
        (ITEMS, "INSERT"): _is_closed("NEW"),
        (ITEMS, "UPDATE"): f"{_is_closed('OLD')} OR {_changed(OF_ITEM, differs)}",
        (ITEMS, "DELETE"): "1 = 1",
        (EVALUATIONS, "INSERT"): _is_of_another_round(differs),
        (EVALUATIONS, "UPDATE"): f"OLD.grade <> '' OR {_changed(OF_SUBMISSION, differs)}",
        (EVALUATIONS, "DELETE"): "OLD.grade <> '' OR OLD.corrects_id IS NOT NULL",
        **{(table, "INSERT"): _is_judged("NEW") for table in JUDGEMENTS},
        **{
            (table, verb): "1 = 1"
            for table in (*FORECASTS, *JUDGEMENTS)
            for verb in ("UPDATE", "DELETE")
        },
    }


def install(connection: BaseDatabaseWrapper) -> None:
    """From now on the database refuses; asking again changes nothing."""
    if connection.vendor == "postgresql":
        _run(connection, _for_postgresql())
    else:
        _run(connection, _for_sqlite())


def remove(connection: BaseDatabaseWrapper) -> None:
    """The rows can be removed, as a test database that is being emptied needs."""
    on = connection.vendor == "postgresql"
    _run(
        connection,
        [
            f"DROP TRIGGER IF EXISTS {_name(table, verb)}" + (f" ON {table}" if on else "")
            for table, verb in _refused("")
        ],
    )


def remove_before_migrating(*, using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """A migration may make anew a table that a trigger asks. A receiver of pre_migrate."""
    remove(connections[using])


def install_after_migrating(*, using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """The triggers are there, whatever a migration did: SQLite drops them with a table it remakes.

    A receiver of post_migrate.
    """
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    if tables >= TABLES:
        install(connection)


def _name(table: str, verb: str) -> str:
    return f"{table}_no_{verb.lower()}"


def _for_sqlite() -> list[str]:
    return [
        f"CREATE TRIGGER IF NOT EXISTS {_name(table, verb)} BEFORE {verb} ON {table} "
        f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for (table, verb), condition in _refused("IS NOT").items()
    ]


def _for_postgresql() -> list[str]:
    """Return the statements; a condition that asks another table has to stand in a function."""
    statements = []
    for (table, verb), condition in _refused("IS DISTINCT FROM").items():
        name = _name(table, verb)
        row = "OLD" if verb == "DELETE" else "NEW"
        statements += [
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN IF {condition} THEN RAISE EXCEPTION '{REFUSAL}'; END IF; "
            f"RETURN {row}; END $$",
            f"CREATE OR REPLACE TRIGGER {name} BEFORE {verb} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()",
        ]
    return statements


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
