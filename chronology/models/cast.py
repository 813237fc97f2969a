"""The people and places of a case, with every way in which they are written."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from boards.models import Agency, User
from chronology.models.agency_chronology import readable_reviews
from chronology.models.entry import Entry
from reviews.models import Child, Review

FIRST_CHILD = ("child a", "subject", "subject child", "index child")


class Category(models.TextChoices):
    FAMILY = "family", "Family or friend"
    PROFESSIONAL = "professional", "Professional"
    PLACE = "place", "Place"


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, user: User) -> Self:
        """Keep those of reviews whose whole chronology the user reads."""
        return self.filter(review__in=readable_reviews(user))


class Person(models.Model):
    """Somebody, or a place, of the case. `pseudonym` is what anonymised text says instead."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="cast")
    code = models.CharField(max_length=20, help_text="person_id of the cast's file")
    pseudonym = models.CharField(max_length=80)
    role = models.CharField(max_length=80, blank=True)
    category = models.CharField(max_length=12, choices=Category)
    agency_name = models.CharField(max_length=120, blank=True)
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    child = models.ForeignKey(
        Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    entries = models.ManyToManyField(Entry, blank=True, related_name="people")

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "people"
        ordering = ("review", "category", "pseudonym")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "code"], name="one_person_a_code")
        ]

    def __str__(self) -> str:
        return self.pseudonym

    @classmethod
    def add(cls, review: Review, *, by: User, at: datetime, **facts: Any) -> "Person":
        """Somebody new is in the cast, under the next free code."""
        taken = set(cls.objects.filter(review=review).values_list("code", flat=True))
        number = len(taken) + 1
        while f"p{number:03}" in taken:
            number += 1
        return cls.objects.create(review=review, code=f"p{number:03}", by=by, at=at, **facts)

    @property
    def is_called_the_child(self) -> bool:
        """Return whether they are called as the child under review is, where there is but one."""
        return self.pseudonym.casefold() in FIRST_CHILD

    def is_also_written(self, text: str, kind: str, replacement: str = "") -> "Identifier":
        """This is one more way in which they are written."""
        known, _ = self.identifiers.get_or_create(
            text=text, kind=kind, defaults={"replacement": replacement or self.pseudonym}
        )
        return known


class Identifier(models.Model):
    """A way in which somebody is written, and what stands in its place when anonymised."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identifiers")
    text = models.CharField(max_length=200)
    kind = models.CharField(max_length=30)
    replacement = models.CharField(max_length=80)
    shared_by = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ("person", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "text", "kind"], name="one_identifier_a_person"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="identifier_says_something"),
        ]

    def __str__(self) -> str:
        return self.text
