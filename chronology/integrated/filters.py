"""What the integrated chronology may be narrowed by: each is one parameter of the address."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet

from boards.govuk.words import counted
from boards.listing import Choice, Day, Filter, Several, Words
from chronology.integrated.looks import BY_COLOUR
from chronology.integrated.orders import BY_ORDER
from chronology.integrated.origin import origin_for
from chronology.integrated.words import FLAGS, SIGNIFICANCE, wanted
from chronology.models import Entry, LinkStatus, Person, SameEvent
from chronology.reader import ANY as EVERY_ROW
from chronology.reader import HANDED, IN, OUT, Reader

Rows = QuerySet[Entry]
ANY = ("", "Any")
WORDS = "Words"  # what the filter by what somebody searches for is called
SEARCHED = ("event", "source", "child_voice", "action", "comment", "present")
CONTACT: dict[str, tuple[str, Q]] = {
    "seen": ("Child seen", Q(child_seen=True)),
    "not-seen": ("Child not seen", Q(child_seen=False)),
    "not-known": ("Not known whether seen", Q(child_seen=None)),
    "alone": ("Child seen alone", Q(seen_alone=True)),
    "heard": ("Child heard", Q(child_heard=True) | ~Q(child_voice="")),
    "missed": ("Missed appointment", Q(is_missed=True)),
}
LINKED = (
    ANY,
    ("confirmed", "Told by several agencies, confirmed"),
    ("proposed", "Perhaps told by several, proposed"),
    ("alone", "Told by one agency alone"),
)


RETURNED = {
    EVERY_ROW: "Handed in or not",
    IN: "Handed in or accepted",
    OUT: "Not handed in, or sent back",
}


def filters_for(reader: Reader, agencies: list[tuple[int, str, int]]) -> list[Filter]:
    """Return the filters open to the reader; `agencies` are (id, name, number of rows)."""
    named = [(str(pk), f"{name} ({counted(rows, 'row')})") for pk, name, rows in agencies]
    contact = [(value, words) for value, (words, _) in CONTACT.items()]
    levels = [(str(level), words) for level, words in SIGNIFICANCE.items()]
    theirs: list[Filter] = [
        Several("agency", "Agency", _by_agency, options=named),
        Day("from", "From", lambda rows, day: rows.filter(date_end__gte=day)),
        Day("to", "To", lambda rows, day: rows.filter(date_start__lte=day)),
        Words("words", WORDS, _with_words(reader), hint="In any text of the row"),
        Choice("contact", "Seen or heard", _by_contact, options=[ANY, *contact]),
        Choice("significance", "Significance", _by_significance, options=[ANY, *levels]),
        Choice("flag", "Flag", _by_flag, options=[ANY, ("any", "Any flag"), *FLAGS.items()]),
    ]
    return [
        *theirs,
        *(_of_the_panel(reader) if reader.reads_all else []),
        origin_for(reader),
        BY_ORDER,
        BY_COLOUR,
    ]


def _of_the_panel(reader: Reader) -> list[Filter]:
    """Return what there is besides for those who read every agency's rows."""
    questions = [(str(q.pk), f"{q.number}. {q.text[:60]}") for q in reader.questions]
    themes = [(str(pk), name) for pk, name in reader.theme_names.items()]
    people = [(str(person.pk), person.pseudonym) for person in reader.cast]
    children = [(str(child.pk), child.label) for child in reader.children]
    return [
        Choice("child", "Child", _named("child"), options=[ANY, *children]),
        Choice("person", "Person or place", _named("pk"), options=[ANY, *people]),
        Choice("question", "Key question", _marked("questions"), options=[ANY, *questions]),
        Choice("theme", "Theme", _marked("themes"), options=[ANY, *themes]),
        _by_return(reader),
        Choice("linked", "Same event", _by_link(reader), options=LINKED),
    ]


def _by_return(reader: Reader) -> Filter:
    """Return what keeps the rows that agencies have let go of; the usual ones stand first."""
    options = sorted(RETURNED.items(), key=lambda option: option[0] != reader.usually)
    return Choice(HANDED, "Handed in", reader.of_those, options=options, default=reader.usually)


def _by_agency(rows: Rows, agencies: list[str]) -> Rows:
    return rows.filter(agency__in=[int(pk) for pk in agencies])


def _by_contact(rows: Rows, contact: str) -> Rows:
    return rows.filter(CONTACT[contact][1])


def _by_significance(rows: Rows, level: str) -> Rows:
    return rows.filter(significance=int(level))


def _by_flag(rows: Rows, flag: str) -> Rows:
    return rows.flagged("" if flag == "any" else flag)


def _with_words(reader: Reader) -> Callable[[Rows, str], Rows]:
    """Return what keeps the rows in which each of the words stands somewhere."""

    def narrow(rows: Rows, text: str) -> Rows:
        rows = reader.searchable(rows)
        for word in wanted(text):
            stands = Q()
            for field in SEARCHED:
                stands |= Q(**{f"{field}__icontains": word})
            rows = rows.filter(stands)
        return rows

    return narrow


def _named(field: str) -> Callable[[Rows, str], Rows]:
    """Return what keeps the rows that name the person, or a child's."""
    through = Person.entries.through

    def narrow(rows: Rows, pk: str) -> Rows:
        named = through.objects.filter(**{f"person__{field}": int(pk)})
        return rows.filter(pk__in=named.values("entry"))

    return narrow


def _marked(field: str) -> Callable[[Rows, Any], Rows]:
    """Return what keeps the rows linked to a key question or a theme."""
    through = getattr(Entry, field).through
    column = "keyquestion" if field == "questions" else "theme"

    def narrow(rows: Rows, pk: str) -> Rows:
        return rows.filter(pk__in=through.objects.filter(**{column: int(pk)}).values("entry"))

    return narrow


def _by_link(reader: Reader) -> Callable[[Rows, str], Rows]:
    """Return what keeps the rows with another account of their event, or with none."""

    def narrow(rows: Rows, linked: str) -> Rows:
        pairs = SameEvent.objects.filter(review=reader.review).standing()
        if linked != "alone":
            pairs = pairs.filter(status=LinkStatus(linked))
        else:
            pairs = pairs.exclude(status=LinkStatus.REJECTED)
        told = Q(pk__in=pairs.values("first")) | Q(pk__in=pairs.values("second"))
        return rows.exclude(told) if linked == "alone" else rows.filter(told)

    return narrow
