"""The editors' form driven in a real Chromium, from an empty field to a commit that builds.

Run by hand, since the form is a package that the tests do not install:
``.venv/bin/python tests/benchmarks/form.py .form/sveltia-cms-0.221.1.tgz [folder for pictures]``
after ``make form`` or ``npm pack``. The form works on a folder as it does on an editor's own
machine; the browser's private folder stands in for the one that a person would choose. A
report and an entry of the registry are saved in it, copied into a real repository and
committed as one commit, which ``kho check`` and ``kho build`` must accept.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

PROJECT = Path(__file__).parents[2]
SAMPLE = PROJECT / "tests" / "sample" / "content"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
REPORT = "content/2024/q1/15-bc-dukdn.md"
REGISTRY = "content/registry/directives.yml"
ENTRY = "nd-145-cp-2020"

STAND_IN = """
window.showDirectoryPicker = () => navigator.storage.getDirectory();
FileSystemDirectoryHandle.prototype.requestPermission ??= async () => "granted";
FileSystemDirectoryHandle.prototype.queryPermission ??= async () => "granted";
"""
PUT = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of files) {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const writing = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writing.write(text);
    await writing.close();
  }
}"""
TAKE = """async () => {
  const found = {};
  const walk = async (folder, before) => {
    for await (const [name, one] of folder.entries()) {
      if (one.kind === "directory") await walk(one, `${before}${name}/`);
      else found[before + name] = await (await one.getFile()).text();
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def kho(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command and fail loudly."""
    done = subprocess.run(
        [sys.executable, "-m", "build_tools", *map(str, arguments)],
        cwd=PROJECT,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


class Form:
    """The form in a browser, over a folder."""

    def __init__(self, page: Page, home: str, pictures: Path | None) -> None:
        self._page, self._home, self._pictures = page, f"{home}bien-tap/", pictures
        self.complaints: list[str] = []
        self.foreign: list[str] = []
        page.on("console", self._hear)
        page.on("request", lambda one: self._note(one.url))

    def _hear(self, message: Any) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _note(self, url: str) -> None:
        if not url.startswith((self._home.rpartition("bien-tap/")[0], "data:", "blob:")):
            self.foreign.append(url)

    def picture(self, name: str) -> None:
        """A picture for the editors' manual."""
        if self._pictures:
            self._page.wait_for_timeout(400)
            self._page.screenshot(path=self._pictures / f"{name}.png")

    def open_folder(self, files: list[tuple[str, str]]) -> None:
        """Begin as an editor on an own machine does."""
        self._page.goto(self._home)
        self._page.evaluate(PUT, files)
        self.picture("bieu-mau-mo")
        self._page.get_by_text("Làm việc với kho mã nguồn cục bộ").click()
        self._page.get_by_text("Danh mục").first.wait_for()

    def go(self, where: str) -> None:
        """Open a page of the form."""
        self._page.goto(f"{self._home}#/collections/{where}")
        self._page.get_by_role("button", name="Lưu", exact=True).wait_for()

    def field(self, key: str) -> Any:
        """A field by the key it writes; the form makes it when it comes into sight."""
        found = self._page.locator(f'[data-key-path="{key}"]').first
        for _ in range(20):
            if found.count():
                break
            self._page.mouse.move(500, 400)
            self._page.mouse.wheel(0, 400)
            self._page.wait_for_timeout(150)
        return found

    def fill(self, key: str, text: str) -> None:
        """Type into a field."""
        self.field(key).locator("input, textarea").first.fill(text)

    def choose(self, key: str, words: str) -> None:
        """Choose among a few."""
        self.field(key).get_by_role("radio", name=words).click()

    def save(self) -> None:
        """Press “Lưu” and wait for the end of it."""
        self._page.get_by_role("button", name="Lưu", exact=True).click()
        self._page.wait_for_timeout(1500)

    def files(self) -> dict[str, str]:
        """The folder as it is now."""
        found: dict[str, str] = self._page.evaluate(TAKE)
        return found


def write_report(form: Form) -> None:
    """A report of the fictional province; its text is the form's template."""
    form.go("quy-2024-q1/new")
    form.fill("title", 'Kết quả quý I: "bước đầu", và chương trình công tác quý II/2024')
    form.fill("number", "15-BC/ĐUKDN")
    form.choose("issuer", "Đảng ủy Khối Doanh nghiệp tỉnh Lam Hải")
    form.choose("edition", "summary")
    form.fill("date", "2024-04-05")
    form.picture("bieu-mau-bao-cao")
    form.save()


def write_entry(form: Form) -> None:
    """A document that reports cite and the registry lacks."""
    form.go("danh-muc/entries/directives")
    form.field("directives").get_by_role("button", name="Thêm").last.click()
    last = len(yaml.safe_load((SAMPLE / "registry" / "directives.yml").read_text("utf-8")))
    form.field(f"directives.{last}.id").wait_for()
    form.fill(f"directives.{last}.id", ENTRY)
    form.field(f"directives.{last}.type").get_by_role("combobox").click()
    form._page.get_by_role("option", name="Nghị định").click()  # noqa: SLF001
    form.fill(f"directives.{last}.number", "145")
    form.fill(f"directives.{last}.symbol", "NĐ-CP")
    form.fill(f"directives.{last}.date", "2020-12-14")
    form.picture("bieu-mau-danh-muc")
    form.save()


def main() -> None:
    """Drive the form and say what came of it."""
    packed = Path(sys.argv[1]).resolve()
    pictures = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site, repository = Path(folder) / "site", Path(folder) / "kho"
        kho(
            "build", "--content", SAMPLE, "--site", site,
            KHO_FORM=str(packed), KHO_REPO_URL="https://github.com/to-chuc/kho",
        )  # fmt: skip
        files = [
            (f"content/{path.relative_to(SAMPLE).as_posix()}", path.read_text("utf-8"))
            for path in sorted(SAMPLE.rglob("*"))
            if path.suffix in {".md", ".yml"}
        ]
        write(repository, dict(files))
        git(repository, "init", "--quiet", "--initial-branch=main")
        commit(repository, "Kho mẫu")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        context = browser.new_context(viewport={"width": 1100, "height": 760}, locale="vi-VN")
        context.add_init_script(STAND_IN)
        form = Form(context.new_page(), f"http://127.0.0.1:{server.server_address[1]}/", pictures)
        began = time.perf_counter()
        form.open_folder(files)
        write_report(form)
        write_entry(form)
        saved = {path: text for path, text in form.files().items() if dict(files).get(path) != text}
        seconds = time.perf_counter() - began
        browser.close()
        server.shutdown()
        write(repository, saved)
        commit(repository, "Thêm báo cáo 15-BC/ĐUKDN và Nghị định 145/2020/NĐ-CP")
        changed = git(repository, "show", "--stat", "--format=%s", "HEAD")
        content = repository / "content"
        checked = kho("check", "--content", content).stdout.strip().split("\n")[-1]
        built = kho("build", "--content", content, "--site", Path(folder) / "new").stdout
        assert (Path(folder) / "new" / "van-ban" / ENTRY / "index.html").is_file()
    assert set(saved) == {REPORT, REGISTRY}, set(saved)
    print(saved[REPORT][:700], changed, checked, built.split("\n")[0], sep="\n")
    print(f"Từ lúc mở biểu mẫu đến lúc lưu xong: {seconds:.1f} giây.")
    print("Chỗ khác bị hỏi:", form.foreign or "không")
    print("Lời phàn nàn của trình duyệt:", form.complaints or "không")


def write(folder: Path, files: dict[str, str]) -> None:
    """Put texts into a folder."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def git(repository: Path, *arguments: str) -> str:
    """Run git in a repository of the trial's own."""
    who = ["-c", "user.name=Biên tập", "-c", "user.email=bien-tap@example.vn"]
    return subprocess.run(
        ["git", *who, *arguments], cwd=repository, capture_output=True, encoding="utf-8", check=True
    ).stdout


def commit(repository: Path, message: str) -> None:
    """Everything as one commit."""
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", message)


if __name__ == "__main__":
    main()
