"""The case and its nouns, one a file."""

from reviews.models.absence import Absence
from reviews.models.action_done import ActionDone
from reviews.models.agency_question import AgencyQuestion
from reviews.models.agency_recommendation import AgencyRecommendation
from reviews.models.agenda import AgendaItem, AgendaPaper, PackCopy
from reviews.models.bank_holiday import BankHoliday
from reviews.models.calendar_change import CalendarChange, MovedMeanwhile
from reviews.models.case_document import CaseDocument, DocumentKind, DocumentVersion
from reviews.models.child import Child
from reviews.models.comment_round import Answer, Comment, CommentRound, Invitation
from reviews.models.commission import Commission, CommissionKind
from reviews.models.contact import Contact, PlannedContact
from reviews.models.contribution import Contribution
from reviews.models.contribution_draft import ContributionDraft
from reviews.models.deadline import Deadline
from reviews.models.decision import CriterionFinding, Decision, Outcome, Recommendation
from reviews.models.declaration import Acceptance, Declaration
from reviews.models.dispatch import Channel, Dispatch
from reviews.models.draft import IncidentDraft
from reviews.models.draft_page import AlreadySubmitted, DraftPage, SavedMeanwhile, Values
from reviews.models.evaluation import Evaluation, Grade
from reviews.models.extension import Extension
from reviews.models.family import FamilyMember
from reviews.models.final_set import FinalSet, SetState
from reviews.models.final_set_item import FinalSetItem
from reviews.models.hand_over import HandOver, HandOverAnswer
from reviews.models.history import Event, EventName, StateChange
from reviews.models.incident import Incident, InvolvedProfessional, KeyDate
from reviews.models.invitee import Attendance, Invitee
from reviews.models.judgement import Element, ElementGrade, HeadingJudgement
from reviews.models.meeting import Meeting, MeetingChange, MeetingKind
from reviews.models.minutes import (
    MeetingAction,
    MeetingDecision,
    Minutes,
    MinutesChangedMeanwhile,
)
from reviews.models.name_scan import NameScan, ScanResult
from reviews.models.notification import Notification
from reviews.models.panel import Appointment, Post
from reviews.models.past_file import PastReviewsFile
from reviews.models.proceedings import (
    HeldUp,
    Hold,
    Proceedings,
    ProceedingsKind,
    ProceedingsState,
    ProceedingsStep,
)
from reviews.models.publication import Pause, Publication, PublicationState
from reviews.models.published import Embargo, RepositoryCopy, TakeDown
from reviews.models.quality import Met, QualityAnswer
from reviews.models.question_library import LibraryQuestion
from reviews.models.quiet_days import QuietDays
from reviews.models.readiness import HeadingGrade, Readiness
from reviews.models.refused_file import RefusedFile
from reviews.models.relative import Consent, FamilyContribution, NotInvolved, Relative
from reviews.models.release_copy import ReleaseCopy
from reviews.models.report import Report, ReportKind
from reviews.models.report_draft import ReportDraft
from reviews.models.report_section import SectionVersion, WrittenMeanwhile
from reviews.models.review import Move, Review
from reviews.models.scoping import NoDraftOfTerms, TermsSavedMeanwhile
from reviews.models.terms import TermsOfReference
from reviews.models.terms_rows import (
    TermsAgency,
    TermsAgreement,
    TermsMilestone,
    TermsQuestion,
    TermsSaving,
)
from reviews.models.theme import BoardTheme, ShownTheme
from reviews.models.word_template import WordTemplate

__all__ = [
    "Absence",
    "Acceptance",
    "ActionDone",
    "AgencyQuestion",
    "AgencyRecommendation",
    "AgendaItem",
    "AgendaPaper",
    "AlreadySubmitted",
    "Answer",
    "Appointment",
    "Attendance",
    "BankHoliday",
    "BoardTheme",
    "CalendarChange",
    "CaseDocument",
    "Channel",
    "Child",
    "Comment",
    "CommentRound",
    "Commission",
    "CommissionKind",
    "Consent",
    "Contact",
    "Contribution",
    "ContributionDraft",
    "CriterionFinding",
    "Deadline",
    "Decision",
    "Declaration",
    "Dispatch",
    "DocumentKind",
    "DocumentVersion",
    "DraftPage",
    "Element",
    "ElementGrade",
    "Embargo",
    "Evaluation",
    "Event",
    "EventName",
    "Extension",
    "FamilyContribution",
    "FamilyMember",
    "FinalSet",
    "FinalSetItem",
    "Grade",
    "HandOver",
    "HandOverAnswer",
    "HeadingGrade",
    "HeadingJudgement",
    "HeldUp",
    "Hold",
    "Incident",
    "IncidentDraft",
    "Invitation",
    "Invitee",
    "InvolvedProfessional",
    "KeyDate",
    "LibraryQuestion",
    "Meeting",
    "MeetingAction",
    "MeetingChange",
    "MeetingDecision",
    "MeetingKind",
    "Met",
    "Minutes",
    "MinutesChangedMeanwhile",
    "Move",
    "MovedMeanwhile",
    "NameScan",
    "NoDraftOfTerms",
    "NotInvolved",
    "Notification",
    "Outcome",
    "PackCopy",
    "PastReviewsFile",
    "Pause",
    "PlannedContact",
    "Post",
    "Proceedings",
    "ProceedingsKind",
    "ProceedingsState",
    "ProceedingsStep",
    "Publication",
    "PublicationState",
    "QualityAnswer",
    "QuietDays",
    "Readiness",
    "Recommendation",
    "RefusedFile",
    "Relative",
    "ReleaseCopy",
    "Report",
    "ReportDraft",
    "ReportKind",
    "RepositoryCopy",
    "Review",
    "SavedMeanwhile",
    "ScanResult",
    "SectionVersion",
    "SetState",
    "ShownTheme",
    "StateChange",
    "TakeDown",
    "TermsAgency",
    "TermsAgreement",
    "TermsMilestone",
    "TermsOfReference",
    "TermsQuestion",
    "TermsSavedMeanwhile",
    "TermsSaving",
    "Values",
    "WordTemplate",
    "WrittenMeanwhile",
]
