"""Makes what a test needs, with as little said as the test has to say."""

from datetime import UTC, date, datetime
from typing import Any

import factory
from django.utils import timezone

from boards.models import Agency, AgencyKind, Board, Membership, User
from boards.roles import ROLES, AgencyAuthor, Evaluator, Role
from reviews.models import (
    Appointment,
    Child,
    Declaration,
    Hold,
    Incident,
    Proceedings,
    Relative,
    Review,
)

AT = datetime(2010, 3, 29, 10, 0, tzinfo=UTC)
TODAY = AT.date()


class BoardFactory(factory.django.DjangoModelFactory[Board]):
    class Meta:
        model = Board

    name = factory.Sequence(lambda n: f"Board {n} LSCB")
    slug = factory.Sequence(lambda n: f"board-{n}")
    code = factory.Sequence(
        lambda n: "".join(chr(ord("A") + n // 26**power % 26) for power in (3, 2, 1, 0))
    )
    region = "South East"


class AgencyFactory(factory.django.DjangoModelFactory[Agency]):
    class Meta:
        model = Agency

    board = factory.SubFactory(BoardFactory)
    name = factory.Sequence(lambda n: f"Agency {n}")
    kind = AgencyKind.POLICE


class UserFactory(factory.django.DjangoModelFactory[User]):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@lscb.example")
    full_name = factory.Sequence(lambda n: f"Person {n}")
    password = factory.django.Password("a long enough password")


def person(role: type[Role], board: Board | None = None, **fields: Any) -> User:
    """Return somebody who has been `role` on `board` for long."""
    user = UserFactory(**fields.pop("user", {}))
    board = None if role is Evaluator else board or BoardFactory()
    if role is AgencyAuthor and "agency" not in fields:
        fields["agency"] = AgencyFactory(board=board)
    Membership.objects.create(
        user=user, board=board, role=role.slug, since_on=date(2006, 4, 1), **fields
    )
    return user


def everybody(board: Board) -> dict[str, User]:
    """Return one person for each role on the board."""
    return {slug: person(role, board) for slug, role in ROLES.items()}


def a_review(board: Board | None = None, *, at: datetime = AT, **options: Any) -> Review:
    """Return a review at `referred`; `dates` and `children` may be given."""
    board = board or BoardFactory()
    by = options.pop("by", None) or UserFactory()
    dates = options.pop("dates", {"notified": date(2010, 3, 1), "referred": date(2010, 3, 1)})
    children = options.pop("children", 1)
    incident = Incident.objects.create(board=board, harm="death", logged_at=at, logged_by=by)
    for position in range(1, children + 1):
        Child.objects.create(incident=incident, position=position, name=f"Child {position}")
    return Review.open(incident, dates, by=by, at=at, **options)


def a_trial(review: Review, *, by: User, at: datetime = AT, **facts: Any) -> Proceedings:
    """Return criminal proceedings under way beside the review; `holds` names what they hold up."""
    holds = facts.pop("holds", ())
    trial = review.proceedings.create(
        **{"kind": "criminal", "body": "Lewes Crown Court", "by": by, "at": at, **facts}
    )
    trial.steps.create(state="under_way", on=date(2010, 3, 10), by=by, at=at)
    for what in holds:
        Hold.objects.create(
            proceedings=trial, what=what, since_on=date(2010, 3, 12), reason="x", by=by, at=at
        )
    return trial


def a_relative(review: Review, *, by: User, at: datetime = AT, **facts: Any) -> Relative:
    """Return the mother, whom the review may speak with."""
    facts = {"name": "Joan Bloggs", "relationship": "Mother", **facts}
    return review.relatives.create(by=by, at=at, **facts)


def appointed(
    review: Review, user: User, post: str, *, at: datetime = AT, **fields: Any
) -> Appointment:
    """Return the appointment of somebody who has declared that no conflict stands in the way."""
    facts = {
        "name": user.full_name,
        "employer": "Self-employed",
        "independence": "Never worked here.",
        "job_title": "Consultant",
        "appointed_on": timezone.localdate(at),
        "by": user,
        "at": at,
    }
    made = Appointment.objects.create(review=review, user=user, post=post, **facts | fields)
    if made.ended_on is None:
        declared(made)
    return made


def declared(appointment: Appointment, *, particulars: str = "", **fields: Any) -> Declaration:
    """Return the declaration of the person: of a conflict where there are particulars."""
    facts = {"is_involved": False, "has_interest": bool(particulars), "keeps_confidence": True}
    facts |= {"on": timezone.localdate(appointment.at), "particulars": particulars}
    by = appointment.user or appointment.by
    return Declaration.make(appointment, by=by, at=appointment.at, **facts | fields)
