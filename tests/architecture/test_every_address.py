"""Every address, asked for by every role, against a table written by hand.

An address that the table leaves out fails the test; a role that a row leaves out must be refused.
"""

import io
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from boards.models import Agency, Board, User
from boards.roles import ROLES
from chronology.models import AgencyChronology, Person, Release
from chronology.preparing import prepare
from chronology.receiving.keeping import keep
from notifications.models import Reminder
from records.models import Document
from reviews.models import (
    AgencyQuestion,
    Appointment,
    CaseDocument,
    Commission,
    Contribution,
    ContributionDraft,
    Deadline,
    FinalSet,
    LibraryQuestion,
    ReleaseCopy,
    Review,
)
from reviews.models.clock import bring_up_to_date
from reviews.models.draft import IncidentDraft
from reviews.models.past_file import PastReviewsFile
from reviews.past_reviews.reading import COLUMNS
from tests.architecture.who_may_open import APPOINTED, MAY_OPEN, PUBLIC
from tests.chronology.rows import an_entry
from tests.factories import (
    AgencyFactory,
    BoardFactory,
    a_relative,
    a_review,
    a_trial,
    everybody,
    person,
)
from tests.reviews.meeting_scenes import a_meeting, a_paper, an_action, minutes_of
from tests.reviews.reporting import a_comment, a_word_template, at_panel, complete, issued, open_to
from tests.reviews.setting import filed
from tests.terms import agreed_terms, written

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


def a_case(board: Board, people: dict[str, User]) -> Review:
    today = timezone.localdate()
    dates = {"notified": today - timedelta(days=3), "referred": today - timedelta(days=3)}
    review = a_review(board, at=timezone.now(), dates=dates, owner=people["coordinator"])
    appoint_everybody(review, people)
    return review


def appoint_everybody(review: Review, people: dict[str, User]) -> None:
    for post in APPOINTED:
        Appointment.objects.create(
            review=review,
            post=post,
            name=people[post].full_name,
            user=people[post],
            employer="Self-employed",
            independence="Never worked here.",
            appointed_on=timezone.localdate(),
            by=people["manager"],
            at=timezone.now(),
        )


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
    entry = an_entry(review, agency, timezone.localdate())
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
        "reminder": {"pk": reminder_of(commission.deadline).pk},
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
        "chronology-entry": {"pk": entry.pk},
        "chronology-entry-mark": {"pk": entry.pk},
        "calendar-revoke": {"pk": 1},
        "chronology-files": {"pk": chronology.pk},
        "chronology-file": its_file,
        "chronology-file-row": its_file,
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
        **of_the_cast_and_copies(review, people),
        **of_contributions(a_case(board, people), people),
        **of_proceedings_and_family(review, people),
        **dict.fromkeys(("same-event", "same-event-settle", "same-event-look"), case),
        "same-event-link": {**case, "pk": entry.pk},
        **of_terms(board, people),
        **of_the_reports(agency, people),
    }


