"""Linking entries to key questions and themes."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from boards.govuk.words import counted
from boards.models import User
from chronology.models import Entry, KeyQuestion, Theme
from chronology.reader import Reader
from reviews.noting import log_about

MOST = 500  # rows at once
LONGEST_THEME = 80


class NotMarked(Exception):
    """Nothing was linked; the message says what is missing."""


def mark_entries(
    reader: Reader,
    chosen: Sequence[str],
    *,
    to: str,
    new_theme: str,
    take_away: bool,
    by: User,
    at: datetime,
) -> tuple[int, str]:
    """The entries are linked to `to`, like question-3 or theme-5, or to the new theme.

    Returns how many rows there were, and what they are linked to now in words.
    """
    ids = [int(pk) for pk in chosen if pk.isdecimal() and len(pk) < 19][:MOST]
    entries = list(reader.entries().filter(pk__in=ids).values_list("pk", flat=True))
    if not entries:
        raise NotMarked("Tick the rows to link first.")
    with transaction.atomic():
        subject, name = _subject(reader, to, "" if take_away else new_theme)
        rows = Entry.objects.filter(pk__in=entries)
        if take_away:
            subject.entries.remove(*rows)
        else:
            subject.entries.add(*rows)
        said = "no longer linked to" if take_away else "linked to"
        kind = "a key question" if isinstance(subject, KeyQuestion) else "a theme"
        log_about(
            reader.review,
            "mark",
            f"{counted(len(entries), 'entry').replace('entrys', 'entries')} {said} {kind}.",
            by=by,
            at=at,
            details={"entries": entries, "subject": subject.pk},
        )
    return len(entries), name


def _subject(reader: Reader, to: str, new_theme: str) -> tuple[KeyQuestion | Theme, str]:
    """Return what to link to, with its name in words."""
    if name := " ".join(new_theme.split()):
        if len(name) > LONGEST_THEME or not name.isprintable():
            raise NotMarked(f"The new theme must have {LONGEST_THEME} letters or fewer.")
        theme, _ = Theme.objects.get_or_create(review=reader.review, name=name)
        return theme, f"the theme “{theme}”"
    kind, _, pk = to.partition("-")
    if kind == "question":
        for question in reader.questions:
            if str(question.pk) == pk:
                return question, f"key question {question.number}"
    for theme in reader.themes if kind == "theme" else ():
        if str(theme.pk) == pk:
            return theme, f"the theme “{theme}”"
    raise NotMarked("Choose the key question or theme to link to, or name a new theme.")
