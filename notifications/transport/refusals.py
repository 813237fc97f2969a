"""Ways in which a message may not be taken."""

from datetime import UTC, datetime, time, timedelta


class Refused(Exception):
    """The message will never be taken; the words are the server's."""


class WrongAddress(Refused):
    """Nothing will ever be taken for this address."""


class NotNow(Exception):
    """The message may be taken later; the words are the server's."""


class Unreachable(Exception):
    """No message is taken at the moment."""

    def back_at(self, at: datetime) -> datetime | None:
        """Return from when messages are taken again, None where nobody knows."""
        return None


class SpentForToday(Unreachable):
    """No message is taken before midnight UTC, when the count of the day begins anew."""

    def back_at(self, at: datetime) -> datetime:
        tomorrow = at.astimezone(UTC).date() + timedelta(days=1)
        return datetime.combine(tomorrow, time.min, UTC)
