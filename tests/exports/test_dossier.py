"""The dossier: one document that loads and runs nothing, whatever the reports hold, and shows what a sheet holds."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import LedgerError, MissingError
from reportedly.exports import forms
from reportedly.exports.asked import PUBLIC_NOTE, Asked
from reportedly.exports.dossier import page
from reportedly.exports.dossier.anchors import MOST_QUOTES, anchors, letter
from reportedly.exports.dossier.check import Check
from reportedly.exports.dossier.columns import HEIGHT, lay_out
from reportedly.exports.dossier.html import Html, cut, is_web, join, linked, tag, words
from reportedly.exports.dossier.map import OUTLINES
from reportedly.exports.dossier.wording import days, figure
from reportedly.model.claim import Teller
from reportedly.model.incident import Contradiction, Incident, Origin
from reportedly.model.reading import Interval, Where
from reportedly.model.sheet import LinkKind, NodeKind
from reportedly.model.text import Report, Span
from reportedly.model.words import ContradictionKind, Role
from tests.exports.made import DAY, Shelf, incident, where, who
from tests.incidents.made import MONITOR
from tests.sheets.made import sheet, told
from tests.store.made import claim, report, toll

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title></head><body onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<svg onload=alert(1)><animate href=//x.example></svg>",
    "<!-- ]]> --> <![CDATA[ <?php",
    "&lt;b&gt; &amp;amp; &#0; &#x202e;",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "<a href='https://evil.example'>Dolvi</a>",
    "{{constructor}} ${x} <%= y %>",
    "url(https://evil.example/x) @import 'x'; } body { display: none }",
    "\u202eivloD\u202c \u2066 \u200f",
    "قُتل ١٢ شخصًا في دولفي",
    "a" * 20_000,
    "e\u0301\u0301\u0301" * 500,
    "line\u2028and\u2029paragraph\x85\x0b\x0c\x1b[31m\x7f",
    "half \ud83d and nul \0",
)


class Read(HTMLParser):
    """A document as a browser reads it: its elements with their attributes, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    handle_startendtag = handle_starttag

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    @property
    def text(self) -> str:
        return "".join(self.said)


def made(*held: Incident, of: Report | None = None, asked: Asked | None = None) -> str:
    """A dossier of incidents."""
    shelf = Shelf(held=held, of=of) if of else Shelf(held=held)
    return "\n".join(forms.write("dossier", shelf, asked or Asked()))


def everywhere(hostile: str) -> Shelf:
    """A shelf whose every text is the words."""
    of = report(text=hostile, title=hostile, outlet=hostile, url=hostile)
    somebody = replace(who("x", "military"), name=hostile, text=hostile, actor_id=None)
    told = claim(
        of,
        id="karsk-1#1",
        chain=(
            Teller(name=hostile, role=Role.OUTLET),
            Teller(name=hostile, role=Role.AGENCY),
            Teller(name=hostile, role=Role.WITNESS),
        ),
        hedge=hostile,
        perpetrators=(somebody,),
        targets=(somebody,),
        weapons=(hostile,),
        tolls=(replace(toll(hostile, 20), text=hostile, whom=hostile, span=Span(0, len(hostile))),),
        place=replace(where(), name=hostile, text=hostile, admin1=hostile, country=hostile),
    )
    held = incident(
        place=replace(where(), name=hostile, text=hostile, admin1=hostile, country=hostile),
        perpetrators=(somebody,),
        targets=(somebody,),
        origins=(Origin(name=hostile, role=Role.WITNESS, claims=("karsk-1#1",), reason=hostile),),
        grade_reason=hostile,
        aliases=(hostile,),
        contradictions=(Contradiction(kind=ContradictionKind.TOLL, left="karsk-1#1", right="karsk-1#1", text=hostile),),
    )
    return Shelf(held=(held,), said=(told,), of=of)


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("public", [False, True])
def test_hostile_words_stay_words(hostile: str, public: bool) -> None:
    asked = Asked(public=public, credits=(hostile,), day=hostile)
    text = "\n".join(forms.write("dossier", everywhere(hostile), asked))
    read = Read(text)
    plain = Read("\n".join(forms.write("dossier", everywhere("Dolvi"), Asked(public=public, credits=("x",)))))
    assert {name for name, _ in read.elements} <= {name for name, _ in plain.elements}
    assert not [name for _, found in read.elements for name in found if name.startswith("on") or name == "style"]
    assert not [at for _, found in read.elements if (at := found.get("href", "#")) and not at.startswith("#")]
    assert text.encode("utf-8")


