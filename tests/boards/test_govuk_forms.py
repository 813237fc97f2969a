"""Forms as they are drawn: one error summary, links that lead somewhere, nothing unescaped."""

import re

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.core.exceptions import ImproperlyConfigured
from django.core.validators import RegexValidator
from django.template.loader import render_to_string

from boards.govuk.fields import (
    Checkboxes,
    DayField,
    LineField,
    ProseField,
    Radios,
    TickField,
    YesNoNotKnownField,
)
from boards.govuk.forms import PortalForm
from boards.govuk.layout import FollowUps, SubmitButton

ATTACK = "<script>alert(1)</script>"
SAFE = "&lt;script&gt;alert(1)&lt;/script&gt;"


class Incident(PortalForm):
    learned_on = DayField(called="the date the board learned of it")
    place = LineField(called="the place", help_text="A town will do")
    account = ProseField(called="what happened", max_length=500)
    status = forms.ChoiceField(
        label="Legal status",
        choices=[("s20", "Section 20"), ("none", "None")],
        widget=Radios(hints={"s20": "With consent"}, or_before="none"),
        error_messages={"required": "Select the legal status"},
    )
    agencies = forms.MultipleChoiceField(
        label="Agencies",
        choices=[("police", "Police"), ("health", "Health")],
        widget=Checkboxes,
        error_messages={"required": "Select the agencies"},
    )
    is_secured = TickField(must="Confirm that files are secured", label="Files are secured")


def summary(form: PortalForm) -> str:
    return render_to_string("gds/layout/error_summary.html", {"form": form})


def ids(html: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', html)


def test_every_error_links_to_a_control_on_the_page() -> None:
    form = Incident({})
    targets = re.findall(r'href="#([^"]+)"', summary(form))
    page = render_crispy_form(form)
    assert len(targets) == len(form.fields)
    for target in targets:
        assert re.search(rf'<(input|textarea|select)[^>]*\bid="{target}"', page), target


def test_no_id_is_on_the_page_twice_and_every_description_exists() -> None:
    page = render_crispy_form(Incident({}))
    assert len(ids(page)) == len(set(ids(page)))
    described = " ".join(re.findall(r'aria-describedby="([^"]+)"', page)).split()
    assert described and set(described) <= set(ids(page))


def test_error_of_the_whole_form_links_to_the_first_field() -> None:
    form = Incident({})
    form.add_error(None, "The two dates are in the wrong order")
    assert '<a href="#id_learned_on_day">The two dates are in the wrong order</a>' in summary(form)


def test_error_of_a_hidden_field_is_told() -> None:
    class Kept(PortalForm):
        version = LineField(called="the version", widget=forms.HiddenInput)

    assert "Enter the version" in summary(Kept({}))


def test_form_without_errors_has_no_summary() -> None:
    assert summary(Incident()).strip() == ""


def test_browser_leaves_the_checking_to_us() -> None:
    page = render_crispy_form(Incident())
    assert "novalidate" in page
    assert " required" not in page


@pytest.mark.parametrize("widget", [Radios, Checkboxes, forms.Select])
def test_markup_in_choices_and_labels_is_shown_as_text(widget: type[forms.Widget]) -> None:
    class Hostile(PortalForm):
        who = forms.ChoiceField(
            label=ATTACK,
            help_text=ATTACK,
            choices=[(ATTACK, ATTACK)],
            widget=widget,
            error_messages={"required": ATTACK},
        )
        tick = TickField(label=ATTACK, must=ATTACK)
        line = LineField(called=ATTACK, label=ATTACK)

    form = Hostile({})
    page = render_crispy_form(form) + summary(form)
    assert ATTACK not in page
    assert page.count(SAFE) > 10


def test_chosen_options_stay_chosen() -> None:
    page = render_crispy_form(Incident({"status": "none", "agencies": ["health"]}))
    chosen = [
        re.search(r'value="([^"]*)"', each)[1]
        for each in re.findall(r"<input[^>]*checked[^>]*>", page)
    ]
    assert chosen == ["none", "health"]


def test_option_has_its_hint_and_an_or_before_the_odd_one_out() -> None:
    page = render_crispy_form(Incident())
    assert re.search(r'aria-describedby="id_status_1_hint"', page)
    assert page.index("Section 20") < page.index(">or<") < page.index(">None<")


def test_long_text_counts_its_characters_without_a_hint() -> None:
    page = render_crispy_form(Incident())
    assert 'data-maxlength="500"' in page
    assert 'aria-describedby="id_account-info"' in page
    assert "You can enter up to 500 characters" in page


def test_follow_up_is_inside_its_choice_and_a_choice_without_one_has_none() -> None:
    class Police(PortalForm):
        is_investigated = YesNoNotKnownField(called="the police investigate")
        crime_reference = LineField(called="the crime reference", required=False)

        def layout(self) -> list[object]:
            return [FollowUps("is_investigated", {"yes": ["crime_reference"], "no": []})]

    page = render_crispy_form(Police())
    assert page.count("portal-follow-up") == 1
    assert (
        page.index('value="yes"') < page.index('name="crime_reference"') < page.index('value="no"')
    )
    assert "aria-controls" not in page


def test_form_may_offer_a_second_button() -> None:
    class Draft(Incident):
        def buttons(self) -> list[SubmitButton]:
            return [
                SubmitButton("Continue"),
                SubmitButton("Save and come back later", name="later", is_secondary=True),
            ]

    page = render_crispy_form(Draft())
    assert re.search(r'name="later" value="1"\s+class="govuk-button govuk-button--secondary"', page)
    assert page.count("data-prevent-double-click") == 2


def test_filter_form_asks_with_get() -> None:
    class Filter(PortalForm):
        method = "get"
        q = LineField(called="words", required=False)

    assert 'method="get"' in render_crispy_form(Filter())


def test_required_field_with_djangos_words_is_refused() -> None:
    class Bare(PortalForm):
        place = forms.CharField(max_length=20)

    with pytest.raises(ImproperlyConfigured, match=r"Bare\.place needs a required message"):
        Bare()


def test_text_field_without_a_length_is_refused() -> None:
    class Endless(PortalForm):
        place = forms.CharField(required=False)

    with pytest.raises(ImproperlyConfigured, match=r"Endless\.place needs a max_length"):
        Endless()


class Plain(PortalForm):
    name = forms.CharField(label="Name of 100% of agencies?", max_length=5, required=False)
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A")], required=False)
    email = forms.EmailField(required=False)
    days = forms.IntegerField(label="Days", min_value=1, required=False)
    code = forms.CharField(
        max_length=9, required=False, validators=[RegexValidator("^[A-Z]+$", "Use capitals")]
    )


def test_django_never_speaks_for_itself() -> None:
    sent = {"name": "x" * 6, "kind": "b", "email": "x", "days": "0", "code": "x"}
    assert dict(Plain(sent).errors) == {
        "name": ["Name of 100% of agencies must be 5 characters or fewer"],
        "kind": ["Kind: choose from the options on the page"],
        "email": ["Enter an email address in the correct format, like name@example.com"],
        "days": ["Days must be 1 or more"],
        "code": ["Use capitals"],
    }
    assert dict(Plain({"days": "x", "name": "\0"}).errors) == {
        "days": ["Days must be a whole number, like 12"],
        "name": ["Name of 100% of agencies has a character that cannot be kept: type it again"],
    }