def of_terms(board: Board, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of the terms of a review that is being scoped: one agreed, one draft."""
    scoped = a_review(board, at=timezone.now(), owner=people["coordinator"])
    Review.objects.filter(pk=scoped.pk).update(state="scoping")
    appoint_everybody(scoped, people)
    by = people["manager"]
    agreed_terms(scoped, by=by)
    written(scoped, by=by)
    kept = LibraryQuestion.objects.create(board=board, text="Why?", by=by, at=timezone.now())
    case = {"reference": scoped.reference}
    of_case = ("", "-start", "-library", "-plan", "-agree", "-discard", "-comparison")
    return {
        **{f"terms{name}": case for name in of_case},
        "terms-part": {**case, "part": "period"},
        "terms-library-remove": {**case, "pk": kept.pk},
        "terms-version": {**case, "number": 1},
        "terms-word": {**case, "number": 1},
    }


def of_proceedings_and_family(review: Review, people: dict[str, User]) -> dict[str, dict]:
    case = {"reference": review.reference}
    trial = a_trial(review, by=people["coordinator"])
    mother = a_relative(review, by=people["coordinator"])
    return {
        "proceedings": case,
        "proceedings-add": case,
        "proceedings-one": {**case, "pk": trial.pk},
        "proceedings-act": {**case, "pk": trial.pk, "act": "move_proceedings"},
        "family": case,
        "relative": {**case, "pk": mother.pk},
        "relative-change": {**case, "pk": mother.pk},
        "family-act": {**case, "act": "record_contact"},
    }


def of_final_sets(review: Review, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of a set that the board agreed, of another case with the same people."""
    at = timezone.now()
    other = a_review(review.board, at=at, dates=review.dates(), owner=people["coordinator"])
    Review.objects.filter(pk=other.pk).update(state="panel")
    for held in review.appointments.all():
        held.pk, held.review = None, other
        held.save()
    filed(other, "overview", by=people["coordinator"], at=at)
    agreed = FinalSet.freeze(other, by=people["coordinator"], at=at)
    agreed.agree(on=timezone.localdate(), statement="", by=people["chair"], at=at)
    case = {"reference": other.reference}
    one = {**case, "number": agreed.number}
    return {
        "final-set": case,
        "final-set-file": case,
        "final-set-one": one,
        "final-set-pack": one,
        "final-set-item": {**one, "position": 1},
        "submission": case,
        "readiness": case,
    }


def of_the_cast_and_copies(review: Review, people: dict[str, User]) -> dict[str, dict]:
    at, case = timezone.now(), {"reference": review.reference}
    mother = Person.add(review, by=people["manager"], at=at, pseudonym="Mother", category="family")
    way = mother.is_also_written("Stacey Unsworth", "full")
    copy = Release.ask(review, by=people["coordinator"], at=at, form="csv")
    prepare(copy, [], at=at, progress=lambda done, total: None)
    its_copy = {"pk": copy.pk}
    return {
        "cast": case,
        "cast-add": case,
        "cast-file": case,
        "cast-unlisted": case,
        "cast-person": {**case, "pk": mother.pk},
        "cast-way-remove": {**case, "pk": way.pk},
        "copies": case,
        "copy": its_copy,
        "copy-hide": its_copy,
        "copy-override": its_copy,
        "copy-download": its_copy,
    }


def of_contributions(review: Review, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of a report under way, and of one that the agency submitted.

    Its review is another: reports are written once agencies are asked for them.
    """
    agency, at = people["agency_author"].memberships.get().agency, timezone.now()
    today = timezone.localdate()
    Review.objects.filter(pk=review.pk).update(state="chronology")
    opened = Review.objects.get(pk=review.pk)
    terms = {"on": today, "due_on": today + timedelta(days=7), "agencies": [agency]}
    for kind in ("imr", "health_overview"):
        opened.record("ask_agencies", by=people["manager"], at=at, kind=kind, **terms)
    under_way, asked = (opened.commissions.get(kind=k) for k in ("imr", "health_overview"))
    sent = sent_in(asked, people["agency_author"])
    draft = ContributionDraft(under_way)
    by = {"by": people["agency_author"], "at": at}
    draft.keep_recommendation(text="Train.", owner="Head", due_on=today, **by)
    draft.attach(BytesIO(b"%PDF-"), name="a.pdf", media_type="application/pdf", **by)
    asking = {"text": "Why?", "due_on": today, "by": people["manager"], "at": at}
    AgencyQuestion.ask(under_way, **asking)
    one, of_sent = {"pk": under_way.pk}, {"pk": sent.pk}
    made = {**one, "number": draft.current.made[0].pk}
    rounds = ("", "-report", "-quality", "-send-back", "-accept")
    parts = ("check", "draft-file", "sign-off", "recommendations", "recommendation-add")
    return {
        "contributions": {"reference": review.reference},
        **{f"contribution-{part}": one for part in parts},
        "contribution-part": {**one, "part": "author"},
        "contribution-recommendation": made,
        "contribution-recommendation-remove": made,
        **{f"contribution{name}": of_sent for name in rounds},
        "agency-questions": one,
        "agency-answer": {**one, "number": 1},
    }


def sent_in(asked: Commission, by: User) -> Contribution:
    """Return a round of what was asked, submitted behind the door's back."""
    at = timezone.now()
    report = CaseDocument.file(
        asked.review,
        BytesIO(b"%PDF-"),
        kind=asked.kind,
        title="Report",
        name="report.pdf",
        media_type="application/pdf",
        by=by,
        at=at,
    )
    return Contribution.objects.create(
        commission=asked,
        author_name="Ann Writer",
        was_involved=False,
        managed_the_involved=False,
        signatory_name="Hugh Head",
        signatory_post="Chief Executive",
        signed_on=at.date(),
        has_signed_page=True,
        report=report,
        saved_by=by,
        saved_at=at,
        submitted_by=by,
        submitted_at=at,
    )


def of_meetings(review: Review, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of a meeting that the agency author is asked to."""
    meeting = a_meeting(review, by=people["manager"], asked=[people["agency_author"]])
    item, action = meeting.agenda.first(), an_action(meeting, by=people["manager"])
    paper = a_paper(item, by=people["manager"])
    minutes_of(meeting, by=people["manager"])
    of_meeting = ("", "-invitation", "-calendar")
    case, one = {"reference": review.reference}, {"pk": meeting.pk}
    of_item = ("agenda-item", "agenda-place", "agenda-drop", "agenda-paper")
    return {
        **dict.fromkeys(("meetings", "meeting-call"), case),
        **{f"meeting{name}": one for name in of_meeting},
        **dict.fromkeys(("agenda-add", "pack", "minutes"), one),
        "meeting-act": {**one, "act": "invite"},
        "meeting-uninvite": {**one, "invitee": meeting.invitees.first().pk},
        **{name: {"pk": item.pk} for name in of_item},
        **{name: {"pk": paper.pk} for name in ("paper", "paper-withdraw")},
        "minutes-download": {**one, "form": "docx"},
        "action-finish": {"pk": action.pk},
    }


def of_the_reports(agency: Agency, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of a second draft that is open to an agency and the panel."""
    review = at_panel(agency.board, people)
    issued(review, by=people["manager"], text="First.")
    draft = issued(review, by=people["manager"], text="Second.")
    open_to(draft, [agency], by=people["manager"])
    comment = a_comment(draft, agency=agency, by=people["agency_author"])
    complete(review, "summary", by=people["manager"])
    template = a_word_template(review.board, by=people["manager"])
    case, pk = {"reference": review.reference}, {"pk": draft.round.invitations.get().commission_id}
    kind = {**case, "kind": "overview"}
    one, own = {**kind, "number": draft.number}, {"board": review.board.slug, "kind": "family"}
    return {
        **dict.fromkeys(("reports", "letters", "report-add-action"), case),
        **dict.fromkeys(("report", "report-issue", "report-upload"), kind),
        **{f"report-{n}": one for n in ("draft", "open", "complete", "close", "compare")},
        "report-section": {**kind, "slug": "facts"},
        "report-changes": {**one, "slug": "facts"},
        "report-file": {**one, "form": "pdf"},
        "report-comment": {**one, "slug": "facts"},
        "report-answer": {**one, "pk": comment.pk},
        "report-sign-off": {**case, "kind": "summary", "version": 1},
        "accuracy": pk,
        "accuracy-send": pk,
        "accuracy-comment": {**pk, "slug": "facts"},
        "letter": {**case, "kind": "family"},
        **dict.fromkeys(("word-template", "word-template-portals"), own),
        "word-template-use-portals": own,
        "word-template-preview": {"pk": template.pk},
        "word-template-use": {"pk": template.pk},
    }


def of_chronologies(review: Review, agency: Agency, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of what an agency still writes, and of what it handed in elsewhere."""
    asked = Commission.objects.create(
        review=review,
        agency=agency,
        kind="chronology",
        asked_on=timezone.localdate(),
        due_on=timezone.localdate() + timedelta(days=7),
        by=people["manager"],
        at=timezone.now(),
    )
    bring_up_to_date(review)
    written = AgencyChronology.of(review, agency)
    handed_in = AgencyChronology.of(review, AgencyFactory(board=review.board))
    handed_in.submissions.create(number=1, by=people["auditor"], at=timezone.now())
    case, one = {"reference": review.reference}, {"pk": written.pk}
    of_review = ("columns", "model", "keep-model", "preview", "agencies", "release")
    return {
        **{f"chronology-{name}": case for name in of_review},
        "commission-chronology": {"pk": asked.pk},
        "agency-chronology": one,
        "agency-instructions": one,
        "agency-paper": {**one, "paper": "word"},
        "agency-write": one,
        "agency-write-row": one,
        "agency-hand-in": one,
        "agency-send-back": {"pk": handed_in.pk, "number": 1},
        "agency-accept": {"pk": handed_in.pk, "number": 1},
        "address-try": {"pk": 1},
    }


def of_documents(commission: Commission, people: dict[str, User]) -> dict[str, dict]:
    """Return the addresses of a document that the agency sent, and of a checked copy of it."""
    review, now, name = commission.review, timezone.now(), {"name": "x.txt", "media_type": "x/x"}
    sent = CaseDocument.file(
        review,
        io.BytesIO(b"Report"),
        kind="imr",
        title="Report",
        agency=commission.agency,
        by=people["agency_author"],
        at=now,
        **name,
    )
    said = {"board": review.board, "by": people["manager"], "at": now}
    copy = ReleaseCopy.objects.create(
        source=sent,
        file=Document.keep(io.BytesIO(b"Redacted"), **name, **said),
        recipient="The family",
        reason="They asked.",
        expires_on=timezone.localdate(),
        by=people["manager"],
        at=now,
    )
    copy.check_by(people["coordinator"], at=now)
    return {
        "documents": {"reference": review.reference},
        "document-file": {"reference": review.reference},
        "document-send": {"pk": commission.pk},
        "document": {"pk": sent.document_id},
        "document-version-add": {"pk": sent.document_id},
        "document-download": {"pk": sent.pk},
        "release-copy-make": {"pk": sent.pk},
        "release-copy-check": {"pk": copy.pk},
        "release-copy-download": {"pk": copy.pk},
    }


def reminder_of(deadline: Deadline) -> Reminder:
    return Reminder.objects.create(
        kind="reminder",
        review=deadline.review,
        deadline=deadline,
        due_version=deadline.version,
        due_on=deadline.due_on,
        stage=7,
        recipient=deadline.review.owner,
        tier="owner",
        planned_at=timezone.now(),
    )


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
