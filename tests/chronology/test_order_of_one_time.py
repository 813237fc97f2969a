"""Rows of one day and time are put in order by their agency, and no file moves them."""

import pytest
from django.utils import timezone

from boards.roles import AgencyAuthor, PanelMember
from chronology.models import Entry, TypedRow
from chronology.models.entry import UNTIMED
from chronology.models.order import put_in_order
from records.models import AuditEvent
from reviews.conditions import NotYet
from tests.chronology.file_visits import author_of, signed_in
from tests.chronology.putting_right import put
from tests.chronology.sending import CALL, VISIT, entries_of, standing, taken
from tests.factories import AT, AgencyFactory, person

pytestmark = pytest.mark.django_db

DAY = "14/01/2009"
A, B, C, D = ((DAY, "", "HV diary", f"Letter {name} sent.") for name in "ABCD")


def shown(chronology) -> list[int]:
    rows = entries_of(chronology).filter(withdrawn_at=None, date_start="2009-01-14")
    return list(rows.filter(minute=UNTIMED).in_order().values_list("pk", flat=True))


def order(chronology) -> str:
    return "".join(event[7] for event in standing(chronology) if event.startswith("Letter"))


def sort(client, chronology, **facts):
    ids = facts.pop("ids", None) or shown(chronology)
    sent = {"day": "2009-01-14", "minute": UNTIMED, "shown": ",".join(map(str, ids))} | facts
    return client.post(f"/chronologies/{chronology.pk}/order/", sent, follow=True)


@pytest.fixture
def letters(chronology) -> list[Entry]:
    taken(chronology, VISIT, A, B, C)
    return list(entries_of(chronology).filter(pk__in=shown(chronology)).in_order())


def test_rows_of_a_file_are_moved_by_buttons(author, chronology, letters):
    a, _b, c = letters
    page = sort(author, chronology, up=c.pk).content.decode()
    assert order(chronology) == "ACB"
    assert page.index("Letter A") < page.index("Letter C") < page.index("Letter B")
    sort(author, chronology, down=a.pk)
    assert order(chronology) == "CAB"
    sort(author, chronology, up=c.pk)  # the first has nothing above it
    assert order(chronology) == "CAB"


def test_a_row_is_put_between_two_by_a_fraction_and_all_are_numbered_anew(
    author, chronology, letters
):
    a, _b, c = letters
    sort(author, chronology, **{f"number-{a.pk}": "1", f"number-{c.pk}": "1.5"})
    assert order(chronology) == "ACB"
    sequences = entries_of(chronology).filter(pk__in=shown(chronology)).in_order()
    assert [int(one.sequence) for one in sequences] == [1, 2, 3]
    assert AuditEvent.objects.filter(verb="order_rows").count() == 1


@pytest.mark.parametrize("number", ["x", "<script>", "NaN", "1,5"])
def test_what_is_no_number_is_said_and_nothing_moves(author, chronology, letters, number):
    page = sort(author, chronology, **{f"number-{letters[2].pk}": number}).content.decode()
    assert order(chronology) == "ABC"
    assert "“<script>" not in page and "Enter a number for row 3" in page


def test_the_order_survives_a_corrected_file_and_new_rows_come_last(author, chronology, letters):
    sort(author, chronology, up=letters[2].pk)
    taken(chronology, ("02/01/2009", "", "HV diary", "Birth."), D, A, VISIT, B, C)
    assert order(chronology) == "ACBD"
    taken(chronology, C, B, A, D, VISIT)
    assert order(chronology) == "ACBD"


def test_a_row_that_moves_to_another_day_leaves_the_order(author, chronology, letters):
    sort(author, chronology, up=letters[2].pk)
    put(author, Entry.objects.get(pk=letters[0].pk), date="15/01/2009")
    assert not Entry.objects.get(pk=letters[0].pk).is_placed
    put(author, Entry.objects.get(pk=letters[0].pk), date=DAY)  # and comes back as the last
    assert order(chronology) == "CBA"


