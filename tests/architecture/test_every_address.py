"""Every address, asked for by every role, against a table written by hand.

An address that the table leaves out fails the test; a role that a row leaves out must be refused.
"""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from boards.roles import ROLES
from chronology.models import AgencyChronology
from chronology.receiving.keeping import keep
from reviews.models import (
    Commission,
    Review,
)
from reviews.models.draft import IncidentDraft
from reviews.models.past_file import PastReviewsFile
from reviews.past_reviews.reading import COLUMNS
from tests.architecture.beside_the_case import of_chronologies, of_the_cast_and_copies, reminder_of
from tests.architecture.case_file import (
    a_case,
    of_contributions,
    of_corrections,
    of_evaluation,
    of_final_sets,
    of_people,
    of_proceedings_and_family,
    of_terms,
    of_themes,
)
from tests.architecture.what_is_filed import (
    of_documents,
    of_meetings,
    of_publication,
    of_the_reports,
)
from tests.architecture.who_may_open import MAY_OPEN, PUBLIC
from tests.chronology.rows import an_entry
from tests.factories import (
    AgencyFactory,
    BoardFactory,
    everybody,
    person,
)

pytestmark = pytest.mark.django_db


def addresses(patterns: list[URLPattern | URLResolver], before: str = "") -> dict[str, str]:
    """Return {name: pattern} of every address outside the administration."""
    found: dict[str, str] = {}
    for pattern in patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found |= {} if here.startswith("admin/") else addresses(pattern.url_patterns, here)
        else:
            found[pattern.name] = here
    return found


@pytest.fixture
def board():
    return BoardFactory()


@pytest.fixture
def people(board):
    return everybody(board)


@pytest.fixture
def review(board, people) -> Review:
    """Return a referred case, with everybody appointed who can be."""
    return a_case(board, people)


@pytest.fixture
def arguments(board, people, review) -> dict[str, dict]:
    agency = people["agency_author"].memberships.get().agency
    commission = Commission.objects.create(
        review=review,
        agency=agency,
        kind="check",
        asked_on=timezone.localdate(),
        due_on=timezone.localdate() + timedelta(days=7),
        by=people["manager"],
        at=timezone.now(),
    )
    review.record(
        "pause", by=people["manager"], at=timezone.now(), on=timezone.localdate(), reasons="x"
    )
    draft = IncidentDraft.start(board, by=people["coordinator"], at=timezone.now())
    file = PastReviewsFile.keep(
        f"{','.join(COLUMNS)}\n,,Review 1\n".encode(),
        name="past.csv",
        board=board,
        by=people["manager"],
        at=timezone.now(),
    )
    chronology = AgencyChronology.of(review, agency)
    sent, _is_new = keep(
        b"Date,Event\n1/2/2009,Home visit\n",
        name="hv.csv",
        chronology=chronology,
        by=people["agency_author"],
        at=timezone.now(),
    )
    its_file = {"pk": chronology.pk, "file": sent.pk}
    entry = an_entry(review, agency, timezone.localdate(), file=sent)
    key, case = {"key": draft.key}, {"reference": review.reference}
    return {
        "draft": key,
        "draft-check": key,
        "draft-discard": key,
        "draft-matches": key,
        "draft-submitted": key,
        "draft-group": {**key, "slug": "dates"},
        "draft-item": {**key, "slug": "children", "entry": "new"},
        "draft-remove": {**key, "slug": "children", "entry": "new"},
        "past-reviews-file": {"pk": file.pk},
        "bank-holiday-withdraw": {"pk": 1},
        "annual-report": {"slug": board.slug, "year": 2010},
        "review": case,
        "notification": case,
        "history": case,
        "reminders": case,
        "ladder-change": {"slug": board.slug, "part": "days"},
        "reminder": {"pk": reminder_of(commission.deadline).pk},
        "ladder-version": {"slug": board.slug, "number": 0},
        "reminders-ahead-of": {"pk": people["coordinator"].pk},
        "acknowledge": {"pk": commission.deadline.pk},
        "remind-now": {"pk": commission.deadline.pk},
        "put-off": {"pk": commission.deadline.pk},
        "put-off-end": {"pk": commission.deadline.pk},
        "move": {**case, "action": "screen"},
        "record": {**case, "act": "pause"},
        "deadline": {**case, "pk": commission.deadline.pk},
        "commission": {"pk": commission.pk},
        "commission-act": {"pk": commission.pk, "act": "return_commission"},
        "chronology": case,
        "chronology-mark": case,
        "chronology-timeline": case,
        "chronology-silence": case,
        "glossary": case,
        "glossary-remove": {**case, "pk": 1},
        "chronology-entry": {"pk": entry.pk},
        "entry-mentions": {"pk": entry.pk},
        "chronology-entry-mark": {"pk": entry.pk},
        "calendar-revoke": {"pk": 1},
        "chronology-files": {"pk": chronology.pk},
        "chronology-file": its_file,
        "chronology-file-row": its_file,
        "chronology-file-whose": its_file,
        "agency-twice": {"pk": chronology.pk},
        "agency-order": {"pk": chronology.pk},
        "agency-row": {"pk": chronology.pk, "entry": entry.pk},
        "chronology-file-headings": its_file,
        "chronology-file-replaces": its_file,
        "chronology-file-read": its_file,
        "chronology-file-take": its_file,
        "chronology-file-put-away": its_file,
        "chronology-file-original": its_file,
        **of_documents(commission, people),
        **of_chronologies(review, agency, people),
        **of_meetings(review, people),
        **of_final_sets(review, people),
        **of_evaluation(review, people),
        **of_the_cast_and_copies(review, people),
        **of_contributions(a_case(board, people), people),
        **of_proceedings_and_family(review, people),
        **of_people(review, people),
        **of_publication(review, people),
        **dict.fromkeys(("same-event", "same-event-settle", "same-event-look"), case),
        "same-event-link": {**case, "pk": entry.pk},
        **of_terms(board, people),
        **of_corrections(board, people),
        **of_themes(board, people),
        **of_the_reports(agency, people),
    }


