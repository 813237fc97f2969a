"""What is kept: the append-only log of every change and every opening of a case."""

import hashlib
import hmac
import json
from datetime import UTC, datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction

from boards.models import Board, User
from boards.roles import Auditor, Chair, Manager


class AuditEventQuerySet(models.QuerySet["AuditEvent"]):
    def visible_to(self, user: User) -> Self:
        """Keep the events of the boards whose log the user may read."""
        return self.filter(board__in=user.boards_seen_as(Auditor, Manager, Chair))

    def about(self, subject: models.Model) -> Self:
        return self.filter(subject_type=subject._meta.label_lower, subject_id=subject.pk)


class AuditEvent(models.Model):
    """Something was done or looked at. Rows are chained by digest and never change.

    The database refuses UPDATE and DELETE (migration 0002); each row's digest is an HMAC over its
    content and the digest before it, so that a row changed behind the portal's back is found by
    `manage.py verify_audit`.
    """

    at = models.DateTimeField()
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    board = models.ForeignKey(Board, null=True, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=40)
    sentence = models.CharField(max_length=300)
    subject_type = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True)
    reference = models.CharField(max_length=30, blank=True)
    details = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    previous_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [
            models.Index(fields=["subject_type", "subject_id", "-id"], name="audit_subject"),
            models.Index(fields=["board", "-id"], name="audit_board"),
        ]

    def __str__(self) -> str:
        return self.sentence

    def signed(self) -> str:
        """Return the digest that this row's content must have."""
        content = [
            self.at.astimezone(UTC).isoformat(),
            self.by_id,
            self.board_id,
            self.verb,
            self.sentence,
            self.subject_type,
            self.subject_id,
            self.reference,
            self.details,
            self.previous_digest,
        ]
        text = json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True, separators=(",", ":"))
        return hmac.new(settings.AUDIT_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


class AuditHead(models.Model):
    """The end of the chain: one row, locked while a new event is appended."""

    digest = models.CharField(max_length=64, blank=True)
    length = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.length} events"


def log(
    verb: str,
    sentence: str,
    *,
    by: User | None,
    at: datetime,
    board: Board | int | None = None,
    subject: models.Model | None = None,
    reference: str = "",
    **details: Any,
) -> AuditEvent:
    """The event has been appended to the chain, inside the caller's transaction.

    Call it last in a transaction: the head row stays locked until the transaction ends.
    """
    with transaction.atomic():
        head, _ = AuditHead.objects.select_for_update().get_or_create(pk=1)
        event = AuditEvent(
            at=at,
            by=by,
            board_id=board.pk if isinstance(board, Board) else board,
            verb=verb,
            sentence=sentence[:300],
            subject_type=subject._meta.label_lower if subject is not None else "",
            subject_id=subject.pk if subject is not None else None,
            reference=reference,
            details=json.loads(json.dumps(details, cls=DjangoJSONEncoder)),
            previous_digest=head.digest,
        )
        event.digest = event.signed()
        event.save(force_insert=True)
        head.digest, head.length = event.digest, head.length + 1
        head.save(update_fields=["digest", "length"])
    return event


def first_broken_link() -> tuple[int | None, str] | None:
    """Return (row id, what is wrong) of the first bad row of the chain, or None if all hold."""
    previous, length = "", 0
    for event in AuditEvent.objects.order_by("id").iterator(chunk_size=2000):
        if event.previous_digest != previous:
            return event.pk, "a row before it is missing or was put in"
        if not hmac.compare_digest(event.digest, event.signed()):
            return event.pk, "its content was changed"
        previous, length = event.digest, length + 1
    head = AuditHead.objects.filter(pk=1).first() or AuditHead()
    if (head.digest, head.length) != (previous, length):
        return None, f"the chain should end after {head.length} rows and ends after {length}"
    return None
