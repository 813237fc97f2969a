"""An agreed set as one zip: unpacked, checked with the tool that recipients have, and logged."""

import hashlib
import io
import json
import os
import subprocess
import tracemalloc
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client

from boards.roles import Chair, Evaluator, Manager, PanelChair, PanelMember
from records.models import AuditEvent, Document
from records.scanning import ScanState
from reviews.conditions import NotYet
from reviews.models import FinalSet, ReleaseCopy
from reviews.packs import Pack, zipped
from reviews.statutory import RECIPIENTS
from tests.factories import AT, BoardFactory, person
from tests.reviews.publishing import a_cast, a_copy
from tests.reviews.setting import LATER, Setting, a_setting, filed

pytestmark = pytest.mark.django_db
OFSTED = next(each for each in RECIPIENTS if each.code == "ofsted")
DCSF = next(each for each in RECIPIENTS if each.code == "dcsf")
LARGE = 30 * 1024 * 1024


@pytest.fixture
def case() -> Setting:
    case = a_setting()
    case.put()
    case.sign()
    return case


def agreed(case: Setting) -> FinalSet:
    return case.review.final_sets.get(standing="agreed")


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def unpacked(content: bytes, to: Path) -> Path:
    """Return the one folder that the zip holds."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        archive.extractall(to)
    (folder,) = to.iterdir()
    return folder


def test_the_pack_is_what_the_board_agreed_and_sha256sum_says_so(case, tmp_path):
    address = f"/reviews/{case.review.reference}/final-set/1/pack/?for=ofsted"
    answer = signed_in(case.staff).get(address)
    folder = unpacked(b"".join(answer.streaming_content), tmp_path)
    assert folder.name == f"{case.review.reference}-set-1-ofsted"
    assert f"{folder.name}.zip" in answer["Content-Disposition"]
    assert sorted(file.name for file in folder.iterdir()) == [
        "01-overview-report.docx",
        "02-executive-summary.docx",
        "03-action-plan.docx",
        "04-individual-management-review-downland-police.docx",
        "SHA256SUMS",
        "manifest.json",
        "manifest.txt",
    ]
    checked = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"],
        check=False,
        cwd=folder,
        capture_output=True,
        text=True,
    )
    assert (checked.returncode, checked.stdout.count(": OK")) == (0, 6), checked.stderr
    manifest = json.loads((folder / "manifest.json").read_text())
    assert manifest["review"] == case.review.reference
    assert (manifest["set"], manifest["fingerprint"]) == (1, agreed(case).fingerprint)
    assert (manifest["recipient"], manifest["agreed_on"]) == ("Ofsted", "2010-04-08")
    for file in manifest["files"]:
        content = (folder / file["name"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == file["sha256"]
        assert len(content) == file["size"]
    assert agreed(case).fingerprint in (folder / "manifest.txt").read_text()


def test_a_touched_file_in_the_unpacked_folder_is_found(case, tmp_path):
    folder = unpacked(b"".join(zipped(Pack(agreed(case), on=AT.date()), at=AT)), tmp_path)
    (folder / "01-overview-report.docx").write_bytes(b"Another text.")
    checked = subprocess.run(
        ["sha256sum", "-c", "SHA256SUMS"], check=False, cwd=folder, capture_output=True
    )
    assert checked.returncode == 1


def test_taking_a_pack_is_in_the_log(case):
    client = signed_in(case.chair)
    b"".join(client.get(f"/reviews/{case.review.reference}/final-set/1/pack/").streaming_content)
    taken = AuditEvent.objects.about(case.review).get(verb="export")
    assert taken.sentence == f"A pack was taken: 4 files of set 1 ({agreed(case).fingerprint})."
    assert taken.by == case.chair


@pytest.mark.parametrize("is_found", [True, False])
def test_nothing_leaves_in_which_malware_was_found_or_not_yet_looked_for(case, is_found):
    summary = agreed(case).items.get(kind="summary").version.file
    if is_found:
        summary.quarantine("Eicar", at=LATER)
    else:
        Document.objects.filter(pk=summary.pk).update(scan=ScanState.WAITING)
    answer = signed_in(case.chair).get(f"/reviews/{case.review.reference}/final-set/1/pack/")
    assert answer.status_code == 409
    assert "summary" in answer.content.decode()
    assert not AuditEvent.objects.about(case.review).filter(verb="export").exists()


def test_names_in_the_pack_are_safe_whatever_was_sent():
    case = a_setting()
    case.agency.name = "../../etc/<b>Police & Co</b>"
    case.agency.save()
    filed(case.review, "overview", b"x", name="..\\..\\evil.docx.exe?!")
    case.put()
    case.sign()
    names = [entry.name for entry in Pack(agreed(case), on=AT.date()).entries]
    assert names[0] == "01-overview-report.bin"
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.") for name in names)
    assert not any(".." in name for name in names)


def test_a_changed_file_is_refused_and_named_instead_of_a_pack(case):
    path = Path(agreed(case).items.get(kind="imr").version.file.content.path)
    path.write_bytes(path.read_bytes()[:-5])
    answer = signed_in(case.staff).get(f"/reviews/{case.review.reference}/final-set/1/pack/")
    assert answer.status_code == 409
    assert "Individual management review, Downland Police" in answer.content.decode()
    assert not AuditEvent.objects.about(case.review).filter(verb="export").exists()


def test_nothing_leaves_of_a_set_that_is_not_agreed():
    case = a_setting()
    case.put()
    answer = signed_in(case.staff).get(f"/reviews/{case.review.reference}/final-set/1/pack/")
    assert answer.status_code == 409
    assert "has not agreed set 1" in answer.content.decode()


def test_a_copy_without_names_is_refused_where_none_is_on_file(case):
    with pytest.raises(NotYet) as refused:
        Pack(agreed(case), DCSF, on=AT.date())
    assert len(refused.value.reasons) == 3
    assert "No such copy is on file of: Overview report." in refused.value.reasons[0]


def nameless(case: Setting, **facts) -> dict[str, ReleaseCopy]:
    """Return a copy for publication of each report; `facts` are those of the summary's copy."""
    a_cast(case.review)
    return {
        kind: a_copy(case, kind, **{"text": f"The {kind}."} | (facts if kind == "summary" else {}))
        for kind in DCSF.what
    }


