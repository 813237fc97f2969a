"""Few people, and every fault in a row: nobody's mail is lost, and nobody has it twice.

`make test-faults` does the same with ten thousand people and one fault at a time.
"""

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from notifications.models import HeldAddress, Mail
from tests import servers
from tests.faults.owed import owe
from tests.faults.rig import Rig, a_rig, wait_until
from tests.faults.scenarios import skip_days

pytestmark = [pytest.mark.servers, pytest.mark.postgres]

PEOPLE = 40
AWAY = 1.5  # seconds
PATIENCE = 60


@pytest.fixture
def rig(transactional_db) -> Iterator[Rig]:
    with a_rig(servers.database_url(connection.settings_dict)) as rig:
        yield rig


def owed_in(rig: Rig, wave: int, *, due_in: int = 0) -> set[str]:
    """Return the addresses of people who are owed a mail from now on; what came is forgotten."""
    rig.post.forget()
    return owe(PEOPLE, on=timezone.localdate() + timedelta(days=due_in), wave=wave)


def all_have_it(rig: Rig, owed: set[str], *, may_repeat: int = 0) -> None:
    """Everybody has one mail; the one in flight may have come again as the same."""
    wait_until(lambda: rig.post.reached() >= owed, seconds=PATIENCE)
    assert rig.post.reached() == owed
    settled = wait_until(lambda: not Mail.objects.waiting().exists(), seconds=PATIENCE)
    assert settled, "what has arrived is marked sent"
    same, other = rig.post.repeats()
    assert other == 0
    assert same <= may_repeat


def some_have_it(rig: Rig) -> None:
    assert wait_until(lambda: len(rig.post.reached()) >= 4, seconds=PATIENCE, every=0.01)


def test_whatever_fails_everybody_has_their_mail_and_nobody_has_two(rig):
    rig.post.pace = 0.02
    owed = owed_in(rig, 0)
    some_have_it(rig)
    rig.kill_the_workers()
    rig.add_workers(1)
    all_have_it(rig, owed, may_repeat=1)

    owed = owed_in(rig, 1)
    some_have_it(rig)
    rig.post.stop()
    time.sleep(AWAY)
    rig.post.start()
    all_have_it(rig, owed, may_repeat=1)

    rig.post.busy = True
    owed = owed_in(rig, 2)
    gone = set(sorted(owed)[:3])
    rig.post.closed_to = gone
    time.sleep(AWAY)
    assert not rig.post.reached(), "it answers 451 to everybody"
    rig.post.busy = False
    all_have_it(rig, owed - gone)
    assert set(HeldAddress.objects.values_list("address", flat=True)) == gone
    assert Mail.objects.exclude(failed_at=None).count() == len(gone)

    rig.post.pace = 0
    owed = owed_in(rig, 3, due_in=1)
    skip_days(3)(rig, owed)
    all_have_it(rig, owed)
