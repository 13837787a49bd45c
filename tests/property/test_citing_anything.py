"""Citations in any text: spans are exact and apart, and links change no word."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from urllib.parse import urljoin

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from build_tools import addresses
from build_tools.citations.recognise import recognise
from build_tools.citations.resolve import base_id, resolve_report
from build_tools.citations.source import plain
from build_tools.citing import cite
from build_tools.identifiers import DOCUMENT_TYPES, DirectiveId
from build_tools.markdown.renderer import fill
from build_tools.model import Markup, PassageKind, Slot
from build_tools.vietnamese import nfc, parse_date, roman_to_int, sentence_spans, slug
from tests.markdown.bodies import REGISTRY, read_body
from tests.property.words_of_reports import plain_words, sound_bodies, texts

MODEST = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@MODEST
@given(texts.map(nfc))
def test_spans_are_exact_in_order_and_apart(text):
    end = 0
    for mention in recognise(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        assert mention.date is None or mention.date_raw is not None
        assert mention.term is None or isinstance(roman_to_int(mention.term), int | None)
        end = mention.end


@MODEST
@given(texts.map(nfc))
def test_every_citation_resolves_to_an_id_that_reads_back(text):
    mentions = recognise(text)
    day = parse_date("31/12/2023")
    assert day is not None
    for mention, resolution in zip(mentions, resolve_report(mentions, REGISTRY, day), strict=True):
        assert str(DirectiveId.parse(resolution.id)) == resolution.id
        assert resolution.id.startswith(str(base_id(mention)))
        assert slug(resolution.id) == resolution.id


@MODEST
@given(texts.map(nfc), texts.map(nfc))
def test_a_paragraph_further_on_changes_no_citation_before_it(before, after):
    found = [(m.start, m.end, m.surface) for m in recognise(f"{before}\n\n")]
    together = [(m.start, m.end, m.surface) for m in recognise(f"{before}\n\nXong. {after}")]
    assert together[: len(found)] == found


def _text(markup: Markup) -> str:
    """What a reader reads of finished markup."""
    html = fill(markup, lambda slot: f"<a>{slot.html}</a>")
    bare = re.sub(r"<sup.*?</sup>|<[^>]*>", "", html)
    return re.sub(r"\s+", "", unescape(bare))


@MODEST
@given(plain_words)
@example("Theo Chỉ thị số 05-CT/TW, ngày 04/5/2023")
def test_plain_words_are_printed_as_they_were_written(words):
    words = nfc(f"Trong {words}".strip())
    report, problems = read_body(f"## I- Kết quả\n\n{words}\n")
    assert report is not None, list(problems)
    (section,) = report.sections
    assert _text(section.body) == re.sub(r"\s+", "", words)
    assert section.text == words


@MODEST
@given(sound_bodies)
def test_the_words_of_a_section_are_the_words_of_its_markup(body):
    report, _ = read_body(body)
    assume(report is not None)
    assert report is not None
    for section in report.sections:
        assume("<img" not in "".join(p for p in section.body if isinstance(p, str)))
        assert _text(section.body) == re.sub(r"\s+", "", section.text)


@MODEST
@given(sound_bodies)
def test_slots_hold_exactly_the_words_of_the_citations(body):
    report, _ = read_body(body)
    assume(report is not None)
    assert report is not None
    held: dict[int, str] = {}
    parts = [p for s in report.sections for markup in (s.heading, s.body) for p in markup]
    parts += [part for note in report.footnotes for part in note.body]
    for part in parts:
        if isinstance(part, Slot):
            held[part.index] = held.get(part.index, "") + unescape(part.html)
    for index, shown in held.items():
        surface = re.sub(r"\s+", "", report.citations[index].mention.surface)
        assert re.sub(r"<[^>]*>|\s+", "", shown) in surface


@MODEST
@given(sound_bodies)
def test_anchors_of_a_report_are_its_own(body):
    report, _ = read_body(body)
    assume(report is not None)
    assert report is not None
    passages = {
        p.anchor for s in report.sections for p in s.passages if p.kind is not PassageKind.HEADING
    }
    whole = [s.anchor for s in report.sections] + [n.anchor for n in report.footnotes] + [*passages]
    assert len(whole) == len(set(whole))


IDS = st.builds(
    DirectiveId,
    code=st.from_regex(r"[a-z]{1,5}", fullmatch=True),
    number=st.integers(1, 99999),
    org=st.none()
    | st.from_regex(r"[a-jl-z][a-z]{0,5}(?:-[a-jl-z][a-z]{1,4}){0,2}", fullmatch=True),
    year=st.none() | st.integers(1900, 2099),
    term=st.none(),
)


@MODEST
@given(IDS, st.none() | st.integers(1, 20))
def test_an_id_written_reads_back_as_the_same_id(written, term):
    if written.year is None:
        written = DirectiveId(written.code, written.number, written.org, None, term)
    assert DirectiveId.parse(str(written)) == written


ADDRESSES = st.lists(st.sampled_from(["2023", "q3", "van-ban", "ct-05-tw", "x"]), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@MODEST
@given(
    ADDRESSES, ADDRESSES, st.sampled_from(["", "#i-4", "#fn-16"]), st.sampled_from(["/", "/kho/"])
)
def test_a_relative_link_always_arrives(origin, target, fragment, base):
    link = addresses.relative(origin, target + fragment)
    site = f"https://kho.example{base}"
    assert urljoin(site + origin, link) == site + target + fragment


@MODEST
@given(texts)
def test_sentences_cover_their_paragraph(text):
    spans = sentence_spans(text)
    covered = "".join(text[start:end] for start, end in spans)
    assert re.sub(r"\s+", "", covered) == re.sub(r"\s+", "", text)
    assert all(start <= end for start, end in spans)


@MODEST
@given(texts)
def test_text_is_recognised_alike_however_its_marks_are_written(text):
    found = recognise(nfc(unicodedata.normalize("NFD", text)))
    assert found == recognise(nfc(text))


@MODEST
@given(texts.map(nfc))
def test_recognising_twice_gives_the_same_and_changes_no_word(text):
    once = recognise(text)
    assert recognise(text) == once
    marked, end = [], 0
    for mention in once:
        marked += [text[end : mention.start], mention.surface]
        end = mention.end
    assert "".join([*marked, text[end:]]) == text


@MODEST
@given(texts)
def test_plain_text_has_one_character_for_each(text):
    written = plain(text)
    assert len(written) == len(text)
    assert written.isascii()
    assert plain(written) == written


@MODEST
@given(texts, texts)
def test_the_rows_of_a_text_are_the_rows_of_its_composed_form(before, after):
    text = f"{before} {after}"
    rows = list(cite(text))
    assert rows == list(cite(unicodedata.normalize("NFD", text)))
    for row in rows:
        assert nfc(text)[row["start"] : row["end"]] == row["surface"]
        assert str(DirectiveId.parse(row["canonical"])) == row["canonical"]


@MODEST
@given(
    st.sampled_from(["chi-thi", "nghi-quyet", "ket-luan", "huong-dan", "ke-hoach", "thong-bao"]),
    st.integers(1, 9999),
    st.sampled_from(["TW", "TU", "BTCTU", "ĐUK", "UBKTTW"]),
    st.none() | st.integers(1990, 2029),
)
def test_a_number_printed_is_recognised_with_the_id_it_was_printed_from(kind, number, org, year):
    known = DOCUMENT_TYPES[kind]
    printed = f"{known.name} số {number:02d}-{known.code.upper()}/{org}"
    (row,) = cite(f"Thực hiện {printed}{f', ngày 03/02/{year}' if year else ''}.")
    assert row["surface"] == printed
    wanted = DirectiveId(known.code, number, slug(org), year)
    assert row["canonical"] == str(wanted)
