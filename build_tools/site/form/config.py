"""The form's configuration: which files it edits, where it saves, what it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml

from build_tools.addresses import quarter_address
from build_tools.archive import Archive
from build_tools.front_matter import FENCE, REPORT
from build_tools.identifiers import DOCUMENT_TYPES
from build_tools.quarter import Quarter
from build_tools.registry.fields import AREA, DIRECTIVE, ISSUER, PROFILE
from build_tools.scaffold import scaffold
from build_tools.site.form.fields import FormField, Known, form_fields
from build_tools.site.repository import Host, Repository

#: how many quarters after the latest one can be begun
AHEAD: Final = 4
_SLUG: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
_MESSAGES: Final = {
    "create": "Thêm {{path}}",
    "update": "Sửa {{path}}",
    "delete": "Bỏ {{path}}",
    "uploadMedia": "Thêm hình {{path}}",
    "deleteMedia": "Bỏ hình {{path}}",
}


def form_config(archive: Archive, repository: Repository) -> str:
    """The text of ``/bien-tap/config.yml``; the same archive gives the same text."""
    return yaml.safe_dump(
        _config(archive, repository), allow_unicode=True, sort_keys=False, width=100
    )


def _config(archive: Archive, repository: Repository) -> dict[str, Any]:
    folder = repository.folder.rstrip("/")
    reviewed = repository.host in {Host.GITHUB, Host.GITLAB}
    return {
        "backend": {
            "name": repository.host.value,
            "repo": repository.name,
            "branch": repository.branch,
            **_roots(repository),
            # signing in with an account of the host would need a server of one's own
            "auth_methods": ["token"],
            "commit_messages": _MESSAGES,
        },
        # a save is a branch with a pull request; Gitea's is a commit on the branch named above
        **({"publish_mode": "editorial_workflow"} if reviewed else {}),
        "app_title": f"Biên tập: {archive.registry.profile.title}",
        "media_folder": folder or "/",
        "public_folder": "/",
        "slug": {"encoding": "ascii", "clean_accents": True, "lowercase": True},
        "output": {"yaml": {"quote": "double"}},
        "editor": {"preview": False},
        "collections": [*_reports(archive, folder), _registry(archive, folder)],
    }


def _roots(repository: Repository) -> dict[str, str]:
    """Where a host of one's own answers; the well-known ones are known to the form."""
    server = repository.server
    if server in {"https://github.com", "https://gitlab.com"}:
        return {}
    path = {Host.GITHUB: "/api/v3", Host.GITLAB: "/api/v4", Host.GITEA: "/api/v1"}
    return {"base_url": server, "api_root": server + path[repository.host]}


def _reports(archive: Archive, folder: str) -> Iterator[dict[str, Any]]:
    """One collection for each quarter, latest first: a report's folder is its quarter's."""
    issuers = tuple((one, archive.issuer(one).name) for one in sorted(archive.by_issuer))
    fields = form_fields(REPORT, {"issuer": issuers})
    for quarter in _quarters(archive):
        yield {
            "name": f"quy-{quarter}".lower(),
            "label": f"Báo cáo {quarter.label}",
            "label_singular": f"báo cáo {quarter.label}",
            "folder": f"{folder}/{quarter_address(quarter)}".strip("/"),
            "slug": {
                "template": "{{number}}",
                "pattern": [_SLUG, "Chữ thường không dấu, số và gạch nối, như 15-bc-duk."],
                "hint": "Tên tệp: số ký hiệu viết thường, bỏ dấu. Không rõ số: khong-so-duk.",
            },
            "summary": "{{number}}: {{title}}",
            "identifier_field": "number",
            "format": "yaml-frontmatter",
            "frontmatter_delimiter": FENCE,
            "fields": [*(_of(field, quarter) for field in fields), _body(archive, quarter)],
        }


def _quarters(archive: Archive) -> list[Quarter]:
    quarters = list(archive.quarters)
    for _ in range(AHEAD if quarters else 0):
        quarters.append(quarters[-1].next)
    return quarters[::-1]


def _of(field: FormField, quarter: Quarter) -> FormField:
    """The field in one quarter's collection; a new report is a draft until somebody says so."""
    if field["name"] == "quarter":
        return {**field, "default": str(quarter)}
    return {**field, "default": True} if field["name"] == "draft" else field


def _body(archive: Archive, quarter: Quarter) -> FormField:
    issuers = sorted(archive.by_issuer)
    text = scaffold(archive, quarter, archive.issuer(issuers[0]), None).text if issuers else ""
    return {
        "name": "body",
        "label": "Nội dung",
        "widget": "markdown",
        "modes": ["raw"],
        "buttons": [],
        "editor_components": [],
        "default": text.rpartition(f"\n{FENCE}\n")[2].strip(),
        "hint": "Viết bằng Markdown; xem sổ tay biên tập.",
    }


def _registry(archive: Archive, folder: str) -> dict[str, Any]:
    issuers = tuple((one.id, one.name) for one in archive.registry.issuers.values())
    types = tuple((code, one.name) for code, one in DOCUMENT_TYPES.items())
    known: Known = {"issuer": issuers, "parent": issuers}
    lists = (
        ("directives", "Văn bản", DIRECTIVE, "{{fields.id}}: {{fields.title}}"),
        ("issuers", "Cơ quan", ISSUER, "{{fields.id}}: {{fields.name}}"),
        ("areas", "Lĩnh vực", AREA, "{{fields.id}}: {{fields.name}}"),
    )
    path = f"{folder}/registry".strip("/")
    return {
        "name": "danh-muc",
        "label": "Danh mục",
        "files": [
            *(
                {
                    "name": name,
                    "label": label,
                    "file": f"{path}/{name}.yml",
                    "fields": [
                        {
                            "name": name,
                            "label": label,
                            "label_singular": label.lower(),
                            "widget": "list",
                            "root": True,
                            "collapsed": True,
                            "summary": summary,
                            # a key named "type" would be taken for the kind of a mixed list's item
                            "typeKey": "-",
                            "fields": _named_types(form_fields(record, known), types),
                        }
                    ],
                }
                for name, label, record, summary in lists
            ),
            {
                "name": "archive",
                "label": "Tên kho",
                "file": f"{path}/archive.yml",
                "fields": form_fields(PROFILE),
            },
        ],
    }


def _named_types(fields: list[FormField], types: tuple[tuple[str, str], ...]) -> list[FormField]:
    """The types of documents by their names; ``nq`` tells an editor less than “Nghị quyết”."""
    names = dict(types)
    return [
        {
            **one,
            "options": [{**choice, "label": names[choice["value"]]} for choice in one["options"]],
        }
        if one["name"] == "type"
        else one
        for one in fields
    ]
