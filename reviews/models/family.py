"""The people around a child."""

from django.db import models

from reviews.fields import PartialDateField
from reviews.models.incident import Incident, answer_field


class FamilyMember(models.Model):
    """A relative, carer or other adult or child of the household, as notified."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="family")
    name = models.CharField(max_length=120)
    relationship = models.CharField(max_length=80, blank=True)
    born = PartialDateField(null=True, blank=True)
    address = models.CharField(max_length=300, blank=True)
    legal_status = models.CharField(max_length=80, blank=True)
    ethnicity = models.CharField(max_length=40, blank=True)
    on_plan = answer_field()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.name} ({self.relationship})" if self.relationship else self.name
