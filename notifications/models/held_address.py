"""An address that took no mail: nothing more is sent there until somebody has seen to it."""

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar, Self

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import F, Q

from boards.models import Membership, User
from boards.roles import Manager
from records.models import log


class HeldAddressQuerySet(models.QuerySet["HeldAddress"]):
    def visible_to(self, user: User) -> Self:
        """Keep those of people on the boards that the person manages."""
        seats = Membership.objects.open().filter(board__in=user.boards_seen_as(Manager))
        return self.filter(user__in=seats.values("user"))

    def unreached(self, people: Iterable[User]) -> set[int]:
        """Return those of `people` to whom no mail goes."""
        return set(self.in_force().filter(user__in=people).values_list("user", flat=True))

    def in_force(self) -> Self:
        """Keep those that the person still has: a corrected address is another."""
        return self.filter(lifted_at=None, address=F("user__email"))


class HeldAddress(models.Model):
    """Since `at` no mail goes to the person at this address; what they are owed waits.

    It ends by itself when the person has another address, or when a manager says that it works.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="held_addresses")
    address = models.EmailField()
    because = models.CharField(max_length=300)
    at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = HeldAddressQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "address"], condition=Q(lifted_at=None), name="address_held_once"
            ),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="address_lifted_at_and_by",
            ),
        ]

    def __str__(self) -> str:
        return f"Mail to {self.address} is held"

    @classmethod
    def hold(cls, user: User, address: str, *, because: str, at: datetime) -> None:
        """Nothing more goes to the person at the address, to which mail was sent. Twice is once."""
        cls.objects.get_or_create(
            user=user,
            address=address,
            lifted_at=None,
            defaults={"because": because[:300], "at": at},
        )

    def lift(self, *, by: User, at: datetime) -> None:
        """What waits is sent to the address again."""
        if not HeldAddress.objects.visible_to(by).filter(pk=self.pk).exists():
            raise PermissionDenied("Addresses are tried again by the board’s business manager.")
        with transaction.atomic():
            if HeldAddress.objects.filter(pk=self.pk, lifted_at=None).update(
                lifted_at=at, lifted_by=by
            ):
                words = f"{by} let mail go to {self.user} at the address it came back from."
                log("lift_address", words, by=by, at=at, subject=self.user)
