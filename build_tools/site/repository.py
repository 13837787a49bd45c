"""The repository's web editor: where a file is changed, and where a new one is begun.

Read from ``repo_url`` and ``edit_uri`` of ``mkdocs.yml``, in MkDocs' own words. The shape of
``edit_uri`` tells the kind of host: ``edit/main/content/`` is GitHub's, ``-/edit/main/content/``
GitLab's, ``_edit/main/content/`` that of Gitea and Forgejo.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import quote, urlencode, urlsplit

#: most servers read a request line of 8 KiB and no more
LONGEST: Final = 8000
_DEFAULTS: Final = "edit/main/content/"
#: what MkDocs puts where ``edit_uri`` is not set; there is no such folder here
_MKDOCS_GUESS: Final = frozenset({"edit/master/docs/", "src/default/docs/"})
_EDIT_URI: Final = re.compile(
    r"/?(?P<editor>-/edit|_edit|edit|src/branch)/(?P<branch>[^/]+)/(?P<folder>.*)"
)


class Host(StrEnum):
    """Whose web editor it is."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


_SERVERS: Final = {
    "gitlab": Host.GITLAB,
    "gitea": Host.GITEA,
    "forgejo": Host.GITEA,
    "codeberg": Host.GITEA,
}


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on the web; ``folder`` is the content folder in it, with a closing slash."""

    host: Host
    url: str
    branch: str
    folder: str

    @property
    def name(self) -> str:
        """The repository as its host calls it, ``to-chuc/kho``."""
        return urlsplit(self.url).path.strip("/")

    @property
    def server(self) -> str:
        """The host alone, ``https://github.com``."""
        return self.url.removesuffix(self.name).rstrip("/")

    def edit(self, path: str, line: int = 0) -> str:
        """The editor opened on a file of the content folder, at ``line`` where the host can.

        >>> where = Repository(Host.GITHUB, "https://github.com/a/kho", "main", "content/")
        >>> where.edit("registry/issuers.yml", 12)
        'https://github.com/a/kho/edit/main/content/registry/issuers.yml#L12'
        """
        editor = {Host.GITHUB: "edit", Host.GITLAB: "-/edit", Host.GITEA: "_edit"}[self.host]
        at = f"#L{line}" if line else ""
        return f"{self.url}/{editor}/{quote(self.branch)}/{quote(self.folder + path)}{at}"

    def new(self, path: str, texts: Iterable[str]) -> str:
        """The editor on a new file, filled with the first of ``texts`` that the address can carry.

        GitLab fills in the name alone: its editor overlooks any text in the address.
        """
        editor = {Host.GITHUB: "new", Host.GITLAB: "-/new", Host.GITEA: "_new"}[self.host]
        start = f"{self.url}/{editor}/{quote(self.branch)}"
        if self.host is Host.GITLAB:
            return f"{start}?{urlencode({'file_name': self.folder + path}, safe='/')}"
        start += "/?" if self.host is Host.GITEA else "?"
        named = start + urlencode({"filename": self.folder + path}, safe="/")
        filled = (f"{named}&{_written(text)}" for text in texts)
        return next((address for address in filled if len(address) <= LONGEST), named)


def _written(text: str) -> str:
    return urlencode({"value": text}, safe="/:,()[]{}", quote_via=quote)


def repository(repo_url: str | None, edit_uri: str | None) -> Repository | None:
    """The repository that ``mkdocs.yml`` names; None where it names none, or bars editing.

    ``edit_uri: ""`` bars it, as with MkDocs. Raises ``ValueError`` for an ``edit_uri`` that
    none of the hosts understands.
    """
    if not repo_url or edit_uri == "":
        return None
    uri = _DEFAULTS if edit_uri is None or edit_uri in _MKDOCS_GUESS else edit_uri
    read = _EDIT_URI.fullmatch(uri)
    if read is None:
        raise ValueError(uri)
    folder = read["folder"].strip("/")
    return Repository(
        _host(read["editor"], urlsplit(repo_url).hostname or ""),
        repo_url.rstrip("/").removesuffix(".git"),
        read["branch"],
        f"{folder}/" if folder else "",
    )


def _host(editor: str, server: str) -> Host:
    if editor != "edit":
        return Host.GITLAB if editor == "-/edit" else Host.GITEA
    known = (host for word, host in _SERVERS.items() if word in server)
    return next(known, Host.GITHUB)
