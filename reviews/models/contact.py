"""Contact with the family: what is planned, and what was said."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Q

from boards.govuk.words import on_paper
from boards.models import User
from reviews.models.proceedings import HeldUp, Hold
from reviews.models.quiet_days import next_free_day, quiet_on
from reviews.models.relative import Relative, Way

if TYPE_CHECKING:
    from reviews.models.review import Review


class ContactQuerySet(models.QuerySet["Contact"]):
    def standing(self) -> Self:
        """Keep the entries that no later one corrects."""
        return self.filter(corrected_by=None)


class Contact(models.Model):
    """An entry of the log. Rows are only ever added: a mistake is corrected by another entry."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="contacts")
    with_whom = models.ManyToManyField(Relative, related_name="contacts")
    on = models.DateField()
    way = models.CharField(max_length=9, choices=Way)
    made_by = models.CharField(max_length=120)
    said = models.TextField(max_length=20_000)
    next_step = models.CharField(max_length=300, blank=True)
    all_the_same = models.TextField(max_length=1000, blank=True)
    corrects = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ("-on", "-id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(said="") & ~Q(made_by=""), name="contact_says_what_and_by_whom"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_way_display()} on {on_paper(self.on)}"


class PlannedQuerySet(models.QuerySet["PlannedContact"]):
    def waiting(self) -> Self:
        """Keep those that were neither made nor called off."""
        return self.filter(contact=None, called_off_because="")


class PlannedContact(models.Model):
    """A contact that is to be made on a day, until it was made or called off."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="planned_contacts"
    )
    with_whom = models.ManyToManyField(Relative, related_name="planned_contacts")
    on = models.DateField()
    way = models.CharField(max_length=9, choices=Way, blank=True)
    purpose = models.CharField(max_length=300)
    all_the_same = models.TextField(max_length=1000, blank=True)
    contact = models.OneToOneField(
        Contact, null=True, on_delete=models.PROTECT, related_name="planned_as"
    )
    called_off_because = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PlannedQuerySet.as_manager()

    class Meta:
        ordering = ("on", "id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(purpose=""), name="planned_contact_has_a_purpose"),
            models.CheckConstraint(
                condition=Q(contact=None) | Q(called_off_because=""),
                name="planned_contact_made_or_called_off",
            ),
        ]

    def __str__(self) -> str:
        return f"{on_paper(self.on)}: {self.purpose}"


def against(review: "Review", relatives: Collection[Relative], on: date) -> list[str]:
    """Return a sentence for all that speaks against contact with these people on that day."""
    held = Hold.objects.of_review(review).in_force_on(on).filter(what=HeldUp.FAMILY)
    quiet = quiet_on(review, relatives, on)
    said = [f"{hold.sentence}." for hold in held]
    said += [
        f"{each.who} is not to be contacted on {on_paper(on)} ({each.reason})." for each in quiet
    ]
    if quiet and (free := next_free_day(review, relatives, on)):
        said.append(f"The next possible day is {on_paper(free)}.")
    return said
