"""The people of a review on its pages, and the page on which each of them declares."""

import pytest
from django.utils import timezone

from boards.roles import Chair, Coordinator, Manager, OverviewAuthor, PanelChair, PanelMember
from records.models import AuditEvent
from reviews.models import Appointment, Review
from tests.factories import BoardFactory, a_review, appointed, declared, person
from tests.reviews.test_case_page import day, recent_review, signed_in

pytestmark = pytest.mark.django_db

NO_CONFLICT = {"is_involved": "no", "has_interest": "no", "keeps_confidence": "on"}
CONFLICT = NO_CONFLICT | {"has_interest": "yes", "particulars": "My sister is a health visitor."}


@pytest.fixture
def board():
    return BoardFactory()


@pytest.fixture
def review(board) -> Review:
    review = recent_review(board)
    Review.objects.filter(pk=review.pk).update(state="scoping")
    return Review.objects.get(pk=review.pk)


def undeclared(review, user, post="panel_chair") -> Appointment:
    return Appointment.objects.create(
        review=review,
        post=post,
        name=user.full_name,
        user=user,
        job_title="Consultant",
        employer="Self-employed",
        independence="Never worked here.",
        appointed_on=timezone.localdate(),
        by=user,
        at=timezone.now(),
    )


def page_of(user, address: str) -> str:
    return signed_in(user).get(address).content.decode()


def test_before_declaring_they_find_their_declaration_at_home_and_nothing_of_the_case(
    board, review
):
    user = person(PanelChair, board)
    held = undeclared(review, user)
    client = signed_in(user)
    for path in ("", "people/", "history/", "notification/"):
        assert client.get(f"/reviews/{review.reference}/{path}").status_code == 404
    home = client.get("/").content.decode()
    assert f'href="/appointments/{held.pk}/declare/"' in home
    assert "Declaration awaited" in home
    text = client.get(f"/appointments/{held.pk}/declare/").content.decode()
    assert review.reference in text
    assert "Child 1" not in text


def test_the_declaration_opens_the_case_at_once(board, review):
    user = person(OverviewAuthor, board)
    held = undeclared(review, user, "overview_author")
    client = signed_in(user)
    answer = client.post(f"/appointments/{held.pk}/declare/", NO_CONFLICT)
    assert answer.url == review.get_absolute_url()
    assert client.get(answer.url).status_code == 200
    assert "once you have declared" not in client.get("/").content.decode()
    assert AuditEvent.objects.filter(verb="declare", by=user).count() == 1


def test_a_new_conflict_closes_the_case_in_the_next_request(board, review):
    user = person(PanelChair, board)
    held = appointed(review, user, "panel_chair", at=timezone.now())
    client = signed_in(user)
    assert client.get(review.get_absolute_url()).status_code == 200
    answer = client.post(f"/appointments/{held.pk}/declare/", CONFLICT)
    assert answer.url == "/"
    assert client.get(review.get_absolute_url()).status_code == 404
    assert "Conflict declared" in client.get("/").content.decode()


def test_the_log_says_that_they_declared_and_not_what(board, review):
    held = undeclared(review, person(PanelChair, board))
    signed_in(held.user).post(f"/appointments/{held.pk}/declare/", CONFLICT)
    event = AuditEvent.objects.get(verb="declare")
    assert event.sentence.startswith("Conflict declared: ")
    assert "sister" not in f"{event.sentence}{event.details}"


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({}, "Select yes if you had any part in the case"),
        (NO_CONFLICT | {"keeps_confidence": ""}, "Confirm that you will keep the review"),
        (NO_CONFLICT | {"is_involved": "yes"}, "Enter what the involvement or interest is"),
    ],
)
def test_a_declaration_that_is_not_whole_is_not_made(sent, message, board, review):
    held = undeclared(review, person(PanelChair, board))
    answer = signed_in(held.user).post(f"/appointments/{held.pk}/declare/", sent)
    assert message in answer.content.decode()
    assert not held.declarations.exists()


def test_a_declaration_is_the_persons_own(board, review):
    held = undeclared(review, person(PanelChair, board))
    for other in (person(PanelChair, board), person(Manager, board), person(Chair, board)):
        answer = signed_in(other).post(f"/appointments/{held.pk}/declare/", NO_CONFLICT)
        assert answer.status_code == 404
    assert not held.declarations.exists()


def test_whoever_has_left_the_board_or_the_post_declares_no_more(board, review):
    gone, ended = person(PanelChair, board), person(PanelMember, board)
    held = undeclared(review, gone)
    gone.memberships.get().end(on=timezone.localdate())
    assert signed_in(gone).get(f"/appointments/{held.pk}/declare/").status_code == 404
    other = undeclared(review, ended, "panel_member")
    other.end(on=timezone.localdate(), because="Left.")
    assert signed_in(ended).get(f"/appointments/{other.pk}/declare/").status_code == 404


def test_manager_and_chair_are_told_of_a_conflict_on_the_case(board, review):
    held = appointed(review, person(PanelChair, board), "panel_chair", at=timezone.now())
    declared(held, particulars="My sister is a health visitor.")
    for role in (Manager, Chair):
        text = page_of(person(role, board), review.get_absolute_url())
        assert "has declared a conflict and cannot open the review" in text
    text = page_of(person(Coordinator, board), review.get_absolute_url())
    assert "cannot open the review" not in text


