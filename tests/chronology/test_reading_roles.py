"""Columns are told by their headings, in whatever words, and by their cells."""

import random

import pytest

from chronology.reading import Role, propose_roles
from tests.chronology.invented_words import cell
from tests.chronology.tables_read import STORY, of_csv

TABLES = [
    [
        ("Date of Contact/Event", "date"),
        ("Time", "time"),
        ("Source of Information", "source"),
        ("Event/Issue/Contact", "event"),
        ("Family Members Seen", "present"),
        ("Actions Taken/Outcome", "action"),
        ("Author's Analysis", "comment"),
    ],
    [
        ("Date & time of event", "date"),
        ("Agency", "agency"),
        ("Details of significant event", "event"),
        ("Child/young person seen", "seen"),
        ("Was child's voice heard", "voice"),
        ("Response / decision", "action"),
        ("Compliance with procedure", "comment"),
    ],
    [("Date commenced", "date"), ("Service user contact", "event"), ("Disposition", "action")],
    [
        ("Dates", "date"),
        ("Document", "source"),
        ("Text of entry", "event"),
        ("Who attended", "present"),
    ],
    [
        ("Event Date", "date"),
        ("Event Time", "time"),
        ("Event Type", "type"),
        ("Event Narrative", "event"),
        ("Child Seen Y/N/NA", "seen"),
    ],
    [
        ("Occurrence date", "date"),
        ("Log no.", "ref"),
        ("Incident text", "event"),
        ("Officers attending", "present"),
        ("Result code", "action"),
    ],
    [
        ("Day/Date", "date"),
        ("Behaviour/incident", "event"),
        ("Staff", "present"),
        ("Sanction", "action"),
    ],
    [("Action date", "date"), ("Diary note", "event"), ("Officer", "present")],
    [("Encounter date", "date"), ("Consultation text", "event"), ("Child in view", "seen")],
    [
        ("Appointment date", "date"),
        ("Appt time", "time"),
        ("Attended?", "seen"),
        ("Clinical note", "event"),
    ],
    [
        ("When did it happen", "date"),
        ("What time", "time"),
        ("What do the records say", "event"),
        ("Which record", "source"),
        ("Who was there", "present"),
        ("Did anyone see the child", "seen"),
        ("What did the child tell us", "voice"),
        ("What did the agency do next", "action"),
        ("What does the author think", "comment"),
        ("How important", "significance"),
    ],
    [
        ("Date", "date"),
        ("Contact", "event"),
        ("Type", "type"),
        ("Seen by worker", "seen"),
        ("Demeanour / words of child", "voice"),
        ("Management decision", "action"),
        ("Good practice / missed opportunity", "comment"),
    ],
    [
        ("Chronological date", "date"),
        ("Hrs", "time"),
        ("Synopsis of entry", "event"),
        ("Extracted from", "source"),
        ("Parties", "present"),
        ("Sight of child", "seen"),
        ("Risk level", "significance"),
    ],
    [
        ("No", "ref"),
        ("Date/Time", "date"),
        ("Relevant information", "event"),
        ("Agency record", "source"),
        ("Child seen by professional?", "seen"),
        ("Reviewer comments", "comment"),
    ],
    [
        ("Event no.", "ref"),
        ("Entry date", "date"),
        ("Nature of event", "event"),
        ("Child's presentation and what they said", "voice"),
        ("Follow up required", "action"),
    ],
    [("Recorded date", "date"), ("Record", "event"), ("Source", "source")],
    [("Date of record", "date"), ("Contents", "event")],
    [("From", "date"), ("Incident", "event"), ("Outcome", "action"), ("Child visible", "seen")],
]


def column(kind: str, rng: random.Random) -> list[str]:
    if kind == "date":
        return [f"{rng.randint(1, 28):02}/0{rng.randint(1, 9)}/2009" for _ in range(30)]
    if kind == "time":
        return [rng.choice(["1430", "09.15", "", "2pm", ""]) for _ in range(30)]
    if kind == "agency":
        return ["Police"] * 30
    if kind == "type":
        return [rng.choice(["Home visit", "Telephone", "Meeting"]) for _ in range(30)]
    return [cell(kind, rng, n) for n in range(30)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table[0][0])
def test_columns_are_told_by_headings_in_any_words(table):
    rng = random.Random(3)
    told = propose_roles([h for h, _ in table], [column(kind, rng) for _, kind in table])
    wanted = [{"agency": "other", "type": "other"}.get(kind, kind) for _, kind in table]
    assert [str(role) for role in told] == wanted


@pytest.mark.parametrize("other", [Role.OTHER, "other"])
def test_a_column_said_to_be_something_else_is_kept_under_its_heading(other):
    lines = [["Date", "Event", "Good practice"], ["22/05/2009", STORY, "A home visit in a day"]]
    reading = of_csv(lines, mapping={"Good practice": other})
    assert reading.tables[0].columns[2].role is Role.OTHER
    assert reading.entries[0].other == {"Good practice": "A home visit in a day"}
