"""Earlier cases that look like the one being logged, among those that a person may see."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast

from boards.models import User
from reviews.likeness import Resemblance, of_births, of_incident, of_names, plain_name
from reviews.models import Event, Notification, Review
from reviews.statutory import PartialDate

ENOUGH = 40
MOST = 20


@dataclass
class Match:
    """An earlier case with everything in it that resembles the new one."""

    review: Review
    score: int
    reasons: list[str] = field(default_factory=list)


def possible_matches(notification: Notification, user: User) -> list[Match]:
    """Return the likeliest earlier cases first, at most MOST, from one query and their rows."""
    sought = [
        (plain_name(child["name"]), child["name"], child["born"]) for child in notification.children
    ]
    happened, place = notification.dates.get("happened"), notification.incident["place"]
    found: dict[int, dict[str, Resemblance]] = {}
    for pk, name, born, its_place, its_day in _earlier(user):
        about = list(of_incident(happened, place, _day(its_day), its_place))
        about += of_child(sought, name or "", born)
        if about:
            best = found.setdefault(pk, {})
            for each in about:
                best[each.reason] = each
    ranked = sorted(
        ((sum(each.points for each in best.values()), pk) for pk, best in found.items()),
        reverse=True,
    )[:MOST]
    likely = {pk: score for score, pk in ranked if score >= ENOUGH}
    reviews = Review.objects.visible_to(user).in_bulk(list(likely)) if likely else {}
    return [
        Match(reviews[pk], score, list(found[pk])) for pk, score in likely.items() if pk in reviews
    ]


def _earlier(user: User) -> Iterable[tuple[int, str | None, str | None, str, str | None]]:
    """Yield (review, child's name, born, place, happened) for every child; dates as stored."""
    happened = Event.objects.current().filter(review=OuterRef("pk"), name="happened")
    return (
        Review.objects.visible_to(user)
        .annotate(
            born=Cast("incident__children__born", CharField()),
            happened=Cast(Subquery(happened.order_by("-round").values("on")[:1]), CharField()),
        )
        .order_by()
        .values_list("pk", "incident__children__name", "born", "incident__place", "happened")
        .iterator(chunk_size=2000)
    )


def of_child(
    sought: list[tuple[str, str, PartialDate | None]], name: str, born: str | None
) -> list[Resemblance]:
    """Return what the likeliest of the children sought has in common with an earlier child."""
    plain, its_birth = plain_name(name), _day(born)
    likenesses = (
        [*of_names(wanted, plain, raw, name), *of_births(birth, its_birth)]
        for wanted, raw, birth in sought
    )
    return max(likenesses, key=lambda found: sum(each.points for each in found), default=[])


def _day(edtf: str | None) -> PartialDate | None:
    return PartialDate.parse(edtf) if edtf else None
