"""What can stop a build from outside, said so that an editor knows the cure.

Disks fill, programs are ended by the system, somebody moves a folder: none of it is a fault
of the content, and none may end in a traceback or touch the site that is published.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from pathlib import Path

from build_tools.files import reason
from build_tools.papers.printing import NoEngineError
from build_tools.problems import Place, Problems
from build_tools.search.pagefind import IndexingError
from build_tools.site.publish import BusyError, NoPlaceError


class NotPublishedError(Exception):
    """Leaves a build whose faults are recorded already, so that the old site stays."""


@contextmanager
def told(content: Path, site: Path, problems: Problems) -> Iterator[None]:
    """Turn whatever stops the block into a problem; the caller goes on behind the block."""
    try:
        yield
    except NotPublishedError:
        return
    except BusyError:
        problems.error(
            "KHO608",
            Place(str(site)),
            "Một lần dựng khác đang chạy trên cùng thư mục này.",
            "Chờ lần dựng kia xong rồi chạy lại.",
        )
    except NoPlaceError as fault:
        problems.error("KHO617", Place(str(site)), fault.message, fault.hint)
    except NoEngineError as fault:
        problems.error(
            "KHO509",
            Place(str(site)),
            f"Chưa tạo được PDF vì thiếu WeasyPrint hoặc thư viện Pango: {fault}.",
            "Chạy “make pdf”, hoặc cài gói WeasyPrint (requirements-pdf.lock); trên Debian/Ubuntu "
            "thêm: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. Không cần "
            "PDF thì bỏ --pdf.",
        )
    except (IndexingError, BrokenPipeError) as fault:  # a pipe breaks where the indexer was killed
        problems.error(
            "KHO507",
            Place(str(site)),
            f"Không lập được chỉ mục tìm kiếm: {_why(fault)}.",
            "Chạy lại; nếu vẫn lỗi, cài lại gói pagefind-bin.",
        )
    except (BrokenExecutor, MemoryError):
        problems.error(
            "KHO518",
            Place(str(site)),
            "Một phần việc bị hệ thống dừng giữa chừng, thường vì máy hết bộ nhớ.",
            "Đóng bớt chương trình rồi chạy lại; trang web cũ vẫn nguyên.",
        )
    except KeyboardInterrupt:
        problems.error(
            "KHO618",
            Place(str(site)),
            "Đã dừng theo yêu cầu (Ctrl+C).",
            "Chạy lại khi cần; trang web cũ vẫn nguyên.",
        )
    except OSError as fault:
        _tell_of_disk(fault, content, site, problems)


def _why(fault: Exception) -> str:
    return reason(fault) if isinstance(fault, OSError) else str(fault)


def _tell_of_disk(fault: OSError, content: Path, site: Path, problems: Problems) -> None:
    path = Path(str(fault.filename)) if fault.filename else site
    if path.absolute().is_relative_to(content.absolute()):
        problems.error(
            "KHO601",
            Place(str(path)),
            f"Không đọc được tệp: {reason(fault)}.",
            "Tệp bị xóa, đổi tên hoặc khóa trong lúc dựng thì chạy lại; trang web cũ vẫn nguyên.",
        )
    else:
        problems.error(
            "KHO609",
            Place(str(path)),
            f"Không ghi được trang web: {reason(fault)}.",
            "Kiểm tra ổ đĩa còn chỗ và thư mục có quyền ghi; trang web cũ vẫn nguyên.",
        )
