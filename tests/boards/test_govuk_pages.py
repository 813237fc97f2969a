"""The frame of every page, its components and the pages for when something goes wrong."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.template import engines
from django.template.loader import render_to_string
from django.urls import path

from boards.govuk.fields import LineField
from boards.govuk.forms import PortalForm
from boards.templatetags import portal

pytestmark = pytest.mark.urls(__name__)

NAMES = ("home", "sign-in", "sign-out", "accessibility", "cookies", "help")
urlpatterns = [path(f"{name}/", HttpResponse, name=name) for name in NAMES]

ATTACK = "<script>alert(1)</script>"
SOMEBODY = SimpleNamespace(is_authenticated=True)


class Place(PortalForm):
    place = LineField(called="the place")


def draw(source: str, **context: object) -> str:
    return engines["django"].from_string(source).render(context)


def component(name: str, **context: object) -> str:
    return render_to_string(f"components/{name}.html", context)


def waiting(text: str, level: str) -> SimpleNamespace:
    return SimpleNamespace(message=text, level_tag=level)


# -- the frame


def test_title_says_when_there_is_an_error() -> None:
    page = '{% extends "base.html" %}{% block title %}Place{% endblock %}'
    assert "<title>Error: Place –" in draw(page, form=Place({}))
    assert "<title>Place –" in draw(page, form=Place())


def test_error_summary_comes_first_in_main_and_alone() -> None:
    page = draw(
        '{% extends "base.html" %}{% block content %}<h1>Place</h1>{% endblock %}',
        form=Place({}),
        messages=[waiting("Draft saved", "success")],
    )
    assert page.index("<main") < page.index("There is a problem") < page.index("<h1>")
    assert "Draft saved" not in page


def test_messages_share_one_banner_that_is_green_only_for_success() -> None:
    page = draw(
        '{% extends "base.html" %}',
        messages=[waiting("Recorded", "success"), waiting(ATTACK, "warning")],
    )
    assert page.count("govuk-notification-banner__header") == 1
    assert "Recorded" in page and ATTACK not in page
    assert "govuk-notification-banner--success" not in page
    assert portal.banner_of([waiting("Recorded", "success")])["is_success"]
    assert portal.banner_of([]) is None


def test_sign_out_is_a_post_with_a_token() -> None:
    page = draw('{% extends "base.html" %}', user=SOMEBODY, csrf_token="t0ken")
    assert '<form method="post" action="/sign-out/">' in page
    assert 'value="t0ken"' in page
    assert "Sign out" not in draw('{% extends "base.html" %}')


def test_navigation_is_left_out_when_there_is_none_and_marks_the_present_page() -> None:
    links = [{"text": "Reviews", "href": "/reviews/", "current": True}]
    assert "govuk-service-navigation" not in draw('{% extends "base.html" %}', navigation=[])
    page = draw('{% extends "base.html" %}', navigation=links)
    assert page.count('aria-current="true"') == 1


def test_script_carries_the_nonce_and_none_is_inline() -> None:
    page = draw('{% extends "base.html" %}', csp_nonce="n0nce")
    assert page.count("<script") == 1
    assert 'nonce="n0nce" src="' in page
    assert "style=" not in page and "<style" not in page


# -- the pages for when something goes wrong


@pytest.mark.parametrize("name", ["403", "409"])
def test_refusal_tells_its_reasons_as_text(name: str) -> None:
    page = render_to_string(f"{name}.html", {"reasons": ["Only the Chair may decide.", ATTACK]})
    assert "Only the Chair may decide." in page and ATTACK not in page
    assert "Nothing was changed" in page


@pytest.mark.parametrize("name", ["403", "403_csrf", "404", "409", "429", "500"])
def test_error_page_can_be_drawn_without_anything_known(name: str) -> None:
    assert "<h1" in render_to_string(f"{name}.html")


def test_lockout_says_how_long_it_lasts() -> None:
    page = render_to_string(
        "429.html", {"failure_limit": 5, "cooloff_timedelta": timedelta(minutes=15)}
    )
    assert "5 times" in page and "for 15 minutes" in page


@pytest.mark.parametrize(
    "name",
    ["pages/accessibility", "pages/cookies", "pages/help", "registration/logged_out"],
)
def test_public_page_can_be_drawn(name: str) -> None:
    assert "<h1" in render_to_string(f"{name}.html")


# -- components


def test_contextual_date_has_its_words_and_never_only_a_colour() -> None:
    drawn = portal.due_date(date(2010, 3, 15), date(2010, 3, 27))
    assert 'datetime="2010-03-15"' in drawn
    assert "15 March 2010" in drawn and "Overdue by 12 days" in drawn
    assert (
        drawn
        == component(
            "contextual_date", due_on=date(2010, 3, 15), label="Overdue by 12 days", tone="overdue"
        ).strip()
    )


def test_date_that_is_not_set_still_has_its_label() -> None:
    assert "Not set" in portal.contextual_date(None, "Not set")


def test_status_is_escaped_and_its_colour_is_one_of_the_known() -> None:
    assert ATTACK not in portal.status_tag(ATTACK, "blue")
    assert ATTACK not in portal.status_tag(ATTACK, "plain")
    assert "govuk-tag" not in portal.status_tag("Completed", "plain")
    with pytest.raises(ValueError, match="not a colour"):
        portal.status_tag("Late", "crimson")
    with pytest.raises(ValueError, match="not a tone"):
        portal.contextual_date(date(2010, 1, 1), "Late", "crimson")


@pytest.mark.parametrize(
    ("sort", "announced", "leads_to"),
    [
        ("due_on", 'aria-sort="ascending"', "sort=-due_on"),
        ("-due_on", 'aria-sort="descending"', "sort=due_on"),
        ("stage", "", "sort=due_on"),
    ],
)
def test_head_of_a_column_sorts_and_keeps_the_filters(
    sort: str, announced: str, leads_to: str
) -> None:
    query = QueryDict(f"stage=panel&page=3&sort={sort}")
    drawn = component("sort_head", column="due_on", text="Due", sort=sort, query=query)
    assert announced in drawn and ("aria-sort" in drawn) == bool(announced)
    assert f"?stage=panel&amp;{leads_to}" in drawn


def test_pagination_keeps_the_filters_and_marks_the_present_page() -> None:
    page = Paginator(range(1000), 50).page(3)
    drawn = component("pagination", page=page, query=QueryDict("stage=panel&page=3"))
    assert "?stage=panel&amp;page=4" in drawn
    assert drawn.count('aria-current="page"') == 1
    assert drawn.count("&ctdot;") == 1


def test_single_page_has_no_pagination() -> None:
    assert component("pagination", page=Paginator([1], 50).page(1), query=QueryDict()).strip() == ""


def test_fact_that_was_skipped_is_not_provided() -> None:
    drawn = component("summary_list", rows=[{"key": "Born", "value": "", "href": "/change"}])
    assert "Not provided" in drawn
    assert 'Change<span class="govuk-visually-hidden"> born</span>' in drawn


def test_task_that_cannot_start_is_not_a_link() -> None:
    drawn = component("task_list", tasks=[{"text": "Decision", "status": "Cannot start yet"}])
    assert "<a " not in drawn and "govuk-tag" not in drawn


def test_timeline_is_an_ordered_list_that_says_who() -> None:
    entries = [{"title": ATTACK, "at": datetime(2010, 7, 1, 16, tzinfo=UTC), "by": "Helen Marsh"}]
    drawn = component("timeline", entries=entries)
    assert "<ol" in drawn and ATTACK not in drawn
    assert "1 July 2010 at 5pm" in drawn and "by Helen Marsh" in drawn


def test_button_that_changes_something_is_a_post_with_a_token() -> None:
    drawn = component("button_form", action="/withdraw", text="Withdraw", csrf_token="t0ken")
    assert 'method="post"' in drawn and 'value="t0ken"' in drawn


def test_chosen_filters_can_be_removed_one_by_one() -> None:
    chips = [{"text": "Stage: panel", "remove_href": "?due=7"}]
    drawn = component("filter_chips", chips=chips, clear_href="/reviews/")
    assert "Remove filter: </span>Stage: panel" in drawn
    assert component("filter_chips", chips=[], clear_href="/reviews/").strip() == ""
