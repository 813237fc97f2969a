"""A child whom an incident is about."""

from typing import ClassVar

from django.db import models

from reviews.fields import PartialDateField
from reviews.models.incident import Incident, answer_field


class Gender(models.TextChoices):
    FEMALE = "female", "Female"
    MALE = "male", "Male"
    OTHER = "other", "In another way"
    NOT_KNOWN = "not_known", "Not known"


class LegalStatus(models.TextChoices):
    NONE = "none", "None"
    S20 = "s20", "Accommodated under section 20"
    INTERIM_CARE_ORDER = "ico", "Interim care order"
    CARE_ORDER = "co", "Full care order"
    EMERGENCY = "epo", "Emergency protection order"
    POLICE_PROTECTION = "police_protection", "Police protection"
    REMAND = "remand", "Remand"
    PLACEMENT_ORDER = "placement_order", "Placement order"
    MENTAL_HEALTH_ACT = "mha", "Detained under the Mental Health Act"
    NOT_KNOWN = "not_known", "Not known"


class PlanCategory(models.TextChoices):
    NEGLECT = "neglect", "Neglect"
    PHYSICAL = "physical", "Physical abuse"
    SEXUAL = "sexual", "Sexual abuse"
    EMOTIONAL = "emotional", "Emotional abuse"
    MULTIPLE = "multiple", "More than one category"
    NOT_KNOWN = "not_known", "Not known"


class Placement(models.TextChoices):
    PARENTS = "parents", "With parents"
    KIN = "kin", "With relatives or friends"
    FOSTER = "foster", "Foster care"
    CHILDRENS_HOME = "childrens_home", "Children's home"
    RESIDENTIAL_SCHOOL = "residential_school", "Residential school"
    SECURE = "secure", "Secure unit or young offender institution"
    HOSPITAL = "hospital", "Hospital"
    ADOPTIVE = "adoptive", "Adoptive placement"
    INDEPENDENT = "independent", "Living independently"
    NOT_KNOWN = "not_known", "Not known"


class Outcome(models.TextChoices):
    DIED = "died", "Died"
    HARMED = "harmed", "Seriously harmed"
    OTHER = "other", "Involved, not harmed"
    NOT_KNOWN = "not_known", "Not known"


class Child(models.Model):
    """A child whom the incident is about; statistics count children apart from reviews."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="children")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120, blank=True)
    born = PartialDateField(null=True, blank=True)
    died = PartialDateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    gender = models.CharField(max_length=10, choices=Gender, blank=True)
    ethnicity = models.CharField(max_length=40, blank=True)
    disability = answer_field()
    disability_details = models.CharField(max_length=300, blank=True)
    address = models.CharField(max_length=300, blank=True)
    placement = models.CharField(max_length=20, choices=Placement, blank=True)
    legal_status = models.CharField(max_length=20, choices=LegalStatus, blank=True)
    on_plan = answer_field()
    was_on_plan = answer_field()
    plan_category = models.CharField(max_length=10, choices=PlanCategory, blank=True)
    plan_history = models.CharField(max_length=300, blank=True)
    in_need = answer_field()
    looked_after = answer_field()
    known_to_social_care = answer_field()
    siblings = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "children"
        ordering = ("incident", "position")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["incident", "position"], name="child_position_once")
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Return the pseudonym that lists show: "Child A", "Child B", after Z "Child 27"."""
        letter = chr(ord("A") + self.position - 1) if self.position <= 26 else str(self.position)
        return f"Child {letter}"