def test_hostile_words_are_shown_as_they_are() -> None:
    hostile = "<script>alert('Dolvi')</script> & \"more\""
    assert hostile in Read("\n".join(forms.write("dossier", everywhere(hostile), Asked()))).text


@given(hostile=st.text(st.characters(), min_size=1, max_size=30))
def test_no_words_at_all_become_markup(hostile: str) -> None:
    parsed = Read(str(tag("p", hostile, title=hostile)))
    assert [name for name, _ in parsed.elements] == ["p"]


@pytest.mark.parametrize(
    "line",
    [
        "<script>x</script>",
        "<p onclick=x></p>",
        "<p style='x'></p>",
        "<img src=x/>",
        "<a href='javascript:x'></a>",
        "<a href='//x.example'></a>",
        "<link rel=stylesheet href='https://x.example'/>",
        "<iframe></iframe>",
        "<!-- x -->",
        "<?x?>",
        "</p>",
        "<p id=a></p><p id=a></p>",
        "<rect fill='url(https://x.example)'/>",
    ],
)
def test_the_check_stops_what_would_run_load_or_not_close(line: str) -> None:
    with pytest.raises(LedgerError, match="does not pass its check"):
        Check().passed(line)


@pytest.mark.parametrize("line", ["<p>", "<a href='#nowhere'>x</a>"])
def test_the_check_stops_what_is_left_open(line: str) -> None:
    check = Check()
    check.passed(line)
    with pytest.raises(LedgerError, match="does not pass its check"):
        check.close()


