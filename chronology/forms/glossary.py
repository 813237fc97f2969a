"""An abbreviation and what it stands for."""

from boards.govuk.fields import LineField
from boards.govuk.forms import PortalForm


class AbbreviationForm(PortalForm):
    """Explains some letters, or gives them another meaning."""

    submit_text = "Save"

    short = LineField(called="the abbreviation", label="Abbreviation", max_length=30)
    meaning = LineField(
        called="what it stands for",
        label="What does it stand for?",
        help_text="A service, a post, a form or a term. People belong in the cast.",
        max_length=300,
    )
