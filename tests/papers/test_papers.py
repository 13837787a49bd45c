"""A report on paper: what Hướng dẫn 36-HD/VPTW asks, with its notes at the page foot."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from need import need_program
from pypdf import PdfReader

from build_tools.checks.site import verify_site
from build_tools.papers.paper import manuscript
from build_tools.problems import Problems
from build_tools.site.build import build_site
from build_tools.site.prepare import prepare

FULL = "2022/q2/35-bc-dukcq"
SUMMARY = "2023/q3/118-bc-dukcq"
ADDRESS = "https://kho.example/"
MILLIMETRE = 72 / 25.4
WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax=".+?">(.*?)</word>')


@pytest.fixture(scope="module")
def keys(sample_archive) -> list[str]:
    return [report.key for report in sample_archive.reports]


def report_of(archive, key):
    return next(report for report in archive.reports if report.key == key)


def words(text: str) -> Counter[str]:
    """Words and single figures: the number of a mark sticks to the word or year before it."""
    return Counter(re.findall(r"[^\W\d_]+|\d", text))


def text_of(reader: PdfReader) -> str:
    return " ".join(page.extract_text() for page in reader.pages)


def flat(page) -> str:
    return " ".join(page.extract_text().split())


def links(reader: PdfReader):
    """Every link with the index of its page: ``(page, inside or None, outside or None)``."""
    for index, page in enumerate(reader.pages):
        for annotation in page.get("/Annots", []):
            one = annotation.get_object()
            yield index, one.get("/Dest"), one.get("/A", {}).get("/URI")


@pytest.fixture
def boxes(printed_site):
    """For each page its words as ``(left, top, right, word)``, in points from the top left."""
    program = need_program("pdftotext")

    def words_of(key):
        path = printed_site / key / f"{key.rpartition('/')[2]}.pdf"
        run = subprocess.run(
            [program, "-bbox", path, "-"], capture_output=True, check=True, encoding="utf-8"
        )
        return [
            [
                (float(left), float(top), float(right), word)
                for left, top, right, word in WORD.findall(page)
            ]
            for page in run.stdout.split("<page ")[1:]
        ]

    return words_of


def titles(outline, depth=0):
    for entry in outline:
        if isinstance(entry, list):
            yield from titles(entry, depth + 1)
        else:
            yield depth, entry.title


def test_every_report_has_a_pdf_and_its_page_leads_to_it(printed_site, keys):
    for key in keys:
        name = key.rpartition("/")[2]
        html = (printed_site / key / "index.html").read_text("utf-8")
        size = (printed_site / key / f"{name}.pdf").stat().st_size
        pages = len(PdfReader(printed_site / key / f"{name}.pdf").pages)
        assert f'href="{name}.pdf"' in html
        assert f"(PDF, {pages} trang, {round(size / 1000)} KB)" in html


def test_paper_is_a4_and_the_text_keeps_the_margins(read, boxes):
    for page in read(FULL).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    for page in boxes(FULL):
        assert min(left for left, *_ in page) >= 30 * MILLIMETRE - 1
        assert max(right for _, _, right, *_ in page) <= 595.3 - 15 * MILLIMETRE + 1


def test_letters_have_the_guidelines_sizes_and_stay_within_its_margins(read):
    sizes, highest, lowest = {}, 0.0, 842.0

    def visit(text, cm, tm, _font, size):
        nonlocal highest, lowest
        if not text.strip():
            return
        points, base = abs(size * tm[3] * cm[3]), tm[5] * cm[3] + cm[5]
        for word in text.split():
            sizes.setdefault(word, round(points, 1))
        if points > 9 and not text.strip().isdigit():  # neither page number nor our own line
            highest, lowest = max(highest, base + 0.7 * points), min(lowest, base)

    for page in read(FULL).pages:
        page.extract_text(visitor_text=visit)
    parts = {"CỘNG": 15, "TỈNH": 14, "BÁO": 16, "Sơ": 14, "I-": 14, "Bước": 14, "lại.": 11}
    assert {word: sizes[word] for word in parts} == parts
    assert highest <= 842 - 20 * MILLIMETRE
    assert lowest >= 20 * MILLIMETRE


def test_links_are_printed_and_every_figure_has_words(read, keys):
    """ISO 14289-1, 7.18 and 7.3."""
    for key in keys:
        reader = read(key)
        for page in reader.pages:
            flags = [one.get_object().get("/F", 0) for one in page.get("/Annots", [])]
            assert all(flag & 4 for flag in flags)
        assert "/Figure" not in set(kinds_of(reader.trailer["/Root"]["/StructTreeRoot"]))


def test_the_document_says_what_it_is_in_vietnamese(read, sample_archive):
    reader = read(FULL)
    report = report_of(sample_archive, FULL)
    assert reader.trailer["/Root"]["/Lang"] == "vi"
    assert reader.metadata.title == "Báo cáo số 35-BC/ĐUKCQ, quý II/2022"
    assert reader.metadata.author == sample_archive.issuer(report.metadata.issuer).name
    assert reader.metadata.creation_date is None, "nothing is known of it, and bytes stay equal"


def test_it_is_tagged_for_universal_access(read):
    root = read(FULL).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()
    kinds = Counter(kinds_of(root["/StructTreeRoot"]))
    assert kinds["/H1"] == 1
    assert kinds["/H2"] == 3
    assert kinds["/P"] > 50
    assert kinds["/L"] > 5
    assert kinds["/Link"] > 50


def kinds_of(element):
    element = element.get_object()
    children = element.get("/K", []) if isinstance(element, dict) else []
    if isinstance(element, dict) and "/S" in element:
        yield element["/S"]
    for child in children if isinstance(children, list) else [children]:
        if not isinstance(child, int):
            yield from kinds_of(child)


def test_bookmarks_are_the_headings(read, sample_archive):
    found = list(titles(read(FULL).outline))
    sections = [s for s in report_of(sample_archive, FULL).sections if s.title]
    assert found[0] == (0, "Báo cáo số 35-BC/ĐUKCQ, quý II/2022")
    assert found[1:] == [(section.level - 1, section.label) for section in sections]


def test_the_heading_block_reads_in_the_guidelines_order(read):
    start = (
        "TỈNH ỦY LAM HẢI ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH LAM HẢI * Số 35-BC/ĐUKCQ "
        "ĐẢNG CỘNG SẢN VIỆT NAM Lam Hải, ngày 17 tháng 6 năm 2022 BÁO CÁO "
    )
    assert start in flat(read(FULL).pages[0])


def test_recipients_and_signature_end_the_report(read):
    last = flat(read(FULL).pages[-1])
    assert re.search(r"Nơi nhận: - .+ T/M BAN CHẤP HÀNH BÍ THƯ Lê Văn Thử", last)


def test_pages_are_numbered_from_the_second_at_the_top(boxes):
    middle = (30 + 165 / 2) * MILLIMETRE
    for number, page in enumerate(boxes(FULL), 1):
        above = [(word, (left + right) / 2) for left, top, right, word in page if top < 50]
        shown = [(word, centre) for word, centre in above if word.isdigit()]
        if number == 1:
            assert shown == []
        else:
            assert above == shown == [(str(number), pytest.approx(middle, abs=1))]


def test_a_reprint_says_so_on_every_page(read):
    for page in read(FULL).pages:
        assert f"Bản đăng lại · Kho báo cáo mẫu tỉnh Lam Hải · {ADDRESS}{FULL}/" in flat(page)
    assert "Bản đăng lại. Toàn văn. Cho phép công bố:" in flat(read(FULL).pages[0])
    for page in read(SUMMARY).pages:
        assert "Bản tóm lược của kho ·" in flat(page)
    assert "Đây không phải nguyên văn báo cáo." in flat(read(SUMMARY).pages[0])


def test_every_note_stands_on_the_page_of_its_mark_and_leads_back(read, keys, sample_archive):
    for key in keys:
        reader = read(key)
        where = {
            name: reader.get_destination_page_number(place)
            for name, place in reader.named_destinations.items()
        }
        leads = [(page, inside) for page, inside, _ in links(reader) if inside]
        for note in report_of(sample_archive, key).footnotes:
            assert (where[note.anchor], note.anchor) in leads, f"{key} {note.anchor}"
            assert (where[note.marks[0]], note.marks[0]) in leads, f"{key} {note.marks[0]}"
            assert where[note.anchor] == where[note.marks[0]]


def test_links_can_be_hit(read):
    for page in read(FULL).pages:
        for annotation in page.get("/Annots", []):
            _, bottom, _, top = annotation.get_object()["/Rect"]
            assert abs(top - bottom) > 6


def test_no_word_of_a_report_is_lost(read, keys, sample_archive):
    for key in keys:
        report = report_of(sample_archive, key)
        passages = chain(
            (section.label for section in report.sections),
            (section.text for section in report.sections),
            (note.text for note in report.footnotes),
            report.metadata.recipients,
        )
        missing = words(" ".join(passages)) - words(text_of(read(key)))
        assert not missing, key


def test_citations_lead_to_the_public_address(read, printed_site):
    outside = [address for _, _, address in links(read(FULL)) if address]
    assert len(outside) > 20
    for address in outside:
        assert address.startswith(ADDRESS)
        page = address.removeprefix(ADDRESS).partition("#")[0]
        assert (printed_site / page / "index.html").is_file()


@pytest.mark.usefixtures("engine")
def test_without_a_public_address_no_link_leads_out(sample):
    from build_tools.papers.engine import printed  # noqa: PLC0415 - needs Pango

    paper = printed(manuscript(*_page(sample, None), None, sample))
    reader = PdfReader(io.BytesIO(paper.content))
    assert [address for _, _, address in links(reader) if address] == []
    assert [inside for _, inside, _ in links(reader) if inside]


def test_fonts_come_with_the_file(read, keys):
    used = set()
    for page in chain.from_iterable(read(key).pages for key in keys):
        for font in page["/Resources"]["/Font"].values():
            [inner] = font["/DescendantFonts"]
            used.add(font["/BaseFont"].partition("+")[2])
            assert "/FontFile2" in inner.get_object()["/FontDescriptor"]
    assert {"Tinos", "Tinos-Bold", "Tinos-Italic"} <= used
    assert {name.partition("-")[0] for name in used} == {"Tinos"}, "no letter from elsewhere"


@pytest.mark.usefixtures("engine")
def test_the_same_report_gives_the_same_bytes(sample, printed_site):
    from build_tools.papers.engine import printed  # noqa: PLC0415 - needs Pango

    again = printed(manuscript(*_page(sample, ADDRESS), ADDRESS, sample))
    assert again.content == (printed_site / again.address).read_bytes()


def _page(content: Path, site_url: str | None):
    prepared = prepare(content, site_url, Problems())
    page = next(page for page in prepared.pages if page.address == f"{SUMMARY}/")
    return page, prepared.archive.registry.profile


def test_a_missing_or_torn_pdf_is_found(printed_site, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(printed_site, site)
    assert faults(site) == []
    torn = site / SUMMARY / "118-bc-dukcq.pdf"
    torn.write_bytes(torn.read_bytes()[:-2000])
    (site / FULL / "35-bc-dukcq.pdf").unlink()
    assert sorted(faults(site)) == [
        ("KHO501", f"{FULL}/index.html"),
        ("KHO510", f"{FULL}/35-bc-dukcq.pdf"),
        ("KHO510", f"{SUMMARY}/118-bc-dukcq.pdf"),
    ]


def faults(site: Path) -> list[tuple[str, str]]:
    problems = Problems()
    verify_site(site, problems)
    return [(problem.code, problem.place.path) for problem in problems]


def test_without_the_engine_the_cure_is_named_and_the_old_site_stays(
    project, sample, tmp_path, monkeypatch
):
    site = tmp_path / "site"
    site.mkdir()
    (site / "manifest.json").write_text("trang cũ")
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    problems = Problems()
    built = build_site(sample, site, project / "mkdocs.yml", problems, lambda _: None, pdf=True)
    [error] = [problem for problem in problems if problem.severity == "error"]
    assert built is None
    assert error.code == "KHO509"
    assert "make pdf" in error.hint
    assert "bỏ --pdf" in error.hint
    assert [path.read_text() for path in site.iterdir()] == ["trang cũ"]


def test_a_build_without_pdf_neither_links_nor_loads_the_engine(sample_site):
    assert not list(sample_site.rglob("*.pdf"))
    assert "Tải bản PDF" not in (sample_site / FULL / "index.html").read_text("utf-8")
    program = "import build_tools.cli, sys; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