@pytest.mark.parametrize(
    ("address", "web"),
    [
        ("https://herald.example/a?b=c#d", True),
        ("HTTP://herald.example", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//herald.example", False),
        ("/etc/passwd", False),
        ("file:///etc/passwd", False),
        ("https:\\\\herald.example", False),
        ("https://", False),
        ("https://[x", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_are_links(address: str, web: bool) -> None:
    assert is_web(address) is web
    assert ("<a " in linked("Strike on Dolvi", address)) is web


def test_a_report_with_an_address_of_the_web_is_linked_without_telling_whence() -> None:
    read = Read(made(incident(), of=report(url="https://herald.example/dolvi")))
    (found,) = [a for name, a in read.elements if name == "a" and a["href"].startswith("http")]
    assert found == {"href": "https://herald.example/dolvi", "rel": "noopener noreferrer nofollow external"}


def test_a_dossier_loads_nothing_and_says_so_to_the_browser() -> None:
    text = made(incident())
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    assert {"http-equiv": "Content-Security-Policy", "content": policy} in [a for _, a in Read(text).elements]
    assert not re.search(r"@import|url\((?!#)|src=|<script", text)


def test_words_of_any_script_are_kept_apart_from_the_text_around_them() -> None:
    read = Read(made(incident(), of=report(text="قُتل ١٢ شخصًا في دولفي")))
    assert ("blockquote", {"dir": "auto"}) in read.elements and ("bdi", {}) in read.elements


def test_a_dossier_shows_the_figures_the_matrix_the_quotes_and_the_rule() -> None:
    text = Read(made(incident(), of=report(text="At least 20 died in Dolvi."))).text
    for shown in (
        "Air strike, Dolvi, 1 April 2031",
        "12 (10 to 19)",
        "VMC",
        "At least 20 died in Dolvi.",
        report(text="At least 20 died in Dolvi.").digest,
        "Characters 0–26, claim karsk-1#1",
        "12 against 19",
        "by the policy “ours”: last",
        "the place itself, within 4 km",
    ):
        assert shown in text


def test_every_address_inside_leads_somewhere() -> None:
    read = Read(made(incident("i-1"), incident("i-2")))
    ids = [found["id"] for _, found in read.elements if "id" in found]
    wanted = {at[1:] for _, found in read.elements if (at := found.get("href", "")).startswith("#")}
    assert len(ids) == len(set(ids)) and wanted <= set(ids) and {"i-1", "i-2"} <= wanted


def test_a_public_dossier_holds_no_sentence_and_says_why() -> None:
    read = Read(made(incident(), of=report(text="At least 20 died in Dolvi."), asked=Asked(public=True)))
    assert "At least 20 died in Dolvi." not in read.text and "not shown in a public dossier" in read.text
    assert PUBLIC_NOTE in read.text and report(text="At least 20 died in Dolvi.").digest in read.text


def test_more_incidents_than_a_dossier_holds_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MOST", 1)
    asked = Asked()
    text = Read(made(incident("i-1"), incident("i-2"), incident("i-3"), asked=asked)).text
    reason = "a dossier holds 1 incidents; choose them with --incident"
    assert asked.left == {reason: 2} and f"2: {reason}" in text


@pytest.mark.parametrize(
    ("place", "maps", "outlined"),
    [
        (where(), 1, False),
        (where(36.53, 37.95), 1, True),
        (where(0.0, 0.0), 1, False),
        (where(89.9, 179.9), 1, False),
        (where(-90.0, -180.0), 1, False),
        (replace(where(36.53, 37.95), radius_km=900.0), 1, True),
        (where(None, None), 0, False),
        (None, 0, False),
    ],
)
def test_a_map_is_drawn_where_a_point_is_known_and_its_outlines_are_credited(
    place: Where | None, maps: int, outlined: bool
) -> None:
    told = claim(report(), id="karsk-1#1", place=place)
    shelf = Shelf(held=(incident(place=place),), said=(told,))
    text = "\n".join(forms.write("dossier", shelf, Asked()))
    assert text.count('class="map"') == maps
    assert (OUTLINES in text) is outlined and ('class="land"' in text) is outlined


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ((12, 12, 12), "12"),
        ((12, 12, None), "12 or more"),
        ((10, 12, 19), "12 (10 to 19)"),
        ((10, 12, None), "12 (10 or more)"),
        ((None, 12, 19), "12 (up to 19)"),
        ((24, None, 99), "24 to 99"),
        ((20, None, None), "20 or more"),
        ((None, None, 40), "up to 40"),
        ((1200, 1200, 1200), "1,200"),
        ((None, None, None), "not known"),
    ],
)
def test_a_range_in_words(figures: tuple[int | None, int | None, int | None], said: str) -> None:
    assert figure(*figures) == said


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (1, "1 April 2031"),
        (3, "1–3 April 2031"),
        (30, "April 2031"),
        (31, "1 April – 1 May 2031"),
        (40, "1 April – 10 May 2031"),
        (400, "1 April 2031 – 4 May 2032"),
    ],
)
def test_days_in_words(last: int, said: str) -> None:
    assert days(Interval(DAY, DAY + timedelta(days=last))) == said


def test_a_whole_year_is_called_by_its_number() -> None:
    assert days(Interval(date(2031, 1, 1), date(2032, 1, 1))) == "2031"
    assert days(Interval(date(2031, 1, 1), date(2031, 3, 1))) == "1 January – 28 February 2031"


def test_contradictions_have_letters() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 701, 702)] == ["a", "z", "aa", "ab", "zz", "aaa"]


def test_words_are_cut_by_the_room_they_take() -> None:
    assert cut("Dolvi\n market ", 20) == "Dolvi market"
    assert cut("Civil Rescue of Veldania", 12) == "Civil Rescu…"
    assert len(cut("多尔维市场空袭", 8)) == 4


def test_markup_is_made_by_markup_alone() -> None:
    assert tag("p", "<b>", tag("b", "&")) == "<p>&lt;b&gt;<b>&amp;</b></p>"
    assert join(("<", Html("<br/>"), None)) == "&lt;<br/>"
    assert words("\0\x1b\ud83d") == "\ufffd\ufffd\ufffd"


