"""The page of the form and the files beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from build_tools.addresses import FORM
from build_tools.files import reason
from build_tools.pages.page import HOME_LINK, Page, PageKind
from build_tools.problems import Place, Problems
from build_tools.site.form.config import form_config
from build_tools.site.form.package import (
    NAME,
    SCRIPT,
    VERSION,
    NotThePackageError,
    form_files,
)
from build_tools.site.policy import in_form
from build_tools.site.prepare import Prepared
from build_tools.site.repository import Repository


@dataclass(frozen=True, slots=True)
class FormView:
    """What the page of the form needs: its own policy, the script, the configuration."""

    policy: str
    script: str
    config: str


def with_form(
    prepared: Prepared, packed: Path, repository: Repository | None, problems: Problems
) -> Prepared | None:
    """``prepared`` with the form at ``/bien-tap/``; None after recording why there is none."""
    if repository is None:
        problems.error(
            "KHO517",
            Place("mkdocs.yml"),
            "Có biểu mẫu biên tập (extra: form) mà không biết kho mã nguồn ở đâu.",
            "Điền repo_url và edit_uri trong mkdocs.yml, hoặc đặt KHO_REPO_URL; không dùng biểu "
            "mẫu thì bỏ KHO_FORM.",
        )
        return None
    files = _files(packed, problems)
    if files is None:
        return None
    config = form_config(prepared.archive, repository).encode()
    page = Page(
        FORM,
        PageKind.FORM,
        "Biên tập",
        "Biểu mẫu cho người biên tập kho.",
        (HOME_LINK,),
        FormView(in_form(repository.server), f"{FORM}{SCRIPT}", f"{FORM}config.yml"),
    )
    served = {f"{FORM}{name}": content for name, content in files.items()}
    return replace(
        prepared,
        pages=(*prepared.pages, page),
        form={**served, f"{FORM}config.yml": config},
    )


def _files(packed: Path, problems: Problems) -> dict[str, bytes] | None:
    try:
        return form_files(packed)
    except NotThePackageError:
        message = f"{packed.name} không phải gói {NAME} {VERSION} mà kho đã xem."
    except OSError as error:
        message = f"Không đọc được gói của biểu mẫu: {reason(error)}."
    problems.error(
        "KHO516",
        Place(packed.as_posix()),
        message,
        f"Tải lại bằng “make form” (npm pack {NAME}@{VERSION}); không dùng biểu mẫu thì bỏ KHO_FORM.",
    )
    return None
