"""``kho registry`` on small archives: facts on which all agree, the rest as remarks."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.gathering import read_archive
from build_tools.problem_text import text_report
from build_tools.problems import Problems
from build_tools.proposals import proposals, renamings, write
from tests.conflicts.test_conflicts_golden import content_of


def archive_at(content: Path):
    problems = Problems()
    archive = read_archive(content, Path("content"), problems)
    assert not problems.has_errors, text_report(problems)
    return archive


def proposed(tmp_path: Path, *bodies: str, entries: str = "[]") -> str:
    """The only entry proposed for reports of these bodies."""
    (one,) = proposals(archive_at(contents(tmp_path, *bodies, entries=entries)))
    return one.entry


def contents(tmp_path: Path, *bodies: str, entries: str = "[]") -> Path:
    reports = "".join(f"=== 2023/q3/{n}-bc-duk.md\n{b}\n" for n, b in enumerate(bodies, 11))
    return content_of(f"=== registry/directives.yml\n{entries}\n{reports}", tmp_path)


def test_dates_that_disagree_are_not_chosen_between(tmp_path):
    entry = proposed(
        tmp_path,
        "Chỉ thị số 21-CT/TW, ngày 04/5/2023 của Ban Bí thư.",
        "Chỉ thị số 21-CT/TW, ngày 05/4/2023.",
    )
    assert "  issuer: ban-bi-thu\n  date: null\n  year: 2023\n" in entry
    assert (
        "  # các báo cáo ghi ngày khác nhau: 04/5/2023 (content/2023/q3/11-bc-duk.md:10); "
        "05/4/2023 (content/2023/q3/12-bc-duk.md:10)\n" in entry
    )


def test_one_day_written_in_two_ways_is_one_day(tmp_path):
    entry = proposed(
        tmp_path, "Chỉ thị số 21-CT/TW, ngày 04/5/2023.", "Chỉ thị số 21-CT/TW ngày 04-05-2023."
    )
    assert "  date: 2023-05-04\n" in entry
    assert "khác nhau" not in entry


def test_issuers_that_disagree_are_not_chosen_between(tmp_path):
    entry = proposed(
        tmp_path,
        "Chỉ thị số 21-CT/TW, ngày 04/5/2023 của Ban Bí thư.",
        "Chỉ thị số 21-CT/TW, ngày 04/5/2023 của Bộ Chính trị.",
    )
    assert "\n  issuer:" not in entry
    assert "# cơ quan khác nhau: Ban Bí thư (" in entry


def test_an_issuer_nobody_registered_is_named_in_a_remark(tmp_path):
    entry = proposed(tmp_path, "Thông tư số 78/2021/TT-BTC của Bộ Tài chính.")
    assert "\n  issuer:" not in entry
    assert "# cơ quan chưa có trong issuers.yml: Bộ Tài chính (" in entry


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("Chỉ thị số 21-CT/TW, ngày 04/5/2023 về “phát triển giáo dục nghề nghiệp”.", '"phát triển giáo dục nghề nghiệp"'),
        ("Luật Bảo vệ bí mật nhà nước số 29/2018/QH14.", '"Bảo vệ bí mật nhà nước"'),
        ("Học tập[^1].\n\n[^1]: Chỉ thị số 21-CT/TW, ngày 04/5/2023 về phát triển giáo dục nghề nghiệp.",
         '"phát triển giáo dục nghề nghiệp"'),
        ("Chỉ thị số 21-CT/TW, ngày 04/5/2023 về giáo dục nghề nghiệp tới 04 trường cao đẳng.", "null"),
    ],
)  # fmt: skip
def test_a_title_is_proposed_only_where_its_end_is_certain(tmp_path, body, title):
    entry = proposed(tmp_path, body)
    assert f"\n  title: {title}\n" in entry
    assert ("trích yếu cần đối chiếu" in entry) is (title == "null")


def test_a_term_that_the_year_speaks_against_is_not_proposed(tmp_path):
    entry = proposed(tmp_path, "Nghị quyết số 29-NQ/TW khóa XI, ngày 17/11/2022.")
    assert "\n  term:" not in entry


ENTRIES = """\
# Danh mục.

# đã đối chiếu bản giấy
- id: nq-29-tw-k11   # sửa tay
  type: nghi-quyet
  number: 29
  date: null
  term: XI
  title: null
"""


def test_an_entry_whose_year_is_told_gets_its_better_id_once(tmp_path):
    content = contents(tmp_path, "Nghị quyết số 29-NQ/TW, ngày 04/11/2013.", entries=ENTRIES)
    archive = archive_at(content)
    assert list(proposals(archive)) == []
    (one,) = renamings(archive)
    assert (one.old, one.new) == ("nq-29-tw-k11", "nq-29-tw-2013")
    path = write((), (one,), content)
    assert path.read_text("utf-8") == ENTRIES.replace(
        "- id: nq-29-tw-k11   # sửa tay\n",
        "- id: nq-29-tw-2013   # sửa tay\n  same_as: [nq-29-tw-k11]\n",
    )
    again = archive_at(content)
    assert (list(proposals(again)), renamings(again)) == ([], ())
    assert "nq-29-tw-2013" in again.directives


def test_the_line_ends_of_the_file_are_kept(tmp_path):
    content = contents(tmp_path, "Chỉ thị số 21-CT/TW, ngày 04/5/2023.", entries=ENTRIES)
    path = content / "registry" / "directives.yml"
    path.write_bytes(ENTRIES.replace("\n", "\r\n").encode())
    archive = archive_at(content)
    raw = write(tuple(proposals(archive)), renamings(archive), content).read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n")
    assert (
        raw.decode()
        .replace("\r\n", "\n")
        .endswith(ENTRIES.removeprefix("# Danh mục.\n\n# đã đối chiếu bản giấy\n"))
    )
    archive_at(content)
