"""Pages as job boards and people save them: names of wrappers, data, encodings, frames."""

import json

import pytest

from interview_cli.documents.reader import read_content
from interview_cli.documents.sandbox import extract
from interview_cli.errors import UnreadableDocument
from tests.cases import each

AD = (
    "<h1>Baker</h1><p>The Lystra bakery in Aarhus wants a baker who starts at three.</p>"
    "<h2>Your work</h2><ul><li>Bake two hundred loaves a day</li></ul>"
    "<h2>You bring</h2><ul><li>Two years at a deck oven</li></ul>"
)
LANDMARKS = ("Baker", "starts at three", "two hundred loaves", "deck oven")


def read(body: str, is_cv: bool = False, head: str = "") -> str:
    page = f"<!DOCTYPE html><html><head>{head}</head>{body}</html>".encode()
    return extract("HTML", page, "page.html", False, is_cv).text


@each(
    "name", ["modal", "menu-open", "cookies-accepted", "popup", "social", "similar", "share", "nav"]
)
@each("wrapper", ["body", "div", "section"])
def test_no_name_alone_removes_an_ad(name: str, wrapper: str) -> None:
    opened = f'<{wrapper} class="{name}">{AD}</{wrapper}>'
    text = read(opened if wrapper == "body" else f"<body>{opened}</body>")
    assert all(words in text for words in LANDMARKS)


@pytest.mark.parametrize("box", ["form", "dialog", "table><tr><td", "nav><main"])
def test_an_ad_in_an_odd_box_is_read(box: str) -> None:
    text = read(f"<body><{box}>{AD}</body>")
    assert all(words in text for words in LANDMARKS)


@pytest.mark.parametrize(
    "box",
    [
        '<div class="cookie-banner">We use cookies on this site. <button>Accept</button></div>',
        '<nav><a href="/">Start</a> <a href="/login">Cookie settings</a></nav>',
        '<header><a href="/">Cookieville</a> <a href="/in">Log in</a></header>',
        '<section class="similar-jobs"><h2>Similar jobs</h2><p>Cookie packer in Hull</p></section>',
        '<form class="newsletter"><p>Cookie news by mail: subscribe</p></form>',
    ],
)
def test_what_stands_around_an_ad_is_left_out_and_named(box: str) -> None:
    page = f"<html><body>{box}{AD}</body></html>".encode()
    if "similar" in box:
        page = f"<html><body>{AD}{box}</body></html>".encode()
    found = extract("HTML", page, "page.html", keep_hidden=False)
    assert all(words in found.text for words in LANDMARKS)
    assert "ookie" not in found.text
    assert "left out of page.html" in found.notices[0]


def test_a_header_that_names_the_job_stays() -> None:
    header = '<header><a href="/acme">Acme</a> <a href="/jobs/7">Night baker</a></header>'
    assert "Night baker" in read(f"<body>{header}{AD}</body>")


def test_part_of_an_ad_with_the_name_of_a_box_stays() -> None:
    part = '<div class="related social">Experience with sourdough, and with a crew of seven</div>'
    assert "sourdough" in read(f"<body>{AD}{part}</body>")


def test_similar_jobs_end_the_ad_where_they_stand() -> None:
    jobs = "<h3>Similar jobs</h3><ul><li>Porter, York</li></ul>"
    text = read(f"<body><div>{AD}{jobs}<h2>How to apply</h2><p>By post</p></div></body>")
    assert all(words in text for words in (*LANDMARKS, "How to apply", "By post"))
    assert "Porter" not in text


@pytest.mark.parametrize(
    "heading", ["Other positions", "Related roles", "More jobs", "Similar jobs"]
)
def test_nothing_is_removed_from_a_cv(heading: str) -> None:
    body = f"<h1>Edda Novak</h1><h2>{heading}</h2><p>Treasurer</p><nav>edda.example.org</nav>"
    text = read(f"<body><div class='social menu'>{body}</div></body>", is_cv=True)
    assert all(words in text for words in (heading, "Treasurer", "edda.example.org"))


@pytest.mark.parametrize(
    ("heading", "is_kept"),
    [
        ("<h2><button>You need</button></h2>", True),
        ('<button aria-expanded="false">You need</button>', True),
        ("<button>You need</button><div><p>Patience</p></div>", True),
        ("<p>Now: <button>You need</button></p>", False),
    ],
)
def test_a_button_that_opens_a_part_is_its_heading(heading: str, is_kept: bool) -> None:
    assert ("You need" in read(f"<body>{AD}{heading}</body>")) == is_kept


