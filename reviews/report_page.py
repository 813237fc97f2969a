"""How the three reports stand, in words."""

from dataclasses import dataclass

from django.utils.text import Truncator

from boards.govuk.words import counted, moment_on_paper, on_paper
from reviews.models import Comment, Report, ReportDraft, ReportKind, Review, SectionVersion
from reviews.report_headings import HEADINGS, Heading, headings_of


@dataclass(frozen=True)
class Standing:
    """One report: its last draft and complete version, and the comments still to be answered."""

    kind: ReportKind
    written: int
    of: int
    draft: ReportDraft | None
    unresolved: int
    report: Report | None

    @property
    def round_is_open(self) -> bool:
        return self.draft is not None and hasattr(self.draft, "round") and self.draft.round.is_open

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
        return f"{self.written} of {self.of} sections written" if self.written else "Not begun"

    @property
    def comments(self) -> str:
        return f"{counted(self.unresolved, 'comment')} not resolved"


def standings(review: Review) -> list[Standing]:
    """Return how each report stands, in the order of the final set."""
    drafts = {d.kind: d for d in review.report_drafts.select_related("round")}
    reports = {r.kind: r for r in review.reports.select_related("draft", "signed_off_by")}
    latest = list(review.section_versions.latest_of_each())
    open_comments = Comment.objects.filter(round__draft__review=review).unresolved()
    kinds = list(open_comments.values_list("round__draft__kind", flat=True))
    return [
        Standing(
            kind=kind,
            written=sum(1 for each in latest if each.kind == kind and each.said),
            of=max(len(HEADINGS[kind]), sum(1 for each in latest if each.kind == kind)),
            draft=drafts.get(kind),
            unresolved=kinds.count(kind),
            report=reports.get(kind),
        )
        for kind in ReportKind
    ]


def reports_stand(review: Review) -> str:
    """Return how far the final set is, for the case file."""
    all_three = standings(review)
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
