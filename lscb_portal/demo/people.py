"""The fictional people of the demo boards, one a role, and the agencies they work with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password

from boards.models import Agency, AgencyKind, Board, Membership, User
from boards.roles import (
    AgencyAuthor,
    Auditor,
    Chair,
    Coordinator,
    Evaluator,
    Manager,
    OverviewAuthor,
    PanelChair,
    PanelMember,
    Role,
    SubCommitteeMember,
)

PASSWORD = "fictional-people-only"  # noqa: S105 - printed for everybody; refused in production
SINCE = date(2006, 4, 1)
EAST_SUSSEX, BRIGHTON, KENT = "east-sussex", "brighton-and-hove", "kent"
BOARDS = (EAST_SUSSEX, BRIGHTON, KENT)

AGENCIES = (
    ("Children’s Services", AgencyKind.SOCIAL_CARE),
    ("Downland Police", AgencyKind.POLICE),
    ("Southdown Community Health", AgencyKind.COMMUNITY_HEALTH),
    ("Cuckmere Hospital", AgencyKind.HOSPITAL),
    ("Weald Road Surgery", AgencyKind.GP),
    ("Long Man Primary School", AgencyKind.EDUCATION),
)
AUTHORS_AGENCY = "Southdown Community Health"


@dataclass(frozen=True)
class Person:
    """Somebody who can sign in, and what they are; an evaluator is of no board."""

    email: str
    full_name: str
    role: type[Role]
    board: str = ""

    def as_row(self) -> dict[str, str]:
        return {
            "email": self.email,
            "password": PASSWORD,
            "role": self.role.slug,
            "board": self.board,
        }


PEOPLE = (
    Person("coordinator@east-sussex.example", "Carla Quill", Coordinator, EAST_SUSSEX),
    Person("manager@east-sussex.example", "Martin Ashdown", Manager, EAST_SUSSEX),
    Person("chair@east-sussex.example", "Celia Hartfield", Chair, EAST_SUSSEX),
    Person("subcommittee@east-sussex.example", "Sunil Beddow", SubCommitteeMember, EAST_SUSSEX),
    Person("panel-chair@east-sussex.example", "Petra Lindfield", PanelChair, EAST_SUSSEX),
    Person("panel-member@east-sussex.example", "Moses Fairlight", PanelMember, EAST_SUSSEX),
    Person("author@east-sussex.example", "Orla Winterbourne", OverviewAuthor, EAST_SUSSEX),
    Person("agency@east-sussex.example", "Agnes Holloway", AgencyAuthor, EAST_SUSSEX),
    Person("auditor@east-sussex.example", "Adeel Marchant", Auditor, EAST_SUSSEX),
    Person("coordinator@brighton-and-hove.example", "Colin Rottingdean", Coordinator, BRIGHTON),
    Person("manager@brighton-and-hove.example", "Mina Falmer", Manager, BRIGHTON),
    Person("chair@brighton-and-hove.example", "Conrad Preston", Chair, BRIGHTON),
    Person("evaluator@ofsted.example", "Esther Vane", Evaluator),
)


def bring_people_in(boards: Mapping[str, Board]) -> None:
    """The agencies of the demo boards are there, and everybody can sign in."""
    Agency.objects.bulk_create(
        Agency(board=boards[slug], name=name, kind=kind)
        for slug in (EAST_SUSSEX, BRIGHTON)
        for name, kind in AGENCIES
    )
    author_for = Agency.objects.get(board=boards[EAST_SUSSEX], name=AUTHORS_AGENCY)
    hashed = make_password(PASSWORD)  # slow on purpose, so once for all of them
    users = User.objects.bulk_create(
        User(email=person.email, full_name=person.full_name, password=hashed) for person in PEOPLE
    )
    Membership.objects.bulk_create(
        Membership(
            user=user,
            board=boards.get(person.board),
            role=person.role.slug,
            agency=author_for if person.role is AgencyAuthor else None,
            since_on=SINCE,
        )
        for user, person in zip(users, PEOPLE, strict=True)
    )


def cast_of(board: str) -> dict[type[Role], User]:
    """Return who plays each role on the board, evaluators included."""
    users = {user.email: user for user in User.objects.filter(email__in=[p.email for p in PEOPLE])}
    return {p.role: users[p.email] for p in PEOPLE if p.board in {board, ""}}
