"""What the page of a publication shows to one person on one day."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from boards.models import User
from reviews.models import Deadline, Dispatch, Publication, Review
from reviews.models.bank_holiday import BankHoliday
from reviews.permissions import refusal
from reviews.publishing import (
    Obstacle,
    Wanted,
    embargo_of,
    lacking,
    obstacles,
    rule_of,
    sent_before,
    share_by,
    told_before,
    wanted_of,
)
from reviews.statutory import PublicationRule, Recipient, UnknownHolidays

ACTS = (
    "publish",
    "plan_publication",
    "set_embargo",
    "send_to_repository",
    "take_down",
    "record_dispatch",
    "make_release_copy",
)


@dataclass(frozen=True)
class Piece:
    """A document to be published, and what its copy still needs."""

    wanted: Wanted
    missing: list[Obstacle]
    is_out: bool

    @property
    def status(self) -> str:
        if self.is_out:
            return "Published"
        if self.wanted.copy is None:
            return "No copy yet"
        return "Ready" if not self.missing else "Not ready"


@dataclass(frozen=True)
class Before:
    """Somebody who is given copies before publication, and what they were sent."""

    recipient: Recipient
    sent: Dispatch | None


class PublicationPage:
    """The publication of one review."""

    def __init__(self, review: Review, user: User, *, on: date) -> None:
        self.review, self.user, self.on = review, user, on

    @cached_property
    def rule(self) -> PublicationRule | None:
        return rule_of(self.review)

    @cached_property
    def decided(self) -> Any:
        return self.review.dates().get("decided")

    @cached_property
    def pieces(self) -> list[Piece]:
        out = set(self.last.copies.all()) if self.last and self.is_out else set()
        return [
            Piece(
                each,
                list(lacking(each.copy, each.scan, self.on)) if each.copy else [],
                is_out=each.copy in out,
            )
            for each in wanted_of(self.review)
        ]

    @cached_property
    def in_the_way(self) -> list[Obstacle]:
        return obstacles(self.review, self.on)

    @cached_property
    def history(self) -> list[Publication]:
        rows = self.review.publications.select_related("by", "take_down__by")
        return list(rows.prefetch_related("repository_copies").order_by("-id"))

    @property
    def last(self) -> Publication | None:
        return self.history[0] if self.history else None

    @property
    def is_out(self) -> bool:
        """Whether it can be read now."""
        return bool(self.last and self.last.is_published and not self.last.down)

    @property
    def until(self) -> date | None:
        """The first day on which what is published need no longer be online."""
        if self.rule is None or self.last is None or not self.last.is_published:
            return None
        return self.rule.may_be_taken_down_from(self.last.on)

    @cached_property
    def embargo(self) -> Any:
        return embargo_of(self.review)

    @cached_property
    def embargoes(self) -> list[Any]:
        return list(self.review.embargoes.select_related("by").order_by("-id"))

    @cached_property
    def planned(self) -> date | None:
        return self.review.day_of("publishing")

    @cached_property
    def clock(self) -> Deadline | None:
        """The deadline of the copies before publication, where the planned day has one."""
        return self.review.deadlines.filter(
            kind="share_before_publication", round=self.review.round
        ).first()

    @property
    def arithmetic(self) -> list[str]:
        return self.clock.explain(BankHoliday.objects.calendars()) if self.clock else []

    @property
    def clock_status(self) -> str:
        return self.clock.status(self.on) if self.clock else ""

    @cached_property
    def before(self) -> list[Before]:
        recipients = told_before(self.review, self.planned or self.on)
        sent = sent_before(self.review, recipients)
        return [Before(each, sent.get(each.code)) for each in recipients]

    @property
    def came_late(self) -> bool:
        """Whether copies went out later than a publication today would want."""
        went = [each.sent.sent_on for each in self.before if each.sent]
        try:
            due = share_by(self.review, self.on)
        except UnknownHolidays:
            return False
        return bool(due and went and not self.is_out and max(went) > due.due_on)

    @cached_property
    def may(self) -> dict[str, bool]:
        """Return {act: whether this person may record it now}."""
        return {
            act: self.review.has_room_for(act) and refusal(self.user, act, self.review) is None
            for act in ACTS
        }