def opens(client: Client, name: str, arguments: dict[str, dict]) -> bool:
    status = client.get(reverse(name, kwargs=arguments.get(name, {}))).status_code
    assert status in {200, 302, 403, 404, 405}, (name, status)
    return status in {200, 302}


def test_the_table_names_every_address():
    assert set(addresses(get_resolver().url_patterns)) == set(MAY_OPEN) | PUBLIC


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_what_the_table_says_and_nothing_else(role, people, arguments):
    client = Client()
    client.force_login(people[role])
    opened = {name for name in MAY_OPEN if opens(client, name, arguments)}
    assert opened == {name for name, roles in MAY_OPEN.items() if role in roles}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_of_another_board_opens_nothing_of_this_one(role, arguments):
    client = Client()
    client.force_login(person(ROLES[role], BoardFactory()))
    assert {name for name in arguments if opens(client, name, arguments)} == set()


def test_another_agency_of_the_same_board_opens_nothing_of_this_one(board, arguments):
    client = Client()
    other = person(ROLES["agency_author"], board, agency=AgencyFactory(board=board))
    client.force_login(other)
    assert {name for name in arguments if opens(client, name, arguments)} == set()


def test_strangers_are_sent_to_sign_in_and_to_nothing_else(arguments):
    client = Client()
    for name in MAY_OPEN:
        answer = client.get(reverse(name, kwargs=arguments.get(name, {})))
        assert answer.status_code == 302, name
        assert answer.url.startswith("/sign-in/"), name


def test_somebody_whose_roles_have_ended_opens_nothing(people, arguments):
    manager = people["manager"]
    manager.memberships.get().end(on=date(2026, 1, 1))
    client = Client()
    client.force_login(manager)
    opened = {name for name in MAY_OPEN if opens(client, name, arguments)}
    assert opened <= {"home", "reviews", "deadlines"}
