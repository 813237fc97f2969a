"""How the three reports stand, in words."""

from dataclasses import dataclass

from django.utils.text import Truncator

from boards.govuk.words import counted, moment_on_paper, on_paper
from reviews.known import Known
from reviews.models import Report, ReportDraft, ReportKind, Review, SectionVersion
from reviews.report_headings import HEADINGS, Heading, headings_of


@dataclass(frozen=True)
class Standing:
    """One report: its last draft and complete version, and the comments still to be answered."""

    kind: ReportKind
    known: Known

    @property
    def draft(self) -> ReportDraft | None:
        return self.known.last_drafts.get(self.kind)

    @property
    def report(self) -> Report | None:
        return self.known.complete.get(self.kind)

    @property
    def unresolved(self) -> int:
        return sum(draft.unresolved for draft in self.known.drafts if draft.kind == self.kind)

    @property
    def round_is_open(self) -> bool:
        return self.draft is not None and self.draft.is_open_for_comments

    @property
    def is_current(self) -> bool:
        """Return whether the last draft is what was completed."""
        return self.report is not None and (
            self.draft is None or self.report.draft_id == self.draft.pk
        )

    @property
    def status(self) -> str:
        """Return how it stands, in a few words."""
        if self.is_current and self.report.signed_off_at:
            return f"Signed off on {on_paper(self.report.signed_off_at)}"
        if self.is_current:
            return "Complete, not signed off"
        if self.round_is_open:
            waiting = f", {self.comments}" if self.unresolved else ""
            return f"Draft {self.draft.number} open for comments{waiting}"
        if self.draft:
            return f"Draft {self.draft.number} issued"
        latest = [each for each in self.known.sections if each.kind == self.kind]
        written, of = sum(bool(each.said) for each in latest), len(HEADINGS[self.kind])
        return f"{written} of {max(of, len(latest))} sections written" if written else "Not begun"

    @property
    def comments(self) -> str:
        return f"{counted(self.unresolved, 'comment')} not resolved"


def standings(known: Known) -> list[Standing]:
    """Return how each report stands, in the order of the final set."""
    return [Standing(kind, known) for kind in ReportKind]


def reports_stand(known: Known) -> str:
    """Return how far the final set is, for the case file."""
    all_three = standings(known)
    if unresolved := sum(each.unresolved for each in all_three):
        return f"{counted(unresolved, 'comment')} not resolved"
    signed = sum(1 for each in all_three if each.is_current and each.report.signed_off_at)
    if signed:
        return f"{signed} of {len(all_three)} signed off"
    drafts = sum(1 for each in all_three if each.draft)
    return f"{counted(drafts, 'report')} in draft" if drafts else "To do"


@dataclass(frozen=True)
class Written:
    """A section as the report's page lists it."""

    heading: Heading
    version: SectionVersion | None

    @property
    def status(self) -> str:
        if self.version is None:
            return "To do"
        if not self.version.said:
            return "Taken out"
        return f"Version {self.version.number}"

    def as_task(self, href: str) -> dict[str, str]:
        """Return it as a line of a task list."""
        task = {"text": self.heading.title, "href": href, "status": self.status}
        if self.version is None:
            return task | {"colour": "light-blue"}
        what = Truncator(self.version.said.get("recommendation", "")).chars(90)
        saved = f"Saved on {moment_on_paper(self.version.at)} by {self.version.by}"
        return task | {"hint": f"{what} {saved}".strip()}


def sections_written(review: Review, kind: str) -> list[Written]:
    """Return every section of the report with its last version, if there is one."""
    latest = review.section_versions.filter(kind=kind).latest_of_each().select_related("by")
    by_slug = {version.heading: version for version in latest}
    return [Written(each, by_slug.get(each.slug)) for each in headings_of(kind, by_slug)]
