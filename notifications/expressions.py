"""The rule of the ladder as the database works it out, and rows put in by one statement."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import (
    Case,
    DateField,
    Expression,
    F,
    Func,
    Model,
    Q,
    QuerySet,
    SmallIntegerField,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.sql.compiler import SQLCompiler

from notifications.ladder import About, Ladder, Steps, Told
from reviews.models.deadline import AGENCY_QUESTION, AGENCY_RETURN, MEETING_ACTION

# Each deadline is of exactly one. Asked of `kind`, which has no index: asked whether there is a
# commission, SQLite would go through all that ever had none instead of what is owed by the day.
KINDS_OF: dict[About, tuple[str, ...]] = {
    About.DECISION: ("decide",),
    About.AGENCY_RETURN: (AGENCY_RETURN,),
    About.ACTION: (MEETING_ACTION,),
    About.QUESTION: (AGENCY_QUESTION,),
}


def speaks_of(about: About, deadline: str = "") -> Q:
    """Return the condition on deadlines, or on what `deadline` leads to one from."""
    if about is About.STATUTORY:
        return ~Q(**{f"{deadline}kind__in": sum(KINDS_OF.values(), ())})
    return Q(**{f"{deadline}kind__in": KINDS_OF[about]})


def about_of(kind: str) -> About:
    """Return which `speaks_of` says of a deadline of this kind."""
    found = (about for about, kinds in KINDS_OF.items() if kind in kinds)
    return next(found, About.STATUTORY)


class DaysBetween(Func):
    """The whole days from the first day to the second."""

    arity = 2
    output_field = SmallIntegerField()

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> tuple[str, list[Any]]:
        return self._swapped().as_sql(
            compiler, connection, template="(%(expressions)s)", arg_joiner=" - ", **context
        )

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> tuple[str, list[Any]]:
        template = "CAST(julianday(%(expressions)s) AS INTEGER)"
        return self._swapped().as_sql(
            compiler, connection, template=template, arg_joiner=") - julianday(", **context
        )

    def _swapped(self) -> "DaysBetween":
        swapped = self.copy()
        swapped.set_source_expressions(self.get_source_expressions()[::-1])
        return swapped


def stage_owed(ladder: Ladder, on: date, deadline: str = "") -> Case:
    """Return `stage_owed` of each deadline by the steps of its kind; null where none is owed."""
    general = _stage_by(ladder.steps, on, f"{deadline}due_on")
    if not ladder.own:
        return general
    own = [
        When(speaks_of(about, deadline), then=_stage_by(steps, on, f"{deadline}due_on"))
        for about, steps in ladder.own
    ]
    return Case(*own, default=general, output_field=SmallIntegerField())


def _stage_by(steps: Steps, on: date, due_on: str) -> Case:
    overdue = []
    if steps.every:
        days = DaysBetween(F(due_on), Value(on, DateField()))
        last_due_on = on - timedelta(days=steps.every)
        overdue = [When(**{f"{due_on}__lte": last_due_on}, then=days % steps.every - days)]
    return Case(
        *overdue,
        *(
            When(**{f"{due_on}__lte": on + timedelta(days=stage)}, then=Value(stage))
            for stage in sorted(steps.before)
        ),
        output_field=SmallIntegerField(),
    )


def is_told(told: Iterable[Told], on: date) -> Q:
    """Return the condition that one of `told` speaks of a deadline on the day `on`."""
    wanted = Q(pk__in=[])
    for about, days in _merged(told):
        of_kinds = Q()
        for kind in about:
            of_kinds |= speaks_of(kind)
        has_begun = Q() if days is None else Q(due_on__lte=on + timedelta(days=days))
        wanted |= of_kinds & has_begun
    return wanted


def _merged(told: Iterable[Told]) -> list[tuple[list[About], int | None]]:
    """Return the kinds that have the same days together, so that the condition is short."""
    found: dict[int | None, list[About]] = {}
    for each in told:
        found.setdefault(each.from_days_left, []).append(each.about)
    return [(about, days) for days, about in found.items()]


def insert_from(
    rows: QuerySet[Any],
    into: type[Model],
    columns: Mapping[str, str | Expression | Combinable],
    *,
    few: Iterable[QuerySet[Any]] = (),
) -> int:
    """Each of `rows` is a row of `into`, but for those it has already; return how many are new.

    `columns` says for each field of `into` what of `rows` goes there; the others have the
    database's default. Nothing passes through this process, so a million rows take no memory.
    Where `rows` were made from `alone(…)`, `few` are said here again, each after what it asks for.
    """
    select, parameters = sql_of(rows.values_list(*columns.values()))
    if _has_fence():
        fences, known = _fences(few)
        select, parameters = f"{fences}{select}", known + parameters
    quote = connection.ops.quote_name
    fields = ", ".join(quote(into._meta.get_field(name).column) for name in columns)
    table = quote(into._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({fields}) {select} ON CONFLICT DO NOTHING",
            parameters,
        )
        return max(cursor.rowcount, 0)


def _fences(few: Iterable[QuerySet[Any]]) -> tuple[str, tuple[Any, ...]]:
    """Return what comes before a statement so that it looks through these and no others.

    Inside the statement their name comes before that of the table itself.
    """
    parts, parameters = [], ()
    for rows in few:
        inner, known = sql_of(rows.order_by())
        table = connection.ops.quote_name(rows.model._meta.db_table)
        parts.append(f"{table} AS MATERIALIZED ({inner})")
        parameters += known
    return f"WITH {', '.join(parts)} " if parts else "", parameters


def alone(few: QuerySet[Any]) -> QuerySet[Any]:
    """Return what stands for `few` in a statement that looks through these and no others.

    PostgreSQL takes it that hardly anybody has a seat on the board of their own review, and would
    begin with all the reviews there are.
    """
    return few.model._default_manager.order_by() if _has_fence() else few


def _has_fence() -> bool:
    return connection.vendor == "postgresql"


def sql_of(rows: QuerySet[Any]) -> tuple[str, tuple[Any, ...]]:
    """Return the statement that asks for `rows`, and its parameters."""
    select, parameters = rows.query.get_compiler(connection=connection).as_sql()
    return select, tuple(parameters)
