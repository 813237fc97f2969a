"""The standard agenda of each kind of meeting, from committed data."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("agendas.toml")


@cache
def _agendas() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(FILE.read_text("utf-8"))


def standard_agenda(kind: str) -> list[dict[str, Any]]:
    """Return the items in order, as fields of AgendaItem."""
    return _agendas()[kind]
