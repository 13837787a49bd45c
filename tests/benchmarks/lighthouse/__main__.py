"""Lighthouse, run by hand: ``PYTHONPATH=tests python -m tests.benchmarks.lighthouse [FOLDER]``.

Builds both contents, serves them by a real nginx with the manual's settings and asks
Lighthouse, as a phone and as a desk, for four kinds of page. Prints the scores of its four
categories and every audit that lost points. The sample asks search machines to stay away,
as it should, so that one audit is left out there. Scores for speed depend on what else the
machine does. Whole answers go to FOLDER. ``CHROME_PATH`` names the browser; ``npm ci`` in this folder comes first.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.behind_nginx import served

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
CONTENT = {"content": ROOT / "content", "sample": ROOT / "tests" / "sample" / "content"}
PAGES = {
    "content": ("", "2023/q3/170-bc-duk/", "van-ban/ct-21-tw-2023/", "tim-kiem/?q=dang+vien"),
    "sample": ("", "2022/q2/35-bc-dukcq/", "van-ban/ct-05-tw-2016/", "tim-kiem/?q=dang+vien"),
}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def _audited(address: str, preset: str, name: str, notes: Path) -> dict[str, Any]:
    command = ["node", PROGRAM, address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command += ["--preset=desktop"] if preset == "desk" else []
    command += ["--skip-audits=is-crawlable"] if name == "sample" else []
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(done.stderr)
    told: dict[str, Any] = json.loads(done.stdout)
    where = address.partition("//")[2].partition("/")[2].strip("/").replace("/", "-") or "home"
    (notes / f"{name}-{preset}-{where[:20]}.json").write_text(done.stdout, encoding="utf-8")
    return told


def _lost(told: dict[str, Any]) -> list[str]:
    """The audits that lost points, with what they say."""
    weighed = {
        one["id"]
        for category in told["categories"].values()
        for one in category["auditRefs"]
        if one["weight"]
    }
    return [
        f"{key} {audit.get('displayValue', '')}".strip()
        for key, audit in told["audits"].items()
        if key in weighed and audit["score"] is not None and audit["score"] < 1
    ]


def main(notes: Path) -> None:
    """Print a line a page and screen."""
    for name, content in CONTENT.items():
        with tempfile.TemporaryDirectory() as scratch:
            site, server = Path(scratch, "site"), Path(scratch, "server")
            server.mkdir()
            command = [sys.executable, "-m", "build_tools", "build", "--content", content]
            subprocess.run([*command, "--site", site], cwd=ROOT, check=True, capture_output=True)
            with served(site, server) as port:
                for page in PAGES[name]:
                    for preset in ("phone", "desk"):
                        told = _audited(f"http://127.0.0.1:{port}/{page}", preset, name, notes)
                        scores = [told["categories"][one]["score"] for one in CATEGORIES]
                        print(
                            f"{name} /{page} {preset}:",
                            *(round(100 * score) for score in scores),
                            *_lost(told),
                            sep="  ",
                            flush=True,
                        )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(Path(sys.argv[1] if len(sys.argv) > 1 else folder))
