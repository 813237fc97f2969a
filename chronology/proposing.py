"""Accounts of the same event are looked for, and proposed: rows become accounts of `same_event`."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import DateTimeField, F, Max, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest

from chronology.models import Entry, Identifier, Integration, LinkStatus, SameEvent
from chronology.same_event import Account, Candidate, Cast, propose
from chronology.scope import flag_by_scope
from reviews.models import Review
from reviews.noting import log_about

NEVER = Value(datetime(1970, 1, 1, tzinfo=UTC))
Progress = Callable[[int, int], None]


def is_up_to_date(review: Review) -> bool:
    """Return whether no row has changed since accounts of the same event were looked for."""
    matched_at = (
        Integration.objects.filter(review=review).values_list("matched_at", flat=True).first()
    )
    times = Entry.objects.filter(review=review).aggregate(
        Max("recorded_at"), Max("changed_at"), Max("withdrawn_at")
    )
    latest = max((at for at in times.values() if at), default=None)
    return latest is None or (matched_at is not None and matched_at > latest)


def reviews_with_news(*, before: datetime) -> QuerySet[Review]:
    """Return reviews whose rows have changed since they were last looked at, and rest since then.

    While rows are still being typed, looking would be done in vain: `before` is since when no row
    has changed.
    """
    times = (
        Entry.objects.filter(review=OuterRef("pk"))
        .order_by()
        .values("review")
        .annotate(
            at=Greatest(
                Max("recorded_at"),
                Coalesce(Max("changed_at"), Max("recorded_at")),
                Coalesce(Max("withdrawn_at"), Max("recorded_at")),
            )
        )
    )
    looked = Coalesce("integration__matched_at", NEVER, output_field=DateTimeField())
    changed = Review.objects.annotate(rows_at=Subquery(times.values("at")), looked_at=looked)
    return changed.filter(rows_at__lt=before, rows_at__gte=F("looked_at"))


def bring_up_to_date(
    review: Review, *, at: datetime, progress: Progress | None = None, is_forced: bool = False
) -> None:
    """Proposals are those of the rows as they stand; what a person has settled stays settled."""
    flag_by_scope(review)
    if not is_forced and is_up_to_date(review):
        return
    entries = Entry.of(review)
    found = propose([account(entry) for entry in entries], people=_cast(review), progress=progress)
    with transaction.atomic():
        integration, _ = Integration.objects.select_for_update().get_or_create(review=review)
        _store(review, found, at=at)
        integration.matched_at = at
        integration.save(update_fields=["matched_at"])
        log_about(
            review,
            "match",
            f"{len(found)} pairs of rows seem to tell of the same event.",
            by=None,
            at=at,
        )


def account(entry: Entry) -> Account:
    return Account(
        id=entry.pk,
        agency=entry.agency.name,
        start=entry.date_start,
        end=entry.date_end,
        precision=entry.precision,
        at=entry.time,
        event=entry.event,
        source=entry.source,
        present=entry.present,
        action=entry.action,
        comment=entry.comment,
        child_voice=entry.child_voice,
        child_seen=entry.child_seen if entry.child_seen_from == "column" else None,
        raw_date=entry.date_raw,
        time_raw=entry.time_raw,
    )


def _cast(review: Review) -> Cast | None:
    names = Identifier.objects.filter(person__review=review).values(
        "text", "person__code", "person__pseudonym", "person__role", "person__category"
    )
    rows = [
        {
            "person_id": name["person__code"],
            "identifier": name["text"],
            "pseudonym": name["person__pseudonym"],
            "role": name["person__role"],
            "category": name["person__category"],
        }
        for name in names
    ]
    return Cast.of(rows) if rows else None


def _store(review: Review, found: Iterable[Candidate], *, at: datetime) -> None:
    """Proposals that are found no more are gone, those found again are renewed."""
    wanted = {tuple(sorted((one.a, one.b))): one for one in found}
    links = {
        (link.first_id, link.second_id): link for link in SameEvent.objects.filter(review=review)
    }
    stale = [
        link.pk
        for pair, link in links.items()
        if link.status == LinkStatus.PROPOSED and pair not in wanted
    ]
    for start in range(0, len(stale), 500):
        SameEvent.objects.filter(pk__in=stale[start : start + 500]).delete()
    renewed, new = [], []
    for pair, one in wanted.items():
        link = links.get(pair) or SameEvent(
            review=review, first_id=pair[0], second_id=pair[1], at=at
        )
        link.score, link.reasons = round(one.score, 4), list(one.reasons)
        link.differences = [asdict(difference) for difference in one.differences]
        (renewed if link.pk else new).append(link)
    SameEvent.objects.bulk_update(renewed, ["score", "reasons", "differences"], batch_size=200)
    SameEvent.objects.bulk_create(new, batch_size=500)
