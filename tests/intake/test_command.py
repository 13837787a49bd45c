"""``kho import`` at the terminal: where it writes, what it says, when it refuses."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

LAYOUT = Path(__file__).parent / "layouts" / "broken-notes.txt"


@pytest.fixture
def archive(sample, tmp_path):
    folder = tmp_path / "content"
    shutil.copytree(sample / "registry", folder / "registry")
    return folder


def test_default_place_table_and_account(kho, archive, tmp_path):
    doubts = tmp_path / "doubts.json"
    done = kho("import", LAYOUT, "--content", archive, "--doubts", doubts)
    assert done.returncode == 0, done.stderr
    assert (archive / "2023/q2/83-bc-dukcq.md").is_file()
    assert "0 mất." in done.stdout
    assert "bản nháp" in done.stdout
    assert done.stderr == ""
    found = json.loads(doubts.read_text(encoding="utf-8"))
    keys = {"code", "severity", "source_line", "line", "text", "message", "hint"}
    assert all(set(one) == keys for one in found)
    severities = [one["severity"] for one in found]
    assert severities == sorted(severities)


def test_never_overwrites_without_force(kho, archive):
    target = archive / "2023/q2/83-bc-dukcq.md"
    target.parent.mkdir(parents=True)
    target.write_text("của tôi", encoding="utf-8")
    refused = kho("import", LAYOUT, "--content", archive)
    assert refused.returncode == 1
    assert "KHO783" in refused.stderr
    assert target.read_text(encoding="utf-8") == "của tôi"
    assert kho("import", LAYOUT, "--content", archive, "--force").returncode == 0
    assert "83-BC/ĐUKCQ" in target.read_text(encoding="utf-8")


def test_prove_tells_every_way(kho, archive, tmp_path):
    done = kho("import", LAYOUT, "--content", archive, "--to", tmp_path / "a.md", "--prove")
    assert done.returncode == 0
    assert "chuyển\t[^1]\t¹" in done.stdout
    assert "bỏ\ttên loại văn bản\tBÁO CÁO" in done.stdout


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        ("Số 9-BC/ĐUKCQ\nBÁO CÁO\nCông tác dân vận\n\nI- A\n", [], "KHO784"),
        ("BÁO CÁO\nCông tác quý I/2023\n\nI- KẾT QUẢ\n", [], "KHO786"),
        ("Số 9-BC/XYZ\nBÁO CÁO\nCông tác quý I/2023\n\nI- KẾT QUẢ\n", [], "KHO786"),
        (
            "BÁO CÁO\nCông tác quý I/2023\n\nI- KẾT QUẢ\n",
            ["--issuer", "duk-co-quan-lam-hai"],
            "KHO785",
        ),
        ("MẬT\nSố 9-BC/ĐUKCQ\nBÁO CÁO\nCông tác quý I/2023\n\nI- A\n", [], "KHO787"),
    ],
)
def test_refusals_say_what_to_do(kho, archive, tmp_path, text, options, code):  # noqa: PLR0917
    scan = tmp_path / "scan.txt"
    scan.write_text(text, encoding="utf-8")
    done = kho("import", scan, "--content", archive, *options)
    assert done.returncode == 1
    assert code in done.stderr
    assert "Cách sửa" in done.stderr
    assert not list(archive.glob("20*"))


def test_options_fill_what_the_paper_does_not_say(kho, archive, tmp_path):
    scan = tmp_path / "scan.txt"
    scan.write_text("BÁO CÁO\nCông tác dân vận\n\nI- KẾT QUẢ\nTốt.\n", encoding="utf-8")
    options = ("--quarter", "2022-Q3", "--issuer", "duk-co-quan-lam-hai")
    target = tmp_path / "khong-so.md"
    done = kho("import", scan, "--content", archive, "--to", target, *options)
    assert done.returncode == 0, done.stderr
    assert "quarter: 2022-Q3" in target.read_text(encoding="utf-8")


def test_usage(kho, archive):
    assert kho("import", LAYOUT, "--content", archive, "--quarter", "quý 3").returncode == 2
    assert kho("import").returncode == 2
    assert kho("import", archive / "khong-co.txt", "--content", archive).returncode == 1


def test_an_unknown_issuer_stays_open_when_the_place_is_given(kho, archive, tmp_path):
    source = tmp_path / "quet.txt"
    source.write_text(
        "Số 9-BC/XYZ\nBÁO CÁO\nCông tác quý I/2023\n\nI- KẾT QUẢ\n\nMột đoạn.\n", "utf-8"
    )
    target = archive / "2023/q1/9-bc-xyz.md"
    done = kho("import", source, "--content", archive, "--to", target)
    assert done.returncode == 0, done.stderr
    assert "issuer: null" in target.read_text(encoding="utf-8")
    assert "KHO786" in done.stdout
    assert "0 mất." in done.stdout
    assert "KHO110" in kho("check", "--content", archive).stdout
