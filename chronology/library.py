"""The sets of columns that come with the portal, for boards that have none of their own yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from chronology.columns import Column, fitted, usual
from chronology.reading.rows import Role

PREAMBLE = (
    "Please list every significant contact of your agency with the child and the family in the "
    "period of the review, in order of date. Write what the record says, one event a row, and name "
    "the record that it comes from. Say whether the child was seen, and what the child said or "
    "showed. Where your agency knew of something and did nothing, write that too."
)
HEALTH_PREAMBLE = (
    f"{PREAMBLE} Give hospital attendances, missed appointments and contacts by telephone as well "
    "as visits, and say who had consent to treatment where that mattered."
)


@dataclass(frozen=True, slots=True)
class Model:
    """A set of columns to begin from."""

    slug: str
    name: str
    says: str
    asked: tuple[Column, ...]
    detail: str
    preamble: str = PREAMBLE


def _model(
    slug: str,
    name: str,
    says: str,
    detail: str,
    roles: Iterable[Role],
    own: Iterable[Column] = (),
    **more: str,
) -> Model:
    columns = fitted([*(usual(role) for role in roles), *own], detail)
    return Model(slug, name, says, tuple(columns), detail, **more)


FULL = _model(
    "full",
    "Serious case review chronology",
    "Everything a panel usually asks for.",
    "end_time",
    (
        Role.REF,
        Role.DATE,
        Role.TIME,
        Role.END_DATE,
        Role.END_TIME,
        Role.SOURCE,
        Role.EVENT,
        Role.PRESENT,
        Role.SEEN,
        Role.VOICE,
        Role.ACTION,
        Role.COMMENT,
        Role.SIGNIFICANCE,
    ),
    (Column(Role.OTHER, "Good practice or missed opportunity"),),
)
SHORT = _model(
    "short",
    "Short chronology",
    "Date, source and event, and whether the child was seen.",
    "time",
    (Role.DATE, Role.SOURCE, Role.EVENT, Role.SEEN),
)
HEALTH = _model(
    "health",
    "Health chronology",
    "For health agencies, with the kind of contact and where it was.",
    "time",
    (
        Role.DATE,
        Role.SOURCE,
        Role.EVENT,
        Role.PRESENT,
        Role.SEEN,
        Role.VOICE,
        Role.ACTION,
        Role.COMMENT,
    ),
    (
        Column(Role.OTHER, "Kind of contact", help="Visit, clinic, telephone, admission."),
        Column(Role.OTHER, "Where", help="Home, surgery, ward."),
    ),
    preamble=HEALTH_PREAMBLE,
)
LIBRARY: dict[str, Model] = {model.slug: model for model in (FULL, SHORT, HEALTH)}
