"""What was published stays, or changes in the open: text, report and ledger."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from build_tools.checks.content import check_content
from build_tools.checks.published import unrecorded
from build_tools.gathering import read_archive
from build_tools.ledger import Withdrawal, grew_from, lines_for
from build_tools.pages.every import every_page
from build_tools.pages.page import PageKind
from build_tools.problems import Problems

ROOT = Path(__file__).resolve().parents[2]
KEYS = "title: B\nnumber: {number}\nquarter: 2023-Q3\nissuer: duk-kien-giang\nedition: summary\n"
BODY = "## I- Kết quả\n\n- Thực hiện Chỉ thị số 05-CT/TW[^1].\n- Kết nạp **12** đảng viên.\n\n[^1]: Năm 2016.\n"
ERRATUM = 'errata:\n  - {on: 2024-03-01, what: "sửa 12 thành 13", why: "gõ nhầm"}\n'
DAY = date(2024, 1, 2)


class Home:
    """An archive of two reports that has published both."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "content" / "registry", folder / "registry")
        for number in ("170-BC/ĐUK", "171-BC/ĐUK"):
            self.write(number)
        self.record()

    def path(self, number: str = "170-BC/ĐUK") -> Path:
        return self.folder / "2023" / "q3" / f"{number[:3]}-bc-duk.md"

    def write(self, number: str = "170-BC/ĐUK", body: str = BODY, head: str = "") -> None:
        self.path(number).parent.mkdir(parents=True, exist_ok=True)
        keys = KEYS.format(number=number)
        self.path(number).write_text(f"---\n{keys}{head}---\n\n{body}", "utf-8")

    @property
    def ledger(self) -> Path:
        return self.folder / "published.jsonl"

    def archive(self):
        return read_archive(self.folder, Path("content"), Problems())

    def record(self, *more: Withdrawal) -> None:
        archive = self.archive()
        before = self.ledger.read_text("utf-8") if self.ledger.exists() else ""
        added = more or tuple(unrecorded(archive, DAY))
        self.ledger.write_text(before + lines_for(archive.ledger, added), "utf-8")

    def found(self) -> list[tuple[str, int | None]]:
        problems = Problems()
        check_content(read_archive(self.folder, Path("content"), problems), problems)
        return [(one.code, one.place.line) for one in problems if one.code != "KHO413"]


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path)


def test_what_stands_as_published_is_silent_and_nothing_is_to_be_recorded(home):
    assert home.found() == []
    assert list(unrecorded(home.archive(), DAY)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("05-CT/TW", "05\u00a0–  CT/TW"),
        ("**12** đảng viên.\n", "*12* đảng viên.  \n\n\n"),
        ("- Kết nạp", "+ Kết nạp"),
        ("\n", "\r\n"),
    ],
    ids=["dashes and blanks", "emphasis and blank lines", "bullets", "line ends"],
)
def test_how_a_file_is_written_is_no_change(home, old, new):
    home.path().write_text(home.path().read_text("utf-8").replace(old, new), "utf-8", newline="")
    assert home.found() == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [("12", "13", 12), ("2016.", "2017.", 14), ("title: B", "title: C", 2), ("TW[^1].", "TW.[^1]", 11)],
    ids=["a figure", "a note", "the title", "where a mark stands"],
)  # fmt: skip
def test_a_changed_text_stops_at_the_first_changed_place(home, old, new, line):
    home.path().write_text(home.path().read_text("utf-8").replace(old, new), "utf-8")
    assert home.found() == [("KHO430", line)]


def test_a_correction_told_on_the_page_lets_the_change_pass_once(home):
    home.write(body=BODY.replace("12", "13"), head=ERRATUM)
    assert home.found() == []
    home.record()
    assert home.found() == []
    home.write(body=BODY.replace("12", "14"), head=ERRATUM)
    assert home.found() == [("KHO430", 14)]


def test_a_correction_once_shown_cannot_be_taken_back(home):
    home.write(body=BODY.replace("12", "13"), head=ERRATUM)
    home.record()
    home.write(body=BODY.replace("12", "13"))
    assert [code for code, _ in home.found()] == ["KHO430"]


