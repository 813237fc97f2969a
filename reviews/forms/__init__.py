"""Forms about a review: shape is checked here, truth in the models."""

from reviews.forms.case import CaseForm
from reviews.forms.correcting import WithdrawLetterForm
from reviews.forms.criteria import CriteriaForm
from reviews.forms.dates import CorrectEventForm, PinGuidanceForm, RecordEventForm
from reviews.forms.dispatches import AcknowledgeForm, DispatchForm
from reviews.forms.extending import ExtendForm
from reviews.forms.facts import (
    AskAgenciesForm,
    PauseForm,
    RestrictForm,
)
from reviews.forms.final_set import PutAgainForm, SendBackForm, SignForm
from reviews.forms.owning import HandOverForm
from reviews.forms.people import (
    AcceptConflictForm,
    AppointForm,
    EndAppointmentForm,
    PaperDeclarationForm,
    ReplaceAppointmentForm,
)
from reviews.forms.publication import (
    EmbargoForm,
    PlanPublicationForm,
    PublishForm,
    RepositoryForm,
    TakeDownForm,
)
from reviews.forms.readiness import ReadinessForm

# The page of each act: its heading and its form.
ACTS: dict[str, tuple[str, type[CaseForm]]] = {
    "answer_criteria": ("Criteria worksheet", CriteriaForm),
    "ask_agencies": ("Ask agencies", AskAgenciesForm),
    "appoint": ("Appoint somebody", AppointForm),
    "end_appointment": ("End an appointment", EndAppointmentForm),
    "put_again": ("Put the final set to the board", PutAgainForm),
    "sign_again": ("Sign the final set for the board", SignForm),
    "return_again": ("Send the final set back", SendBackForm),
    "record_dispatch": ("Record a copy that was sent", DispatchForm),
    "acknowledge_dispatch": ("Record that a copy arrived", AcknowledgeForm),
    "assess_readiness": ("Assess readiness for evaluation", ReadinessForm),
    "withdraw_past_letter": ("Withdraw Ofsted’s letter", WithdrawLetterForm),
    "replace_appointment": ("Replace somebody", ReplaceAppointmentForm),
    "take_declaration": ("Declaration on paper", PaperDeclarationForm),
    "accept_conflict": ("Accept a conflict", AcceptConflictForm),
    "record_event": ("Record what took place", RecordEventForm),
    "correct_event": ("Correct a date", CorrectEventForm),
    "extend": ("Extend a date", ExtendForm),
    "pin_guidance": ("Choose the guidance", PinGuidanceForm),
    "hand_over": ("Owner and deputy", HandOverForm),
    "publish": ("Publication", PublishForm),
    "plan_publication": ("Set the date of publication", PlanPublicationForm),
    "set_embargo": ("Embargo on publication", EmbargoForm),
    "send_to_repository": ("Record that it was sent to a repository", RepositoryForm),
    "take_down": ("Record that it was taken down", TakeDownForm),
    "pause": ("Pause or resume", PauseForm),
    "restrict": ("Restriction", RestrictForm),
}
