from chronology.seen import guessed, seen

ENTRIES = (
    "Megan Greenhalgh late (20 minutes).",
    "Megan brought by mum, earache.",
    "Megan in school, tired.",
    "Tom brought by mum, cough.",
    "Tom Greenhalgh not collected at 3.15.",
    "Mrs Hill late (10 minutes) for the meeting.",
)


def test_the_subject_line_names_the_child() -> None:
    names = guessed(ENTRIES, ["Agency: Police", "Subject: Tom Greenhalgh (DOB 15/06/2004)"])
    assert set(names.subject) == {"Tom Greenhalgh", "Tom", "TG", "T.G."}
    assert "Megan" in names.siblings


def test_without_a_subject_line_the_child_is_the_one_told_of_most() -> None:
    names = guessed(ENTRIES)
    assert tuple(names.subject) == ("Megan",)
    assert set(names.siblings) == {"Tom", "Tom Greenhalgh"}


def test_a_misspelling_of_the_child_is_not_a_sibling() -> None:
    names = guessed((*ENTRIES, "Magan late (5 minutes).", "Magan in class."))
    assert "Magan" not in names.siblings


def test_guessed_names_tell_the_child_from_a_sibling() -> None:
    names = guessed(ENTRIES, ["Subject: Megan Greenhalgh"])
    assert seen("Megan seen at home.", names=names).verdict is True
    assert seen("Tom seen at home.", names=names).verdict is None


def test_no_names_are_guessed_from_nothing() -> None:
    names = guessed(())
    assert not names.subject
    assert not names.siblings


def test_while_names_are_guessed_a_child_without_a_name_may_be_another() -> None:
    text = "Surgery 0915. Threadworms. Rx given."
    assert seen(text, names=guessed(()), agency="gp").verdict is None
