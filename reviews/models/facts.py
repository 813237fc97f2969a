"""Facts recorded on a review that stays in its state. `Review.record` is the door to them.

Each method records one fact and returns the news of it, without a full stop. The larger nouns have
files of their own.
"""

from datetime import date, datetime

from django.core.exceptions import ValidationError

from boards.models import User
from reviews.models.appointing import Appointing
from reviews.models.assessing import Assessing
from reviews.models.commenting import Commenting
from reviews.models.commissioning import Commissioning
from reviews.models.contacting import Contacting
from reviews.models.contributing import Contributing
from reviews.models.convening import Convening
from reviews.models.correcting import Correcting
from reviews.models.dating import Dating
from reviews.models.decision import CriterionFinding
from reviews.models.drafting import Drafting
from reviews.models.filing import Filing
from reviews.models.holding import Holding
from reviews.models.involving import Involving
from reviews.models.minuting import Minuting
from reviews.models.owning import Owning
from reviews.models.publishing import Publishing
from reviews.models.releasing import Releasing
from reviews.models.scoping import Scoping
from reviews.models.theming import Theming


class Facts(
    Scoping,
    Appointing,
    Commissioning,
    Contributing,
    Drafting,
    Commenting,
    Dating,
    Filing,
    Convening,
    Minuting,
    Holding,
    Involving,
    Contacting,
    Assessing,
    Correcting,
    Owning,
    Releasing,
    Publishing,
    Theming,
):
    """What is recorded without moving the review, as methods of Review."""

    def answer_criteria(
        self, *, by: User, at: datetime, findings: dict[str, tuple[str, str]]
    ) -> str:
        """Each criterion named has its (answer, evidence)."""
        guidance = self.guidance().slug
        for criterion, (answer, evidence) in findings.items():
            CriterionFinding.objects.update_or_create(
                review=self,
                round=self.round,
                guidance=guidance,
                criterion=criterion,
                defaults={"answer": answer, "evidence": evidence, "by": by, "at": at},
            )
        return f"{len(findings)} criteria answered"

    def pause(self, *, by: User, at: datetime, on: date, reasons: str = "") -> str:
        """Work rests, or goes on again; the statutory clock runs on either way."""
        resting = self.pauses.filter(until_on=None).first()
        if resting is None:
            self.pauses.create(since_on=on, reason=reasons, by=by, at=at)
            return "The review was paused; its statutory dates stand"
        if on < resting.since_on:
            raise ValidationError({"on": "Work cannot go on before it was paused."})
        resting.until_on = on
        resting.save(update_fields=["until_on"])
        return "The review was resumed"

    def restrict(self, *, by: User, at: datetime, reasons: str) -> str:
        """The review is open to owner, deputy, Chair and appointed people alone, or to all."""
        self.is_restricted = not self.is_restricted
        self.save(update_fields=["is_restricted"])
        return "The review was restricted" if self.is_restricted else "The restriction was lifted"
