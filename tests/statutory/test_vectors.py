"""Due dates computed independently: the product may not disagree with one of them."""

import csv
from datetime import date
from pathlib import Path

import pytest

from reviews.statutory import due_dates

with Path(__file__).with_name("deadline_vectors.csv").open(encoding="utf-8") as file:
    VECTORS = list(csv.DictReader(file))


def test_every_guidance_is_in_the_vectors():
    assert len(VECTORS) == 78
    assert {row["guidance"] for row in VECTORS} == {
        "wt2006",
        "wt2010",
        "wt2013",
        "wt2015",
        "wt2018",
        "wt2023",
    }


@pytest.mark.parametrize(
    "row", VECTORS, ids=lambda row: f"{row['event']}-{row['event_on']}-{row['deadline']}"
)
def test_due_date_and_act_by_agree_with_an_independent_computation(row):
    due = due_dates({row["event"]: date.fromisoformat(row["event_on"])})
    found = {one.deadline: one for one in due}[row["deadline"]]
    assert found.guidance == row["guidance"]
    assert found.due_on.isoformat() == row["due_on"]
    assert found.act_by.isoformat() == row["act_by"]
