"""The actions that come up at a meeting: what earlier ones asked for and is not done."""

from django.db.models import Q, QuerySet

from reviews.models import Meeting, MeetingAction


def actions_before(meeting: Meeting) -> QuerySet[MeetingAction]:
    """Return what earlier meetings of the review asked for and was open when this one began."""
    earlier = Q(meeting__on__lt=meeting.on) | Q(
        meeting__on=meeting.on, meeting__starts__lt=meeting.starts
    )
    return (
        MeetingAction.objects.filter(earlier, meeting__review=meeting.review_id)
        .filter(Q(done_on=None) | Q(done_on__gte=meeting.on))
        .select_related("meeting")
    )
