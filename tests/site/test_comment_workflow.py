"""comment.yml posts one comment: the text is a stranger's, and the number may be a lie."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
import yaml
from need import need_program

from build_tools.review.comment import MARK

WORKFLOW = Path(__file__).parents[2] / ".github" / "workflows" / "comment.yml"
COMMIT = "a" * 40

#: the host's command line as far as the step asks for it; posted bodies go to a file
GH = """#!/bin/bash
case "$*" in
  *"--jq .head.sha"*) echo "$HEAD" ;;
  *"--paginate"*) echo "$OLD" ;;
  *"--input body.json"*) echo "$3 $4" > posted; cp body.json posted.json ;;
esac
"""


@pytest.fixture
def post(tmp_path: Path):
    for program in ("bash", "jq", "iconv"):
        need_program(program)
    steps = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]["comment"]["steps"]
    script = next(step["run"] for step in steps if step["name"] == "Post it")
    (tmp_path / "loi").mkdir()
    (tmp_path / "bin").mkdir()
    gh = tmp_path / "bin" / "gh"
    gh.write_text(GH, "utf-8")
    gh.chmod(0o755)

    def run(number: str, text: str, head: str = COMMIT, old: str = "") -> tuple[str, str] | None:
        (tmp_path / "loi" / "number").write_text(number, "utf-8")
        (tmp_path / "loi" / "comment.md").write_text(text, "utf-8")
        environment = {
            "PATH": f"{gh.parent}:{os.environ['PATH']}", "RUNNER_TEMP": str(tmp_path),
            "REPOSITORY": "to-chuc/kho", "RUN": "7", "COMMIT": COMMIT, "HEAD": head, "OLD": old,
            "GITHUB_SERVER_URL": "https://github.com",
        }  # fmt: skip
        subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], env=environment, check=True)
        posted = tmp_path / "loi" / "posted"
        if not posted.exists():
            return None
        body = json.loads((tmp_path / "loi" / "posted.json").read_text("utf-8"))["body"]
        return posted.read_text("utf-8").strip(), body

    return run


def test_the_first_comment_is_made_and_later_ones_replace_it(post) -> None:
    text = f"{MARK}\n\n### Đề nghị\n"
    made = post("12\n", text)
    assert made
    assert made[0] == "POST repos/to-chuc/kho/issues/12/comments"
    assert made[1].startswith(f"{MARK}\n")
    assert made[1].count(MARK) == 1
    assert "https://github.com/to-chuc/kho/actions/runs/7#artifacts" in made[1]
    again = post("12\n", text, old="99")
    assert again
    assert again[0] == "PATCH repos/to-chuc/kho/issues/comments/99"


def test_the_number_of_another_proposal_is_refused(post) -> None:
    assert post("13", MARK, head="b" * 40) is None


def test_a_number_is_a_number(post) -> None:
    made = post("12/../../x", "chữ")
    assert made
    assert made[0] == "POST repos/to-chuc/kho/issues/12/comments"


def test_nobody_is_called_and_the_length_is_cut(post) -> None:
    made = post("12", f"gửi @all\n{'đ' * 9000}\n" + "dòng\n" * 90_000)
    assert made
    assert "@all" not in made[1]
    assert len(made[1]) <= 65_000
