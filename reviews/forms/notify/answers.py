"""A whole draft, read through its forms: how far it is, what is missing, what it says."""

from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse

from reviews.forms.notify import GROUPS, NEEDED, NotifyForm
from reviews.forms.notify.agencies import missing_usual_agencies
from reviews.forms.notify.sections import FROM_CHECK, Entry, Problem, Section, entry_title
from reviews.models import IncidentDraft, Notification

INTO_INCIDENT = (
    "referrer",
    "dates",
    "what-happened",
    "reason",
    "safeguarding",
    "proceedings",
    "media",
)


class DraftAnswers:
    """What the draft says on the day `on`; two queries however much it says."""

    def __init__(self, draft: IncidentDraft, on: date) -> None:
        self.draft, self.on, self.pages = draft, on, draft.answered

    @cached_property
    def sections(self) -> list[Section]:
        return [self.section(slug) for slug in GROUPS]

    @property
    def problems(self) -> list[Problem]:
        return [problem for section in self.sections for problem in section.problems]

    @property
    def begun(self) -> int:
        """The number of sections with something saved."""
        return sum(section.is_begun for section in self.sections)

    def section(self, slug: str) -> Section:
        form_class = GROUPS[slug]
        href = reverse("draft-group", args=[self.draft.key, slug])
        entries = self._entries(form_class, href)
        problems = [
            Problem(entry.title, message, f"{entry.href}{FROM_CHECK}#{target}")
            for entry in entries
            for target, message in _errors(entry.form, self)
        ]
        if slug in NEEDED and not entries:
            text = f"Add at least one {form_class.noun}"
            problems.append(Problem(form_class.title, text, f"{href}{FROM_CHECK}"))
        return Section(slug, form_class, href, entries, problems)

    def _entries(self, form_class: type[NotifyForm], href: str) -> list[Entry]:
        slug, read = form_class.slug, self.pages
        if not form_class.noun:
            form = form_class.of(read.get((slug, "")), self.draft, self.on)
            return [Entry(form_class.title, form, href)]
        entries = []
        pages = [page for (group, _item), page in read.items() if group == slug]
        for position, page in enumerate(pages, start=1):
            at = reverse("draft-item", args=[self.draft.key, slug, page.item])
            remove = reverse("draft-remove", args=[self.draft.key, slug, page.item])
            form = form_class.of(page, self.draft, self.on, page.item)
            entries.append(Entry(entry_title(form_class, position), form, at, remove))
        return entries

    def missing_agencies(self) -> list[tuple[str, list[Any]]]:
        """Return (kind, the board's agencies of it) for the usual kinds that nobody named."""
        named = {entry.form.data.get("agency", "") for entry in self.section("agencies").entries}
        return missing_usual_agencies(self.draft, named)

    def notification(self) -> Notification:
        """Return what a draft without problems says."""
        read = {section.slug: section for section in self.sections}
        rows = {
            # A page never opened says nothing; where it has to, that is one of the problems.
            slug: [entry.form.facts() for entry in section.entries if entry.form.is_bound]
            for slug, section in read.items()
        }
        incident: dict[str, Any] = {}
        for slug in INTO_INCIDENT:
            for facts in rows[slug]:
                incident |= facts
        dates = read["dates"].entries[0].form.dates()
        return Notification(
            version=self.draft.version,
            incident=incident,
            # The day the board was notified is the day the case came to its Chair.
            dates=dates | {"referred": dates["notified"]},
            children=rows["children"],
            family=rows["family"],
            professionals=rows["agencies"],
            key_dates=rows["key-dates"],
        )


def _errors(form: NotifyForm, answers: DraftAnswers) -> list[tuple[str, str]]:
    """Return (id of the control, sentence) for what is wrong, or missing on an unopened page."""
    if not form.is_bound:
        form = type(form).holding({}, 0, draft=answers.draft, on=answers.on, item=form.item)
    return [link for field in form.visible_fields() for link in field.error_links]
