"""The period that a review looks into, against which rows are in or out of scope."""

from collections import Counter
from datetime import date

from chronology.models import SourceFile
from reviews.models import Review

Period = tuple[date, date]


def scope_of(review: Review) -> Period | None:
    """Return the period of the latest terms of reference, or the one that most files state.

    Terms may be agreed after files have come, and corrected later: whoever asks, asks again.
    """
    terms = review.terms.last()
    if terms:
        return terms.from_on, terms.to_on
    return stated_in_files(review)


def stated_in_files(review: Review) -> Period | None:
    """Return the period that most of the files taken in say that they cover, if any says so."""
    said = SourceFile.objects.filter(
        chronology__review=review, taken_at__isnull=False, period_from__isnull=False
    ).values_list("period_from", "period_to")
    (period, _), *_ = Counter(said).most_common(1) or [(None, 0)]
    return period
