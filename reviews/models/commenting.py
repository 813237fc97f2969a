"""Comments on an issued draft, by agencies on the facts and by the panel. Methods of Review."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError

from boards.govuk.words import counted
from boards.models import Agency, User
from reviews.conditions import NotYet
from reviews.models.comment_round import Answer, Comment, CommentRound, Invitation
from reviews.models.report_draft import ReportDraft
from reviews.models.report_section import SectionVersion

ITS_SECTIONS = "An agency comments on the sections opened to it."
CLOSED = "The comments on this draft are closed."


class Commenting:
    """Each records one fact and returns the news of it, without a full stop."""

    def open_draft(
        self,
        *,
        by: User,
        at: datetime,
        draft: ReportDraft,
        due_on: date,
        agencies: Iterable[Agency] = (),
        sections: Iterable[SectionVersion] = (),
        is_for_panel: bool = False,
    ) -> str:
        """The draft is open to the panel, and these sections of it to these agencies.

        Asked again, it adds the agencies that were not asked yet.
        """
        agencies, sections = list(agencies), list(sections)
        self._require_openable(draft, agencies, sections, is_for_panel=is_for_panel)
        round_, _is_new = CommentRound.objects.get_or_create(
            draft=draft, defaults={"due_on": due_on, "by": by, "at": at}
        )
        if not round_.is_open:
            raise ValidationError(f"{CLOSED} Issue another draft, and open that one.")
        new = round_.not_asked(agencies)
        if agencies and not new:
            raise ValidationError({"agencies": "These agencies were asked about it already."})
        for agency in new:
            round_.open_to(agency, sections, due_on=due_on, by=by, at=at)
        if is_for_panel:
            round_.open_to_panel()
        who = [counted(len(new), "agency").replace("agencys", "agencies")] if new else []
        who += ["the panel"] if is_for_panel else []
        return f"{draft} was opened to {' and '.join(who)}"

    def comment_on_draft(self, *, by: User, at: datetime, comment: Comment) -> str:
        """Something in the draft is said to be otherwise."""
        round_ = comment.round
        if round_.draft.review_id != self.pk or not round_.is_open:
            raise ValidationError(CLOSED)
        if comment.agency_id:
            self._require_invited(by, comment)
        elif not self._is_inside(by):
            raise PermissionDenied(ITS_SECTIONS)
        elif not round_.is_for_panel:
            raise ValidationError("This draft is not open to the panel.")
        facts = {"heading": comment.heading, "agency": comment.agency, "by": by}
        said = {"says": comment.says, "should_say": comment.should_say}
        if not round_.comments.filter(**facts, **said, evidence=comment.evidence).exists():
            comment.by, comment.at = by, at
            comment.save(force_insert=True)
        return f"A comment was made on {str(round_.draft).lower()}"

    def answer_comment(
        self, *, by: User, at: datetime, comment: Comment, answer: str, reason: str = ""
    ) -> str:
        """The author took the comment, took part of it, or says why not."""
        if comment.round.draft.review_id != self.pk or not comment.round.is_open:
            raise ValidationError(CLOSED)
        if comment.by_id == by.pk:
            raise PermissionDenied("You made this comment, so somebody else has to answer it.")
        if answer != Answer.ACCEPTED and not reason:
            raise ValidationError({"reason": "Enter why it is not accepted as it stands."})
        comment.answer, comment.reason = answer, reason
        comment.answered_by, comment.answered_at = by, at
        comment.save(update_fields=["answer", "reason", "answered_by", "answered_at"])
        return f"{comment} on {str(comment.round.draft).lower()} was answered"

    def close_round(self, *, by: User, at: datetime, draft: ReportDraft) -> str:
        """Nobody comments on the draft any more; every comment has its answer."""
        round_ = CommentRound.objects.filter(draft=draft, draft__review=self).first()
        if round_ is None or not round_.is_open:
            raise NotYet([CLOSED])
        if waiting := waited_for(round_):
            raise NotYet(waiting)
        round_.close(by=by, at=at)
        return f"The comments on {str(draft).lower()} were closed"

    def _require_openable(
        self,
        draft: ReportDraft,
        agencies: list[Agency],
        sections: list[SectionVersion],
        *,
        is_for_panel: bool,
    ) -> None:
        if draft != self.report_drafts.filter(kind=draft.kind).last():
            raise ValidationError("A later draft was issued: open that one.")
        if not agencies and not is_for_panel:
            raise ValidationError({"agencies": "Select at least one agency, or the panel."})
        if any(agency.board_id != self.board_id for agency in agencies):
            raise ValidationError({"agencies": "Select agencies of this board."})
        if agencies and not sections:
            raise ValidationError({"sections": "Select the sections that the agencies may read."})

    def _require_invited(self, by: User, comment: Comment) -> None:
        """Refuse whoever does not write for the agency, and sections that it was not shown."""
        invitation = Invitation.objects.filter(
            round=comment.round,
            agency=comment.agency,
            sections__heading=comment.heading,
        ).first()
        speaks = any(seat.agency_id == comment.agency_id for seat in by.seats())
        if invitation is None or not speaks:
            raise PermissionDenied(ITS_SECTIONS)
        if not invitation.takes_comments:
            raise ValidationError("The comments were sent to the board: ask it to change them.")

    def _is_inside(self, by: User) -> bool:
        return type(self).objects.visible_to(by).filter(pk=self.pk).exists()


def waited_for(round_: CommentRound) -> list[str]:
    """Return a sentence for each answer and each agency that the round still waits for."""
    waiting = [
        f"{invitation.commission} has not been returned or waived."
        for invitation in round_.invitations.select_related("commission__agency")
        if invitation.commission.is_outstanding
    ]
    if unresolved := round_.comments.unresolved().count():
        waiting.append(f"Answer {counted(unresolved, 'comment')}.")
    return waiting
