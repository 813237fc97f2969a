"""The ledger of what people are told, and the sign of life of beat."""

from notifications.models.acknowledgement import Acknowledgement
from notifications.models.board_ladder import BoardLadder
from notifications.models.feed import CalendarFeed
from notifications.models.heartbeat import Heartbeat
from notifications.models.held_address import HeldAddress
from notifications.models.mail import Mail, MailKind
from notifications.models.nudge import Nudge
from notifications.models.receipt import Receipt
from notifications.models.reminder import Kind, Reminder, Status
from notifications.models.snooze import Snooze

__all__ = [
    "Acknowledgement",
    "BoardLadder",
    "CalendarFeed",
    "Heartbeat",
    "HeldAddress",
    "Kind",
    "Mail",
    "MailKind",
    "Nudge",
    "Receipt",
    "Reminder",
    "Snooze",
    "Status",
]
