"""A case in which two people are called Mark, and pages on which somebody rules on mentions."""

from datetime import date

from django.test import Client
from django.urls import reverse

from boards.models import Board, User
from chronology.anonymised import Anonymised
from chronology.models import Entry, Person
from chronology.naming import name
from reviews.models import Review
from tests.chronology.rows import an_entry
from tests.factories import AT, AgencyFactory, a_review

EVENT = "Mark rang. A bruise, Mark says, on the leg. Stacey Unsworth was seen."
FACTS = {"cell": "event", "start": 0, "end": 4, "surface": "Mark", "digest": "0" * 64, "at": AT}
CAST = (
    ("Father", ("Mark Field", "full"), ("Mark", "first")),
    ("Lodger", ("Mark Rose", "full"), ("Mark", "first")),
    ("Mother", ("Stacey Unsworth", "full"), ("Stacey", "first")),
)


def two_marks(board: Board, by: User) -> Review:
    """Return a review whose rows were looked through for its cast."""
    review = a_review(board)
    for pseudonym, *ways in CAST:
        somebody = Person.add(review, by=by, at=AT, pseudonym=pseudonym, category="family")
        for text, kind in ways:
            somebody.is_also_written(text, kind)
    police = AgencyFactory(board=board, name="Downland Police")
    an_entry(review, police, date(2009, 5, 12), EVENT)
    an_entry(review, police, date(2009, 5, 13), "Mark Field came. A mark on the arm.")
    look_through(review)
    return review


def look_through(review: Review) -> None:
    name(review, progress=lambda done, total: None)


def of(user: User, *, names: str = "") -> Client:
    """Return a browser in which they are signed in, and in which names are hidden or shown."""
    client = Client()
    client.force_login(user)
    if names:
        session = client.session
        session["chronology_names"] = names
        session.save()
    return client


def page(review, somebody, query: str = "") -> str:
    return reverse("mentions", args=[review.reference, somebody.pk]) + query


def rows(review, user, somebody, show: str = "all") -> list:
    answer = of(user).get(page(review, somebody, f"?show={show}"))
    assert answer.status_code == 200
    return answer.context["found"].rows


def told(entry) -> str:
    entry = Entry.objects.select_related("agency", "review").get(pk=entry.pk)
    return Anonymised.of(entry.review).tell(entry).event


def tokens(entry, user) -> dict[int, str]:
    """Return what the page of the entry sends back, by where the mention begins."""
    answer = of(user).get(reverse("entry-mentions", args=[entry.pk]))
    return {one.place.start: one.token for one in answer.context["rows"]}


def rule(entry, user, *mentions: str, **said):
    sent = {"mention": mentions, "meaning": "left", "because": "A mark on the skin."} | said
    return of(user).post(reverse("entry-mentions", args=[entry.pk]), sent)
