"""The next step of a review, by its state and by who looks at it."""

import pytest

from boards.roles import Chair, Coordinator, Manager
from insights.homes.steps import next_step
from reviews.states import WITHOUT_CLOCK, State


@pytest.mark.parametrize("state", [state for state in State if state not in WITHOUT_CLOCK])
def test_every_state_that_is_under_way_has_a_next_step(state):
    assert next_step(state, (Coordinator,))


def test_the_next_step_names_whom_it_waits_for():
    assert next_step("recommended", (Coordinator,)) == "Waits for the LSCB Chair"
    assert next_step("recommended", (Chair,)) == "Make the decision"
    assert next_step("reconsideration", (Coordinator,)) == "Record the resubmission"


def test_a_set_before_the_board_is_the_chairs_step_wherever_the_review_stands():
    assert next_step("reconsideration", (Coordinator,), has_open_set=True) == (
        "Waits for the LSCB Chair"
    )
    assert next_step("reconsideration", (Chair,), has_open_set=True) == (
        "Sign the final set for the board"
    )


def test_what_ofsted_does_not_evaluate_is_not_submitted():
    assert next_step("ratified", (Coordinator,), is_evaluated=False) == (
        "Waits for the Business manager or LSCB Chair"
    )
    assert next_step("ratified", (Manager,), is_evaluated=False) == "Close the review"