def test_a_recipient_of_copies_without_names_is_given_those_alone(case, tmp_path):
    copies = nameless(case)
    address = f"/reviews/{case.review.reference}/final-set/1/pack/?for=dcsf"
    answer = signed_in(case.staff).get(address)
    folder = unpacked(b"".join(answer.streaming_content), tmp_path)
    files = sorted(file for file in folder.iterdir() if file.suffix == ".docx")
    assert [file.name for file in files] == [
        "01-overview-report.docx",
        "02-executive-summary.docx",
        "03-action-plan.docx",
    ]
    assert [file.read_bytes() for file in files] == [c.file.read() for c in copies.values()]
    assert json.loads((folder / "manifest.json").read_text())["copies"] == "anonymised"


@pytest.mark.parametrize(
    "facts",
    [
        {"is_checked": False},
        {"expires_on": AT.date() - timedelta(days=1)},
        {"is_for_publication": False},
        {"text": "On Monday Agnieszka rang."},
    ],
)
def test_a_copy_that_may_not_leave_is_in_no_pack(case, facts):
    nameless(case, **facts)
    with pytest.raises(NotYet) as refused:
        Pack(agreed(case), DCSF, on=AT.date())
    (reason,) = refused.value.reasons
    assert "No such copy is on file of: Executive summary." in reason


def test_a_recipient_that_the_guidance_does_not_name_has_no_pack(case):
    client = signed_in(case.staff)
    address = f"/reviews/{case.review.reference}/final-set/1/pack/?for=practice_review_panel"
    assert client.get(address).status_code == 404


def test_a_large_file_is_sent_without_ever_being_in_memory(case):
    case.go_to("panel")
    filed(case.review, "overview", os.urandom(LARGE), at=LATER)
    case.put(LATER)
    case.sign()
    pack = Pack(case.review.final_sets.agreed().last(), on=AT.date())
    tracemalloc.start()
    sent = sum(map(len, zipped(pack, at=AT)))
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sent > LARGE
    assert most < 12 * 1024 * 1024


def test_an_evaluator_is_given_submitted_sets_and_nothing_else(case):
    ofsted = signed_in(person(Evaluator))
    address = f"/reviews/{case.review.reference}/"
    for path in ("", "final-set/1/1/", "final-set/1/pack/"):
        assert ofsted.get(f"{address}{path}").status_code == 404
    case.submit()
    page = ofsted.get(address).content.decode()
    assert "Individual management review, Downland Police" in page
    assert agreed(case).fingerprint in page
    assert "Child 1" not in page
    assert b"".join(ofsted.get(f"{address}final-set/1/1/").streaming_content) == b"The overview."
    assert ofsted.get(f"{address}final-set/1/pack/").status_code == 200
    for path in ("final-set/", "final-set/1/", "submission/", "readiness/"):
        assert ofsted.get(f"{address}{path}").status_code == 403
    for path in ("history/", "notification/"):
        assert ofsted.get(f"{address}{path}").status_code == 404


def test_an_evaluator_is_not_given_a_set_that_was_sent_back():
    case = a_setting()
    case.put()
    case.review.move("send_back", by=case.manager, at=LATER, reasons="x")
    case.put(LATER)
    case.sign()
    case.submit()
    ofsted = signed_in(person(Evaluator))
    assert ofsted.get(f"/reviews/{case.review.reference}/final-set/1/1/").status_code == 404
    assert ofsted.get(f"/reviews/{case.review.reference}/final-set/2/1/").status_code == 200


@pytest.mark.parametrize("role", [PanelMember, PanelChair, Manager])
def test_others_are_given_nothing(case, role):
    somebody = signed_in(person(role, case.board if role is PanelMember else BoardFactory()))
    for path in ("final-set/", "final-set/1/", "final-set/1/1/", "final-set/1/pack/"):
        assert somebody.get(f"/reviews/{case.review.reference}/{path}").status_code == 404


def test_a_chair_of_another_review_is_given_nothing(case):
    stranger = signed_in(person(Chair))
    assert stranger.get(f"/reviews/{case.review.reference}/final-set/1/pack/").status_code == 404