def test_a_part_that_a_button_opens_is_no_hidden_text() -> None:
    opened = '<button aria-controls="more">More</button><div id="more" hidden>A licence</div>'
    assert "A licence" in read(f"<body>{AD}{opened}</body>")


def data(*postings: tuple[str, str]) -> str:
    scripts = [
        {"@type": "JobPosting", "title": title, "description": words} for title, words in postings
    ]
    return f"<script type='application/ld+json'>{json.dumps(scripts)}</script>"


PORTER = ("Porter", "Pushes beds and carries samples between the wards of a hospital all day.")
FULL = "Bakes two hundred loaves a day, with two years at a deck oven, for a crew of seven."


@pytest.mark.parametrize("place", [0, 1])
def test_the_posting_that_fits_the_title_is_taken(place: int) -> None:
    postings = [PORTER]
    postings.insert(place, ("Baker", FULL))
    text = read("<body><h1>Baker</h1></body>", head=data(*postings))
    assert "crew of seven" in text
    assert "beds" not in text


@pytest.mark.parametrize(
    "teaser",
    ["The Lystra bakery in Aarhus wants a baker…", "The Lystra bakery in Aarhus wants a baker who"],
)
def test_a_teaser_gives_way_to_the_body(teaser: str) -> None:
    text = read(f"<body>{AD}</body>", head=data(("Baker", teaser)))
    assert all(words in text for words in LANDMARKS)


def test_a_posting_too_short_for_an_ad_is_read_with_the_page_around_it() -> None:
    text = read(f"<body>{AD}</body>", head=data(("Oven hand", "Apply now.")))
    assert "Oven hand" in text
    assert all(words in text for words in LANDMARKS)


def test_a_page_of_data_alone_is_no_cv() -> None:
    page = f"<html><head>{data(PORTER)}</head><body><div id='root'></div></body></html>"
    with pytest.raises(UnreadableDocument, match="data of a job posting") as refused:
        extract("HTML", page.encode(), "page.html", False, is_cv=True)
    assert "job description" in str(refused.value.hint)


def test_a_posting_of_another_ad_gives_way_to_the_body() -> None:
    text = read(f"<body>{AD * 2}</body>", head=data(PORTER))
    assert "beds" not in text
    assert all(words in text for words in LANDMARKS)


@pytest.mark.parametrize("times", [0, 1, 2, 3])
def test_data_is_unescaped_until_it_is_stable(times: int) -> None:
    words = f"<p>{FULL} Pumps &amp; valves</p><ul><li>CAD</li></ul>"
    for _ in range(times):
        words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = read("<body></body>", head=data(("R&amp;D Baker", words)))
    assert "# R&D Baker" in text
    assert "Pumps & valves" in text
    assert "- CAD" in text


@each(
    ("label", "codec", "words"),
    [
        ("iso-8859-1", "cp1252", "Bäcker – 2.400 €"),
        ("latin5", "cp1254", "Fırıncı – €1.400"),
        ("iso-8859-2", "iso8859-2", "Łódź, piekarz"),
        ("windows-1251", "cp1251", "Пекарь на ночь"),
        ("koi8-r", "koi8-r", "Пекарь на ночь"),
        ("x-sjis", "cp932", "①髙槻のパン職人"),
        ("euc-jp", "euc-jp", "パン職人"),
        ("gb2312", "gb18030", "镕堃面包师"),
        ("big5", "big5", "麵包師傅"),
        ("euc-kr", "cp949", "똠방각하 제빵사"),
        ("tis-620", "cp874", "ช่าง – ขนมปัง"),
        ("utf8", "utf-8", "Bäcker"),
        ("utf-16", "utf-8", "Bäcker"),
    ],
)
def test_the_labels_of_the_web(label: str, codec: str, words: str) -> None:
    page = f"<html><head><meta charset='{label}'></head><body>{AD}<p>{words}</p></body></html>"
    found = extract("HTML", page.encode(codec), "page.html", keep_hidden=False)
    assert words in found.text
    assert found.notices == ()


def test_a_letter_that_cannot_be_decoded_is_replaced_with_a_note() -> None:
    page = f"<html><meta charset='euc-jp'><body>{AD}".encode() + b"<p>\xff</p></body></html>"
    found = extract("HTML", page, "page.html", keep_hidden=False)
    assert "1 letter of page.html could not be read as euc-jp" in found.notices[0]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<frameset><frame src='a.html'></frameset>", "frames"),
        ("<body><iframe src='a.html'></iframe></body>", "frames"),
        ("<body><div id='root'></div><script>run()</script></body>", "script"),
    ],
)
def test_a_page_whose_text_is_elsewhere_is_refused_with_a_way_out(page: str, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        read_content(f"<html>{page}</html>".encode(), "HTML", "page.html")
