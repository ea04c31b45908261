"""Each word of a document is returned, reported as hidden, or named as left out."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.documents.account import Account, Reason
from interview_cli.documents.reader import read_content
from interview_cli.documents.sandbox import extract
from interview_cli.errors import UnreadableDocument
from tests.documents.test_formats import PAD, W, archive, docx, odt, p, r

WORDS = st.lists(st.from_regex(r"[a-z]{4,9}", fullmatch=True), min_size=1, max_size=8, unique=True)
KINDS = st.sampled_from(("seen", "hidden", "deleted"))


def make_docx(pieces: list[tuple[str, str]]) -> tuple[str, bytes]:
    runs = {
        "seen": lambda word: r(word),
        "hidden": lambda word: r(word, "<w:vanish/>"),
        "deleted": lambda word: f"<w:del>{r(word)}</w:del>",
    }
    return "Word", docx("".join(p(runs[kind](word)) for word, kind in pieces))


def make_odt(pieces: list[tuple[str, str]]) -> tuple[str, bytes]:
    style = (
        '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    )
    forms = {
        "seen": "<text:p>{}</text:p>",
        "hidden": '<text:p><text:span text:style-name="T1">{}</text:span></text:p>',
        "deleted": "<text:tracked-changes><text:p>{}</text:p></text:tracked-changes>",
    }
    return "OpenDocument", odt("".join(forms[kind].format(word) for word, kind in pieces), style)


def make_rtf(pieces: list[tuple[str, str]]) -> tuple[str, bytes]:
    marks = {"seen": "", "hidden": "\\v", "deleted": "\\deleted"}
    body = "".join(f"{{{marks[kind]} {word}\\par}}" for word, kind in pieces)
    return "RTF", f"{{\\rtf1\\ansi {body}{PAD}}}".encode()


def make_page(pieces: list[tuple[str, str]]) -> tuple[str, bytes]:
    forms = {"seen": "<p>{}</p>", "hidden": "<p hidden>{}</p>", "deleted": "<nav>{}</nav>"}
    body = "".join(forms[kind].format(word) for word, kind in pieces)
    return "HTML", f"<html><body>{body}<p>{PAD}</p></body></html>".encode()


@pytest.mark.parametrize("make", [make_docx, make_odt, make_rtf, make_page])
@given(words=WORDS, data=st.data())
def test_no_word_is_lost_in_silence(make, words: list[str], data) -> None:
    pieces = [(word, data.draw(KINDS)) for word in words]
    kind, content = make(pieces)
    extraction = extract(kind, content, "cv", keep_hidden=False)
    returned, hidden = extraction.text.split(), " ".join(extraction.hidden).split()
    for word, fate in pieces:
        assert (word in returned, word in hidden) == (fate == "seen", fate == "hidden")
    deleted = [word for word, fate in pieces if fate == "deleted"]
    assert bool(deleted) == any("left out of cv" in notice for notice in extraction.notices)
    assert not any("could not be read" in notice for notice in extraction.notices)


def test_letters_that_no_rule_accounts_for_are_named() -> None:
    account = Account()
    account.hold("Wired forty council houses")
    assert "10 more letters" in account.close("Wired forty hou", "cv.docx").notices[0]


def test_a_small_difference_is_not_named() -> None:
    account = Account()
    account.hold(PAD * 10)
    assert account.close(PAD * 10 + "x", "cv").notices == ()


def test_a_document_that_looks_hidden_as_a_whole_is_read_with_a_note() -> None:
    body = "".join(p(r(words, '<w:color w:val="FFFFFF"/>')) for words in (PAD, "Jo Field"))
    root = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    content = archive(word__document_xml=root)
    document = read_content(content, "Word", "cv.docx")
    assert "Jo Field" in document.text
    assert "almost all of cv.docx looked like white letters" in document.notices[0]


def test_a_refusal_says_what_was_there() -> None:
    body = f"<html><body><p hidden>{PAD}</p></body></html>".encode()
    with pytest.raises(UnreadableDocument) as refusal:
        read_content(body, "HTML", "cv.html")
    assert "0 characters of text besides text that is marked as hidden (17 words)" in (
        refusal.value.message
    )
    kept = read_content(body, "HTML", "cv.html", keep_hidden=True)
    assert kept.text == PAD


def test_only_guesses_are_tried_again_without() -> None:
    account = Account()
    account.leave_out(Reason.DELETED, PAD)
    assert account.find_suspects("") == set()
    account.leave_out(Reason.WHITE, PAD)
    assert account.find_suspects("") == {Reason.WHITE}
    assert account.find_suspects(PAD) == set()


LEAVES = st.one_of(
    st.from_regex(r"[a-z]{3,12}", fullmatch=True),
    st.integers(1000, 9999).map(str),
    st.none(),
    st.just(""),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(("name", "text", "note", "year", "url", "city")), inner,
                        max_size=3),
    ),
    max_leaves=12,
)  # fmt: skip
FIELDS = (
    "name", "label", "email", "location", "summary", "profiles", "position", "startDate", "date",
    "highlights", "keywords", "level", "extra",
)  # fmt: skip


def find_leaves(value: object) -> list[str]:
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in find_leaves(item)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in find_leaves(item)]
    return [str(value)] if value else []


@given(
    basics=st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=6),
    work=st.lists(st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=6), max_size=3),
    other=VALUES,
)
def test_every_value_of_a_json_resume_is_printed(basics, work, other) -> None:
    resume = {"basics": basics, "work": work, "other": other}
    text = extract("JSON Resume", json.dumps(resume).encode(), "cv", keep_hidden=False).text
    for leaf in find_leaves(resume):
        assert leaf in text
    assert "None" not in text
