"""Rows of two teams of one agency that look alike are offered to it; it says what they are."""

import pytest
from django.db import IntegrityError, transaction

from boards.roles import AgencyAuthor, PanelMember
from chronology.models import Entry, KeptApart, TypedRow
from chronology.receiving.reading_in import choose_replaced, say_whose_words
from chronology.receiving.taking import take
from chronology.repeats import repeats
from records.models import AuditEvent
from tests.chronology.file_visits import author_of, shown, signed_in
from tests.chronology.putting_right import put
from tests.chronology.sending import (
    CALL,
    CLINIC,
    MISSED,
    VISIT,
    entries_of,
    sent,
    standing,
    taken,
)
from tests.factories import AT, AgencyFactory, UserFactory, person

pytestmark = pytest.mark.django_db

SAME = (VISIT[0], VISIT[1], "Team log", "Home visit: baby was seen, feeding well.")
OTHER = (VISIT[0], VISIT[1], "Team log", "Police called about a stolen bicycle.")


def beside(chronology, *rows, name="team-two.csv"):
    file = sent(chronology, *rows, name=name)
    choose_replaced(file, None)
    file.refresh_from_db()
    return take(file, by=UserFactory(), at=AT)


def offered(chronology) -> list[tuple[str, str]]:
    return [(one.first.event, one.second.event) for one in repeats(chronology)]


def say(client, chronology, act: str, first: Entry, second: Entry, **facts):
    sent_now = {"act": act, "first": first.pk, "second": second.pk}
    sent_now |= {"version-first": first.version, "version-second": second.version}
    path = f"/chronologies/{chronology.pk}/told-twice/"
    return client.post(path, sent_now | facts, follow=True)


@pytest.fixture
def pair(chronology) -> tuple[Entry, Entry]:
    taken(chronology, VISIT, CALL)
    beside(chronology, SAME, CLINIC)
    rows = entries_of(chronology)
    return rows.get(event=VISIT[3]), rows.get(event=SAME[3])


def test_rows_of_two_teams_that_say_much_the_same_of_one_day_are_offered(author, chronology, pair):
    assert offered(chronology) == [(VISIT[3], SAME[3])]
    page = author.get(f"/chronologies/{chronology.pk}/told-twice/").content.decode()
    assert VISIT[3] in page and SAME[3] in page and "team-two.csv, row 2" in page
    hand_in = author.get(f"/chronologies/{chronology.pk}/hand-in/").content.decode()
    assert "1 pair of rows may tell of one event" in hand_in
    assert len(standing(chronology)) == 4


@pytest.mark.parametrize(
    "row",
    [
        OTHER,
        ("13/01/2009", *SAME[1:]),  # another day
        (SAME[0], "16:40", *SAME[2:]),  # another time
        (*SAME[:2], "# note", SAME[3]),  # the author's own note
    ],
)
def test_what_is_another_event_is_not_offered(chronology, row):
    taken(chronology, VISIT)
    beside(chronology, row)
    assert offered(chronology) == []


def test_rows_of_one_file_and_rows_of_other_agencies_are_not_offered(chronology):
    taken(chronology, VISIT, SAME)
    assert offered(chronology) == []


def test_a_typed_row_that_repeats_a_files_is_offered_and_taken_out_and_put_back(author, chronology):
    taken(chronology, VISIT)
    cells = {"date": VISIT[0], "time": VISIT[1], "source": "Diary", "event": SAME[3]}
    typed = TypedRow.add(chronology, cells, token="t", by=author_of(chronology), at=AT)
    filed = entries_of(chronology).get(event=VISIT[3])
    say(author, chronology, "second", filed, typed.entry)
    assert standing(chronology) == [VISIT[3]]
    assert not chronology.typed_rows.standing().exists()
    say(author, chronology, "back", filed, typed.entry, row=typed.entry_id)
    assert len(standing(chronology)) == 2
    assert chronology.typed_rows.standing().count() == 1
    assert offered(chronology) == []


def test_a_row_is_taken_out_only_when_the_author_says_so_and_can_be_put_back(
    author, chronology, pair
):
    first, second = pair
    page = say(author, chronology, "second", first, second).content.decode()
    assert "Rows that were taken out" in page
    assert standing(chronology) == [VISIT[3], CALL[3], CLINIC[3]]
    entry = author.get(f"/chronology/entries/{second.pk}/").content.decode()
    assert "The agency took this entry out" in entry
    say(author, chronology, "second", first, second)  # pressed twice
    assert AuditEvent.objects.filter(verb="take_row_out").count() == 1
    say(author, chronology, "back", first, second, row=second.pk)
    assert len(standing(chronology)) == 4
    assert offered(chronology) == []  # what was put back is not offered again


