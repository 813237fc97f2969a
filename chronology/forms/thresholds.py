"""From how many days on silence is shown as too long."""

from typing import Any

from boards.govuk.fields import CountField
from boards.govuk.forms import PortalForm
from chronology.models import Integration

MOST_DAYS = 3650


class ThresholdsForm(PortalForm):
    """The days of a review's integrated chronology."""

    submit_text = "Change the thresholds"
    no_contact_days = CountField(
        called="the days without contact",
        label="Days without any contact",
        help_text="Longer silence is shown here and between the rows of the chronology.",
        min_value=1,
        max_value=MOST_DAYS,
    )
    not_seen_days = CountField(
        called="the days without the child being seen",
        label="Days without the child being seen, seen alone or heard",
        min_value=1,
        max_value=MOST_DAYS,
    )

    def __init__(self, *args: Any, kept: Integration, **kw: Any) -> None:
        self.kept = kept
        kw["initial"] = {name: getattr(self.kept, name) for name in self.base_fields}
        super().__init__(*args, **kw)

    def keep(self) -> Integration:
        """The thresholds are those of the review from now on."""
        kept, _ = Integration.objects.update_or_create(
            review=self.kept.review, defaults=self.cleaned_data
        )
        return kept
