"""The facts of a draft, checked by one agency: it sees the sections opened to it, nothing else."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from boards.govuk.words import counted
from boards.models import User
from boards.roles import AgencyAuthor
from reviews import permissions
from reviews.conditions import NotYet
from reviews.forms.reports import CommentForm
from reviews.models import Comment, Commission, Invitation
from reviews.report_headings import heading_of, headings_of
from reviews.views.case import note_opening
from reviews.views.finding_reports import form_of


def find_invitation(request: HttpRequest, pk: int) -> Invitation:
    """Return what the agency was asked about, for its own people and readers of the reports."""
    seen = Commission.objects.visible_to(request.user)
    found = get_object_or_404(
        Invitation.objects.select_related(
            "commission__review__board", "agency", "round__draft", "commission__agency"
        ),
        commission__in=seen,
        commission=pk,
    )
    review = found.commission.review
    if not belongs(request.user, found):
        permissions.require_reader(request.user, "reports", review)
    return found


def belongs(user: User, invitation: Invitation) -> bool:
    """Return whether the person is of the agency: its author or its chief officer."""
    agency = invitation.agency_id
    return agency in user.led_agencies() or any(
        seat.agency_id == agency for seat in user.seats() if seat.role == AgencyAuthor.slug
    )


def writes_for(user: User, invitation: Invitation) -> bool:
    review = invitation.commission.review
    is_allowed = permissions.refusal(user, "comment_on_draft", review) is None
    return is_allowed and any(seat.agency_id == invitation.agency_id for seat in user.seats())


def accuracy(request: HttpRequest, pk: int) -> HttpResponse:
    """The sections, the agency's comments on them, and the answers."""
    found = find_invitation(request, pk)
    draft = found.round.draft
    note_opening(request, found.commission.review, f"{found.commission}, with its sections,")
    said = {version.heading: version for version in found.sections.all()}
    comments = found.round.comments.filter(agency=found.agency).select_related("by", "round__draft")
    context = {
        "invitation": found,
        "commission": found.commission,
        "draft": draft,
        "sections": [
            {
                "heading": heading,
                "version": said[heading.slug],
                "comments": [each for each in comments if each.heading == heading.slug],
            }
            for heading in headings_of(draft.kind, said)
            if heading.slug in said
        ],
        "comments": comments,
        "writes": found.takes_comments and writes_for(request.user, found),
        "on": timezone.localdate(),
    }
    return render(request, "reviews/reports/accuracy.html", context)


def comment(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The agency says what is wrong in a section."""
    found = find_invitation(request, pk)
    version = found.sections.filter(heading=slug).first()
    if version is None:
        raise Http404
    require_open(request, found)
    form = form_of(CommentForm, request, found.commission.review)
    if request.method == "POST" and form.is_valid():
        made = Comment(round=found.round, heading=slug, agency=found.agency, **form.cleaned_data)
        try:
            said = {"by": request.user, "at": timezone.now()}
            found.commission.review.record("comment_on_draft", comment=made, **said)
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Your comment was added. Send it when you have finished.")
            return redirect("accuracy", pk)
    section = heading_of(found.round.draft.kind, slug)
    context = {"invitation": found, "commission": found.commission, "form": form}
    context |= {"section": section, "version": version}
    return render(request, "reviews/reports/accuracy_comment.html", context)


@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """The agency has finished: its comments are with the board."""
    found = find_invitation(request, pk)
    require_open(request, found)
    at = timezone.now()
    count = found.round.comments.filter(agency=found.agency).count()
    found.commission.review.record(
        "return_commission",
        by=request.user,
        at=at,
        commission=found.commission,
        on=timezone.localdate(at),
        answer=f"{counted(count, 'comment')} on the draft." if count else "The facts are right.",
    )
    messages.success(request, "Your answer was sent to the board.")
    return redirect("accuracy", pk)


def require_open(request: HttpRequest, invitation: Invitation) -> None:
    """Refuse whoever does not write for the agency, and what was sent already."""
    if not writes_for(request.user, invitation):
        raise PermissionDenied("An agency answers for itself.")
    if not invitation.takes_comments:
        raise NotYet(["The comments were sent to the board already: ask it to change them."])
