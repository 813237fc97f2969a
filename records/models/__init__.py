"""What is kept: the append-only log, and documents."""

from records.models.audit import AuditEvent, AuditHead, first_broken_link, log
from records.models.document import Document

__all__ = ["AuditEvent", "AuditHead", "Document", "first_broken_link", "log"]
