"""Many rows made from one, by the database itself: a million takes seconds and not minutes."""

from datetime import date

from django.db import connection, models


def multiply(row: models.Model, times: int, **columns: str) -> int:
    """The table has `times` more rows like `row`, but for `columns`; return the id before them.

    Each of `columns` is an SQL expression, in which `n` counts from 1 to `times`.
    """
    table = row._meta.db_table
    names = [field.column for field in row._meta.concrete_fields if not field.primary_key]
    wanted = ", ".join(columns.get(name, f"t.{connection.ops.quote_name(name)}") for name in names)
    quoted = ", ".join(map(connection.ops.quote_name, names))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT max(id) FROM {table}")
        (last,) = cursor.fetchone()
        cursor.execute(
            f"INSERT INTO {table} ({quoted}) "
            f"WITH RECURSIVE counted(n) AS "
            f"(SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < {times}) "
            f"SELECT {wanted} FROM {table} t CROSS JOIN counted WHERE t.id = {row.pk}"
        )
    return last


def days_after(day: date, days: str) -> str:
    """Return the SQL of the day so many days, an SQL expression, after `day`."""
    if connection.vendor == "postgresql":
        return f"(DATE '{day}' + ({days})::int)"
    return f"date('{day}', ({days}) || ' days')"
