"""What is recorded of a publication: where it stands, its day, and what became of it."""

from datetime import date
from typing import Any

from django import forms

from boards.govuk.fields import DayField, Limit, LineField, Radios, TickField
from reviews.conditions import NotYet
from reviews.fields import exactly
from reviews.forms.case import CaseForm, reasons_field
from reviews.models import Proceedings, PublicationState, ReleaseCopy, Review
from reviews.models.clock import Change, preview
from reviews.publishing import Obstacle, obstacles, rule_of
from reviews.statutory import UnknownHolidays

# What each standing of a publication is recorded with.
ASKED = {
    PublicationState.HELD: ("reasons", "proceedings"),
    PublicationState.REDACTING: (),
    PublicationState.PUBLISHED: ("where",),
    PublicationState.WITHHELD: ("reasons", "authority", "confirms_rule"),
}
# How it is asked once the standing is settled.
SETTLED = {
    "reasons": "Why?",
    "authority": "Who decided?",
    "proceedings": "Which proceedings hold it?",
}
NEEDED = {
    "where": "Enter where it was published",
    "reasons": "Enter why the report is not published",
    "authority": "Enter who decided to withhold the report",
}


class PublicationForm(CaseForm):
    place = "publication"


class PublishForm(PublicationForm):
    """Asks what the standing needs, once that is known from the address or the answer."""

    aside = "reviews/publication/_in_the_way.html"
    from_address = frozenset({"state"})
    state = forms.ChoiceField(
        label="Where does publication stand?",
        choices=PublicationState.choices[1:],
        widget=Radios,
        error_messages={"required": "Select where publication stands"},
    )
    on = DayField(called="the date since when", label="Since when?")
    where = LineField(
        called="where it was published",
        label="Where was it published?",
        help_text="Its address on the web. Without one, say where it can be read.",
        max_length=300,
        required=False,
    )
    reasons = reasons_field(
        "why it is held or withheld",
        "Reason, if it is held or withheld",
        max_length=2000,
        required=False,
    )
    authority = LineField(
        called="who decided to withhold it",
        label="Who decided, if it is withheld?",
        required=False,
    )
    confirms_rule = TickField(label="")
    proceedings = forms.ModelChoiceField(
        Proceedings.objects.none(),
        label="Which proceedings hold it, if it is held?",
        help_text="Publication then waits until somebody lifts that hold.",
        empty_label="None of those on the file",
        blank=True,
        widget=Radios,
        required=False,
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        rule = rule_of(self.review)
        if rule and rule.withheld_only_if:
            self.fields["confirms_rule"].label = f"I confirm that {rule.withheld_only_if}"
        else:
            del self.fields["confirms_rule"]
        under_way = [each.pk for each in self.review.proceedings.all() if not each.is_over]
        if under_way:
            self.fields["proceedings"].queryset = self.review.proceedings.filter(pk__in=under_way)
        else:
            del self.fields["proceedings"]
        self.recording = self.data.get("state") or self.initial.get("state") or ""
        if self.recording in ASKED:
            for name in {*NEEDED, "confirms_rule", "proceedings"} - {*ASKED[self.recording]}:
                self.fields.pop(name, None)
        if self.initial.get("state") in ASKED:
            self._settle_state()

    def _settle_state(self) -> None:
        """The address has said where it stands, so that only the rest is asked."""
        self.intro = f"You are recording: {PublicationState(self.recording).label.lower()}."
        self.fields["state"].widget = forms.HiddenInput()
        for name, label in SETTLED.items():
            if name in self.fields:
                self.fields[name].label = label

    @property
    def in_the_way(self) -> list[Obstacle]:
        """Return what has to be settled before it is recorded as published."""
        if self.recording not in {"", PublicationState.PUBLISHED}:
            return []
        return obstacles(self.review, self.today)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        for name in ASKED.get(facts.get("state"), ()):
            if name in NEEDED and not facts.get(name) and name not in self.errors:
                self.add_error(name, NEEDED[name])
        return facts


class PlanPublicationForm(PublicationForm):
    intro = (
        "Where the guidance has copies sent before publication, their clock runs from this date. "
        "You see which due dates move before anything changes."
    )
    may_lie_ahead = frozenset({"on"})
    on = DayField(called="the date of publication", label="When shall it be published?")
    reasons = reasons_field("why the date changes", "Why does the date change?", max_length=500)

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.initial.pop("on", None)
        self.fields["on"].not_before = Limit(self.today, "today")
        if "publishing" not in self.review.dates():
            del self.fields["reasons"]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if on := facts.get("on"):
            try:
                preview(self.review, event="publishing", on=exactly(on))
            except UnknownHolidays as unknown:
                self.add_error("on", str(unknown))
        return facts

    def changes(self) -> list[Change]:
        return preview(self.review, event="publishing", on=exactly(self.cleaned_data["on"]))


class EmbargoForm(PublicationForm):
    intro = "Until that day, the portal records no publication. The embargo before it is kept."
    may_lie_ahead = frozenset({"not_before_on"})
    not_before_on = DayField(
        called="the first day on which it may be published",
        label="On which day may it be published at the earliest?",
        help_text="Leave it empty to lift the embargo. For example, 27 3 2010",
        required=False,
    )
    reason = reasons_field("the reason", "Why?", max_length=1000)

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["not_before_on"].not_before = Limit(self.today, "today")


class OfWhatIsPublishedForm(PublicationForm):
    @classmethod
    def require_sense(cls, review: Review) -> None:
        """Raise NotYet where nothing can be read now."""
        last = review.publications.last()
        if last is None or not last.is_published or hasattr(last, "take_down"):
            raise NotYet(["Nothing of the review is published now."])


class RepositoryForm(OfWhatIsPublishedForm):
    repository = LineField(
        called="which repository it was sent to",
        label="Which repository was it sent to?",
        help_text="For example, the national case review repository of the NSPCC.",
    )
    on = DayField(called="the date it was sent", label="When was it sent?")
    their_reference = LineField(
        called="their reference", label="Their reference or address (optional)", required=False
    )


class TakeDownForm(OfWhatIsPublishedForm):
    aside = "reviews/publication/_until.html"

    on = DayField(called="the date it was taken down", label="When was it taken down?")
    reason = reasons_field("why it was taken down", "Why?", max_length=1000)
    authority = LineField(
        called="who ordered it",
        label="Who ordered it, if its time was not over? (optional)",
        required=False,
    )

    @property
    def until(self) -> date | None:
        """The first day on which what is published need no longer be online."""
        rule, last = rule_of(self.review), self.review.publications.last()
        return rule.may_be_taken_down_from(last.on) if rule and last else None


class CopyForm(CaseForm):
    """A form about one release copy, which its facts carry."""

    def __init__(self, *args: Any, copy: ReleaseCopy, **kw: Any) -> None:
        self.copy = copy
        super().__init__(*args, **kw)

    def facts(self) -> dict[str, Any]:
        return self.cleaned_data | {"copy": self.copy}


class LookForm(CopyForm):
    intro = "The portal looks for the names of the chronology’s cast in the copy."
    submit_text = "Look for names"


class SayForm(CopyForm):
    submit_text = "Sign"
    has_read = TickField(
        label="I have read the whole copy. It names nobody of the case, and points at nobody",
        must="Confirm that you have read the whole copy",
    )
    signed = LineField(called="your name", label="Your name, as your signature")

    def facts(self) -> dict[str, Any]:
        return {"copy": self.copy, "signed": self.cleaned_data["signed"]}


class LetOutForm(CopyForm):
    intro = "The log keeps your reason. Name nobody in it."
    submit_text = "Let it go out"
    reason = reasons_field("why it may go out", "Why may it go out?", max_length=1000)


# The page of each act on a copy for publication: its heading and its form.
FORMS: dict[str, tuple[str, type[CopyForm]]] = {
    "scan_release_copy": ("Look for names", LookForm),
    "say_copy_names_nobody": ("Say that the copy names nobody", SayForm),
    "let_copy_out": ("Let the copy go out", LetOutForm),
}
