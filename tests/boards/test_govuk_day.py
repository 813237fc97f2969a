"""The three boxes for a known day."""

from datetime import date

import pytest

from boards.govuk.fields import DayField, Limit
from boards.govuk.forms import PortalForm

NAME = "the date the board learned of the incident"


class Learned(PortalForm):
    learned_on = DayField(called=NAME, label="When did the board learn of it?")


def sent(day: str = "", month: str = "", year: str = "", form: type[PortalForm] = Learned):
    return form({"learned_on_day": day, "learned_on_month": month, "learned_on_year": year})


def complaint(form: PortalForm) -> str:
    [message] = form.errors["learned_on"]
    return message


def marked(form: PortalForm) -> list[str]:
    """Return the ids of the boxes drawn as wrong."""
    inputs = str(form["learned_on"]).split("<input")[1:]
    return [each.split('id="')[1].split('"')[0] for each in inputs if "govuk-input--error" in each]


@pytest.mark.parametrize("month", ["3", "03", "Mar", "mar.", "March", " MARCH "])
def test_month_may_be_a_number_or_a_name(month: str) -> None:
    form = sent("27", month, "2010")
    assert form.is_valid()
    assert form.cleaned_data["learned_on"] == date(2010, 3, 27)


@pytest.mark.parametrize("month", ["Sep", "Sept", "september"])
def test_september_has_two_short_names(month: str) -> None:
    form = sent("1", month, "2010")
    assert form.is_valid() and form.cleaned_data["learned_on"].month == 9


def test_leap_day_is_a_real_date() -> None:
    assert sent("29", "2", "2012").is_valid()


def test_nothing_entered_asks_for_the_date_by_its_name() -> None:
    form = sent()
    assert complaint(form) == "Enter the date the board learned of the incident"
    assert marked(form) == ["id_learned_on_day", "id_learned_on_month", "id_learned_on_year"]


def test_date_that_need_not_be_given_may_be_left_blank() -> None:
    class Optional(PortalForm):
        learned_on = DayField(called=NAME, required=False)

    form = sent(form=Optional)
    assert form.is_valid() and form.cleaned_data["learned_on"] is None


@pytest.mark.parametrize(
    ("boxes", "says", "wrong"),
    [
        (("27", "", "2010"), "must include a month", ["month"]),
        (("", "", "2010"), "must include a day and month", ["day", "month"]),
        (("29", "2", "2010"), "must be a real date: February 2010 has 28 days", ["day"]),
        (("31", "April", "2010"), "must be a real date: April 2010 has 30 days", ["day"]),
        (("32", "3", "2010"), "must have a day from 1 to 31", ["day"]),
        (("first", "3", "2010"), "must have a day from 1 to 31", ["day"]),
        (("²", "3", "2010"), "must have a day from 1 to 31", ["day"]),
        (
            ("27", "13", "2010"),
            "must have a month from 1 to 12, or a name like March",
            ["month"],
        ),
        (("27", "3", "10"), "must have a year of 4 numbers, like 2010", ["year"]),
        (("27", "3", "0210"), "must have a year from 1900 to 2100", ["year"]),
        (("0", "0", "2010"), "must have a day from 1 to 31", ["day", "month"]),
        (("9" * 5000, "3", "2010"), "must have a day from 1 to 31", ["day"]),
    ],
)
def test_only_the_wrong_boxes_are_marked(
    boxes: tuple[str, str, str], says: str, wrong: list[str]
) -> None:
    form = sent(*boxes)
    assert complaint(form) == f"The date the board learned of the incident {says}"
    assert marked(form) == [f"id_learned_on_{part}" for part in wrong]
    assert form["learned_on"].error_links == [(f"id_learned_on_{wrong[0]}", complaint(form))]


def test_day_may_be_today_and_not_tomorrow() -> None:
    form = sent("27", "3", "2010")
    form.fields["learned_on"].not_after = Limit(date(2010, 3, 27), "today")
    assert form.is_valid()
    form = sent("28", "3", "2010")
    form.fields["learned_on"].not_after = Limit(date(2010, 3, 27), "today")
    assert complaint(form) == f"{NAME.capitalize()} must be today or in the past"


def test_day_is_held_between_two_named_days() -> None:
    class Held(PortalForm):
        learned_on = DayField(
            called=NAME,
            not_before=Limit(date(2010, 3, 1), "the day the incident happened"),
            not_after=Limit(date(2010, 3, 31), "the day it was notified"),
        )

    start = NAME.capitalize()
    assert sent("1", "3", "2010", Held).is_valid() and sent("31", "3", "2010", Held).is_valid()
    assert complaint(sent("28", "2", "2010", Held)) == (
        f"{start} must be the same as or after the day the incident happened, 1 March 2010"
    )
    assert complaint(sent("1", "4", "2010", Held)) == (
        f"{start} must be the same as or before the day it was notified, 31 March 2010"
    )


def test_limit_of_one_form_does_not_leak_into_the_next() -> None:
    sent().fields["learned_on"].not_after = Limit(date(2000, 1, 1), "today")
    assert sent("27", "3", "2010").is_valid()


def test_mark_of_one_form_does_not_leak_into_the_next() -> None:
    assert marked(sent("27", "", "2010"))
    assert marked(Learned()) == []


def test_error_added_later_marks_the_whole_date() -> None:
    form = sent("27", "3", "2010")
    form.add_error("learned_on", "Enter a date before the decision")
    assert len(marked(form)) == 3
    assert form["learned_on"].error_links == [
        ("id_learned_on_day", "Enter a date before the decision")
    ]


@pytest.mark.parametrize("kept", [date(2010, 3, 27), "2010-03-27"])
def test_kept_day_is_shown_in_the_boxes(kept: date | str) -> None:
    drawn = str(Learned(initial={"learned_on": kept})["learned_on"])
    assert [each.split('value="')[1].split('"')[0] for each in drawn.split("<input")[1:]] == [
        "27",
        "3",
        "2010",
    ]


def test_refused_text_is_shown_again_as_typed() -> None:
    assert 'value="&lt;b&gt;"' in str(sent("<b>", "3", "2010")["learned_on"])


def test_unchanged_day_is_not_a_change() -> None:
    data = {"learned_on_day": "27", "learned_on_month": "Mar", "learned_on_year": "2010"}
    assert not Learned(data, initial={"learned_on": date(2010, 3, 27)}).has_changed()
    assert Learned(data, initial={"learned_on": date(2010, 3, 28)}).has_changed()


def test_a_day_that_is_carried_hidden_is_the_day_that_was_typed() -> None:
    hidden = sent("27", "March", "2010")["learned_on"].as_hidden()
    inputs = [part.split('"') for part in hidden.split("<input")[1:]]
    assert {each[1] for each in inputs} == {"hidden"}
    again = Learned({each[3]: each[7] for each in inputs})
    assert again.is_valid()
    assert again.cleaned_data["learned_on"] == date(2010, 3, 27)
