"""What has been recorded on a review so far, as rows of a summary list."""

from boards.govuk.words import on_paper
from reviews.known import Known
from reviews.models import Appointment, Evaluation, TermsOfReference

Row = dict[str, str]


def fact_sheet(known: Known) -> list[Row]:
    """Return terms, people, documents, evaluations and publication, oldest first in each."""
    return [
        *(_row("Terms of reference", _terms(each)) for each in known.terms if each.is_agreed),
        *(_row(each.get_post_display(), _appointment(each)) for each in known.appointments),
        *(
            _row(
                each.get_kind_display(),
                f"Version {each.version} by {each.author}, completed on "
                f"{on_paper(each.completed_on)}",
            )
            for each in known.reports
        ),
        *(_row(f"Evaluation {each.number}", _evaluation(each)) for each in known.evaluations),
        *(
            _row(
                "Publication",
                ". ".join(
                    filter(None, [f"{each} since {on_paper(each.on)}", each.reason, each.authority])
                ),
            )
            for each in known.publications
        ),
    ]


def _row(key: str, value: str) -> Row:
    return {"key": key, "value": value}


def _terms(terms: TermsOfReference) -> str:
    period = f"{on_paper(terms.from_on)} to {on_paper(terms.to_on)}"
    agreed = f"{terms}, agreed on {on_paper(terms.agreed_on)}: {period}"
    questions = "\n".join(map(str, terms.questions.all()))
    return f"{agreed}\n{questions}"


def _appointment(held: Appointment) -> str:
    ended = f" to {on_paper(held.ended_on)}" if held.ended_on else ""
    # A panel member by job title and employer alone, as an executive summary lists them.
    who = held.title_and_employer
    if held.is_independent:
        who = f"{held.name}, {who}"
    return f"{who}, from {on_paper(held.appointed_on)}{ended}"


def _evaluation(evaluation: Evaluation) -> str:
    submitted = f"Submitted on {on_paper(evaluation.submitted_on)}" * bool(evaluation.submitted_on)
    letter = f" ({evaluation.letter_reference})" if evaluation.letter_reference else ""
    graded = f"{evaluation.get_grade_display()}{letter}" if evaluation.grade else "Letter awaited"
    day = f" on {on_paper(evaluation.evaluated_on)}" if evaluation.evaluated_on else ""
    return ". ".join(filter(None, [submitted, graded + day]))
