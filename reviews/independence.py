"""Whether a name is that of somebody, or an employer that of an agency, however it is written."""

import re
from collections.abc import Iterable

from reviews.likeness import plain_name

TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady"}
)
COUNCIL = (
    "the of and council county city borough district metropolitan london royal unitary local "
    "authority cc bc mbc lbc dc childrens children services service social care education adult "
    "adults family families department directorate safeguarding"
)
AGENCY = (
    "police health community mental hospital nhs trust gp surgery practice school primary "
    "secondary academy college probation youth offending team housing voluntary charity"
)
# What the name of a council has beside its place: "Kent County Council Children's Services".
OF_COUNCILS = frozenset(COUNCIL.split())
# A name of these words alone is that of many agencies: it has to be all that is said.
OF_ANYBODY = OF_COUNCILS | frozenset(AGENCY.split())
BETWEEN_EMPLOYERS = re.compile(r"[,;:/()|\n]| – | - ")


def folded_name(name: str) -> str:
    """Return the name by which two entries of one person are told to be the same."""
    plain = plain_name(name) or " ".join(name.casefold().split())
    words = plain.split()
    without_titles = [word for word in words if word not in TITLES]
    return " ".join(without_titles or words)


def works_for_agency(employer: str, agency: str) -> bool:
    """Return whether the employer is the agency, perhaps with more said of it."""
    name = plain_name(agency)
    if not name:
        return False
    if set(name.split()) <= OF_ANYBODY:
        return name in _parts(employer)
    return f" {name} " in f" {plain_name(employer)} "


def works_for_authority(employer: str, authority: str) -> bool:
    """Return whether the employer is the council of that place, or a department of it."""
    place = _place(plain_name(authority))
    return bool(place) and any(_place(part) == place for part in _parts(employer))


def first_employer(
    employer: str, *, agencies: Iterable[str], authorities: Iterable[str]
) -> str | None:
    """Return the name of the agency or authority that the employer is, None where it is none."""
    for name in agencies:
        if works_for_agency(employer, name):
            return name
    for name in authorities:
        if works_for_authority(employer, name):
            return name
    return None


def _parts(employer: str) -> list[str]:
    return [plain_name(part) for part in BETWEEN_EMPLOYERS.split(employer)]


def _place(name: str) -> list[str]:
    return [word for word in name.split() if word not in OF_COUNCILS]
