"""Forms about a review: shape is checked here, truth in the models."""

from reviews.forms.case import CaseForm
from reviews.forms.criteria import CriteriaForm
from reviews.forms.dates import CorrectEventForm, PinGuidanceForm, RecordEventForm
from reviews.forms.facts import (
    AskAgenciesForm,
    ExtendForm,
    PauseForm,
    PublishForm,
    ReportForm,
    RestrictForm,
    TermsForm,
)
from reviews.forms.owning import HandOverForm
from reviews.forms.people import (
    AcceptConflictForm,
    AppointForm,
    EndAppointmentForm,
    PaperDeclarationForm,
    ReplaceAppointmentForm,
)

# The page of each act: its heading and its form.
ACTS: dict[str, tuple[str, type[CaseForm]]] = {
    "answer_criteria": ("Criteria worksheet", CriteriaForm),
    "ask_agencies": ("Ask agencies", AskAgenciesForm),
    "agree_terms": ("Terms of reference", TermsForm),
    "appoint": ("Appoint somebody", AppointForm),
    "end_appointment": ("End an appointment", EndAppointmentForm),
    "replace_appointment": ("Replace somebody", ReplaceAppointmentForm),
    "take_declaration": ("Declaration on paper", PaperDeclarationForm),
    "accept_conflict": ("Accept a conflict", AcceptConflictForm),
    "record_report": ("Record a completed document", ReportForm),
    "record_event": ("Record what took place", RecordEventForm),
    "correct_event": ("Correct a date", CorrectEventForm),
    "extend": ("Extend a date", ExtendForm),
    "pin_guidance": ("Choose the guidance", PinGuidanceForm),
    "hand_over": ("Owner and deputy", HandOverForm),
    "publish": ("Publication", PublishForm),
    "pause": ("Pause or resume", PauseForm),
    "restrict": ("Restriction", RestrictForm),
}
