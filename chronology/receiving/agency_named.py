"""An agency of a board by what somebody calls it: its name, or the name of the file it sent."""

from django.utils.text import slugify
from rapidfuzz import fuzz, process

from boards.models import Agency, AgencyKind, Board
from chronology.kinds import kind_of

CLOSE = 60
KINDS = {
    "social_care": AgencyKind.SOCIAL_CARE,
    "camhs": AgencyKind.MENTAL_HEALTH,
    "adult_mental_health": AgencyKind.MENTAL_HEALTH,
    "drug_service": AgencyKind.COMMUNITY_HEALTH,
    "hospital": AgencyKind.HOSPITAL,
    "midwife": AgencyKind.COMMUNITY_HEALTH,
    "health_visitor": AgencyKind.COMMUNITY_HEALTH,
    "therapies": AgencyKind.COMMUNITY_HEALTH,
    "gp": AgencyKind.GP,
    "probation": AgencyKind.PROBATION,
    "youth_offending": AgencyKind.YOUTH_OFFENDING,
    "police": AgencyKind.POLICE,
    "housing": AgencyKind.HOUSING,
    "nursery": AgencyKind.EDUCATION,
    "school": AgencyKind.EDUCATION,
    "education_welfare": AgencyKind.EDUCATION,
    "cafcass": AgencyKind.CAFCASS,
    "domestic_abuse": AgencyKind.VOLUNTARY,
    "charity": AgencyKind.VOLUNTARY,
}


class NoAgency(Exception):
    """The board has no such agency; `close` are those with names like it."""

    def __init__(self, called: str, board: Board, close: list[str]) -> None:
        names = f" Did you mean {' or '.join(f'“{name}”' for name in close)}?" if close else ""
        super().__init__(f"{board} has no agency “{called}”.{names}")
        self.close = close


def agency_named(board: Board, called: str) -> Agency:
    """Return the one agency that is called so; raises NoAgency, naming those that are close.

    "Health Visiting", "health-visiting" and, where only one agency's name has these words,
    "health" are the same.
    """
    agencies = {agency.name: agency for agency in board.agencies.all()}
    wanted = slugify(called)
    same = [agency for name, agency in agencies.items() if slugify(name) == wanted]
    words = set(wanted.split("-"))
    having = [one for name, one in agencies.items() if words <= set(slugify(name).split("-"))]
    if same or len(having) == 1:
        return (same or having)[0]
    near = process.extract(called, list(agencies), scorer=fuzz.WRatio, processor=slugify, limit=3)
    raise NoAgency(called, board, [name for name, score, _ in near if score >= CLOSE])


def add_agency(board: Board, called: str) -> Agency:
    """The board has an agency of this name, of the kind that the name tells."""
    usual = {slugify(label): label for label in AgencyKind.labels}
    written = called if " " in called else called.replace("-", " ").capitalize()
    name = usual.get(slugify(called), written)
    kind = KINDS.get(kind_of(name), AgencyKind.OTHER)
    return Agency.objects.create(board=board, name=name[:120], kind=kind)
