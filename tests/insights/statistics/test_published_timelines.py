"""The published timelines, brought in: each number of each table opens the reviews behind it."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from boards.loading import load_boards
from insights.statistics.choosing import Period
from insights.statistics.figures import Unit
from insights.statistics.whole import Statistics
from reviews.models import Review
from tests.reviews.past_files import PUBLISHED

pytestmark = pytest.mark.django_db


def test_each_number_opens_as_many_reviews_as_it_says():
    load_boards()
    call_command("import_reviews", str(PUBLISHED), all_boards=True, stdout=StringIO())
    period = Period(date(2003, 1, 1), date(2016, 12, 31))
    statistics = Statistics(Review.objects.all(), period)
    opened = 0
    for table in statistics.tables:
        for line in table.lines:
            for figure in line.figures if table.has_percentages else line.figures[:1]:
                found = statistics.behind(table.slug, figure.key)
                if table.unit is Unit.REVIEWS:
                    assert len(found) == figure.number, (table.slug, figure.key)
                assert bool(found) == bool(figure.number), (table.slug, figure.key)
                opened += bool(found)
        if table.unit is Unit.REVIEWS and table.left_out:
            assert len(statistics.behind(table.slug, "left_out")) == table.left_out
    assert opened > 40