def test_the_page_shows_the_correction_with_its_day_and_reason(home):
    home.write(body=BODY.replace("12", "13"), head=ERRATUM)
    page = next(one for one in every_page(home.archive()) if one.address == "2023/q3/170-bc-duk/")
    (erratum,) = page.view.errata
    assert (erratum.on, erratum.what, erratum.why) == ("01/3/2024", "sửa 12 thành 13", "gõ nhầm")
    article, _ = page.linked["@graph"]
    assert article["dateModified"] == "2024-03-01"


def test_a_report_that_vanished_stops(home):
    home.path().unlink()
    assert home.found() == [("KHO431", 1)]


def test_a_published_report_cannot_become_a_draft_again(home):
    home.write(head="draft: true\n")
    problems = Problems()
    archive = read_archive(home.folder, Path("content"), problems, drafts=False)
    check_content(archive, problems)
    assert [one.code for one in problems][:2] == ["KHO406", "KHO431"]


def test_a_report_that_moved_is_found_by_its_old_address(home):
    text = home.path().read_text("utf-8").replace("170-BC", "172-BC")
    home.path().unlink()
    home.path("172-BC/ĐUK").write_text(
        text.replace("edition:", "old_addresses: [2023/q3/170-bc-duk]\nedition:"), "utf-8"
    )
    assert home.found() == [("KHO430", 3)]  # found again, but under another number


def test_a_withdrawal_leaves_a_page_that_says_so(home):
    home.record(
        Withdrawal("2023/q3/170-bc-duk", DAY, "đăng nhầm", "Báo cáo số 170", "quý III/2023")
    )
    assert home.found() == [("KHO434", 1)]
    home.path().unlink()
    assert home.found() == []
    (page,) = [
        one for one in every_page(home.archive()) if getattr(one, "kind", "") is PageKind.WITHDRAWN
    ]
    assert (page.address, page.view.why, page.view.on) == ("2023/q3/170-bc-duk/", "đăng nhầm", "02/01/2024")  # fmt: skip


@pytest.mark.parametrize("line", [0, 1])
def test_a_changed_line_of_the_ledger_is_found(home, line):
    lines = home.ledger.read_text("utf-8").splitlines()
    lines[line] = lines[line].replace('"errata": 0', '"errata": 1')
    home.ledger.write_text("\n".join(lines) + "\n", "utf-8")
    assert home.found()[0] == ("KHO432", line + 1)


def test_a_removed_line_is_found_by_the_seal_of_the_next(home):
    earlier = home.ledger.read_text("utf-8")
    home.ledger.write_text("\n".join(earlier.splitlines()[1:]) + "\n", "utf-8")
    assert ("KHO432", 1) in home.found()


def test_removed_last_lines_are_found_beside_an_earlier_ledger(home):
    earlier = home.ledger.read_text("utf-8")
    cut = earlier.splitlines()[0] + "\n"
    assert not grew_from(earlier, cut)
    assert grew_from(cut, earlier)


def test_a_half_written_line_is_an_error_of_its_own(home):
    home.ledger.write_text(home.ledger.read_text("utf-8")[:-120], "utf-8")
    assert home.found() == [("KHO433", 2)]


def test_each_line_is_json_anyone_can_read(home):
    first = json.loads(home.ledger.read_text("utf-8").splitlines()[0])
    assert (first["report"], first["version"], first["on"], first["commit"]) == (
        "2023/q3/170-bc-duk", 1, "2024-01-02", None,
    )  # fmt: skip


def test_the_command_lists_writes_and_refuses_what_is_not_in_order(home, kho):
    def publish(*arguments):
        return kho("publish", "--content", home.folder, *arguments)

    home.write(body=BODY.replace("12", "13"))
    done = publish("--write")
    assert (done.returncode, "KHO430" in done.stderr) == (1, True)
    home.write(body=BODY.replace("12", "13"), head=ERRATUM)
    before = home.ledger.read_text("utf-8")
    assert "bản 2, 1 lời đính chính" in publish("--commit", "abc").stdout
    assert home.ledger.read_text("utf-8") == before
    assert publish("--commit", "abc", "--write").returncode == 0
    after = home.ledger.read_text("utf-8")
    assert (grew_from(before, after), '"commit": "abc"' in after) == (True, True)
    assert "Sổ đăng đã đủ" in publish("--write").stdout
    assert publish("--withdraw", "2023/q3/170-bc-duk").returncode == 1  # no reason
