"""An account of the same event, chosen by hand."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import Q

from boards.govuk.fields import Radios
from boards.govuk.forms import PortalForm
from boards.govuk.words import on_paper
from chronology.exports.lines import spoken_day, spoken_time
from chronology.models import Entry, SameEvent
from chronology.reader import Reader

AROUND = timedelta(days=14)
MOST = 60
SHORT = 160  # characters of the text


class JoinForm(PortalForm):
    """Which of the entries of about the same days tells of this event too."""

    submit_text = "Link these two accounts"

    other = forms.ModelChoiceField(
        Entry.objects.none(),
        label="Which of these tells of the same event?",
        empty_label=None,
        widget=Radios,
        error_messages={
            "required": "Select the other account of this event",
            "invalid_choice": "Select one of the accounts on the page",
        },
    )

    def __init__(self, *args: Any, entry: Entry, reader: Reader, **options: Any) -> None:
        super().__init__(*args, **options)
        beside = (
            reader.entries()
            .filter(
                date_start__lte=entry.date_end + AROUND, date_end__gte=entry.date_start - AROUND
            )
            .exclude(agency=entry.agency_id)
            .select_related("agency")
            .in_order()
        )
        field = self.fields["other"]
        field.queryset = beside
        said = _said_before(entry)
        field.choices = [
            (one.pk, _in_words(one, reader) + said.get(one.pk, "")) for one in beside[:MOST]
        ]


def _said_before(entry: Entry) -> dict[int, str]:
    """Return {id of another entry: what somebody has said of the two}."""
    pairs = SameEvent.objects.filter(Q(first=entry) | Q(second=entry), by__isnull=False)
    return {
        pair.second_id if pair.first_id == entry.pk else pair.first_id: (
            f" ({pair.by} said “{pair.get_status_display()}” on {on_paper(pair.at)})"
        )
        for pair in pairs.select_related("by")
    }


def _in_words(entry: Entry, reader: Reader) -> str:
    time = spoken_time(entry, reader.wording.time_raw(entry))
    event = reader.wording.tell(entry).event
    short = event if len(event) <= SHORT else f"{event[:SHORT]}…"
    return f"{entry.agency.name}, {spoken_day(entry)}{f', {time}' if time else ''}: {short}"
