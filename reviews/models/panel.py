"""Who was appointed to a review."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from boards.models import User
from boards.roles import OverviewAuthor, PanelChair, PanelMember
from reviews.independence import folded_name
from reviews.models.declaration import Declaration

FOLDED = 240  # characters
INDEPENDENT = ("panel_chair", "overview_author")


class Post(models.TextChoices):
    PANEL_CHAIR = "panel_chair", "Independent panel chair"
    OVERVIEW_AUTHOR = "overview_author", "Independent overview author"
    PANEL_MEMBER = "panel_member", "Panel member"


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def open(self) -> Self:
        return self.filter(ended_on=None)

    def cleared(self) -> Self:
        """Keep the open ones of people who declared no conflict, or one that was accepted."""
        clear = Declaration.objects.clear().filter(appointment=OuterRef("pk"))
        return self.open().filter(Exists(clear))

    def visible_to(self, user: User) -> Self:
        """Keep the user's own that are open: their declaration page, whatever else they may see."""
        boards = user.boards_seen_as(PanelChair, OverviewAuthor, PanelMember)
        return self.open().filter(user=user, review__board__in=boards)


class Appointment(models.Model):
    """A person holds a post on the review; once they have declared, it opens to their account."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="appointments"
    )
    post = models.CharField(max_length=16, choices=Post)
    name = models.CharField(max_length=120)
    folded_name = models.CharField(max_length=FOLDED, editable=False)
    user = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="appointments"
    )
    job_title = models.CharField(max_length=120, blank=True)
    employer = models.CharField(max_length=120)
    independence = models.TextField(max_length=2000, blank=True)
    appointed_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ("post", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "post"],
                condition=Q(ended_on=None, post__in=INDEPENDENT),
                name="one_open_panel_chair_and_author",
            ),
            models.UniqueConstraint(
                fields=["review", "folded_name"],
                condition=Q(ended_on=None, post__in=INDEPENDENT),
                name="panel_chair_is_not_the_author",
            ),
            models.UniqueConstraint(
                fields=["review", "user"],
                condition=Q(ended_on=None),
                name="one_open_post_an_account",
            ),
            models.CheckConstraint(
                condition=Q(post="panel_member") | ~Q(independence=""),
                name="chair_and_author_state_independence",
            ),
            models.CheckConstraint(
                condition=~Q(post="panel_member") | ~Q(job_title=""),
                name="panel_member_has_a_job_title",
            ),
            models.CheckConstraint(condition=~Q(folded_name=""), name="appointed_by_name"),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("appointed_on")),
                name="appointment_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_because="")
                | (Q(ended_on__isnull=False) & ~Q(ended_because="")),
                name="appointment_ends_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_post_display().lower()}"

    def save(self, *args: Any, **kw: Any) -> None:
        """The row is kept, with the name as the database compares it."""
        self.folded_name = folded_name(self.name)[:FOLDED]
        super().save(*args, **kw)

    @property
    def is_independent(self) -> bool:
        return self.post in INDEPENDENT

    @property
    def title_and_employer(self) -> str:
        """Return how an executive summary lists a panel member: without the name."""
        return ", ".join(filter(None, [self.job_title, self.employer]))

    @property
    def standing_declaration(self) -> Declaration | None:
        """The declaration that counts: the last, which may have been fetched with the row."""
        return max(self.declarations.all(), key=lambda each: each.pk, default=None)

    def end(self, *, on: date, because: str) -> None:
        """The person has left the post and sees the review no more."""
        self.ended_on, self.ended_because = on, because
        self.save(update_fields=["ended_on", "ended_because"])
