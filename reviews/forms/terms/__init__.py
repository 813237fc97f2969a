"""The parts of a draft of the terms, a form each, and the form by which they are agreed."""

from reviews.forms.terms.agencies import AgenciesForm
from reviews.forms.terms.agree import AgreeTermsForm
from reviews.forms.terms.base import PartForm
from reviews.forms.terms.parts import FamilyForm, PeriodForm, ProceedingsForm
from reviews.forms.terms.questions import LibraryForm, QuestionsForm
from reviews.forms.terms.timetable import TimetableForm

PARTS: dict[str, type[PartForm]] = {
    form.part.value: form
    for form in (
        PeriodForm,
        QuestionsForm,
        AgenciesForm,
        FamilyForm,
        ProceedingsForm,
        TimetableForm,
    )
}

__all__ = ["PARTS", "AgreeTermsForm", "LibraryForm", "PartForm", "QuestionsForm"]
