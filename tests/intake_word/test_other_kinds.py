"""Old and foreign documents: through LibreOffice or pdftotext, or a sentence that says how."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_STORED

import pytest
from intake_word.reading import read, refused, texts
from intake_word.word_file import docx, p, packed

from build_tools.intake.word import elsewhere
from build_tools.intake.word.reader import read_word
from build_tools.problems import Problems

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
PDF = b"%PDF-1.7 ..."
RTF = b"{\\rtf1 ...}"
ODT = packed({"mimetype": b"application/vnd.oasis.opendocument.text"}, packing=ZIP_STORED)
BODY = p("I- Kết quả") + p("Kết nạp 12 đảng viên.")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in programs are shell scripts")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH, with nothing in it yet."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def stand_in(folder: Path, name: str, script: str) -> None:
    """A program of this name that runs a few lines of Python."""
    path = folder / name
    path.write_text(
        f"#!{sys.executable}\nimport sys, pathlib, time, os\n{script}\n", encoding="utf-8"
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.mark.parametrize(
    ("name", "raw", "cure"),
    [
        ("a.doc", OLD, "Save As"),
        ("a.odt", ODT, "Save As"),
        ("a.rtf", RTF, "Save As"),
        ("a.pdf", PDF, "poppler-utils"),
    ],
)
@pytest.mark.usefixtures("programs")
def test_without_the_program_the_cure_is_named(name: str, raw: bytes, cure: str):
    problem = refused(raw, name)
    assert problem.code == "KHO726"
    assert cure in problem.hint


def office(made: Path) -> str:
    return (
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1]); out.mkdir()\n"
        f"(out / 'bao-cao.docx').write_bytes(pathlib.Path({str(made)!r}).read_bytes())"
    )


def test_what_libreoffice_makes_is_read_like_any_word_file(programs: Path, tmp_path: Path):
    made = tmp_path / "made.docx"
    made.write_bytes(docx(BODY))
    stand_in(programs, "soffice", office(made))
    assert texts(read(OLD, "a.doc")) == ["I- Kết quả", "Kết nạp 12 đảng viên."]


def test_what_libreoffice_makes_is_guarded_like_any_word_file(programs: Path, tmp_path: Path):
    made = tmp_path / "made.docx"
    made.write_bytes(docx(BODY, relationships=[("rId9", "image", "http://vi-du.invalid/a.png")]))
    stand_in(programs, "soffice", office(made))
    assert refused(RTF, "a.rtf").code == "KHO724"


def test_a_program_that_fails_says_why(programs: Path):
    stand_in(programs, "pdftotext", "sys.exit('Incorrect password')")
    assert "Incorrect password" in refused(PDF, "a.pdf").message


def test_a_program_that_makes_nothing(programs: Path):
    stand_in(programs, "soffice", "pass")
    assert refused(OLD, "a.doc").code == "KHO726"


def test_a_program_that_never_ends_is_ended(programs: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(elsewhere, "SECONDS", 1)
    stand_in(programs, "pdftotext", "time.sleep(60)")
    assert "quá 1 giây" in refused(PDF, "a.pdf").message


def test_a_program_has_no_network_and_no_settings_of_ours(
    programs: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("MAT_KHAU", "x")
    stand_in(
        programs,
        "pdftotext",
        "assert 'MAT_KHAU' not in os.environ and os.environ['http_proxy'].startswith('http://127.0.0.1')\n"
        "pathlib.Path(sys.argv[-1]).write_text('Kết nạp 12 đảng viên.', encoding='utf-8')",
    )
    assert texts(read(PDF, "a.pdf")) == ["Kết nạp 12 đảng viên."]


def test_a_pdf_of_pictures_has_to_be_recognised_first(programs: Path):
    stand_in(programs, "pdftotext", "pathlib.Path(sys.argv[-1]).write_text('\\f\\f')")
    problem = refused(PDF, "a.pdf")
    assert "chỉ là ảnh" in problem.message
    assert "OCR" in problem.hint


@pytest.mark.parametrize("ending", ["doc", "odt", "rtf"])
def test_libreoffice_itself(ending: str, tmp_path: Path):
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed; the archive does without it")
    (tmp_path / "a.docx").write_bytes(docx(BODY))
    command = [
        program,
        f"-env:UserInstallation={(tmp_path / 'p').as_uri()}",
        "--headless",
        "--convert-to",
        ending,
    ]
    subprocess.run(
        [*command, "--outdir", tmp_path, tmp_path / "a.docx"], check=True, capture_output=True
    )
    problems = Problems()
    manuscript = read_word((tmp_path / f"a.{ending}").read_bytes(), f"a.{ending}", problems)
    assert manuscript is not None, list(problems)
    assert texts(manuscript) == ["I- Kết quả", "Kết nạp 12 đảng viên."]


def test_pdftotext_itself(tmp_path: Path):
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        pytest.skip("LibreOffice and pdftotext are not installed; the archive does without them")
    (tmp_path / "a.docx").write_bytes(docx(BODY))
    profile = f"-env:UserInstallation={(tmp_path / 'p').as_uri()}"
    command = [str(shutil.which("soffice")), profile, "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", tmp_path, tmp_path / "a.docx"], check=True, capture_output=True
    )
    manuscript = read_word((tmp_path / "a.pdf").read_bytes(), "a.pdf", Problems())
    assert manuscript is not None
    assert texts(manuscript) == ["I- Kết quả", "Kết nạp 12 đảng viên."]
