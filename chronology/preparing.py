"""A copy is prepared: the lines are worded, scanned where they are anonymised, and sealed."""

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

from boards.govuk.words import counted
from chronology.anonymised import Anonymised
from chronology.exports import MEDIA_TYPES, WRITERS, Line, Paper
from chronology.exports.around import Around, explained_in
from chronology.exports.lines import lines, unfinished_in
from chronology.exports.whole import as_json
from chronology.integrated.filters import WORDS
from chronology.models import Entry, Release
from chronology.wording import AsWritten, Wording
from records.models import Document
from reviews.noting import log_about

Progress = Callable[[int, int], None]
STEPS = 3  # worded, scanned, written
UNSAID = f"{WORDS}: not told here, as they may name somebody"


def prepare(
    release: Release,
    entries: list[Entry],
    around: Around | None = None,
    *,
    at: datetime,
    progress: Progress,
    **looks: Any,
) -> None:
    """The copy is kept as the very file that may leave, with what the scan found in it.

    `looks` are its order in words and how far colours go, as Paper has them.
    """
    wording = wording_of(release)
    around = around or Around()
    worded, glossary = list(lines(entries, wording, around)), explained_in(around, wording)
    chosen = _chosen(release, wording)
    release.unfinished = unfinished_in(worded)
    progress(1, STEPS)
    leaks: list[dict[str, str]] = []
    if isinstance(wording, Anonymised):
        leaks = wording.leaks_in_copy(worded, glossary, entries)
        leaks += wording.leaks_in_texts(("Head of the copy", each) for each in chosen)
        release.left = wording.left_in_copy(worded, entries)
    progress(2, STEPS)
    looks |= {"glossary": glossary, "chosen": chosen}
    content = _written(release, entries, worded, wording, at=at, **looks)
    document = Document.keep(
        content,
        name=f"chronology-{release.review.reference}-{release.pk}.{release.form}",
        media_type=MEDIA_TYPES[release.form],
        board=release.review.board_id,
        by=release.by,
        at=at,
    )
    release.keep(document, rows=len(worded), leaks=leaks, at=at)
    _log(release, at=at)
    progress(3, STEPS)


def wording_of(release: Release) -> Wording:
    """Return how the copy is worded: as written, or anonymised with all that it hides besides."""
    if not release.is_anonymised:
        return AsWritten()
    return Anonymised.of(release.review).hiding(release.also_hidden)


def _chosen(release: Release, wording: Wording) -> tuple[str, ...]:
    """Return the filters in words; where names are hidden, without what was searched for.

    That can be half a name, or one in small letters, and would say whom a pseudonym stands for.
    """
    if not release.is_anonymised:
        return tuple(release.chosen)
    searched = f"{WORDS}: "
    return tuple(
        UNSAID if each.startswith(searched) else wording.words(each) for each in release.chosen
    )


def _written(
    release: Release,
    entries: list[Entry],
    worded: list[Line],
    wording: Wording,
    *,
    at: datetime,
    **around: Any,
) -> io.BytesIO:
    content = io.BytesIO()
    if release.form == "json":
        content.write(as_json(release.review, entries, wording).encode())
    else:
        paper = Paper.of(
            release.review,
            is_anonymised=release.is_anonymised,
            count=len(worded),
            by=release.by,
            at=at,
            unfinished=tuple(release.unfinished),
            **around,
        )
        WRITERS[release.form](paper, worded, content)
    content.seek(0)
    return content


def _log(release: Release, **when: Any) -> None:
    kind = "anonymised" if release.is_anonymised else "named"
    held = f"; held, {len(release.leaks)} possible leaks" if release.is_held else ""
    held += f"; {counted(len(release.left), 'mention')} left by ruling" if release.left else ""
    log_about(
        release.review,
        "prepare_copy",
        f"{release} prepared ({kind}, {release.rows} rows{held}).",
        by=release.by,
        release=release.pk,
        **when,
    )