def test_rows_of_a_file_and_rows_typed_are_put_in_order_together(author, chronology, letters):
    by = author_of(chronology)
    cells = {"date": DAY, "source": "Diary", "event": "Letter T sent."}
    typed = TypedRow.add(chronology, cells, token="t", by=by, at=timezone.now())
    assert order(chronology) == "TABC"
    second = TypedRow.add(
        chronology, cells | {"event": "Letter U sent."}, token="u", by=by, at=AT, after=typed
    )
    assert order(chronology) == "TUABC"
    sort(author, chronology, up=second.entry_id)
    assert order(chronology) == "UTABC"
    second.refresh_from_db()
    with pytest.raises(NotYet):
        second.move(-1, by=by, at=AT)
    second.move(1, by=by, at=AT)
    assert order(chronology) == "TUABC"
    second.move(-1, by=by, at=AT)
    assert order(chronology) == "UTABC"
    third = TypedRow.add(chronology, cells | {"event": "Letter V."}, token="v", by=by, at=AT)
    assert order(chronology) == "UTABCV"
    third.change(cells | {"event": "Letter V sent."}, version=third.version, by=by, at=AT)
    assert order(chronology) == "UTABCV"
    taken(chronology, VISIT, C, B, A, CALL)
    assert order(chronology) == "UTABCV"


def test_who_saw_another_order_is_told_and_nothing_moves(author, chronology, letters):
    before = shown(chronology)
    sort(author, chronology, up=letters[2].pk)
    page = sort(author, chronology, ids=before, up=letters[1].pk).content.decode()
    assert "Look at them again first" in page
    assert order(chronology) == "ACB"


def test_pressing_twice_moves_once(author, chronology, letters):
    before = shown(chronology)
    for _ in range(2):
        sort(author, chronology, ids=before, up=letters[2].pk)
    assert order(chronology) == "ACB"
    assert AuditEvent.objects.filter(verb="order_rows").count() == 1


def test_only_who_writes_the_agencys_rows_puts_them_in_order(chronology, letters):
    other = AgencyFactory(board=chronology.review.board, name="Police")
    for user in (
        person(AgencyAuthor, chronology.review.board, agency=other),
        person(PanelMember, chronology.review.board),
    ):
        assert sort(signed_in(user), chronology, up=letters[2].pk).status_code in (403, 404)
    assert order(chronology) == "ABC"


def test_ids_that_are_not_among_the_rows_move_nothing(author, chronology, letters):
    strange = [*shown(chronology), 999_999]
    sort(author, chronology, ids=strange, up=999_999)
    assert order(chronology) == "ABC"
    twice = [shown(chronology)[0]] * 3
    sort(author, chronology, ids=twice, up=twice[0])
    assert order(chronology) == "ABC"
    for facts in ({"day": "nonsense"}, {"minute": "x"}, {"minute": "99999"}):
        assert sort(author, chronology, **facts).status_code == 404


@pytest.mark.parametrize("minute", ["00000" + "9" * 100, "0" * 5000, "-1", "1441", ""])
def test_a_minute_that_no_day_has_is_not_found(author, chronology, letters, minute):
    assert sort(author, chronology, minute=minute, up=letters[2].pk).status_code == 404
    assert order(chronology) == "ABC"


def test_what_was_handed_in_stays_in_order(author, chronology, letters):
    by = author_of(chronology)
    ids = shown(chronology)
    chronology.hand_in(by=by, at=AT)
    assert sort(author, chronology, up=letters[2].pk).status_code == 409
    time = (letters[0].date_start, UNTIMED)
    with pytest.raises(NotYet):
        put_in_order(chronology, time, ids[::-1], shown=ids, by=by, at=AT)
    assert order(chronology) == "ABC"


def test_where_nothing_is_to_be_put_in_order_the_page_says_so(author, chronology):
    taken(chronology, VISIT)
    page = author.get(f"/chronologies/{chronology.pk}/order/").content.decode()
    assert "nothing to put in order" in page
