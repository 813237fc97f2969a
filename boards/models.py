"""Who sits where: boards, their authorities and agencies, people and what they are there."""

from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from boards.roles import ROLES, Role, Sees, role_choices, slugs_that_see


class Board(models.Model):
    """A Local Safeguarding Children Board."""

    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    code = models.CharField(
        max_length=4,
        unique=True,
        validators=[RegexValidator(r"^[A-Z]{3,4}$", "Use three or four capital letters.")],
        help_text="Begins every reference, as in ESX-2010-007.",
    )
    region = models.CharField(max_length=40)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class LocalAuthority(models.Model):
    """A council that set up the board, alone or jointly (LSCB Regulations 2006)."""

    name = models.CharField(max_length=120)
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="authorities")
    since_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "local authorities"
        ordering = ("name",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["name"], condition=Q(until_on=None), name="authority_in_one_board_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(since_on=None) | Q(until_on__gte=F("since_on")),
                name="authority_until_not_before_since",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AgencyKind(models.TextChoices):
    SOCIAL_CARE = "social_care", "Children's social care"
    POLICE = "police", "Police"
    HEALTH_COMMISSIONER = "health_commissioner", "Health commissioner"
    HOSPITAL = "hospital", "Acute hospital"
    COMMUNITY_HEALTH = "community_health", "Community health"
    MENTAL_HEALTH = "mental_health", "Mental health"
    GP = "gp", "GP practice"
    EDUCATION = "education", "School or education"
    PROBATION = "probation", "Probation"
    YOUTH_OFFENDING = "youth_offending", "Youth offending"
    HOUSING = "housing", "Housing"
    CAFCASS = "cafcass", "Cafcass"
    VOLUNTARY = "voluntary", "Voluntary organisation"
    OTHER = "other", "Other"


# Asked in nearly every review: left out at notification, they are suggested.
USUAL_AGENCY_KINDS = (
    AgencyKind.SOCIAL_CARE,
    AgencyKind.POLICE,
    AgencyKind.COMMUNITY_HEALTH,
    AgencyKind.HOSPITAL,
    AgencyKind.GP,
    AgencyKind.EDUCATION,
)

# Whose reports the health overview draws together.
HEALTH_KINDS = (
    AgencyKind.HEALTH_COMMISSIONER,
    AgencyKind.HOSPITAL,
    AgencyKind.COMMUNITY_HEALTH,
    AgencyKind.MENTAL_HEALTH,
    AgencyKind.GP,
)


class Agency(models.Model):
    """An organisation that the board asks for checks, chronologies and reports."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="agencies")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=AgencyKind)
    is_active = models.BooleanField(default=True)
    chief_officer = models.ForeignKey(
        "User",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="agencies_led",
        help_text="Told when the agency's return is long overdue, and sees what it is asked for.",
    )

    class Meta:
        verbose_name_plural = "agencies"
        ordering = ("name",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["board", "name"], name="agency_name_once_a_board")
        ]

    def __str__(self) -> str:
        return self.name


class People(BaseUserManager["User"]):
    """Creates the people who sign in; their e-mail address is their name here."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in."""

    email = models.EmailField(unique=True)
    full_name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False, help_text="May open the administration pages.")
    date_joined = models.DateTimeField(auto_now_add=True)

    objects = People()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["full_name"]

    class Meta:
        ordering = ("full_name",)

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        return self.full_name

    def has_role(self, *roles: type[Role], board: Board | int | None = None) -> bool:
        """Return whether one of `roles` is held today, on `board` where one is given."""
        board_id = board.pk if isinstance(board, Board) else board
        wanted = {role.slug for role in roles}
        return any(
            seat.role in wanted and (None in (board_id, seat.board_id) or seat.board_id == board_id)
            for seat in self.seats()
        )

    def boards_seen_as(self, *roles: type[Role]) -> list[int]:
        """Return the ids of the boards on which one of `roles` is held today."""
        wanted = {role.slug for role in roles}
        return sorted({seat.board_id for seat in self.seats() if seat.role in wanted})

    def seats(self) -> list["Membership"]:
        """Return the memberships in force, read from the database once per object."""
        if not hasattr(self, "_seats"):
            self._seats = list(self.memberships.open().select_related("board", "agency"))
        return self._seats

    def led_agencies(self) -> list[int]:
        """Return the ids of the agencies whose chief officer they are, read once per object."""
        if not hasattr(self, "_led_agencies"):
            self._led_agencies = list(self.agencies_led.values_list("pk", flat=True))
        return self._led_agencies


class MembershipQuerySet(models.QuerySet["Membership"]):
    def open(self) -> Self:
        """Keep those that have not ended, of people who may sign in."""
        return self.filter(until_on=None, user__is_active=True)

    def in_roles(self, *roles: type[Role]) -> Self:
        return self.filter(role__in=[role.slug for role in roles])

    def seeing(self, scope: Sees) -> Self:
        return self.filter(role__in=slugs_that_see(scope))


class Membership(models.Model):
    """What a person is on a board, and for which agency where the role needs one."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    board = models.ForeignKey(
        Board,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="memberships",
        help_text="Left empty for Ofsted's evaluators alone, who work across boards.",
    )
    role = models.CharField(max_length=20, choices=role_choices)
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ("board", "role")
        indexes: ClassVar = [
            # A board may have thousands of members, of whom one is the manager and one an owner.
            models.Index(
                fields=["board", "role", "user"],
                condition=Q(until_on=None),
                name="open_seats_of_a_board",
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "board", "role"],
                condition=Q(until_on=None, agency=None),
                name="one_open_membership_a_role",
            ),
            models.UniqueConstraint(
                fields=["user", "board", "role", "agency"],
                condition=Q(until_on=None, agency__isnull=False),
                name="one_open_membership_an_agency",
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("since_on")),
                name="membership_until_not_before_since",
            ),
            models.CheckConstraint(
                condition=Q(role="agency_author", agency__isnull=False)
                | (~Q(role="agency_author") & Q(agency__isnull=True)),
                name="agency_for_agency_authors_alone",
            ),
            models.CheckConstraint(
                condition=Q(role="evaluator", board=None)
                | (~Q(role="evaluator") & Q(board__isnull=False)),
                name="evaluators_alone_work_across_boards",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {ROLES[self.role].name}, {self.board or 'every board'}"

    def end(self, *, on: date) -> None:
        """The person has left this role: nothing is shown or sent to them for it any more."""
        self.until_on = on
        self.save(update_fields=["until_on"])
