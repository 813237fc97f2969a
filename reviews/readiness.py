"""What the portal knows beside each heading of an evaluation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from boards.govuk.words import counted, on_paper
from reviews.models import Commission, Review
from reviews.statutory import HEADINGS, Heading

Sentences = Iterator[str]


@dataclass(frozen=True)
class Beside:
    """A heading, and the facts that bear on it."""

    heading: Heading
    facts: list[str]


def beside_headings(review: Review) -> list[Beside]:
    """Return every heading with what is recorded of it."""
    return [Beside(heading, list(KNOWN[heading.code](review))) for heading in HEADINGS]


def terms(review: Review) -> Sentences:
    last = review.terms.last()
    if last is None:
        yield "No terms of reference are recorded."
    else:
        yield f"{last} of the terms was agreed on {on_paper(last.agreed_on)}."
    for held in review.appointments.open().exclude(post="panel_member"):
        yield f"{held.get_post_display()} appointed on {on_paper(held.appointed_on)}."


def reports(review: Review) -> Sentences:
    asked = list(_commissions(review))
    returned = sum(each.returned_on is not None for each in asked)
    waived = sum(each.waived_on is not None for each in asked)
    yield f"{returned} of {counted(len(asked), 'contribution')} returned, {waived} waived."
    late = sum(bool(each.returned_on and each.returned_on > each.due_on) for each in asked)
    back = sum(each.sent_back_on is not None for each in asked)
    yield f"{late} came after their day; {back} were sent back to be improved."
    for report in review.reports.all():
        yield f"{report} was completed on {on_paper(report.completed_on)}."


def timescales(review: Review) -> Sentences:
    for deadline in review.deadlines.statutory().prefetch_related("extensions"):
        extended = ", extended" if deadline.extensions.all() else ""
        due = f"due on {on_paper(deadline.due_on)}{extended}"
        if deadline.met_on:
            met = "on time" if deadline.met_on <= deadline.due_on else "late"
            yield f"{deadline}: {due}, done {met} on {on_paper(deadline.met_on)}."
        elif deadline.is_open:
            yield f"{deadline}: {due}, not yet done."


def equality(review: Review) -> Sentences:
    children = list(review.incident.children.all())
    for name, said in (("ethnicity", "ethnicity"), ("disability", "disability")):
        known = sum(bool(getattr(child, name, "")) for child in children)
        yield f"The {said} of {known} of {counted(len(children), 'child')} is recorded.".replace(
            "childs", "children"
        )


def family(review: Review) -> Sentences:
    members = review.incident.family.count()
    yield f"{counted(members, 'family member')} named at notification."


def learning(review: Review) -> Sentences:
    plan = review.reports.filter(kind="action_plan").last()
    if plan:
        yield f"The action plan was completed on {on_paper(plan.completed_on)}."
    else:
        yield "No action plan is recorded as complete."


def _commissions(review: Review) -> Iterator[Commission]:
    return review.commissions.contributions().filter(round=review.round).iterator()


KNOWN: dict[str, Callable[[Review], Sentences]] = {
    "terms": terms,
    "reports": reports,
    "timescales": timescales,
    "equality": equality,
    "family": family,
    "learning": learning,
}
