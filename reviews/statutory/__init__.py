"""What is true on paper, without a computer: guidance, deadlines, working days and partial dates.

Standard library only. Every function takes its days and its bank holidays as arguments.
"""

from reviews.statutory.bank_holidays import (
    ANNOUNCED_UNTIL_YEAR,
    ENGLAND,
    LAST_KNOWN_YEAR,
    HolidayCalendar,
    UnknownHolidays,
)
from reviews.statutory.deadlines import (
    DueDate,
    add_months,
    days_left,
    due_dates,
    due_on,
    is_overdue,
)
from reviews.statutory.events import EVENTS, TRIGGERS, UnknownEvent
from reviews.statutory.guidance import (
    GUIDANCE,
    NoGuidance,
    UnknownGuidance,
    guidance_named,
    guidance_on,
)
from reviews.statutory.headings import HEADINGS, Heading
from reviews.statutory.partial_date_reading import UnreadableDate
from reviews.statutory.partial_dates import PartialDate, Precision
from reviews.statutory.recipients import RECIPIENTS, Copy, Recipient, recipients_of
from reviews.statutory.rules import (
    Criterion,
    CriterionKind,
    Deadline,
    Direction,
    Duty,
    Extension,
    Guidance,
    Mark,
    Reason,
    Unit,
)
from reviews.statutory.stops import STOPS, Stop, said_of_stops
from reviews.statutory.timetable import (
    PANEL,
    STEPS,
    Milestone,
    NoTimeLeft,
    doubts,
    milestone_name,
    timetable,
)
from reviews.statutory.windows import (
    EVALUATION,
    PUBLICATION,
    EvaluationWindow,
    PublicationRule,
    evaluation_applies,
    evaluation_is_streamlined,
    publication_rule,
)
from reviews.statutory.working_days import (
    Skipped,
    act_by,
    add_working_days,
    skipped,
    subtract_working_days,
)

__all__ = [
    "ANNOUNCED_UNTIL_YEAR",
    "ENGLAND",
    "EVALUATION",
    "EVENTS",
    "GUIDANCE",
    "HEADINGS",
    "LAST_KNOWN_YEAR",
    "PANEL",
    "PUBLICATION",
    "RECIPIENTS",
    "STEPS",
    "STOPS",
    "TRIGGERS",
    "Copy",
    "Criterion",
    "CriterionKind",
    "Deadline",
    "Direction",
    "DueDate",
    "Duty",
    "EvaluationWindow",
    "Extension",
    "Guidance",
    "Heading",
    "HolidayCalendar",
    "Mark",
    "Milestone",
    "NoGuidance",
    "NoTimeLeft",
    "PartialDate",
    "Precision",
    "PublicationRule",
    "Reason",
    "Recipient",
    "Skipped",
    "Stop",
    "Unit",
    "UnknownEvent",
    "UnknownGuidance",
    "UnknownHolidays",
    "UnreadableDate",
    "act_by",
    "add_months",
    "add_working_days",
    "days_left",
    "doubts",
    "due_dates",
    "due_on",
    "evaluation_applies",
    "evaluation_is_streamlined",
    "guidance_named",
    "guidance_on",
    "is_overdue",
    "milestone_name",
    "publication_rule",
    "recipients_of",
    "said_of_stops",
    "skipped",
    "subtract_working_days",
    "timetable",
]
