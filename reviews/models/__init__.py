"""The case and its nouns, one a file."""

from reviews.models.absence import Absence
from reviews.models.bank_holiday import BankHoliday
from reviews.models.calendar_change import CalendarChange, MovedMeanwhile
from reviews.models.case_document import CaseDocument, DocumentKind, DocumentVersion
from reviews.models.child import Child
from reviews.models.commission import Commission, CommissionKind
from reviews.models.deadline import Deadline, Extension
from reviews.models.decision import CriterionFinding, Decision, Outcome, Recommendation
from reviews.models.declaration import Acceptance, Declaration
from reviews.models.draft import IncidentDraft
from reviews.models.draft_page import AlreadySubmitted, DraftPage, SavedMeanwhile, Values
from reviews.models.evaluation import Evaluation, Grade
from reviews.models.family import FamilyMember
from reviews.models.hand_over import Answer, HandOver
from reviews.models.history import Event, EventName, StateChange
from reviews.models.incident import Incident, InvolvedProfessional, KeyDate
from reviews.models.notification import Notification
from reviews.models.panel import Appointment, Post
from reviews.models.past_file import PastReviewsFile
from reviews.models.publication import Pause, Publication, PublicationState
from reviews.models.report import Report, ReportKind
from reviews.models.review import Move, Review
from reviews.models.terms import TermsOfReference

__all__ = [
    "Absence",
    "Acceptance",
    "AlreadySubmitted",
    "Answer",
    "Appointment",
    "BankHoliday",
    "CalendarChange",
    "CaseDocument",
    "Child",
    "Commission",
    "CommissionKind",
    "CriterionFinding",
    "Deadline",
    "Decision",
    "Declaration",
    "DocumentKind",
    "DocumentVersion",
    "DraftPage",
    "Evaluation",
    "Event",
    "EventName",
    "Extension",
    "FamilyMember",
    "Grade",
    "HandOver",
    "Incident",
    "IncidentDraft",
    "InvolvedProfessional",
    "KeyDate",
    "Move",
    "MovedMeanwhile",
    "Notification",
    "Outcome",
    "PastReviewsFile",
    "Pause",
    "Post",
    "Publication",
    "PublicationState",
    "Recommendation",
    "Report",
    "ReportKind",
    "Review",
    "SavedMeanwhile",
    "StateChange",
    "TermsOfReference",
    "Values",
]
