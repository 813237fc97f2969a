"""A document told from its runs of tags says what its tree says, or leaves it to the tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.reading.rows import Unreadable
from chronology.reading.word import _root
from chronology.reading.word_runs import text_by_runs
from chronology.reading.word_text import MC, W, text_of

NAMES = f'xmlns:w="{W}" xmlns:mc="{MC}" xmlns:w14="urn:w14"'
CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"


def document(body: str, names: str = NAMES, head: str = '<?xml version="1.0"?>') -> bytes:
    return f"{head}<w:document {names}><w:body>{body}</w:body></w:document>".encode()


def table(*cells: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tr>{''.join(cells)}</w:tr></w:tbl>"


def cell(properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"


TOLD = {
    "words of several paragraphs": table(CELL.format("a</w:t></w:r></w:p><w:p><w:r><w:t>b")),
    "lines beside tables": "<w:p><w:r><w:t>Above</w:t></w:r></w:p>" + table(CELL.format("x")),
    "letters by number and by name": table(CELL.format("&lt;b&gt; &amp;amp; &#163; &#xe9;")),
    "blanks, and line ends of two letters": table(CELL.format(" a\r\nb\rc ")),
    "a sign that is no tag": table(CELL.format("a > b")),
    "a cell that carries on the one above": table(cell("<w:tcW/><w:vMerge/>")),
    "a cell that begins a merge": table(cell('<w:tcW/><w:vMerge w:val="restart"/>')),
    "a cell over several columns": table(cell('<w:tcW/><w:gridSpan w:val="3"/>')),
    "a cell over more columns than there are": table(cell('<w:tcW/><w:gridSpan w:val="999"/>')),
    "one property alone": table(cell("<w:vMerge/>")),
    "breaks and tabs": table(CELL.format("a</w:t><w:br/><w:tab/><w:noBreakHyphen/><w:t>b")),
    "signs of symbol fonts": table(
        "".join(f"<w:tc><w:sym{a}/></w:tc>" for a in ("", ' w:char="F0FC"', ' w:char="AB"'))
    ),
    "what was deleted": table(CELL.format("a</w:t><w:del><w:t>x</w:t></w:del><w:t>b")),
    "what was put in": table(CELL.format("a</w:t><w:ins><w:t>x</w:t></w:ins><w:t>b")),
    "rows that controls wrap": (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{table(CELL.format('x'))}</w:sdtContent></w:sdt>"
    ),
    "another way to show it": table(
        CELL.format("a</w:t></w:r><mc:Fallback><w:t>x</w:t></mc:Fallback><w:r><w:t>b")
    ),
    "marks of editing": "".join(
        f'<w:p w14:paraId="0{n}" w:rsidR="00A{n}"><w:r><w:t>{n}</w:t></w:r></w:p>' for n in range(9)
    ),
    "empty words": table("<w:tc><w:p><w:r><w:t/><w:t></w:t></w:r></w:p></w:tc>"),
}  # fmt: skip


@pytest.mark.parametrize("body", TOLD.values(), ids=TOLD.keys())
def test_runs_say_what_the_tree_says(body):
    xml = document(body)
    assert text_by_runs(xml) == text_of(_root(xml))


STRANGE = {
    "a comment": document(table(CELL.format("a<!-- </w:t> -->b"))),
    "words set apart": document(table(CELL.format("<![CDATA[<w:t>]]>"))),
    "an instruction": document("<?x y?>" + table(CELL.format("a"))),
    "a table in a cell": document(table(f"<w:tc>{table(CELL.format('a'))}</w:tc>")),
    "columns before the first": document(table('<w:trPr><w:gridBefore w:val="2"/></w:trPr>')),
    "another name for the namespace": document("<x:p/>", f'{NAMES} xmlns:x="{W}"'),
    "a name of another namespace": document("", 'xmlns:w="urn:other"'),
    "a name declared late": document(f'<w:p xmlns:w="{W}"/>'),
    "a name that nothing declares": document("<x:p/>"),
    "several bodies": document("</w:body><w:body>"),
    "no body": document("").replace(b"w:body", b"w:other"),
    "tags that do not match": document("<w:p></w:r>"),
    "an element left open": document("<w:p>"),
    "words after the end": document("") + b"x",
    "two documents": document("", head="") * 2,
    "an attribute twice": document('<w:p w:val="1" w:val="2"/>'),
    "a tag that is none": document("<w:p =/>"),
    "a letter that nothing names": document(table(CELL.format("&nbsp;"))),
    "a letter that there is not": document(table(CELL.format("&#1;"))),
    "a letter that no document has": document(table(CELL.format("\x01"))),
    "letters of another encoding": document("", head="").decode().encode("utf-16"),
    "an encoding that it names": document("", head='<?xml version="1.0" encoding="cp1252"?>'),
    "a depth that no document has": document("<w:p>" * 300 + "</w:p>" * 300),
    "a width that is no number": document(table(cell('<w:tcW/><w:gridSpan w:val="x"/>'))),
}


@pytest.mark.parametrize("xml", STRANGE.values(), ids=STRANGE.keys())
def test_what_is_out_of_the_ordinary_is_left_to_the_tree(xml):
    assert text_by_runs(xml) is None


LEAVES = st.sampled_from(
    ["<w:br/>", "<w:tab/>", '<w:sym w:char="F0FC"/>', "<w:t>a</w:t>", "<w:t> b </w:t>", "<w:t/>"]
)
ELEMENTS = st.sampled_from(
    [
        *("w:p", "w:r", "w:tbl", "w:tr", "w:tc", "w:t", "w:tcPr", "w:del", "w:ins", "w:sdt"),
        *("w:sdtContent", "mc:Fallback", "w:vMerge", "w:gridSpan", "w:hyperlink"),
    ]
)
INSIDE = st.recursive(
    st.one_of(LEAVES, st.sampled_from(["", "x", "&amp;", "&#163;", " \n ", "<!--x-->"])),
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>",
        ELEMENTS,
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


def by_tree(xml: bytes) -> str | None:
    try:
        return text_of(_root(xml))
    except Unreadable:
        return None


@given(st.lists(INSIDE, max_size=4))
def test_whatever_a_document_is_made_of_runs_say_what_the_tree_says_or_nothing(parts):
    xml = document("".join(parts))
    assert text_by_runs(xml) in (None, by_tree(xml))


@given(st.sampled_from(sorted(TOLD)), st.integers(0, 2000), st.binary(max_size=2))
def test_a_damaged_document_is_left_to_the_tree_or_read_as_it_reads_it(name, at, put):
    xml = document(TOLD[name])
    at %= len(xml)
    damaged = xml[:at] + put + xml[at + 1 :]
    said = text_by_runs(damaged)
    assert said is None or said == by_tree(damaged)
