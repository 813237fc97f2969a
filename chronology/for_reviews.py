"""What a worker does for a whole review. Each may be done again from the start without harm."""

from collections.abc import Callable

from django.http import QueryDict
from django.utils import timezone

from chronology.exports.around import Around
from chronology.integrated.page import Integrated
from chronology.models import Release, Work, WorkKind
from chronology.naming import name
from chronology.preparing import prepare
from chronology.proposing import bring_up_to_date
from chronology.reader import ANY, IN, Reader
from chronology.receiving.facts import tell_again


def match(work: Work) -> None:
    """Accounts of the same event are proposed, of the rows as they stand."""
    bring_up_to_date(work.review, at=timezone.now(), progress=progress_of(work), is_forced=True)


def name_people(work: Work) -> None:
    """Every row knows who is named in it, and says of the child what its words say."""
    tell_again(work.review)
    name(work.review, progress=progress_of(work))


def export(work: Work) -> None:
    """The copy is prepared, unless it was already."""
    release = Release.objects.select_related("review__board", "by").get(pk=work.subject_id)
    if release.prepared_at is not None:
        return
    chosen = Integrated(Reader(release.by, release.review), QueryDict(release.query))
    rows = chosen.ordered.select_related("agency").prefetch_related("questions", "themes")
    every = chosen.reader.of_those(chosen.reader.entries(), IN if chosen.handed == IN else ANY)
    around = Around.of(release.review, every)
    prepare(
        release,
        list(rows),
        around,
        order=chosen.in_what_order,
        colours_rows=chosen.colours_rows,
        at=timezone.now(),
        progress=progress_of(work),
    )


def progress_of(work: Work) -> Callable[[int, int], None]:
    return lambda done, total: work.come_to(done, total, at=timezone.now())


FOR_REVIEWS = {WorkKind.MATCH: match, WorkKind.NAME: name_people, WorkKind.EXPORT: export}