def test_the_diagram_draws_every_line_and_no_box_stands_on_another() -> None:
    found = sheet()
    layout = lay_out(found.chain)
    drawn = {(line.link.start, line.link.end) for line in layout.lines}
    wanted = {
        (link.start, link.end) for link in found.chain.links if link.kind in (LinkKind.QUOTES, LinkKind.COUNTS_AS)
    }
    assert drawn == wanted
    for one, other in combinations(layout.boxes.values(), 2):
        assert one.x != other.x or abs(one.y - other.y) >= HEIGHT
    reports = {box.x for box in layout.boxes.values() if box.node.kind is NodeKind.REPORT}
    origins = {box.x for box in layout.boxes.values() if box.node.kind is NodeKind.ORIGIN}
    assert len(reports) == len(origins) == 1 and min(origins) > max(reports)


def test_a_line_that_skips_a_column_passes_between_its_boxes() -> None:
    layout = lay_out(sheet().chain)
    lanes = [lane for line in layout.lines for lane in line.lanes]
    assert lanes
    for lane in lanes:
        for box in layout.boxes.values():
            assert box.x != lane.left or not box.y <= lane.y <= box.y + HEIGHT


def test_outlets_that_cite_each_other_still_have_a_diagram() -> None:
    chain = sheet().chain
    one, other = (node for node in chain.nodes if node.kind is NodeKind.ORIGIN and node.row in (1, 2))
    circle = [
        replace(chain.links[0], start=a, end=b, kind=LinkKind.QUOTES)
        for a, b in (("agency:northwire", "agency:x"), ("agency:x", "agency:northwire"), (one.id, other.id))
    ]
    node = next(node for node in chain.nodes if node.id == "agency:northwire")
    nodes = (*chain.nodes, replace(node, id="agency:x"))
    layout = lay_out(replace(chain, nodes=nodes, links=(*chain.links, *circle)))
    assert {box.node.id for box in layout.boxes.values()} == {n.id for n in nodes if n.kind is not NodeKind.OUTLET}


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(scheme: int) -> None:
    style = (Path(page.__file__).with_name("style.css")).read_text(encoding="utf-8")
    schemes = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colours = dict(re.findall(r"--(\w+): (#\w{6})", schemes[scheme]))
    behind = [("ink", "paper wash tint glow land sea"), ("soft", "paper wash tint land sea"), ("accent", "paper tint")]
    behind.append(("clash", "paper glow"))
    for ink, papers in behind:
        for paper in papers.split():
            assert contrast(colours[ink], colours[paper]) >= 4.5, (ink, paper)


def test_without_weasyprint_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(MissingError, match="WeasyPrint") as missing:
        forms.set_in_type("dossier-pdf", Shelf(held=(incident(),)))
    assert "pip install 'reportedly[pdf]'" in str(missing.value.mend)


def test_the_same_incidents_give_the_same_pdf() -> None:
    pytest.importorskip("weasyprint", reason="a dossier as PDF needs WeasyPrint, an extra")
    shelf = Shelf(held=(incident(),))
    first, second = (forms.set_in_type("dossier-pdf", shelf) for _ in range(2))
    assert first.startswith(b"%PDF-") and first == second


def test_hostile_words_break_no_pdf() -> None:
    pytest.importorskip("weasyprint", reason="a dossier as PDF needs WeasyPrint, an extra")
    hostile = "<script>x</script> \u202eivloD قُتل " + "a" * 400
    assert forms.set_in_type("dossier-pdf", everywhere(hostile)).startswith(b"%PDF-")


def test_of_very_many_claims_those_are_quoted_that_something_names() -> None:
    many = tuple(told(f"paper{n}#1", MONITOR, number=12, paper=f"Paper {n}") for n in range(MOST_QUOTES + 30))
    found = sheet(many, copies=())
    at = anchors(found)
    assert len(at.quotes) + at.left == len(found.quotes) and at.left
    assert all(at.quote(cell.claim) for row in found.rows for cell in row.cells)
