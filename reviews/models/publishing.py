"""How a review is published: planned, embargoed, published, sent on and taken down.

Methods of Review.
"""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from boards.govuk.words import on_paper
from boards.models import User
from reviews.fields import exactly
from reviews.models.history import Event, EventName
from reviews.models.name_scan import NameScan
from reviews.models.proceedings import HeldUp, Proceedings, refuse_while_held
from reviews.models.publication import Publication, PublicationState
from reviews.models.published import Embargo, RepositoryCopy, TakeDown
from reviews.publishing import (
    Wanted,
    embargo_of,
    obstacles,
    rule_of,
    sent_before,
    told_before,
    wanted_of,
)


class Publishing:
    """Each records one fact and returns the news of it, without a full stop."""

    def publish(
        self,
        *,
        by: User,
        at: datetime,
        state: str,
        on: date,
        reasons: str = "",
        authority: str = "",
        where: str = "",
        confirms_rule: bool = False,
        proceedings: Proceedings | None = None,
    ) -> str:
        """Publication stands at `state`; where it stood before is kept.

        Where it is held, the `proceedings` hold it up until somebody lifts that.
        Raises ValidationError, with a sentence for each thing in the way, when the review cannot
        be published, and when it is withheld without what its rule asks to be confirmed.
        """
        self._refuse_before_the_review("on", on)
        facts: dict[str, Any] = {"reason": reasons, "authority": authority}
        if state == PublicationState.PUBLISHED:
            return self._publish(on, where, by=by, at=at)
        if state == PublicationState.WITHHELD:
            facts["confirmed"] = self._confirmed(confirms_rule)
        Publication.objects.create(review=self, state=state, on=on, by=by, at=at, **facts)
        news = f"Publication: {PublicationState(state).label.lower()}"
        if state != PublicationState.HELD or proceedings is None:
            return news
        if not proceedings.holds.in_force().filter(what=HeldUp.PUBLICATION).exists():
            what = {"what": HeldUp.PUBLICATION, "since_on": on, "reason": reasons}
            self.hold_up(by=by, at=at, proceedings=proceedings, **what)
        return f"{news} by {proceedings.in_a_sentence}"

    def _publish(self, on: date, where: str, *, by: User, at: datetime) -> str:
        refuse_while_held(self, HeldUp.PUBLICATION, "state")
        wanted = wanted_of(self)
        ways = [each.sentence for each in obstacles(self, on)] or _overtaken(wanted, by=by, at=at)
        if ways:
            raise ValidationError({"state": ways})
        if not where:
            raise ValidationError({"where": "Enter where it was published"})
        last = self.publications.last()
        if last and (last.state, last.on, last.where) == (PublicationState.PUBLISHED, on, where):
            raise ValidationError("This publication was recorded already.")
        made = Publication.objects.create(
            review=self, state=PublicationState.PUBLISHED, on=on, where=where, by=by, at=at
        )
        made.copies.set([each.copy for each in wanted])
        if self.day_of("publishing") != on:
            Event.record(self, "publishing", on, by=by, at=at)
        Event.record(self, "published", on, by=by, at=at)
        return "Publication: published"

    def _refuse_before_the_review(self, field: str, on: date) -> None:
        """Raise ValidationError where the day is before the decision, or before the incident."""
        dates = self.dates()
        for event in ("decided", "happened"):
            if event in dates and exactly(on).certainly_before(dates[event]):
                name = EventName(event).label
                said = f"Enter a day that is not before {name[0].lower()}{name[1:]}"
                raise ValidationError({field: f"{said}, {dates[event].spoken}"})

    def _confirmed(self, confirms_rule: bool) -> str:
        """Return the words of the rule that were confirmed; nothing where it has none."""
        rule = rule_of(self)
        if rule is None or not rule.withheld_only_if:
            return ""
        if not confirms_rule:
            reason = rule.withheld_only_if
            raise ValidationError({"confirms_rule": f"Confirm that {reason}"})
        return rule.withheld_only_if

    def plan_publication(self, *, by: User, at: datetime, on: date, reasons: str = "") -> str:
        """The day is set on which it shall be published: the clock before it runs."""
        _refuse_past("on", on, "The date of publication", at=at)
        embargo = embargo_of(self)
        if embargo and on < embargo.not_before_on:
            day = on_paper(embargo.not_before_on)
            raise ValidationError({"on": f"Nothing may be published before {day}: see the embargo"})
        Event.record(self, "publishing", on, by=by, at=at, reason=reasons)
        self.note_copies_shared(by=by, at=at)
        return f"Publication is planned for {on_paper(on)}"

    def set_embargo(
        self, *, by: User, at: datetime, reason: str, not_before_on: date | None = None
    ) -> str:
        """Nothing is published before that day; without one, the embargo is lifted."""
        if not_before_on is None and embargo_of(self) is None:
            raise ValidationError({"not_before_on": "Enter the first day on which it may appear"})
        if not_before_on is not None:
            _refuse_past("not_before_on", not_before_on, "The first day", at=at)
        Embargo.objects.create(
            review=self, not_before_on=not_before_on, reason=reason, by=by, at=at
        )
        if not_before_on is None:
            return "The embargo on publication was lifted"
        return f"Nothing may be published before {on_paper(not_before_on)}"

    def send_to_repository(
        self, *, by: User, at: datetime, on: date, repository: str, their_reference: str = ""
    ) -> str:
        """What was published is with a repository too."""
        facts = {"repository": repository, "sent_on": on, "their_reference": their_reference}
        published = self._published()
        if on < published.on:
            said = f"It was published on {on_paper(published.on)}: enter that day or a later one"
            raise ValidationError({"on": said})
        if published.repository_copies.filter(**facts).exists():
            raise ValidationError("This was recorded already.")
        RepositoryCopy.objects.create(publication=published, by=by, at=at, **facts)
        return f"What was published was sent to {repository}"

    def take_down(
        self, *, by: User, at: datetime, on: date, reason: str, authority: str = ""
    ) -> str:
        """It can no longer be read; before its time is over, because somebody ordered it."""
        published = self._published()
        if on < published.on:
            raise ValidationError({"on": f"It was published on {on_paper(published.on)}"})
        rule = rule_of(self)
        earliest = rule and rule.may_be_taken_down_from(published.on)
        if earliest and on < earliest and not authority:
            day = on_paper(earliest)
            said = f"It has to stay online until {day}: enter who ordered it to be taken down"
            raise ValidationError({"authority": said})
        TakeDown.objects.create(
            publication=published, on=on, reason=reason, authority=authority, by=by, at=at
        )
        return "What was published was taken down"

    def _published(self) -> Publication:
        """Return the publication that can be read now. Raises ValidationError without one."""
        last = self.publications.last()
        if last is None or not last.is_published or last.down:
            raise ValidationError("Nothing of the review is published now.")
        return last

    def note_copies_shared(self, *, by: User, at: datetime) -> None:
        """The clock before the planned publication is met once everybody was sent a copy."""
        recipients = told_before(self, self.day_of("publishing"))
        sent = sent_before(self, recipients)
        if not recipients or len(sent) < len(recipients):
            return
        if "shared_before_publication" not in self.dates():
            last = max(each.sent_on for each in sent.values())
            Event.record(self, "shared_before_publication", last, by=by, at=at)


def _refuse_past(field: str, on: date, called: str, *, at: datetime) -> None:
    if on < timezone.localdate(at):
        raise ValidationError({field: f"{called} must be today or in the future"})


def _overtaken(wanted: list[Wanted], *, by: User, at: datetime) -> list[str]:
    """Return a sentence for each copy in which more names are found now than were let go."""
    return [
        f"More names are found in the copy of the {each.kind.label.lower()} than when it was "
        "looked at: look for names again."
        for each in wanted
        if NameScan.looked(each.copy, by=by, at=at).number > each.scan.number
    ]
