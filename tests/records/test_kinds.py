"""What a file is stands in its content; what may run is not taken."""

import io

import pytest

from records.kinds import NotTaken, kind_of, name_for, notice_for
from tests.records import files


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (files.PDF, "a.pdf", "application/pdf"),
        (files.PDF, "a.docx", "application/pdf"),
        (files.docx(), "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml."),
        (files.xlsx(), "a", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (files.PNG, "a.png", "image/png"),
        (files.JPEG, "a.JPG", "image/jpeg"),
        (files.RTF, "a.rtf", "application/rtf"),
        (files.E_MAIL, "a.eml", "message/rfc822"),
        (b"date,event\n", "a.csv", "text/csv"),
        ("Minutes — of the panel".encode(), "a.txt", "text/plain"),
        ("Minutes".encode("utf-16"), "a.txt", "text/plain"),
    ],
)
def test_the_content_says_what_a_file_is(content, name, media_type):
    assert kind_of(io.BytesIO(content), name).media_type.startswith(media_type)


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "a.pdf", "empty"),
        (b"MZ\x90\x00" + bytes(60), "minutes.pdf", "Windows program"),
        (b"\x7fELF" + bytes(60), "minutes.docx", "program"),
        (b"#!/bin/sh\nrm -rf /", "minutes.txt", "script"),
        (b"\n <!doctype html><script>", "minutes.txt", "web page"),
        (b'<svg xmlns="http://www.w3.org/2000/svg">', "plan.png", "SVG"),
        (b"\xef\xbb\xbf<html>", "minutes.csv", "web page"),
        (b"WScript.Echo 1", "minutes.vbs", r"script or a web page \(\.vbs\)"),
        (b"Rar!\x1a\x07\x00", "papers.docx", "archive"),
        (files.archive({"a.txt": b"x"}), "papers.zip", "archive"),
        (files.with_macros(), "minutes.docx", "macros"),
        (files.with_a_password(), "minutes.docx", "password"),
        (files.a_bomb(), "minutes.docx", "out of all proportion"),
        (b"PK\x03\x04" + bytes(40), "minutes.docx", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "minutes.doc", "damaged"),
        (bytes(range(256)), "minutes.dat", "does not know this kind"),
    ],
)
def test_what_may_run_or_cannot_be_opened_is_refused_with_the_reason(content, name, reason):
    with pytest.raises(NotTaken, match=reason):
        kind_of(io.BytesIO(content), name)


def test_the_name_it_is_kept_under_ends_as_the_content_says():
    kind = kind_of(io.BytesIO(files.PDF), "minutes.docx")
    assert name_for("minutes.docx", kind) == "minutes.docx.pdf"
    assert "is a PDF, whatever its name says" in notice_for("minutes.docx", kind)
    assert notice_for("Minutes.PDF", kind) == ""
    assert name_for("..\\..\\x.pdf", kind) == "x.pdf"


def test_old_formats_are_taken_with_a_mark():
    assert "may hold macros" in kind_of(io.BytesIO(files.RTF), "a.rtf").mark
