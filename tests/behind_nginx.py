"""A real nginx over a built site, with the settings that the manual gives."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from need import need_program

MANUAL = Path(__file__).resolve().parents[1] / "docs" / "deploying.md"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def told_settings() -> str:
    """The settings as the manual prints them: the first block is the whole of a server."""
    return re.findall(r"```nginx\n(.*?)```", MANUAL.read_text("utf-8"), re.DOTALL)[0]


def told_location() -> str:
    return re.findall(r"```nginx\n(.*?)```", MANUAL.read_text("utf-8"), re.DOTALL)[1]


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextlib.contextmanager
def nginx(folder: Path, settings: str) -> Iterator[int]:
    """A running nginx; gives its port."""
    program = need_program("nginx", "/usr/sbin/nginx")
    port = _free_port()
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"{'user root;' if os.getuid() == 0 else ''} daemon off; pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{\ninclude /etc/nginx/mime.types;\ndefault_type application/octet-stream;\n"
        f"access_log off;\n{temporary}{settings.replace('listen 80;', f'listen 127.0.0.1:{port};')}\n}}\n",
        encoding="utf-8",
    )
    command = [program, "-p", str(folder), "-e", f"{folder}/error.log"]
    with subprocess.Popen([*command, "-c", str(folder / "nginx.conf")]) as running:
        try:
            for _ in range(100):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                    break
                time.sleep(0.05)
            yield port
        finally:
            running.terminate()


def ask(port: int, path: str, **headers: str) -> Answer:
    names = {name.replace("_", "-"): text for name, text in headers.items()}
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as link:
        link.request("GET", path, headers=names)
        answer = link.getresponse()
        told = {name.lower(): text for name, text in answer.getheaders()}
        return Answer(answer.status, told, answer.read())


@contextlib.contextmanager
def served(site: Path, folder: Path) -> Iterator[int]:
    """The site at the root and, as the manual's second block says, under ``/bao-cao/``; the port.

    ``folder`` is for the server's own files.
    """
    settings = told_settings().replace("/srv/kho/site", str(site))
    inner = told_location().replace("/srv/kho/site", str(site))
    end = settings.rindex("}")
    with nginx(folder, settings[:end] + inner + settings[end:]) as port:
        yield port
