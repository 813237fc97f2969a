"""What is kept: the append-only log, and documents."""

from records.models.audit import AuditEvent, AuditHead, first_broken_link, log
from records.models.document import Document, Infected

__all__ = ["AuditEvent", "AuditHead", "Document", "Infected", "first_broken_link", "log"]
