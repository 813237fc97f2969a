"""Named or anonymised is a view: people, places and numbers are replaced, words are not."""

import pytest

from chronology.masking import Context, mask
from tests.chronology.cast_of_rows import a_cast

CAST = a_cast()


def masked(text: str, **where: str) -> str:
    return mask(text, CAST, context=Context(**where)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stacey was seen.", "Mother was seen."),
        ("STACEY was seen.", "Mother was seen."),
        ("stacey was seen.", "Mother was seen."),
        ("Stacey HARTLEY rang.", "Mother rang."),
        ("HARTLEY, Stacey rang.", "Mother rang."),
        ("Hartley, Jayden was late.", "Child A was late."),
        ("Stace rang.", "Mother rang."),
        ("Ms. Hartley rang.", "Mother rang."),
        ("Ms.\nHartley rang.", "Mother rang."),
        ("Stacey\nHartley rang.", "Mother rang."),
        ("Stacey's phone", "Mother's phone"),
        ("Jayden’s school", "Child A’s school"),
        ("Spoke to SH and JH today.", "Spoke to Mother and Child A today."),
        ("Spoke to S.H. today.", "Spoke to Mother today."),
        ("Stacay rang.", "Mother rang."),
        ("Stacey Hertley rang.", "Mother rang."),
        ("Jaydn was late.", "Child A was late."),
        ("Mr O’Brien rang.", "Father rang."),
        ("Mr OBrien rang.", "Father rang."),
        ("Mrs van der Berg rang.", "MGM rang."),
        ("Agnieszka VAN DER BERG rang.", "MGM rang."),
        ("Seen by SW Smith-Jones.", "Seen by Social Worker 1."),
        ("Seen by M Smith Jones.", "Seen by Social Worker 1."),
        ("PC 129 attended.", "PC 1 attended."),
        ("PC Dean Hartley attended.", "PC 1 attended."),
        ("Dr Farzana Choudhury called.", "GP1 called."),
    ],
)
def test_a_person_of_the_cast_is_masked_however_they_are_written(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A mark on the leg.",
        "Mark on shin noted, from playing.",
        "Seen on 30 May 2009.",
        "Term ends in May. Unseen since May.",
        "Mother may need more support.",
        "Grace said at lunch as usual.",
        "Will contact school.",
        "The family will attend.",
        "A young person took tablets.",
        "Young person took tablets.",
        "Social Worker and Health Visitor met the Duty Team.",
        "Referred to CAMHS, MARAC and A&E by the GP.",
        "ICPC chaired by the IRO; HV and SW sent reports.",
        "Given Valium and Movicol on Friday.",
        "Recorded in RiO and on Lloyd George notes.",
        "School Nurse rang.",
        "Summer term report was good.",
        "Baker next door. White goods broken. Long wait in casualty.",
        "Brown bruise and a black eye.",
        "Arrears £2743.86, seen at 10.30 on 24/09/07.",
        "Discharged from hospital 1 07/05/08 at noon.",
        "Temp 38.2, BP 118/72, weight 7.95kg.",
        "Family Court made an order. Crown Court next.",
        "IT MAY BE NEGLECT. THE MARK WAS RED.",
        "Will weigh again in two weeks. May benefit from a course.",
        "Between May and June there were six calls.",
        "A YOUNG MOTHER WITH LITTLE HELP.",
        "GAS BILL OF £40 UNPAID. SHE LEFT A WILL.",
        "Young is the baby to be left alone.",
        "Job no 884512 raised. Log 0412 of 03/06/2009.",
        "She wore a vest and a grate was missing.",
        "A Stanley knife and Jack plugs were seen.",
        "Mark behind the left ear. Mark across her cheek. Mark over right shin.",
        "Will need to reconsider. Will not be returning. Will not now be seen.",
        "May have fallen. May also have had access. May never be known.",
        "Young carers project. Young and inexperienced. Young married couple seen.",
        "Grace said before dinner. Grace period of two weeks.",
        "May the 4th, no reply at the door.",
        "Mum and will to leave. Mum may present late. Call to mark the day. Came with grace.",
    ],
)
def test_an_ordinary_word_stays(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mark was at home.", "Father was at home."),
        ("Learned from Will that he left.", "Learned from Mother's Partner that he left."),
        ("MAY attended.", "Social Worker 1 attended."),
        ("Grace was upset.", "Sibling 1 was upset."),
        ("Told Mr Young.", "Told Mother's Partner."),
        ("Discussed with Mark at court.", "Discussed with Father at court."),
        ("MARK WAS ARRESTED.", "Father WAS ARRESTED."),
        ("SHE TOLD MARK TO LEAVE.", "SHE TOLD Father TO LEAVE."),
        ("SHE SAID THAT MARK HAD HIT HER.", "SHE SAID THAT Father HAD HIT HER."),
        ("Young is dealing from home.", "Mother's Partner is dealing from home."),
        ("Young and Hartley left.", "Mother's Partner and Mother left."),
        ("Meeting held. grace clung to worker.", "Meeting held. Sibling 1 clung to worker."),
        ("Call from nurse re grace, a cut.", "Call from nurse re Sibling 1, a cut."),
        ("Told mark that he must go.", "Told Father that he must go."),
        ("He said that May cannot be woken.", "He said that Social Worker 1 cannot be woken."),
        ("Log of 30 Jan 09 – May minimised.", "Log of 30 Jan 09 – Social Worker 1 minimised."),
        ("Spoke to stcey today.", "Spoke to Mother today."),
        ("Young refused entry.", "Mother's Partner refused entry."),
        ("Young still on bail.", "Mother's Partner still on bail."),
        ("Young in the bath.", "Mother's Partner in the bath."),
        ("Young, who was drunk, left.", "Mother's Partner, who was drunk, left."),
        ("Young (stepfather) rang.", "Mother's Partner (stepfather) rang."),
        ("Young hadn't been told.", "Mother's Partner hadn't been told."),
        ("Will hit her.", "Mother's Partner hit her."),
        ("Will let himself in.", "Mother's Partner let himself in."),
        ("Grace said at school that she hurt.", "Sibling 1 said at school that she hurt."),
        ("Mark on his way.", "Father on his way."),
        ("HE THEN PUNCHED MARK HARD.", "HE THEN PUNCHED Father HARD."),
        ("Her partner mark left.", "Her partner Father left."),
        ("Dad (mark) and sister grace in.", "Dad (Father) and sister Sibling 1 in."),
        ("I want Mum not mark.", "I want Mum not Father."),
        ("T/c from grace re bed.", "T/c from Sibling 1 re bed."),
        ("Lives with grace and mark.", "Lives with Sibling 1 and Father."),
        ("Mum and mark argued.", "Mum and Father argued."),
        ("Met the Young children.", "Met the Mother's Partner children."),
    ],
)
def test_a_name_that_is_also_a_word_is_masked_where_it_is_a_name(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her mobile is 07700900921.", "Her mobile is [telephone number]."),
        ("Her mobile is +44 7700 900 921.", "Her mobile is [telephone number]."),
        ("Ring 0113 496 0123.", "Ring [telephone number]."),
        ("NHS no. 9998274095.", "NHS no. [NHS number]."),
        ("NHS no. 999-827-4095.", "NHS no. [NHS number]."),
        ("NHS no. 943 476 5919.", "NHS no. [NHS number]."),
        ("999.404.9452 (NHS) DNA.", "[NHS number] (NHS) DNA."),
        ("DOB 13.09.01.", "DOB [date of birth]."),
        ("DOB 4 March 1980.", "DOB [date of birth]."),
        ("at QX186PP now", "at [postcode] now"),
        ("at LS7 4AB now", "at [postcode] now"),
        ("Write to a.b@example.org today.", "Write to [e-mail] today."),
    ],
)
def test_a_number_is_masked_in_any_spacing_listed_or_not(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Visited Flat 1, 27 Larch Close.", "Visited Address 1."),
        ("Visited 27 Larch Cl.", "Visited Address 1."),
        ("Visited Flat 1, 27 Larch Close, Ellerthwaite.", "Visited Address 1."),
        ("Rang St Hilda’s about lunch.", "Rang School 1 about lunch."),
        ("Rang St Hilda's RC Primary.", "Rang School 1."),
        ("Taken to CGH by ambulance.", "Taken to Hospital 1 by ambulance."),
        ("Moved to 14 Beechwood Avenue.", "Moved to [address]."),
        ("Rang Fernwood Primary School.", "Rang [school]."),
        ("Seen at Otterburn Medical Centre.", "Seen at [GP practice]."),
    ],
)
def test_a_place_is_masked_listed_or_not(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Kowalczyk rang.", "[name] rang."),
        ("SW Bukola Tordoff visited.", "SW [name] visited."),
        ("Staying with Siobhan.", "Staying with [name]."),
        ("Told J. Okonkwo about it.", "Told [name] about it."),
        ("Her friend Abdirahman Hersi came.", "Her friend [name] came."),
        ("The officer was PC 3367.", "The officer was PC [number]."),
    ],
)
def test_somebody_in_no_cast_is_masked(text: str, expected: str) -> None:
    assert masked(text) == expected


def test_a_list_of_those_present_names_people_even_in_small_letters() -> None:
    assert masked("mum, jayden, thandeka", cell="present") == "mum, Child A, [name]"


def test_a_shared_surname_goes_to_the_officer_in_the_police_file() -> None:
    assert masked("PC Hartley came.", agency="POL") == "PC 1 came."


def test_two_people_of_one_name_are_both_named_by_the_label() -> None:
    from chronology.masking import Cast, Identifier

    rows = [
        Identifier("p1", "Seun Ormerod", "full", "Father", 2, "family", "F", "Father"),
        Identifier("p2", "Seun Ormerod", "full", "Sibling 1", 2, "family", "C", "Sibling 1"),
    ]
    assert mask("Seun Ormerod left.", Cast.of(rows)).text == "Father or Sibling 1 left."


def test_every_replacement_says_where_it_stood_and_why() -> None:
    text = "Told Stacey on 07700 900921."
    spans = mask(text, CAST).spans
    assert [(text[s.start : s.end], s.person, s.kind, s.replacement) for s in spans] == [
        ("Stacey", "p1", "name", "Mother"),
        ("07700 900921", "p1", "number", "[telephone number]"),
    ]
    assert all(span.reason for span in spans)


def test_spans_never_overlap_and_rebuild_the_text() -> None:
    text = "SW Smith-Jones saw Jayden Hartley at 27 Larch Close, QX18 6PP with Mr O'Brien."
    result = mask(text, CAST)
    pieces, at = [], 0
    for span in result.spans:
        assert span.start >= at
        pieces += [text[at : span.start], span.replacement]
        at = span.end
    assert "".join([*pieces, text[at:]]) == result.text


def test_an_empty_text_stays_empty() -> None:
    assert masked("") == ""


def test_masking_a_masked_text_changes_nothing() -> None:
    text = "PC Hartley and Stacey saw Dr Chowdhury at CGH; SW Smith-Jones rang 07700 900921."
    once = masked(text)
    assert masked(once) == once


def test_a_mask_remembers_no_more_words_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chronology.masking.lexicon.MEMORY", 50)
    cast = a_cast()
    mask(" ".join(f"Word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(600)), cast)
    assert len(cast.memory["lexicon"].words) <= 51


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("spoke to grace and will re visit", "spoke to Sibling 1 and Mother's Partner re visit"),
        ("h/v to grace, will asleep", "h/v to Sibling 1, Mother's Partner asleep"),
        ('said "I want mum not grace"', 'said "I want mum not Sibling 1"'),
        ("Told miss young of it.", "Told Mother's Partner of it."),
        ("Said will hit him.", "Said Mother's Partner hit him."),
        ("Staccie out.", "Mother out."),
        ("Met the Young children.", "Met the Mother's Partner children."),
        ("All the Youngs came.", "All the [name] came."),
        ("Young agreed to work with us.", "Mother's Partner agreed to work with us."),
    ],
)  # fmt: skip
def test_a_word_that_only_its_company_makes_a_name_is_masked(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "mum has no grace, mark on leg, may come later, will call again",
        "Mark the date. Mark this off the list.",
        "They miss grace. Will miss school. Mum will attend. That may be so.",
        "there is grace and will in it, that grace was lost. I will see grace period",
        "Mark healed. Mark noticed at clinic. Mark measured 2cm.",
        "Young carers' group. The young family next door.",
    ],
)
def test_a_word_whose_company_makes_it_a_word_stays(text: str) -> None:
    assert masked(text) == text