def test_particulars_are_for_manager_and_chair(board, review):
    member = person(PanelMember, board)
    appointed(review, member, "panel_member", at=timezone.now())
    held = appointed(review, person(PanelChair, board), "panel_chair", at=timezone.now())
    declared(held, particulars="My sister is a health visitor.")
    address = f"/reviews/{review.reference}/people/"
    for reader, is_shown in ((person(Manager, board), True), (person(Chair, board), True)):
        assert ("My sister" in page_of(reader, address)) is is_shown
    for reader in (person(Coordinator, board), member):
        text = page_of(reader, address)
        assert "Conflict declared" in text
        assert "My sister" not in text


def test_the_chair_accepts_from_the_page(board, review):
    chair = signed_in(person(Chair, board))
    held = appointed(review, person(PanelChair, board), "panel_chair", at=timezone.now())
    made = declared(held, particulars="My sister is a health visitor.")
    door = f"/reviews/{review.reference}/record/accept_conflict/"
    assert (
        f"{door}?declaration={made.pk}"
        in chair.get(f"/reviews/{review.reference}/people/").content.decode()
    )
    form = chair.get(f"{door}?declaration={made.pk}").content.decode()
    assert "My sister is a health visitor." in form
    facts = {"declaration": made.pk, "reasons": "Known.", "mitigation": "Leaves the room."}
    assert chair.post(door, facts).url == f"/reviews/{review.reference}/people/"
    again = chair.post(door, facts)
    assert again.status_code == 200
    assert signed_in(held.user).get(review.get_absolute_url()).status_code == 200


def test_a_member_is_appointed_with_a_job_title(board, review):
    client = signed_in(person(Manager, board))
    door = f"/reviews/{review.reference}/record/appoint/"
    facts = {"post": "panel_member", "name": "Moses Fairlight", "employer": "A trust"}
    facts |= day("on", timezone.localdate())
    text = client.post(door, facts).content.decode()
    assert "Enter the job title" in text
    assert "Moses Fairlight" in text
    answer = client.post(door, facts | {"job_title": "Designated nurse"})
    assert answer.url == f"/reviews/{review.reference}/people/"


def test_a_refused_appointment_says_why_beside_its_field(board, review):
    client = signed_in(person(Manager, board, user={"full_name": "Martin Ashdown"}))
    facts = {"post": "panel_chair", "name": "martin ashdown", "employer": "Self-employed"}
    facts |= {"independence": "None."} | day("on", timezone.localdate())
    text = client.post(f"/reviews/{review.reference}/record/appoint/", facts).content.decode()
    assert "Martin Ashdown is a business manager of this board" in text
    assert not review.appointments.exists()


def test_an_appointment_ends_with_a_reason_and_stays_on_the_page(board, review):
    client = signed_in(person(Manager, board))
    held = appointed(review, person(PanelChair, board), "panel_chair", at=timezone.now())
    door = f"/reviews/{review.reference}/record/end_appointment/"
    facts = {"appointment": held.pk} | day("on", timezone.localdate())
    assert "Enter why the appointment ends" in client.post(door, facts).content.decode()
    answer = client.post(door, facts | {"reasons": "Moved abroad."})
    text = client.get(answer.url).content.decode()
    assert "Who held a post before" in text
    assert "Moved abroad." in text


def test_the_executive_summary_names_chairs_and_author_and_lists_members_by_post(board, review):
    chair = person(Chair, board, user={"full_name": "Celia Hartfield"})
    for role, post in ((PanelChair, "panel_chair"), (OverviewAuthor, "overview_author")):
        appointed(review, person(role, board), post, at=timezone.now())
    member = person(PanelMember, board, user={"full_name": "Moses Fairlight"})
    facts = {"job_title": "Designated nurse", "employer": "Southdown Health"}
    appointed(review, member, "panel_member", at=timezone.now(), **facts)
    text = page_of(chair, f"/reviews/{review.reference}/people/")
    listed = text[text.index("<textarea") : text.index("</textarea>")]
    assert "LSCB Chair: Celia Hartfield" in listed
    assert "- Designated nurse, Southdown Health" in listed
    assert "Moses Fairlight" not in listed
    assert (
        "Moses Fairlight" not in page_of(chair, review.get_absolute_url()).split("What happened")[0]
    )


def test_what_is_typed_is_text_and_never_markup(board, review):
    held = appointed(review, person(PanelChair, board), "panel_chair", at=timezone.now())
    declared(held, particulars="<script>alert(1)</script>")
    appointed(
        review,
        person(PanelMember, board),
        "panel_member",
        at=timezone.now(),
        job_title="</textarea><script>x</script>",
    )
    text = page_of(person(Manager, board), f"/reviews/{review.reference}/people/")
    assert "<script>alert" not in text
    assert "</textarea><script>x" not in text


def test_another_boards_people_are_not_found(board):
    address = f"/reviews/{a_review(BoardFactory()).reference}/people/"
    assert signed_in(person(Manager, board)).get(address).status_code == 404
