"""What a row's words say of the child: seen, alone, heard, missed. The agency's column wins."""

from collections.abc import Iterable

from boards.models import Agency
from chronology.ages import Days, Possible, age_at
from chronology.dates import UnreadableWhen, read_when
from chronology.kinds import kind_of
from chronology.models import Category, Entry, Person
from chronology.receiving.stored import Stored
from chronology.seen import Names, Seen, seen
from reviews.models import Review

LONGEST = 250  # of the words quoted
BATCH = 500
# Identifiers that are no names of their own: everybody's surname, and numbers.
NOT_NAMES = ("surname", "dob", "nhs", "telephone", "phone", "postcode", "address")
CHILD_ROLES = ("c", "child", "sibling", "brother", "sister")
DERIVED = frozenset(
    {
        "child_seen",
        "child_seen_from",
        "child_seen_because",
        "seen_alone",
        "child_heard",
        "is_missed",
    }
)


class Facts:
    """Tells, of the rows of one agency in one review, what they say of the child."""

    def __init__(self, review: Review, agency: Agency, *, has_seen_column: bool) -> None:
        self.names = names_of(review)
        self.kind = kind_of(agency.name)
        self.has_seen_column = has_seen_column
        self.born = born_of(review)
        self._told: dict[tuple[object, ...], Seen] = {}

    def told_by(self, fields: Stored) -> Stored:
        """Return the fields with what the words say; what the column says is left as it is."""
        told = self._seen(fields)
        facts = {
            "seen_alone": told.alone,
            "child_heard": told.heard,
            "is_missed": bool(told.missed),
        }
        if fields["child_seen_from"] != "column":
            facts |= {
                "child_seen": told.verdict,
                "child_seen_from": str(told.basis),
                "child_seen_because": told.because[:LONGEST],
            }
        return fields | facts

    def _seen(self, fields: Stored) -> Seen:
        asked = ("event", "date_start", "date_end", "child_seen", "child_seen_from")
        words = tuple(fields[name] for name in asked)
        if words not in self._told:
            self._told[words] = self._read(fields)
        return self._told[words]

    def _read(self, fields: Stored) -> Seen:
        on = Days(fields["date_start"], fields["date_end"])
        return seen(
            fields["event"],
            names=self.names,
            agency=self.kind,
            age=age_at(self.born, on).months if self.born else None,
            is_left_blank=self.has_seen_column and fields["child_seen"] is None,
        )


def names_of(review: Review) -> Names:
    """Return the names of the family: of the children under review, other children, grown-ups."""
    names = {child.name for child in review.incident.children.all() if child.name}
    subjects = names | {name.split()[0] for name in names}
    family = _family(review)
    under_review = subjects_of(family, subjects)
    siblings: set[str] = set()
    adults: set[str] = set()
    for person in family:
        if person in under_review:
            subjects |= _names(person)
        else:
            (siblings if _is_child(person) else adults).update(_names(person))
    return Names(tuple(subjects), tuple(siblings - subjects), tuple(adults - subjects - siblings))


def _family(review: Review) -> list[Person]:
    family = Person.objects.filter(review=review, category=Category.FAMILY)
    return list(family.prefetch_related("identifiers"))


def subjects_of(family: Iterable[Person], names: set[str]) -> list[Person]:
    """Return who of the cast is under review: by their child or name, else as “Child A”."""
    linked = [person for person in family if person.child_id or _names(person) & names]
    return linked or [person for person in family if person.is_called_the_child]


def _names(person: Person) -> set[str]:
    return {one.text for one in person.identifiers.all() if not one.kind.startswith(NOT_NAMES)}


def _is_child(person: Person) -> bool:
    return person.role.casefold() in CHILD_ROLES


def born_of(review: Review) -> Possible | None:
    """Return when the child was born, where one alone is under review and it is known.

    The cast is what the chronology itself goes by, so that it wins over what was notified.
    """
    children = list(review.incident.children.all())
    if len(children) > 1:
        return None
    known = [child.born for child in children if child.born]
    return _born_by_cast(review) or (known[0] if known else None)


def _born_by_cast(review: Review) -> Days | None:
    """Return the one birth that the cast has for whom it says is under review."""
    days = set()
    for person in subjects_of(_family(review), set()):
        days |= {one.text for one in person.identifiers.all() if one.kind == "dob"}
    try:
        when = read_when(days.pop()) if len(days) == 1 else None
    except UnreadableWhen:
        return None
    return Days(when.start, when.end) if when else None


def tell_again(review: Review) -> int:
    """Rows say of the child what they say by the names known now; return how many say it anew."""
    changed: list[Entry] = []
    for agency in Agency.objects.filter(entries__review=review).distinct():
        rows = list(review.entries.filter(agency=agency))
        has_column = any(row.child_seen_from == "column" for row in rows)
        facts = Facts(review, agency, has_seen_column=has_column)
        changed += [row for row in rows if _is_told_anew(row, facts)]
    Entry.objects.bulk_update(changed, sorted(DERIVED), batch_size=BATCH)
    return len(changed)


def _is_told_anew(row: Entry, facts: Facts) -> bool:
    before = {name: getattr(row, name) for name in DERIVED}
    asked = before | {n: getattr(row, n) for n in ("event", "date_start", "date_end")}
    if row.child_seen_from != "column":
        asked["child_seen"] = None
    now = facts.told_by(asked)
    for name in DERIVED:
        setattr(row, name, now[name])
    return any(now[name] != before[name] for name in DERIVED)


def said_in_column(rows: Iterable[Stored]) -> bool:
    """Return whether the agency has a column for the child being seen, and uses it."""
    return any(row["child_seen_from"] == "column" for row in rows)
