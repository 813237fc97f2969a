"""Files that are not read, and cells that could do harm."""

import io
import zipfile

import pytest

from chronology.reading import Unreadable, files, packages, read
from tests.chronology.invented import package, word_document, word_table

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
STORY = "Home visit by the health visitor; the house was cold and there was no food."


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
        (b"{\\rtf1 hello}", "rich text"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b"PK\x03\x04 and no more", "damaged"),
        (OLE + "WordDocument".encode("utf-16-le"), "Word 2003"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE, "old kind"),
        (bytes(range(256)) * 40, "neither|No table"),
        (b"just some words", "No table"),
        (package({"a.txt": "hello"}), "neither a Word document nor a workbook"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(content, words):
    with pytest.raises(Unreadable, match=words):
        read(content, "agency.docx")


def test_a_file_is_told_by_its_content_and_not_by_its_name():
    document = word_document([word_table([["Date", "Event"], ["22/05/2009", STORY]])])
    assert read(document, "agency.csv").entries[0].key == "agency.csv#T1R2"


def test_definitions_in_the_xml_are_refused():
    bad = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    types = (
        '<Types><Override PartName="/word/document.xml" ContentType="a.document.main+xml"/></Types>'
    )
    body = f"{bad}<w:document xmlns:w='x'>&x;</w:document>"
    with pytest.raises(Unreadable, match="definitions"):
        read(package({"[Content_Types].xml": types, "word/document.xml": body}), "a.docx")


def test_definitions_behind_a_comment_are_refused():
    types = (
        '<Types><Override PartName="/word/document.xml" ContentType="a.document.main+xml"/></Types>'
    )
    body = "<?xml version='1.0'?> <!-- x --> <!DOCTYPE w [<!ENTITY a 'b'>]><w>&a;</w>"
    with pytest.raises(Unreadable, match="definitions"):
        read(package({"[Content_Types].xml": types, "word/document.xml": body}), "a.docx")


def test_an_archive_that_unpacks_to_far_too_much_is_refused_unread():
    bomb = package({"[Content_Types].xml": "<Types/>", "word/document.xml": "0" * 20_000_000})
    with pytest.raises(Unreadable, match="unpacks"):
        read(bomb, "a.docx")


def test_an_archive_of_very_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(packages, "MOST_MEMBERS", 3)
    with pytest.raises(Unreadable, match="unpacks"):
        read(package({f"{n}.xml": "" for n in range(5)}), "a.docx")


def test_a_part_that_is_longer_than_it_says_is_refused():
    content = bytearray(
        package({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>" * 500})
    )
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = (4).to_bytes(4, "little")
    with pytest.raises(Unreadable):
        read(bytes(content), "a.xlsx")


def test_a_locked_archive_is_refused():
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    content = bytearray(into.getvalue())
    at = content.rfind(b"PK\x01\x02")
    content[at + 8] |= 1
    with pytest.raises(Unreadable, match="password"):
        read(bytes(content), "a.docx")


def test_too_large_and_too_long_files_are_refused(monkeypatch):
    text = "Date,Event\r\n" + f"22/05/2009,{STORY}\r\n" * 30
    monkeypatch.setattr(files, "MOST_ROWS", 20)
    with pytest.raises(Unreadable, match="more than 20 rows"):
        read(text.encode(), "a.csv")
    monkeypatch.setattr(files, "MOST_BYTES", 100)
    with pytest.raises(Unreadable, match="larger"):
        read(text.encode(), "a.csv")


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("<script>alert(1)</script>", "html_script"),
        ("He said <SCRIPT src=//a.invalid/b.js></SCRIPT>", "html_script"),
        ("<img src=x onerror=alert(1)>", "html_event_handler"),
        ('<a href="javascript:alert(1)">open</a>', "html_event_handler"),
        ('=HYPERLINK("http://a.invalid","see")', "formula_hyperlink"),
        ("=cmd|' /C calc'!A0", "formula_command"),
        ("+cmd|' /C calc'!A0", "formula_command"),
        ("@SUM(1+9)*cmd|' /C calc'!A0", "formula_command"),
        ("-2+3+cmd|' /C calc'!A0", "formula_command"),
        ('=DDE("cmd";"/C calc";"x")', "formula_command"),
        ("- Cafcass (family court adviser) asked what is known", ""),
        ("+ 2 siblings at home", ""),
        ("-ve test result, mother informed", ""),
        ("Weight < 2nd centile", ""),
        ("<5 units of alcohol a week", ""),
        ("@ school: seen by nurse", ""),
        ("= no change", ""),
        ("Prescription given; script collected", ""),
    ],
)
def test_cells_that_would_set_something_off_are_flagged_and_kept(cell, reason):
    table = word_table([["Date", "Source", "Event"], ["22/05/2009", "Log", cell]])
    reading = read(word_document([table]), "a.docx")
    assert [p.reason for p in reading.problems] == ([reason] if reason else [])
    assert reading.entries[0].event == cell
