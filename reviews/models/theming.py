"""Which themes a review shows. Methods of Review."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError

from boards.govuk.words import counted
from boards.models import User
from reviews.models.confidence import in_confidence
from reviews.models.theme import ShownTheme
from reviews.themes import offered_by


class Theming:
    """Each records one fact and returns the news of it, without a full stop."""

    @in_confidence
    def code_themes(self, *, by: User, at: datetime, shown: Mapping[str, str]) -> str:
        """The review shows these themes and no others: {code: why in a sentence, or ""}.

        What was said before is kept as ended. Raises ValidationError for a code that the board
        neither offers nor has on the review already.
        """
        before = {each.code: each for each in self.shown_themes.standing()}
        known = {theme.code for theme in offered_by(self.board)} | before.keys()
        if shown.keys() - known:
            raise ValidationError("A theme is no longer on your board’s list: choose again.")
        ended = [one.pk for code, one in before.items() if shown.get(code) != one.why]
        self.shown_themes.filter(pk__in=ended).update(ended_by=by, ended_at=at)
        ShownTheme.objects.bulk_create(
            ShownTheme(review=self, code=code, why=why, by=by, at=at)
            for code, why in shown.items()
            if code not in before or before[code].why != why
        )
        new, gone = len(shown.keys() - before.keys()), len(before.keys() - shown.keys())
        return f"{counted(len(shown), 'theme')} coded ({new} new, {gone} taken away)"
