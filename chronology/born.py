"""When the children of a review were born: as notified, else as the cast says."""

from chronology.dates import UnreadableWhen, read_when
from chronology.models.cast import Identifier
from reviews.models import Child, Review
from reviews.statutory import PartialDate


def children_of(review: Review) -> list[Child]:
    """Return the children, each with the birth that is known of it; nothing is stored."""
    children = list(review.incident.children.all())
    unknown = [child.pk for child in children if child.born is None]
    if unknown:
        said = Identifier.objects.filter(person__child__in=unknown, kind="dob")
        days: dict[int, set[str]] = {}
        for child, text in said.values_list("person__child", "text"):
            days.setdefault(child, set()).add(text)
        for child in children:
            if len(days.get(child.pk, ())) == 1:
                child.born = _day(*days[child.pk])
    return children


def _day(text: str) -> PartialDate | None:
    try:
        when = read_when(text)
    except UnreadableWhen:
        return None
    return PartialDate.parse(when.start.isoformat()) if when.start == when.end else None
