"""Files that other programs must open first: LibreOffice for .doc, .odt, .rtf; pdftotext for .pdf.

Neither is required by the archive. A program runs in a folder of its own that is thrown
away, with macros, links and the network switched off in its profile, a limit on time and
memory, and no shell.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from build_tools.intake.word.kinds import Kind
from build_tools.intake.word.pdf_pages import pages_as_text
from build_tools.intake.word.refusal import NOT_CONVERTED, RefusalError

SECONDS: Final = 120
MEMORY: Final = 4_000_000_000
_OFFICE: Final = ("soffice", "libreoffice")
_OFFICE_NAME: Final = "LibreOffice"
_PDF: Final = ("pdftotext",)
_NO_NETWORK: Final = dict.fromkeys(
    ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), "http://127.0.0.1:9"
)
_SETTINGS: Final = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Writer/Content/Update", "Link", "0"),
)
_INSTALL: Final = {
    Kind.PDF: "Cài poppler-utils (Debian/Ubuntu: apt-get install poppler-utils), hoặc nhận dạng tệp PDF ra .txt rồi nhập.",
}
_INSTALL_OFFICE: Final = (
    "Mở tệp bằng Word, chọn Save As › Word Document (.docx) rồi nhập tệp ấy; hoặc cài LibreOffice."
)


def to_docx(raw: bytes, kind: Kind) -> bytes:
    """An older or foreign document as .docx, by LibreOffice; the guards then judge the result."""
    program = _program(_OFFICE, kind)
    with tempfile.TemporaryDirectory(prefix="kho-") as folder:
        source = Path(folder) / f"bao-cao{kind.value}"
        source.write_bytes(raw)
        profile = Path(folder) / "profile"
        _write_profile(profile)
        command = [
            program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--nodefault", "--convert-to", "docx", "--outdir", f"{folder}/out", str(source),
        ]  # fmt: skip
        _run(command, folder, _OFFICE_NAME)
        made = Path(folder) / "out" / "bao-cao.docx"
        if not made.is_file():
            raise _failed(_OFFICE_NAME, "không mở được tệp này (tệp hỏng hoặc có mật khẩu)")
        return made.read_bytes()


def pdf_text(raw: bytes) -> bytes:
    """The text layer of a PDF as UTF-8 with form feeds between pages, by pdftotext."""
    program = _program(_PDF, Kind.PDF)
    with tempfile.TemporaryDirectory(prefix="kho-") as folder:
        source = Path(folder) / "bao-cao.pdf"
        source.write_bytes(raw)

        def output(form: str) -> bytes:
            made = Path(folder) / f"bao-cao{form}"
            _run([program, form, "-enc", "UTF-8", str(source), str(made)], folder, "pdftotext")
            return made.read_bytes() if made.is_file() else b""

        placed = pages_as_text(output("-bbox-layout"))
        text = output("-layout") if placed is None else placed.encode()
    if not text.strip():
        raise RefusalError(
            NOT_CONVERTED,
            "Tệp PDF không có lớp chữ: chỉ là ảnh chụp các trang.",
            "Nhận dạng chữ (OCR) tệp này ra .txt bằng phần mềm nhận dạng tiếng Việt rồi nhập tệp .txt.",
        )
    return text


def _program(names: Sequence[str], kind: Kind) -> str:
    found = next((path for one in names if (path := shutil.which(one))), None)
    if found is None:
        raise RefusalError(
            NOT_CONVERTED,
            f"Máy này không có chương trình đọc tệp {kind.value} ({' hoặc '.join(names)}).",
            _INSTALL.get(kind, _INSTALL_OFFICE),
        )
    return found


def _run(command: Sequence[str], folder: str, shown: str) -> None:
    """Run a program to its end; its whole family of processes is ended when time is up."""
    environment = {"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": folder, "LC_ALL": "C.UTF-8"}
    if sys.platform == "win32":  # Windows programs do not start without their own variables
        environment = {}
    with subprocess.Popen(
        _limited(command),
        cwd=folder,
        env={**environment, **_NO_NETWORK} if environment else None,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        try:
            _, said = running.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired as fault:
            _end(running)
            raise _failed(shown, f"đọc quá {SECONDS} giây") from fault
    if running.returncode:
        words = said.decode("utf-8", "replace").strip().splitlines()
        raise _failed(shown, words[0][:200] if words else f"dừng với mã {running.returncode}")


def _limited(command: Sequence[str]) -> list[str]:
    """The command under a memory limit, where the system has one to give."""
    limiter = shutil.which("prlimit")
    return [*([limiter, f"--as={MEMORY}", "--"] if limiter else []), *command]


def _end(running: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        running.kill()
        return
    import os  # noqa: PLC0415 - killpg exists only here

    os.killpg(running.pid, signal.SIGKILL)


def _failed(shown: str, why: str) -> RefusalError:
    return RefusalError(
        NOT_CONVERTED,
        f"{shown} không chuyển được tệp: {why}.",
        "Mở tệp bằng chương trình đã tạo ra nó, lưu thành .docx (hoặc .txt, UTF-8) rồi nhập tệp ấy.",
    )


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{key}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, key, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )
