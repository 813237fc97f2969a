"""Letters, forms and reports in Word, from the portal's templates and from a board's own."""

import io
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from docx import Document

from boards.models import User
from boards.roles import Manager
from records.models import AuditEvent
from reviews.models import Review, TermsOfReference, WordTemplate
from reviews.word.context import fields_of
from reviews.word.fields import FIELDS, NAMES, made_up_case
from reviews.word.filling import NOT_RECORDED, WrongTemplate, fill, try_on_made_up_case
from reviews.word.kinds import PaperKind, portals_own
from reviews.word.making import make
from tests.factories import BoardFactory, everybody, person
from tests.reviews.reporting import a_word_template, at_panel, issued
from tests.terms import agreed_terms

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, User]:
    return everybody(BoardFactory())


@pytest.fixture
def review(people) -> Review:
    return at_panel(people["manager"].memberships.get().board, people)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def template_saying(*lines: str) -> bytes:
    paper = Document()
    for line in lines:
        paper.add_paragraph(line)
    written = io.BytesIO()
    paper.save(written)
    return written.getvalue()


def words_of(content: bytes) -> str:
    paper = Document(io.BytesIO(content))
    cells = [c.text for table in paper.tables for row in table.rows for c in row.cells]
    around = [s.header.paragraphs[0].text + s.footer.paragraphs[0].text for s in paper.sections]
    return "\n".join([*(p.text for p in paper.paragraphs), *cells, *around])


@pytest.mark.parametrize("kind", PaperKind)
def test_the_portals_templates_are_those_that_the_script_makes(kind):
    assert words_of(portals_own(kind)) == words_of(make(kind))


@pytest.mark.parametrize("kind", PaperKind)
def test_a_template_of_the_portal_names_known_fields_alone_and_is_in_english(kind):
    made = try_on_made_up_case(portals_own(kind))
    words = words_of(made)
    assert NOT_RECORDED not in words
    assert "{" not in words
    assert "OFFICIAL-SENSITIVE: Anytown Safeguarding Children Board" in words
    paper = Document(io.BytesIO(made))
    assert paper.core_properties.language == "en-GB"
    assert paper.paragraphs[0].style.name == "Title"
    assert "w:lang" in paper.styles.element.xml
    assert 'w:val="en-US"' not in paper.styles.element.xml


def test_a_case_fills_every_field_that_is_not_of_a_draft(review):
    of_a_draft = {"title", "draft", "issued_on", "sections", "actions"}
    assert set(fields_of(review, on=timezone.localdate())) == NAMES - of_a_draft
    assert all(field.made_up for field in FIELDS)


def test_what_is_blank_says_so(review, people):
    client = signed_in(people["coordinator"])
    answer = client.get(f"/reviews/{review.reference}/letters/referral/")
    words = words_of(b"".join(answer.streaming_content))
    assert review.reference in words
    assert NOT_RECORDED in words
    event = AuditEvent.objects.about(review).get(verb="export")
    assert event.sentence == "Referral for consideration of a review was made in Word."


def test_a_paper_says_what_the_agreed_terms_ask_and_nothing_of_a_draft(review, people):
    agreed_terms(review, by=people["coordinator"], questions=["What was known?"])
    draft = TermsOfReference.begin(review, by=people["coordinator"], at=timezone.now())
    draft.questions.create(number=9, text="Not agreed yet?")
    said = fields_of(review, on=timezone.localdate())
    assert said["key_questions"] == ["What was known?"]
    assert "What was known?" in words_of(fill(portals_own("specification"), said))


def test_a_paper_names_no_child(review, people):
    review.incident.children.update(name="Bramble Quickthorn")
    for kind in PaperKind:
        if not kind.is_of_a_draft:
            fields = fields_of(review, on=timezone.localdate())
            assert "Quickthorn" not in words_of(fill(portals_own(kind), fields))


def test_the_panel_is_named_by_job_title_and_employer(review, people):
    made = fill(
        portals_own("specification"),
        fields_of(review, on=timezone.localdate()),
    )
    assert "Self-employed" in words_of(made)
    assert people["panel_member"].full_name not in words_of(made)


def test_a_letter_for_an_agency_asks_which(review, people):
    agency = people["agency_author"].memberships.get().agency
    client, address = signed_in(people["chair"]), f"/reviews/{review.reference}/letters/staff/"
    assert "Select the agency" in client.post(address, {}).content.decode()
    answer = client.post(address, {"agency": agency.pk})
    assert agency.name in words_of(b"".join(answer.streaming_content))
    other = BoardFactory().agencies.create(name="Elsewhere", kind="gp")
    assert client.post(address, {"agency": other.pk}).status_code == 200


def test_a_field_is_text_and_never_read_as_a_template():
    made = fill(template_saying("{{ child }}"), {"child": "{{ 7 }} <w:t>&amp;\x0b{% if %}"})
    assert "{{ 7 }} <w:t>&amp;{% if %}" in words_of(made)


@pytest.mark.parametrize(
    "line",
    [
        "{{ reference.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ reference.upper() }}",
        "{{ panel.append(1) }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ lipsum() }}",
        "{{ range(9) }}",
        "{{ 'x' * 1000000000 }}",
        "{{ 10 ** 10000000 }}",
        "{{ reference|center(1000000000) }}",
        "{{ reference|attr('__class__') }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% macro m() %}x{% endmacro %}{{ m() }}",
    ],
)
def test_a_template_reaches_no_object_and_runs_nothing(line):
    with pytest.raises(WrongTemplate) as refused:
        try_on_made_up_case(template_saying(line))
    assert refused.value.reasons


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{{ referense }}", "There is no field “referense”. Did you mean “reference”?"),
        ("{{ xyzzy }}", "There is no field “xyzzy”. See the list of fields."),
        (
            "{% for m in panel %}{{ m.job_titel }}{% endfor %}",
            "There is no field “job_titel”. Did you mean “job_title”?",
        ),
        ("{% if referense %}x{% endif %}", "There is no field “referense”."),
        ("{{ reference|explode }}", "The template cannot be read: No filter named 'explode'."),
        ("{% for m in panel %}", "The template cannot be read:"),
        ("{{ reference * 3 }}", "A template cannot calculate with “*”."),
    ],
)
def test_what_is_wrong_in_a_template_is_said_with_the_fields_name(review, people, line, reason):
    sent = BytesIO(template_saying(line))
    sent.name = "own.docx"
    address = f"/word-templates/{review.board.slug}/family/"
    page = signed_in(people["manager"]).post(address, {"file": sent}).content.decode()
    assert reason in page.replace("&#x27;", "'")
    assert not WordTemplate.objects.exists()


def test_a_template_is_in_use_after_its_preview_was_looked_at(review, people):
    client, address = signed_in(people["manager"]), f"/word-templates/{review.board.slug}/family/"
    sent = BytesIO(template_saying("Our own letter about {{ reference }}"))
    sent.name = "own.docx"
    assert client.post(address, {"file": sent}).status_code == 302
    version = WordTemplate.objects.get()
    assert client.post(f"/word-templates/versions/{version.pk}/use/").status_code == 409
    preview = client.get(f"/word-templates/versions/{version.pk}/preview/")
    assert made_up_case()["reference"] in words_of(b"".join(preview.streaming_content))
    for _click in "ab":
        answer = client.post(f"/word-templates/versions/{version.pk}/use/")
        assert answer.status_code == 302
    letter = f"/reviews/{review.reference}/letters/family/"
    words = words_of(b"".join(client.get(letter).streaming_content))
    assert f"Our own letter about {review.reference}" in words
    client.post(f"{address}portals/use/")
    words = words_of(b"".join(client.get(letter).streaming_content))
    assert "I am very sorry" in words
    assert AuditEvent.objects.filter(verb="use_word_template").count() == 3


def test_a_template_is_not_put_in_use_unseen(review, people):
    version = a_word_template(review.board, by=people["manager"])
    with pytest.raises(ValidationError, match="Look at the preview first"):
        version.put_in_use(at=timezone.now())


def test_a_manager_of_another_board_does_not_find_the_templates(review, people):
    version = a_word_template(review.board, by=people["manager"])
    stranger = signed_in(person(Manager, BoardFactory()))
    assert stranger.get(f"/word-templates/{review.board.slug}/family/").status_code == 404
    assert stranger.get(f"/word-templates/versions/{version.pk}/preview/").status_code == 404
    assert stranger.post(f"/word-templates/versions/{version.pk}/use/").status_code == 404


def test_a_draft_in_word_has_its_sections(review, people):
    issued(review, by=people["manager"], text="One paragraph.\nAnd another & <more>.")
    client = signed_in(people["panel_chair"])
    answer = client.get(f"/reviews/{review.reference}/reports/overview/drafts/1/file/word/")
    paper = Document(io.BytesIO(b"".join(answer.streaming_content)))
    said = [(p.style.name, p.text) for p in paper.paragraphs]
    assert ("Heading 1", "The facts: summary of the chronology") in said
    assert ("Normal", "And another & <more>.") in said
    assert paper.core_properties.title == "Overview report"


def test_the_list_of_fields_is_on_the_page(review, people):
    page = signed_in(people["manager"]).get("/word-templates/").content.decode()
    assert all(f"<code>{name}</code>" in page for name in NAMES)
