"""Who is named where: people are found in the rows, and names that nobody answers to."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from boards.models import User
from chronology.anonymised import Anonymised
from chronology.masking import Suggestion
from chronology.mentioned import Mentioned
from chronology.models import Answer, Category, Entry, Person, Unlisted
from chronology.models.unlisted import NEW, ORDINARY
from reviews.models import Review
from reviews.noting import log_about

Progress = Callable[[int, int], None]
LONGEST = 200  # characters of a name
AT_ONCE = 500  # rows between two reports of how far it has come


def name(review: Review, *, progress: Progress) -> None:
    """Every row knows who is named in it, and names of nobody wait to be settled."""
    entries = Entry.of(review)
    wording = Anonymised.of(review)
    mentioned = Mentioned(review, wording)
    for number, entry in enumerate(entries, 1):
        mentioned.read(entry)
        if number % AT_ONCE == 0:
            progress(number, len(entries))
    found = wording.unlisted_in(entries)
    with transaction.atomic():
        mentioned.keep()
        _keep(review, found, mentioned.people)
    progress(len(entries), len(entries))


def _keep(review: Review, found: list[Suggestion], people: dict[str, int]) -> None:
    """Names found stand there; those found no more are gone unless somebody settled them."""
    standing = {one.text: one for one in Unlisted.objects.filter(review=review)}
    found = [one for one in found if len(one.text) <= LONGEST]
    texts = {one.text for one in found}
    gone = [one.pk for text, one in standing.items() if not one.answer and text not in texts]
    Unlisted.objects.filter(pk__in=gone).delete()
    facts = ("kind", "count", "first_key", "likely_id")
    for one in found:
        row = standing.get(one.text) or Unlisted(review=review, text=one.text)
        row.kind, row.count, row.first_key = one.kind, one.count, one.where[0]
        row.likely_id = people.get(one.likely_person)
        standing[one.text] = row
    kept = [standing[text] for text in texts]
    Unlisted.objects.bulk_update([one for one in kept if one.pk], facts, batch_size=200)
    Unlisted.objects.bulk_create([one for one in kept if not one.pk], batch_size=500)


def keep_answers(
    review: Review, answers: list[tuple[Unlisted, str]], *, by: User, at: datetime
) -> None:
    """What was said of each name is kept: ordinary words, somebody new, or the id of a person."""
    if not answers:
        return
    with transaction.atomic():
        for one, answer in answers:
            _settle(review, one, answer, by=by, at=at)
        log_about(
            review,
            "settle_names",
            f"{len(answers)} names found in the text were settled.",
            by=by,
            at=at,
        )


def _settle(review: Review, one: Unlisted, answer: str, *, by: User, at: datetime) -> None:
    if answer == ORDINARY:
        one.settle(Answer.ORDINARY, by=by, at=at)
        return
    if answer == NEW:
        number = review.cast.count() + 1
        facts = {"pseudonym": f"Person {number}", "category": Category.FAMILY}
        person = Person.add(review, by=by, at=at, **facts)
    else:
        person = review.cast.get(pk=answer)
    person.is_also_written(one.text, one.kind)
    one.settle(Answer.LISTED, by=by, at=at)
