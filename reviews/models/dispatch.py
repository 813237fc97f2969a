"""What of an agreed set went to whom, and that it arrived."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from boards.models import User
from reviews.models.final_set import FinalSet
from reviews.statutory import RECIPIENTS


class Channel(models.TextChoices):
    CJSM = "cjsm", "Criminal Justice Secure eMail (CJSM)"
    SECURE_MAIL = "secure_mail", "Other secure mail"
    BY_HAND = "by_hand", "By hand, against a signature"
    RECORDED_POST = "recorded_post", "Recorded post, encrypted disc or paper"
    PORTAL = "portal", "Read in this portal"


class Dispatch(models.Model):
    """A copy of an agreed set was sent to a recipient on a day."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="dispatches"
    )
    final_set = models.ForeignKey(FinalSet, on_delete=models.PROTECT, related_name="dispatches")
    recipient = models.CharField(
        max_length=40, blank=True, help_text="A code of the recipients in the guidance, or none."
    )
    recipient_name = models.CharField(max_length=120)
    what = models.CharField(max_length=300)
    sent_on = models.DateField()
    channel = models.CharField(max_length=20, choices=Channel)
    acknowledged_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "dispatches"
        ordering = ("sent_on", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(recipient_name="") & ~Q(what=""), name="dispatch_says_who_and_what"
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_on=None) | Q(acknowledged_on__gte=F("sent_on")),
                name="acknowledged_after_sent",
            ),
            models.CheckConstraint(
                condition=Q(channel__in=Channel.values), name="dispatch_channel_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient_name}, {self.final_set}"

    @classmethod
    def name_of(cls, recipient: str) -> str:
        """Return what the guidance calls the recipient with this code; nothing where unknown."""
        return next((each.name for each in RECIPIENTS if each.code == recipient), "")

    def acknowledge(self, *, on: date) -> None:
        """The recipient has said that it arrived."""
        self.acknowledged_on = on
        self.save(update_fields=["acknowledged_on"])
