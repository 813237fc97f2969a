"""Every edition of Working Together that can govern a case, read once from committed files."""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reviews.statutory.rules import (
    Criterion,
    CriterionKind,
    Deadline,
    Direction,
    Duty,
    Extension,
    Guidance,
    Mark,
    Reason,
    Unit,
)
from reviews.statutory.spoken import joined, long_date

FOLDER = Path(__file__).with_name("guidance")


class NoGuidance(LookupError):
    """No guidance was in force on that day. Its text says what to do."""


class UnknownGuidance(LookupError):
    """There is no guidance of that name. Its text lists those that there are."""


def guidance_on(day: date) -> Guidance:
    """The guidance in force on that day."""
    for guidance in GUIDANCE.values():
        if guidance.is_in_force(day):
            return guidance
    first = next(iter(GUIDANCE.values()))
    raise NoGuidance(
        f"No guidance is recorded for {long_date(day)}: the first, {first.name}, came into force "
        f"on {long_date(first.in_force_from)}. Check the date, or choose the guidance that the "
        "case is to follow."
    )


def guidance_named(slug: str) -> Guidance:
    """The guidance with that short name, such as wt2010."""
    try:
        return GUIDANCE[slug]
    except KeyError:
        raise UnknownGuidance(
            f"There is no guidance “{slug[:40]}”. Use {joined(list(GUIDANCE))}."
        ) from None


def read_guidance(path: Path) -> Guidance:
    """The guidance in one TOML file. An unknown key, mark, unit or kind is an error."""
    row = tomllib.loads(path.read_text(encoding="utf-8"))
    return Guidance(
        slug=path.stem,
        in_force_until=row.pop("in_force_until", None),
        in_force_mark=Mark(row.pop("in_force_mark")),
        deadlines=tuple(map(_deadline, row.pop("deadlines"))),
        criteria=tuple(_criterion(criterion) for criterion in row.pop("criteria")),
        reasons=tuple(
            Reason(mark=Mark(reason.pop("mark")), **reason) for reason in row.pop("reasons")
        ),
        duties=tuple(Duty(mark=Mark(duty.pop("mark")), **duty) for duty in row.pop("duties")),
        **row,
    )


def _deadline(row: dict[str, Any]) -> Deadline:
    extension = row.pop("extension", None)
    return Deadline(
        unit=Unit(row.pop("unit")),
        direction=Direction(row.pop("direction")),
        met_by=tuple(row.pop("met_by")),
        mark=Mark(row.pop("mark")),
        paragraph_mark=Mark(row.pop("paragraph_mark")),
        extension=extension and Extension(mark=Mark(extension.pop("mark")), **extension),
        **row,
    )


def _criterion(row: dict[str, Any]) -> Criterion:
    return Criterion(kind=CriterionKind(row.pop("kind")), mark=Mark(row.pop("mark")), **row)


def _read_all(folder: Path) -> Mapping[str, Guidance]:
    every = sorted(
        map(read_guidance, folder.glob("*.toml")), key=lambda guidance: guidance.in_force_from
    )
    return MappingProxyType({guidance.slug: guidance for guidance in every})


GUIDANCE: Mapping[str, Guidance] = _read_all(FOLDER)
"""Short name to guidance, oldest first."""
