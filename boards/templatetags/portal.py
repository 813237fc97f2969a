"""Words and small components for templates; those in long tables are tags, which cost least."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.core.paginator import Page
from django.utils.html import format_html
from django.utils.safestring import SafeString

from boards.govuk import words

register = template.Library()

register.filter("on_paper", words.on_paper)
register.filter("inside", words.inside)
register.filter("moment_on_paper", words.moment_on_paper)
register.filter("length_on_paper", words.length_on_paper)
register.simple_tag(words.overdue_label)
register.simple_tag(words.due_tone)

COLOURS = frozenset(
    (
        "grey",
        "green",
        "turquoise",
        "blue",
        "light-blue",
        "purple",
        "pink",
        "red",
        "orange",
        "yellow",
    )
)
TONES = frozenset(words.Tone.__args__)


@register.simple_tag
def status_tag(text: str, colour: str = "grey") -> SafeString:
    """Return a tag; "plain" is black text without a box, as for work that is done."""
    if colour == "plain":
        return format_html('<span class="portal-status">{}</span>', text)
    if colour not in COLOURS:
        raise ValueError(f"{colour!r} is not a colour of tags: {', '.join(sorted(COLOURS))}, plain")
    return format_html('<strong class="govuk-tag govuk-tag--{}">{}</strong>', colour, text)


@register.simple_tag
def contextual_date(due_on: date | None, label: str, tone: words.Tone = "later") -> SafeString:
    """Return a date in bold, its label in words under it, and a bar in the colour of `tone`."""
    if tone not in TONES:
        raise ValueError(f"{tone!r} is not a tone of dates: {', '.join(sorted(TONES))}")
    if due_on is None:
        return format_html('<span class="portal-status">{}</span>', label)
    return format_html(
        '<span class="portal-date portal-date--{}"><time class="portal-date__day" datetime="{}">'
        '{}</time> <span class="portal-date__label">{}</span></span>',
        tone,
        due_on.isoformat(),
        words.on_paper(due_on),
        label,
    )


@register.simple_tag
def due_date(due_on: date, on: date) -> SafeString:
    """Return the contextual date of something owed on `due_on`, as it stands on the day `on`."""
    return contextual_date(due_on, words.overdue_label(due_on, on), words.due_tone(due_on, on))


@register.simple_tag
def page_numbers(page: Page) -> Iterator[int | str]:
    """Return the numbers to link to around a page, with an ellipsis for those left out."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.simple_tag
def banner_of(messages: Iterable[Message]) -> dict[str, Any] | None:
    """Return the one banner that all waiting messages share, None where nothing waits."""
    waiting = list(messages or ())
    if not waiting:
        return None
    return {
        "is_success": all(message.level_tag == "success" for message in waiting),
        "texts": [message.message for message in waiting],
    }
