"""The period that a review looks into, against which rows are in or out of scope."""

from collections import Counter
from datetime import date

from django.db.models import Q

from chronology.models import Entry, SourceFile
from reviews.models import Review

Period = tuple[date, date]
OUT_OF_SCOPE = "out_of_scope"


def scope_of(review: Review) -> Period | None:
    """Return the period of the latest terms of reference, or the one that most files state.

    Terms may be agreed after files have come, and corrected later: whoever asks, asks again.
    Where most rows lie outside the terms, they cannot be what the agencies were asked about, and
    the period that the files state holds until the terms are put right.
    """
    agreed, stated = agreed_for(review), stated_in_files(review)
    if agreed is None or stated is None or agreed == stated:
        return agreed or stated
    rows = Entry.objects.filter(review=review).standing()
    outside = rows.filter(beyond(agreed)).count()
    return stated if outside * 2 > rows.count() else agreed


def agreed_for(review: Review) -> Period | None:
    """Return the period of the latest terms of reference."""
    terms = review.terms.agreed().last()
    return (terms.from_on, terms.to_on) if terms else None


def stated_in_files(review: Review) -> Period | None:
    """Return the period that most of the files taken in say that they cover, if any says so."""
    said = SourceFile.objects.filter(
        chronology__review=review, taken_at__isnull=False, period_from__isnull=False
    ).values_list("period_from", "period_to")
    for period, _ in Counter(said).most_common(1):
        return period
    return None


def beyond(period: Period) -> Q:
    """Return what holds of a row that lies wholly outside the period."""
    return Q(date_end__lt=period[0]) | Q(date_start__gt=period[1])


def flag_by_scope(review: Review) -> int:
    """Rows are flagged that lie outside the scope as it is now, and no others; return how many
    flags have changed.
    """
    scope = scope_of(review)
    rows = Entry.objects.filter(review=review).standing()
    outside = set(rows.filter(beyond(scope)).values_list("pk", flat=True)) if scope else set()
    flagged = set(rows.flagged(OUT_OF_SCOPE).values_list("pk", flat=True))
    changed = list(Entry.objects.filter(pk__in=outside ^ flagged))
    for entry in changed:
        others = [flag for flag in entry.flags if flag != OUT_OF_SCOPE]
        entry.flags = [*others, OUT_OF_SCOPE] if entry.pk in outside else others
    Entry.objects.bulk_update(changed, ["flags"], batch_size=500)
    return len(changed)
