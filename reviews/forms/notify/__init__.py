"""The pages of a notification, in the order in which they are asked."""

from reviews.forms.notify.agencies import AgencyForm
from reviews.forms.notify.base import LATER, NotifyForm
from reviews.forms.notify.circumstances import DatesForm, ReferrerForm, WhatHappenedForm
from reviews.forms.notify.people import ChildForm, FamilyForm
from reviews.forms.notify.reasons import ReasonForm
from reviews.forms.notify.response import (
    KeyDateForm,
    MediaForm,
    ProceedingsForm,
    SafeguardingForm,
)

GROUPS: dict[str, type[NotifyForm]] = {
    form.slug: form
    for form in (
        ReferrerForm,
        DatesForm,
        ChildForm,
        WhatHappenedForm,
        ReasonForm,
        FamilyForm,
        AgencyForm,
        SafeguardingForm,
        ProceedingsForm,
        MediaForm,
        KeyDateForm,
    )
}
NEEDED = frozenset({ChildForm.slug})
"""The groups of entries of which there must be at least one."""

__all__ = ["GROUPS", "LATER", "NEEDED", "NotifyForm"]
