"""Fields name themselves when they refuse."""

from django import forms

from boards.govuk.fields import (
    ApproximateDayField,
    CountField,
    LineField,
    ProseField,
    TickField,
    YesNoNotKnownField,
)
from boards.govuk.forms import PortalForm


class Unreadable(Exception):
    """What a reader of dates raises."""


def year(text: str) -> int:
    """Read a year, as a stand-in for a reader of partial dates."""
    if not text.isdecimal():
        raise Unreadable
    return int(text)


class Notification(PortalForm):
    happened = ApproximateDayField(
        called="the date of the incident", parse=year, refused=Unreadable
    )
    place = LineField(called="the place of the incident", max_length=20)
    account = ProseField(called="what happened", max_length=2000)
    was_seen = YesNoNotKnownField(called="the child was seen")
    children = CountField(called="the number of children", min_value=1, max_value=30)
    is_secured = TickField(must="Confirm that the files are secured")


GOOD = {
    "happened": " 2010 ",
    "place": "Hastings",
    "account": "A fall.",
    "was_seen": "not_known",
    "children": "2",
    "is_secured": "on",
}


def errors(**changes: str) -> dict[str, list[str]]:
    return dict(Notification(GOOD | changes).errors)


def test_blank_fields_each_ask_for_themselves() -> None:
    assert dict(Notification({}).errors) == {
        "happened": ["Enter the date of the incident"],
        "place": ["Enter the place of the incident"],
        "account": ["Enter what happened"],
        "was_seen": ["Select yes if the child was seen, or “Not known”"],
        "children": ["Enter the number of children"],
        "is_secured": ["Confirm that the files are secured"],
    }


def test_filled_fields_give_their_values() -> None:
    form = Notification(GOOD)
    assert form.is_valid()
    assert form.cleaned_data["happened"] == 2010
    assert form.cleaned_data["was_seen"] == "not_known"


def test_text_that_is_too_long_says_how_long_it_may_be() -> None:
    assert errors(place="x" * 21, account="x" * 2001) == {
        "place": ["The place of the incident must be 20 characters or fewer"],
        "account": ["What happened must be 2,000 characters or fewer"],
    }


def test_unreadable_approximate_day_shows_what_can_be_read() -> None:
    [message] = errors(happened="last spring")["happened"]
    assert message == (
        "The date of the incident must be a date or the part of it that is known, "
        "like 27 March 2010, March 2010 or 2010"
    )


def test_approximate_day_is_not_read_when_it_is_a_book() -> None:
    assert errors(happened="9" * 5000)["happened"] == [
        "The date of the incident must be 40 characters or fewer"
    ]


def test_approximate_day_is_unchanged_when_it_reads_the_same() -> None:
    assert "happened" not in Notification(GOOD, initial={"happened": 2010}).changed_data


def test_blank_is_not_the_same_as_not_known() -> None:
    class Optional(PortalForm):
        was_seen = YesNoNotKnownField(called="the child was seen", required=False)

    blank, unknown = Optional({}), Optional({"was_seen": "not_known"})
    assert blank.is_valid() and unknown.is_valid()
    assert blank.cleaned_data["was_seen"] == ""
    assert unknown.cleaned_data["was_seen"] == "not_known"


def test_count_beyond_its_limits_says_them() -> None:
    rule = ["The number of children must be a whole number from 1 to 30"]
    assert errors(children="0") == errors(children="two") == {"children": rule}


def test_pasted_text_is_not_cut_off_without_a_word() -> None:
    assert "maxlength" not in str(Notification()["place"])
    assert isinstance(Notification().fields["account"].widget, forms.Textarea)
