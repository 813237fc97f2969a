"""What the review shall look into. Methods of Review."""

from datetime import date, datetime
from io import BytesIO

from django.core.exceptions import ValidationError

from boards.models import User
from reviews.conditions import NotYet
from reviews.models.case_document import CaseDocument, DocumentKind
from reviews.models.question_library import LibraryQuestion
from reviews.models.terms import Content, Part, TermsOfReference
from reviews.models.terms_rows import TermsSaving


class TermsSavedMeanwhile(NotYet):
    """Somebody else saved this part since it was opened; `saving` is theirs."""

    def __init__(self, saving: TermsSaving | None) -> None:
        super().__init__(["Somebody else saved this part of the terms: open it again."])
        self.saving = saving


class NoDraftOfTerms(NotYet):
    """The draft was agreed or thrown away by somebody else, or never begun."""


class Scoping:
    """Each records one fact and returns the news of it, without a full stop."""

    def start_terms(self, *, by: User, at: datetime) -> str:
        """There is a draft of the next version; where one is being written already, that one."""
        if draft := self.terms.drafts().first():
            return f"{draft} of the terms of reference is being drafted"
        draft = TermsOfReference.begin(self, by=by, at=at)
        return f"{draft} of the terms of reference was begun"

    def write_terms(self, *, by: User, at: datetime, part: str, content: Content, seen: int) -> str:
        """The part of the draft says `content`; `seen` is the number of its saving when opened.

        Sending the same again changes nothing. Raises TermsSavedMeanwhile, NoDraftOfTerms.
        """
        draft, label = self.draft_of_terms(), Part(part).label.lower()
        if draft.content(part) == content:
            return f"The draft terms of reference were saved: {label}"
        last = draft.last_saving(part)
        number = last.number if last else 0
        if number != seen:
            raise TermsSavedMeanwhile(last)
        draft.rewrite(part, content)
        draft.savings.create(part=part, number=number + 1, by=by, at=at)
        return f"The draft terms of reference were saved: {label}"

    def discard_terms(self, *, by: User, at: datetime) -> str:
        """The draft is thrown away; the agreed versions stand."""
        draft = self.draft_of_terms()
        draft.discard()
        return f"The draft of {str(draft).lower()} of the terms of reference was thrown away"

    def agree_terms(
        self,
        *,
        by: User,
        at: datetime,
        on: date,
        agreements: list[tuple[str, str]],
        seen: int | None = None,
    ) -> str:
        """The draft is agreed by those named, as (name, role), and never changed again.

        `seen` is the number of savings that the draft had when it was read, None for whoever
        wrote it. Raises NotYet with what is missing, ValidationError.
        """
        draft = self.draft_of_terms()
        if seen is not None and draft.savings.count() != seen:
            raise ValidationError("Somebody changed the draft after you opened it: read it again.")
        if missing := [sentence for _part, sentence in draft.missing()]:
            raise NotYet(missing)
        self.refuse_a_day_before("notified", on, "The day the terms were agreed", at=at)
        last = self.terms.agreed().last()
        if last and on < last.agreed_on:
            raise ValidationError(
                {"on": f"{last} was agreed on {last.agreed_on:%-d %B %Y}: enter that day or later."}
            )
        if not agreements:
            raise ValidationError({"present": "Select or enter who agreed the terms."})
        draft.agree(agreements, on=on, by=by, at=at)
        self._file_agreed(draft, by=by, at=at)
        return f"{draft} of the terms of reference was agreed"

    def _file_agreed(self, terms: TermsOfReference, *, by: User, at: datetime) -> None:
        """What was agreed is on file, as a document that the board and Ofsted can be given."""
        from reviews.terms.paper import WORD, word_of

        CaseDocument.file_next(
            self,
            BytesIO(word_of(terms)),
            kind=DocumentKind.TERMS,
            agency=None,
            name=f"{self.reference}-terms-{terms.version}.docx",
            media_type=WORD,
            by=by,
            at=at,
        )

    def keep_question(self, *, by: User, at: datetime, text: str) -> str:
        """The question stands in the library of the board."""
        is_new = LibraryQuestion.keep(self.board_id, text, by=by, at=at)
        return "A key question was kept in the library" if is_new else "The library has it already"

    def remove_question(self, *, by: User, at: datetime, question: LibraryQuestion) -> str:
        """The library of the board offers the question no more."""
        question.remove(by=by, at=at)
        return "A key question was removed from the library"

    def draft_of_terms(self) -> TermsOfReference:
        """Return the version that is being written. Raises NoDraftOfTerms."""
        draft = self.terms.drafts().first()
        if draft is None:
            raise NoDraftOfTerms(
                ["No draft of the terms of reference is open: it was agreed or thrown away."]
            )
        return draft
