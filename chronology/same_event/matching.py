"""Proposing pairs of accounts that report the same event."""

from collections.abc import Callable, Sequence

from .account import Account, Candidate, Cast
from .comparison import compare
from .differences import differences
from .kinds import kind_model
from .pairing import candidates
from .reasons import reasons
from .scoring import one_to_one, scores, without_bare
from .understanding import case_of

CROWDED = 2.5  # rows to a day on which anything happened: chance meetings are many
SPARSE_THRESHOLD, CROWDED_THRESHOLD = 0.4, 0.55
LEAST_KIND = 3e-3  # pairs less likely than this to be of one kind are not compared
STEPS = 100  # of the work, as told to `progress`: half to read, half to compare

Progress = Callable[[int, int], None]


def propose(
    accounts: Sequence[Account],
    *,
    people: Cast | None = None,
    threshold: float | None = None,
    progress: Progress | None = None,
) -> list[Candidate]:
    """Pairs that may be one event, likeliest first; each account once for each other agency."""
    least = threshold_for(accounts) if threshold is None else threshold
    if len({account.agency for account in accounts}) < 2:
        return []
    case = case_of(accounts, people, kind_model(), _part(progress, 0))
    pairs = candidates(case, LEAST_KIND)
    table = compare(case, pairs, _part(progress, STEPS // 2))
    chances = without_bare(table, scores().probability(case, pairs, table))
    agencies = [account.agency for account in accounts]
    found = []
    for row in one_to_one(agencies, pairs, chances, least):
        one, two = pairs[row].tolist()
        found.append(
            Candidate(
                accounts[one].id,
                accounts[two].id,
                round(float(chances[row]), 4),
                reasons(case, one, two),
                differences(case, one, two),
            )
        )
    if progress:
        progress(STEPS, STEPS)
    return found


def threshold_for(accounts: Sequence[Account]) -> float:
    """How likely a pair must be to be proposed, which is more where days are crowded."""
    days = max(1, len({account.start for account in accounts}))
    return CROWDED_THRESHOLD if len(accounts) / days > CROWDED else SPARSE_THRESHOLD


def _part(progress: Progress | None, begun: int) -> Progress | None:
    """Half of the work's steps, beginning at so many."""
    if progress is None:
        return None
    return lambda done, of: progress(begun + done * STEPS // (2 * max(of, 1)), STEPS)
