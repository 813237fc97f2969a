"""The home page: for each role that a person holds what waits for them, one after another."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from boards.models import User
from boards.roles import AgencyAuthor, Auditor, Chair, Evaluator, SubCommitteeMember
from insights.homes import actions, agency, chair, dashboard, evaluator, staff, visitors
from insights.homes.sections import Pointer, Section
from reviews.permissions import STAFF

__all__ = ["sections_for"]


def sections_for(user: User, *, on: date) -> list[Section]:
    """Return the sections of the person's home page, what is most urgent to act on first."""
    sections = list(_sections(user, on))
    if sections:
        return sections
    return [
        Pointer(
            title="Nothing is shared with you yet",
            text="You hold no role on any board today. Ask your board's business manager.",
        )
    ]


def _sections(user: User, on: date) -> Iterator[Section]:
    if user.has_role(Chair):
        yield chair.decisions(user, on=on)
        yield chair.ratifications(user, on=on)
    yield from actions.given(user, on=on)
    yield from staff.hand_overs(user)
    yield from dashboard.dashboards(user, on=on)
    if user.has_role(*STAFF):
        yield staff.own_reviews(user, on=on)
        yield from actions.overdue(user, on=on)
        yield from actions.done_by_others(user, on=on)
        yield staff.without_owner(user, on=on)
        yield staff.drafts(user)
        yield staff.absences(user)
    if user.has_role(SubCommitteeMember):
        yield visitors.referrals(user, on=on)
    if user.has_role(*visitors.PANEL):
        yield from visitors.declarations(user)
        yield visitors.appointed(user, on=on)
    if user.has_role(AgencyAuthor):
        yield from agency.returns(user, on=on)
    if user.has_role(Evaluator):
        yield from evaluator.queues(user, on=on)
    if user.has_role(Auditor):
        yield Pointer(
            title="The log",
            text="Every change and every opening of a case is in the log of its board.",
            href=reverse("log"),
            link_text="Read the log",
        )
