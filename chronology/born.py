"""When the children of a review were born: as notified, else as the cast says."""

from chronology.dates import UnreadableWhen, read_when
from chronology.models.cast import Identifier, Person
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


def born_otherwise(person: Person, review: Review) -> PartialDate | None:
    """Return when the child whom the person is was born as notified, where the cast has a day
    that this cannot be.

    Ages beside rows go by the one, what words say of an age by the other.
    """
    child = person.child or _only_child(person, review)
    texts = {one.text for one in person.identifiers.all() if one.kind == "dob"}
    said = _day(texts.pop()) if len(texts) == 1 else None
    if said is None or child is None or child.born is None:
        return None
    notified = child.born
    return None if notified.earliest <= said.earliest <= notified.latest else notified


def _only_child(person: Person, review: Review) -> Child | None:
    """Return the one child under review where the person is called so."""
    children = list(review.incident.children.all()[:2]) if person.is_called_the_child else []
    return children[0] if len(children) == 1 else None


def _day(text: str) -> PartialDate | None:
    try:
        when = read_when(text)
    except UnreadableWhen:
        return None
    return PartialDate.parse(when.start.isoformat()) if when.start == when.end else None
