"""Whoever is to do an action says that it is done; staff open it again, and nothing is lost."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from boards.models import User
from boards.roles import AgencyAuthor, Coordinator, Manager, OverviewAuthor, PanelMember
from records.models import AuditEvent
from reviews.models import Appointment, Commission, MeetingAction
from tests.factories import AgencyFactory, BoardFactory, appointed, person
from tests.reviews.contributing import Contributed
from tests.reviews.meeting_scenes import a_meeting, an_action
from tests.reviews.test_case_page import day, signed_in

pytestmark = pytest.mark.django_db
WORDS = "I wrote to the surgery of Jordan."


class Given(Contributed):
    """A review whose meeting of today gave somebody an action, to be done in a week."""

    def action(self, to: User | None, **fields) -> MeetingAction:
        meeting = a_meeting(self.review, by=self.staff, on=self.today)
        facts = {"due_on": self.today + timedelta(days=7), "person": to}
        return an_action(meeting, by=self.staff, **facts | fields)

    def say(self, action: MeetingAction, by: User, **more):
        sent = day("on", self.today) | {"text": WORDS} | more
        return signed_in(by).post(f"{action.get_absolute_url()}done/", sent)

    def reopen(self, action: MeetingAction, days: int = 7):
        sent = {"because": "The letter came back."}
        sent |= day("again_by_on", self.today + timedelta(days=days))
        return signed_in(self.staff).post(f"{action.get_absolute_url()}again/", sent)


def text_of(user: User, path: str) -> str:
    return signed_in(user).get(path).content.decode()


@pytest.mark.parametrize("role", [PanelMember, OverviewAuthor, AgencyAuthor, Coordinator])
def test_whoever_is_to_do_it_finds_it_at_home_and_says_that_it_is_done(role):
    case = Given()
    known = {AgencyAuthor: case.author, Coordinator: case.staff}
    who = known.get(role) or person(role, case.board)
    if role not in known:
        appointed(case.review, who, role.slug, at=case.now)
    action = case.action(who)
    home = text_of(who, "/")
    assert "What meetings asked you to do" in home and action.get_absolute_url() in home
    assert "Record it as done" in text_of(who, action.get_absolute_url())
    assert case.say(action, who).status_code == 302
    done = action.done.get()
    assert (done.by, done.text, done.on, done.due_on) == (who, WORDS, case.today, action.due_on)
    assert "What meetings asked you to do" not in text_of(who, "/")
    assert WORDS in text_of(case.staff, action.get_absolute_url())
    action.deadline.refresh_from_db()
    assert (action.deadline.is_open, action.deadline.met_on) == (False, case.today)


def test_nobody_else_says_that_it_is_done():
    case = Given()
    other = person(PanelMember, case.board)
    appointed(case.review, other, "panel_member", at=case.now)
    colleague = person(AgencyAuthor, case.board, agency=case.agency)
    action = case.action(case.member)
    assert case.say(action, other).status_code == 403
    assert case.say(action, colleague).status_code == 404
    assert case.say(action, person(Manager, BoardFactory())).status_code == 404
    facts = {"at": case.now, "action": action, "on": case.today}
    for by in (other, colleague):
        with pytest.raises(PermissionDenied):
            case.review.record("finish_action", by=by, **facts)
    assert action.is_open and not action.done.exists()
    assert "Record it as done" not in text_of(other, action.get_absolute_url())


def test_an_action_closes_with_the_appointment_and_with_what_the_agency_is_asked():
    case = Given()
    of_member, of_author = case.action(case.member), case.action(case.author)
    Appointment.objects.filter(user=case.member).update(ended_on=case.today, ended_because="Left.")
    Commission.objects.update(agency=AgencyFactory(board=case.board))
    for action, who in ((of_member, case.member), (of_author, case.author)):
        assert signed_in(who).get(action.get_absolute_url()).status_code == 404
        assert case.say(action, who).status_code == 404
        assert "What meetings asked" not in text_of(who, "/")


def test_an_author_opens_the_action_and_nothing_else_of_the_case():
    case = Given()
    action = case.action(case.author)
    page = text_of(case.author, action.get_absolute_url())
    assert action.what in page
    assert f"/meetings/{action.meeting_id}/" not in page
    for path in (f"/meetings/{action.meeting_id}/", case.review.get_absolute_url()):
        assert signed_in(case.author).get(path).status_code == 404


@pytest.mark.parametrize("who", ["author", "member"])
def test_a_file_that_shows_it_goes_on_the_file_of_the_review(who):
    case = Given()
    user = getattr(case, who)
    action = case.action(user)
    file = SimpleUploadedFile("letter.txt", b"Dear surgery", "text/plain")
    assert case.say(action, user, file=file).status_code == 302
    kept = action.done.get().file
    assert kept.document.review == case.review
    assert kept.document.agency == (case.agency if who == "author" else None)
    for reader in (user, case.staff):
        assert "letter.txt" in text_of(reader, action.get_absolute_url())
        path = reverse("document-download", args=[kept.pk])
        assert b"".join(signed_in(reader).get(path)) == b"Dear surgery"


def test_words_are_wanted_and_the_log_repeats_none():
    case = Given()
    action = case.action(case.member)
    refused = case.say(action, case.member, text="")
    assert "Enter what was done" in refused.content.decode()
    case.say(action, case.member)
    assert AuditEvent.objects.filter(verb="finish_action").exists()
    assert not any("Jordan" in str(e.details) for e in AuditEvent.objects.all())


def test_staff_see_what_others_did_and_open_it_again_without_losing_a_word():
    case = Given()
    action = case.action(case.member)
    case.say(action, case.member)
    home = text_of(case.staff, "/")
    assert "Actions that were done in the last 14 days" in home
    assert action.get_absolute_url() in home and "Jordan" not in home
    case.reopen(action, days=14)
    action.refresh_from_db()
    assert (action.done_on, action.due_on) == (None, case.today + timedelta(days=14))
    page = text_of(case.member, action.get_absolute_url())
    for words in (WORDS, "The letter came back.", "Opened again on", "Record it as done"):
        assert words in page
    assert "Actions that were done" not in text_of(case.staff, "/")
    assert case.say(action, case.member, text="I wrote once more.").status_code == 302
    assert [done.is_reopened for done in action.done.all()] == [True, False]


def test_an_action_is_opened_again_by_a_day_to_come_once_and_by_staff_alone():
    case = Given()
    action = case.action(case.member)
    said = {"by": case.staff, "at": case.now, "action": action, "because": "x"}
    with pytest.raises(ValidationError, match="open already"):
        case.review.record("reopen_action", again_by_on=case.today, **said)
    case.say(action, case.member)
    assert "must be today or later" in case.reopen(action, days=-1).content.decode()
    assert signed_in(case.member).get(f"{action.get_absolute_url()}again/").status_code == 403
    assert case.reopen(action).status_code == 302
    with pytest.raises(ValidationError, match="open already"):
        case.review.record("reopen_action", again_by_on=case.today, **said)


def test_a_second_saying_of_it_is_refused_in_words():
    case = Given()
    action = case.action(case.member)
    case.say(action, case.member)
    again = case.say(action, case.member)
    assert "recorded as done already" in again.content.decode()
    stale = MeetingAction.objects.get(pk=action.pk)
    stale.done_on = None
    said = {"by": case.staff, "at": timezone.now(), "action": stale, "on": case.today}
    with pytest.raises(ValidationError, match="done already"):
        case.review.record("finish_action", **said)
    assert action.done.count() == 1
