"""What the manual gives to other hosts than nginx is whole and says the same."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import yaml

from build_tools.site.policy import IN_HEADERS, in_form

DOCS = Path(__file__).resolve().parents[2] / "docs"
MANUAL = (DOCS / "deploying.md").read_text("utf-8")
IIS = ET.parse(DOCS / "web.config").getroot()
#: served by IIS 10 without being told
KNOWN_TO_IIS = {".html", ".css", ".js", ".xml", ".svg", ".png", ".csv", ".txt", ".gz", ".pdf"}


def headers() -> dict[str, str]:
    return {one.attrib["name"]: one.attrib["value"] for one in IIS.iterfind(".//customHeaders/add")}


def test_the_policy_in_every_setting_is_the_policy_of_the_pages() -> None:
    nginx, form = re.findall(r'"(default-src [^"]+)"', MANUAL)
    assert nginx == headers()["Content-Security-Policy"] == IN_HEADERS
    assert form == f"{in_form('https://github.com')}; frame-ancestors 'none'"


def test_iis_sends_the_headers_that_nginx_sends() -> None:
    told = re.findall(r'add_header (\S+) "?(.+?)"? always;', MANUAL.partition("Add TLS")[0])
    assert len(told) == 6
    assert {name: text for name, text in told if name != "Cache-Control"} == headers()


def test_iis_knows_every_type_of_file_that_a_site_has(sample_site: Path) -> None:
    told = {one.attrib["fileExtension"] for one in IIS.iterfind(".//mimeMap")}
    found = {path.suffix for path in sample_site.rglob("*") if path.is_file()}
    assert found - KNOWN_TO_IIS <= told


def test_iis_keeps_for_a_year_what_nginx_keeps_for_a_year(sample_site: Path) -> None:
    kept = {one.attrib["path"] for one in IIS.iterfind("location")}
    assert kept == {"search/index/shards"}
    assert all((sample_site / folder).is_dir() for folder in kept)


def test_the_job_for_gitlab_is_a_job_that_publishes() -> None:
    [job] = re.findall(r"```yaml\n(.*?)```", MANUAL, re.DOTALL)
    pages = yaml.safe_load(job)["pages"]
    assert pages["artifacts"]["paths"] == ["public"]
    assert any("kho build --site public" in step for step in pages["script"])
