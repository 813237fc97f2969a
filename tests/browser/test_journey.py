"""From an incident to the manager's overdue list, in a real browser, with real mail."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.management import call_command
from playwright.sync_api import Page, expect

from boards.models import Board, Membership, User
from boards.roles import Chair, Coordinator, Manager, Role
from reviews.models import Review
from tests.browser.pages import go, obeys_the_rules, sign_in
from tests.factories import AgencyFactory, BoardFactory, UserFactory
from tests.servers import SmtpSink

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(2010, 3, 15, 10, 0, tzinfo=UTC), tick=True) as clock:
        yield clock


@pytest.fixture
def board() -> Board:
    board = BoardFactory(name="East Sussex LSCB", slug="east-sussex", code="ESX")
    AgencyFactory(board=board, name="Sussex Police")
    return board


@pytest.fixture
def mail(smtp: SmtpSink, settings) -> SmtpSink:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = smtp.environment["EMAIL_HOST"]
    settings.EMAIL_PORT = int(smtp.environment["EMAIL_PORT"])
    return smtp


def somebody(role: type[Role], board: Board, name: str) -> User:
    user = UserFactory(email=f"{role.slug}@east-sussex.example", full_name=name)
    Membership.objects.create(user=user, board=board, role=role.slug, since_on=date(2006, 4, 1))
    return user


@pytest.fixture
def page(new_context, live_server) -> Page:
    return new_context(base_url=live_server.url).new_page()


def be(page: Page, user: User) -> None:
    page.context.clear_cookies()
    sign_in(page, user.email)
    obeys_the_rules(page)


def press(page: Page, button: str, *, exact: bool = True) -> None:
    go(page.get_by_role("button", name=button, exact=exact))
    obeys_the_rules(page)


def follow(page: Page, link: str) -> None:
    go(page.get_by_role("link", name=link))
    obeys_the_rules(page)


def fill_day(page: Page, question: str, day: int, month: int, year: int) -> None:
    group = page.get_by_role("group", name=question)
    for label, value in (("Day", day), ("Month", month), ("Year", year)):
        group.get_by_label(label).fill(str(value))


def add_child(page: Page, name: str, born: str) -> None:
    press(page, "Add a", exact=False)
    page.get_by_label("Name of the child").fill(name)
    page.get_by_label("Date of birth").fill(born)
    looked_after = page.get_by_role("group", name="Was the child looked after?")
    looked_after.get_by_label("Not known").check()
    press(page, "Save and continue")


def log_incident(page: Page) -> str:
    """Log an incident with two children; return the reference."""
    page.goto("/incidents/")
    press(page, "Log an incident")
    sections = page.url
    follow(page, "When it happened and became known")
    page.get_by_label("When did the incident happen?").fill("March 2010")
    page.get_by_label("When did the local authority learn of it?").fill("10 March 2010")
    page.get_by_label("When was the board notified?").fill("30 February 2010")
    press(page, "Save and continue")
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    expect(page).to_have_title(re.compile("^Error: "))
    page.get_by_label("When was the board notified?").fill("12 March 2010")
    press(page, "Save and continue")
    page.goto(sections)
    follow(page, "Children")
    add_child(page, "Daisy Examplechild", "3 May 2009")
    add_child(page, "Toby Examplechild", "2006")
    page.goto(sections)
    follow(page, "What happened")
    page.get_by_role("radio", name="A child died").check()
    page.get_by_label("What happened?").fill("Found unresponsive at home.")
    press(page, "Save and continue")
    page.goto(sections)
    follow(page, "Reason and legal basis")
    page.get_by_label("A child died and abuse or neglect is known or suspected").check()
    press(page, "Save and continue")
    page.goto(sections)
    press(page, "Check your answers")
    expect(page.get_by_text("Daisy Examplechild")).to_be_visible()
    press(page, "Submit the incident")
    return page.get_by_text(re.compile("ESX-2010-[0-9]{3}")).first.inner_text()


def answer_criteria(page: Page) -> None:
    follow(page, "Criteria worksheet")
    for evidence in page.get_by_label("Evidence").all()[:7]:
        evidence.fill("The hospital's letter of 10 March.")
    for group in page.get_by_role("group").all()[:7]:
        group.get_by_label("Yes", exact=True).check()
    press(page, "Save the worksheet")


def recommend(page: Page) -> None:
    press(page, "Start screening")
    press(page, "Confirm")
    expect(page.get_by_text("Record the recommendation: still missing")).to_be_visible()
    answer_criteria(page)
    press(page, "Record the recommendation")
    page.get_by_role("radio", name="Serious Case Review").check()
    page.get_by_label("Reasons for the recommendation").fill("Abuse is suspected.")
    fill_day(page, "When did the sub-committee meet?", 15, 3, 2010)
    press(page, "Save")
    expect(page.get_by_text("The sub-committee gave its recommendation").first).to_be_visible()


def decide(page: Page) -> None:
    press(page, "Decide to hold a Serious Case Review")
    press(page, "Save")
    expect(page.get_by_role("alert")).to_contain_text("Enter the Chair's reasons")
    page.get_by_label("Reasons for the decision").fill("It meets the first criterion.")
    fill_day(page, "When was this decided?", 15, 3, 2010)
    press(page, "Save")


def test_an_incident_becomes_a_review_with_its_clock_its_decision_and_its_mail(
    page: Page, clock, board, mail
):
    staff = somebody(Coordinator, board, "Sam Coordinator")
    chair = somebody(Chair, board, "Chris Chair")
    manager = somebody(Manager, board, "Max Manager")

    be(page, staff)
    reference = log_incident(page)
    page.goto(f"/reviews/{reference}/")
    obeys_the_rules(page)
    expect(page.get_by_text("12 April 2010").first).to_be_visible()
    recommend(page)

    be(page, chair)
    page.goto(f"/reviews/{reference}/")
    decide(page)
    expect(page.get_by_text("15 September 2010").first).to_be_visible()
    review = Review.objects.get(reference=reference)
    assert review.deadlines.get(kind="complete").due_on == date(2010, 9, 15)
    assert review.incident.children.count() == 2

    clock.move_to(datetime(2010, 9, 16, 8, 0, tzinfo=UTC))
    call_command("remind")
    late = [message for message in mail.messages if message["To"] == staff.email]
    body = late[-1].get_body(("plain",)).get_content()
    assert reference in body
    assert "Examplechild" not in late[-1].as_string()

    be(page, manager)
    obeys_the_rules(page)
    go(page.get_by_role("link", name=re.compile("Overdue")).first)
    obeys_the_rules(page)
    expect(page.get_by_role("link", name=reference)).to_be_visible()
    expect(page.get_by_text("Overdue by 1 day")).to_be_visible()
    page.goto(f"/reviews/{reference}/reminders/")
    obeys_the_rules(page)
    expect(page.get_by_text(staff.full_name).first).to_be_visible()