def test_pairs_that_are_two_events_are_offered_no_more(author, chronology, pair):
    for _ in range(2):
        say(author, chronology, "apart", *pair)
    assert offered(chronology) == []
    assert (
        KeptApart.objects.count() == 1 == AuditEvent.objects.filter(verb="keep_rows_apart").count()
    )


def test_a_file_that_has_the_row_again_does_not_bring_it_back(author, chronology, pair):
    say(author, chronology, "second", *pair)
    file = sent(chronology, SAME, CLINIC, MISSED, name="team-two.csv")
    assert (file.outcome["out"], file.outcome["new"], file.outcome["returned"]) == (1, 1, 0)
    page = shown(author, chronology, file, "?show=changes")
    assert "Leave it out" in page and SAME[3] in page
    take(file, by=UserFactory(), at=AT)
    assert SAME[3] not in standing(chronology)
    later = sent(chronology, SAME, CLINIC, name="team-two.csv")
    say_whose_words(later, {pair[1].pk: Entry.objects.get(pk=pair[1].pk).version})
    take(later, by=UserFactory(), at=AT)
    assert SAME[3] in standing(chronology)
    assert Entry.objects.get(pk=pair[1].pk).same_as is None


def test_a_row_put_right_and_then_taken_out_is_known_by_the_files_words(author, chronology, pair):
    put(author, pair[1], event=f"{SAME[3]} No concerns.")
    say(author, chronology, "second", pair[0], Entry.objects.get(pk=pair[1].pk))
    file = sent(chronology, SAME, CLINIC, MISSED, name="team-two.csv")
    assert (file.outcome["out"], file.outcome["new"]) == (1, 1)
    take(file, by=UserFactory(), at=AT)
    assert standing(chronology) == [VISIT[3], CALL[3], CLINIC[3], MISSED[3]]


def test_a_row_comes_back_when_the_one_that_told_of_the_same_stands_no_more(
    author, chronology, pair
):
    say(author, chronology, "second", *pair)
    taken(chronology, CALL, MISSED)  # the first team leaves the visit out
    assert SAME[3] in standing(chronology) and VISIT[3] not in standing(chronology)


def test_of_two_people_the_second_takes_nothing_out_unseen(author, chronology, pair):
    first, second = pair
    say(author, chronology, "first", first, second)
    page = say(author, chronology, "second", first, second).content.decode()
    assert "Somebody else has said something" in page
    assert SAME[3] in standing(chronology)


def test_a_row_changed_since_it_was_looked_at_is_not_taken_out(author, chronology, pair):
    first, second = pair
    Entry.objects.filter(pk=second.pk).update(version=7)
    assert (
        "or they have changed" in say(author, chronology, "second", first, second).content.decode()
    )
    assert len(standing(chronology)) == 4


def test_only_who_writes_the_agencys_rows_says_so_and_only_of_its_own(author, chronology, pair):
    police = AgencyFactory(board=chronology.review.board, name="Police")
    for user in (
        person(AgencyAuthor, chronology.review.board, agency=police),
        person(PanelMember, chronology.review.board),
    ):
        assert say(signed_in(user), chronology, "first", *pair).status_code in (403, 404)
    foreign = Entry.objects.get(pk=pair[1].pk)
    Entry.objects.filter(pk=foreign.pk).update(agency=police)
    say(author, chronology, "second", pair[0], foreign)
    say(author, chronology, "apart", pair[0], foreign)
    Entry.objects.filter(pk=foreign.pk).update(withdrawn_at=AT, same_as=pair[0])
    say(author, chronology, "back", *pair, row=foreign.pk)
    assert Entry.objects.get(pk=foreign.pk).withdrawn_at == AT
    assert not KeptApart.objects.exists()


def test_what_was_handed_in_stays_as_it_is(author, chronology, pair):
    chronology.hand_in(by=author_of(chronology), at=AT)
    assert say(author, chronology, "second", *pair).status_code == 409
    assert len(standing(chronology)) == 4


def test_hostile_text_is_shown_as_text(author, chronology):
    nasty = "<script>alert(1)</script> Home visit, baby seen."
    taken(chronology, (*VISIT[:3], nasty))
    beside(chronology, (*VISIT[:2], nasty, nasty + " Feeding."))
    page = author.get(f"/chronologies/{chronology.pk}/told-twice/").content.decode()
    assert "&lt;script&gt;" in page and "<script>alert" not in page


def test_no_row_that_stands_is_told_to_be_taken_out(pair):
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(pk=pair[0].pk).update(same_as=pair[1])


def test_a_pair_is_kept_apart_in_one_order_and_once(pair, chronology):
    facts = {"chronology": chronology, "by": UserFactory(), "at": AT}
    with pytest.raises(IntegrityError), transaction.atomic():
        KeptApart.objects.create(first=pair[1], second=pair[0], **facts)
    KeptApart.objects.create(first=pair[0], second=pair[1], **facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        KeptApart.objects.create(first=pair[0], second=pair[1], **facts)
