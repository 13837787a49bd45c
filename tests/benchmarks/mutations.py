"""Plants random faults in good reports, one each, and counts those the checks find.

Run: ``python tests/benchmarks/mutations.py [how many] [seed]``. Each fault is a change of one
place in one report of ``tests/sample/content`` or ``content``; it is caught when a finding that
the unchanged report does not have stands on the right line. Sums to break are looked for here
with patterns of their own, not with those of the rules.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from build_tools.checks.content import check_content  # noqa: E402
from build_tools.gathering import read_archive  # noqa: E402
from build_tools.problems import Problems  # noqa: E402

HOMES = (ROOT / "tests" / "sample" / "content", ROOT / "content")


@dataclass(frozen=True)
class Planted:
    """A report's lines with one fault, and the lines (from 1) on which it may be reported."""

    lines: list[str]
    at: frozenset[int]
    what: str


Planter = Callable[[list[str], random.Random], Iterator[Planted]]


def _changed(lines: list[str], index: int, start: int, end: int, new: str, *also: int) -> Planted:
    line = lines[index]
    mutated = [*lines[:index], line[:start] + new + line[end:], *lines[index + 1 :]]
    at = frozenset({index + 1, *(other + 1 for other in also)})
    return Planted(mutated, at, f"{line[start:end]!r} → {new!r}")


def _body(lines: list[str]) -> range:
    return range(lines.index("---", 1) + 1, len(lines))


def _value(text: str) -> int:
    return int(text.replace(".", ""))


def _other(text: str, rng: random.Random) -> str:
    """The same number with one digit changed, and not to a leading zero."""
    places = [at for at, letter in enumerate(text) if letter.isdigit()]
    while True:
        at = rng.choice(places)
        new = text[:at] + rng.choice("0123456789") + text[at + 1 :]
        if new != text and int(re.sub(r"\D", "", new)):
            return new


NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,3}"
LISTED = re.compile(
    rf"(?<![\d./,-])({NUMBER})(?![\d/,%-])([^\d().;]{{3,60}})(\(|,? (?:bao )?gồm |, trong đó(?: có)? )"
    r"([^().;]*\d[^().;]*)"
)
LOOSE = re.compile(rf"(?<![\d./,\-])(?:{NUMBER})(?![\d/,%\-])")


def wrong_sum(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        for match in LISTED.finditer(lines[index]):
            parts = list(LOOSE.finditer(match[4]))
            if len(parts) > 1 and sum(_value(p[0]) for p in parts) == _value(match[1]):
                part = rng.choice(parts)
                start = match.start(4) + part.start()
                yield _changed(lines, index, start, start + len(part[0]), _other(part[0], rng))
                yield _changed(lines, index, *match.span(1), _other(match[1], rng))


def wrong_note_sum(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    notes = {
        m[1]: index for index in _body(lines) if (m := re.match(r"\[\^(\d+)\]: ", lines[index]))
    }
    for index in _body(lines):
        for mark in re.finditer(r"\[\^(\d+)\]", lines[index]):
            if mark[1] not in notes or notes[mark[1]] == index:
                continue
            at = notes[mark[1]]
            first = re.split(r"(?<=[^\d])\.(?:\s|$)", lines[at].split(": ", 1)[1])[0]
            offset = lines[at].index(": ") + 2
            parts = list(LOOSE.finditer(first))
            before = lines[index][: mark.start()].rsplit(". ", 1)[-1]
            totals = {_value(m[0]) for m in LOOSE.finditer(before)}
            if len(parts) > 1 and sum(_value(p[0]) for p in parts) in totals and "%" not in first:
                part = rng.choice(parts)
                start = offset + part.start()
                yield _changed(lines, at, start, start + len(part[0]), _other(part[0], rng), index)


def wrong_percent(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    pattern = re.compile(r"(\d[\d.]*)/(\d[\d.]*)(?!\d)[^;%/\d]{0,60}?(\d+(?:,\d+)?)%")
    for index in _body(lines):
        for match in pattern.finditer(lines[index]):
            exact = _value(match[1].strip(".")) * 100 / _value(match[2].strip("."))
            if abs(exact - float(match[3].replace(",", "."))) < 0.06:
                yield _changed(lines, index, *match.span(3), _other(match[3], rng))


def wrong_target(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    pattern = re.compile(r"đạt (\d+(?:,\d+)?)% (?:chỉ tiêu|dự toán|kế hoạch)[^().;]{0,20}\(")
    for index in _body(lines):
        for match in pattern.finditer(lines[index]):
            yield _changed(lines, index, *match.span(1), _other(match[1], rng))


def wrong_cell(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        if re.match(r"\| \*?(?:Cộng|Tổng)", lines[index]):
            rows = [index]
            while re.match(r"\| \D", lines[rows[-1] - 1]):
                rows.append(rows[-1] - 1)
            row = rng.choice(rows)
            cells = list(re.finditer(r"(?<=\| )\d[\d.]*(?= \|)", lines[row]))
            for cell in cells:
                yield _changed(lines, row, *cell.span(), _other(cell[0], rng), index)


def fallen_since(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    pattern = re.compile(
        rf"({NUMBER})( tỷ đồng| đảng viên)?,? lũy kế[^\d;.]*(?:\d tháng[^\d;.]*)?({NUMBER})\b"
    )
    for index in _body(lines):
        for match in pattern.finditer(lines[index]):
            smaller = str(max(1, _value(match[1]) * rng.randint(30, 90) // 100))
            if len(smaller) > 3:
                smaller = f"{smaller[:-3]}.{smaller[-3:]}"
            yield _changed(lines, index, *match.span(3), smaller)


def wrong_members(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        match = re.match(r"\[\^(\d+)\]: (?:Đầu quý|Cuối năm)[^.;:]*? (\d[\d.]*\d)", lines[index])
        if match:
            mark = next(i for i in _body(lines) if f"[^{match[1]}]" in lines[i] and i != index)
            moves = list(
                re.finditer(r"(?:kết nạp|chuyển đến|chuyển đi) (\d+)", lines[index], re.IGNORECASE)
            )
            chosen = rng.choice(moves)
            yield _changed(lines, index, *chosen.span(1), _other(chosen[1], rng), mark)


def impossible_day(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        for match in re.finditer(r"(?<![\d/])\d{1,2}([/-]\d{1,2}[/-]\d{4})", lines[index]):
            yield _changed(lines, index, *match.span(), rng.choice(("0", "32", "45")) + match[1])


def late_year(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        for match in re.finditer(r", ngày \d{1,2}/\d{1,2}/(20(?:1\d|2[0-3]))", lines[index]):
            year = match[1]
            yield _changed(
                lines, index, *match.span(1), rng.choice((f"203{year[3]}", f"205{year[3]}"))
            )


def broken_anniversary(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        if lines[index].startswith("- ") and lines[index].endswith("."):
            years = rng.randint(20, 95)
            wrong = years + rng.choice((-2, -1, 1, 10))
            new = f"; kỷ niệm {wrong} năm Ngày thành lập (03/02/{2022 - years}-03/02/2022)."
            yield _changed(lines, index, len(lines[index]) - 1, len(lines[index]), new)


def reversed_period(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        for match in re.finditer(r"(?:nhiệm kỳ|giai đoạn) (20\d\d)-(20\d\d)", lines[index]):
            yield _changed(lines, index, match.start(1), match.end(2), f"{match[2]}-{match[1]}")


def dropped_note(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        match = re.match(r"\[\^(\d+)\]: ", lines[index])
        if match:
            mark = next(i for i in _body(lines) if f"[^{match[1]}]" in lines[i] and i != index)
            yield Planted(
                [*lines[:index], "", *lines[index + 1 :]], frozenset({mark + 1}), "note dropped"
            )


def dropped_mark(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        for match in re.finditer(r"(?<=\S)\[\^(\d+)\](?!:)", lines[index]):
            note = next(i for i in _body(lines) if lines[i].startswith(f"[^{match[1]}]: "))
            yield _changed(lines, index, *match.span(), "", note)


def doubled_heading(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        match = re.match(r"### ([2-7])\.", lines[index])
        if match:
            yield _changed(lines, index, *match.span(1), str(int(match[1]) - 1))


def skipped_heading(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        match = re.match(r"### ([1-7])\.", lines[index])
        if match:
            following = [i for i in _body(lines) if i > index and lines[i].startswith("#")]
            yield _changed(lines, index, *match.span(1), str(int(match[1]) + 9), *following[:1])


def heading_of_no_area(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    part = ""
    for index in _body(lines):
        if lines[index].startswith("## "):
            part = lines[index]
        match = re.match(r"### \d\. (.+)", lines[index])
        if match and re.match(r"## (?:Phần )?(?:I|III)[-. ]", part):
            yield _changed(lines, index, *match.span(1), "Công tác khác")


def unclosed_sign(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        for match in re.finditer(r"[“”]|(?<=\w)\)|\((?=\w)", lines[index]):
            yield _changed(lines, index, *match.span(), "")


def doubled_word(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        if lines[index] and lines[index][0] not in "#|[":
            for match in re.finditer(r"(?<= )[^\W\d_]{2,}(?= )", lines[index]):
                yield _changed(lines, index, *match.span(), f"{match[0]} {match[0]}")


def doubled_phrase(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        if lines[index] and lines[index][0] not in "#|[":
            for match in re.finditer(r"(?<= )[^\W\d_]{2,} [^\W\d_]{2,}(?= )", lines[index]):
                yield _changed(lines, index, *match.span(), f"{match[0]} {match[0]}")


CONFUSED = (
    ("đối tượng", "đổi tượng"), ("khối", "khôi"), ("suất quà", "xuất quà"), ("chi bộ", "chỉ bộ"),
    ("kiểm tra", "kiềm tra"), ("nghị quyết", "nghi quyết"), ("tư tưởng", "tư tường"),
    ("Đảng ủy", "Đàng ủy"), ("đảng viên", "đàng viên"), ("thực hiện", "thực hiên"),
    ("doanh nghiệp", "doanh nghiêp"), ("cơ sở", "cơ sờ"), ("giám sát", "giảm sát"),
    ("học tập", "học tâp"), ("sinh hoạt", "sinh hoat"), ("cán bộ", "cản bộ"), ("quản lý", "quàn lý"),
    ("đồng chí", "đổng chí"), ("tỉnh", "tinh"), ("hoàn thành", "hoàn thanh"),
)  # fmt: skip


def misread_word(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        for right, wrong in CONFUSED:
            for match in re.finditer(rf"\b{right}\b", lines[index]):
                yield _changed(lines, index, *match.span(), wrong)


def no_syllable(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        for match in re.finditer(r"\b(?:ngành|nghiệp|thường|trường|chương)\b", lines[index]):
            at = rng.randrange(1, len(match[0]))
            yield _changed(
                lines, index, *match.span(), match[0][:at] + rng.choice("ôêx") + match[0][at:]
            )


def left_unwritten(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        if lines[index].startswith("Tuy nhiên, "):
            yield _changed(lines, index, len("Tuy nhiên, "), len(lines[index]), "…")


def blank_before_comma(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        if lines[index] and lines[index][0] not in "#|[" and "[BBT" not in lines[index]:
            for match in re.finditer(r"(?<=[^\W\d_]),(?= )", lines[index]):
                yield _changed(lines, index, *match.span(), " ,")


def wrong_quarter(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        match = re.match(r"## (?:Phần )?I[-.].*(quý I{1,3}V?\b)", lines[index])
        if match:
            other = {"quý I": "quý III", "quý III": "quý IV"}.get(match[1], "quý I")
            yield _changed(lines, index, *match.span(1), other)


def part_above_whole(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    pattern = re.compile(
        r"(?<![\d./])(\d{2,3})/(\d{2,3}) (?:đảng viên|tổ chức|chi bộ|cơ quan|đồng chí|học viên)"
    )
    for index in _body(lines):
        for match in pattern.finditer(lines[index]):
            if _value(match[2]) > 12:
                yield _changed(lines, index, *match.span(1), str(_value(match[2]) + 3))


def wrong_weekday(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    names = ("hai", "ba", "tư", "năm", "sáu")
    for index in _body(lines):
        if lines[index].startswith("- ") and lines[index].endswith("."):
            day = date(2022, rng.randint(1, 12), rng.randint(1, 28))
            name = names[(day.weekday() + rng.randint(1, 3)) % 5]
            told = f"; họp vào thứ {name}, ngày {day.day:02}/{day.month}/{day.year}."
            if names.index(name) != day.weekday():
                yield _changed(lines, index, len(lines[index]) - 1, len(lines[index]), told)


def swapped_marks(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    found = [
        (index, match)
        for index in _body(lines)
        for match in re.finditer(r"(?<=\S)\[\^(\d+)\](?!:)", lines[index])
    ]
    for (index, first), (other, second) in pairwise(found):
        if index != other:
            changed = _changed(lines, index, *first.span(1), second[1], other)
            again = _changed(changed.lines, other, *second.span(1), first[1], index)
            yield again


def wrong_number(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    for index, line in enumerate(lines[: _body(lines).start]):
        match = re.match(r"number: (\d+)", line)
        if match:
            yield _changed(lines, index, *match.span(1), _other(match[1], rng))


def wrong_quarter_key(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    for index, line in enumerate(lines[: _body(lines).start]):
        match = re.match(r"quarter: \d{4}-Q(\d)", line)
        if match:
            yield _changed(lines, index, *match.span(1), str(int(match[1]) % 4 + 1))


def heading_without_blank(lines: list[str], _rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        match = re.match(r"#+( )", lines[index])
        if match:
            yield _changed(lines, index, *match.span(1), "")


def _told_at_the_end(words: Callable[[random.Random], str]) -> Planter:
    def plant(lines: list[str], rng: random.Random) -> Iterator[Planted]:
        for index in _body(lines):
            if lines[index].startswith("- ") and lines[index].endswith("."):
                yield _changed(lines, index, len(lines[index]) - 1, len(lines[index]), words(rng))

    return plant


def _digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


telephone = _told_at_the_end(
    lambda rng: f"; liên hệ 09{_digits(rng, 2)}{rng.choice((' ', '.', ''))}{_digits(rng, 6)}."
)
identity_card = _told_at_the_end(
    lambda rng: f"; căn cước công dân số 0{rng.randint(10, 96)}{_digits(rng, 9)}."
)
named_person = _told_at_the_end(
    lambda rng: (
        f"; {rng.choice(('khiển trách', 'khai trừ', 'đã nhận đơn tố cáo'))} đồng chí "
        f"{rng.choice(('Trần', 'Lê', 'Danh'))} {rng.choice(('Văn', 'Thị'))} Mẫu."
    )
)
lost_link = _told_at_the_end(lambda rng: f"; xem [phụ lục](phu-luc-{rng.randint(1, 9)}.pdf).")


def secrecy_mark(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        if not lines[index]:
            mark = rng.choice(("MẬT", "TỐI MẬT", "T U Y Ệ T  M Ậ T", "Độ mật: Mật"))
            mutated = [*lines[:index], "", mark, "", *lines[index:]]
            yield Planted(mutated, frozenset({index + 2}), f"+ {mark}")


def reversed_days(lines: list[str], rng: random.Random) -> Iterator[Planted]:
    for index in _body(lines):
        if lines[index].startswith("- ") and lines[index].endswith("."):
            day = rng.randint(12, 28)
            told = f", từ ngày {day}/6/2022 đến ngày {day - rng.randint(2, 9):02}/6/2022."
            yield _changed(lines, index, len(lines[index]) - 1, len(lines[index]), told)


KINDS: dict[str, Planter] = {
    "tổng và phần trong câu": wrong_sum,
    "tổng và phần ở chú thích": wrong_note_sum,
    "x/y và tỷ lệ": wrong_percent,
    "đạt % chỉ tiêu": wrong_target,
    "ô trong bảng": wrong_cell,
    "lũy kế nhỏ hơn quý": fallen_since,
    "biến động đảng viên": wrong_members,
    "ngày không có": impossible_day,
    "năm của văn bản": late_year,
    "ngày kỷ niệm": broken_anniversary,
    "khoảng thời gian ngược": reversed_period,
    "mất lời chú thích": dropped_note,
    "mất dấu chú thích": dropped_mark,
    "trùng số mục": doubled_heading,
    "nhảy số mục": skipped_heading,
    "đề mục không lĩnh vực": heading_of_no_area,
    "quý trong đề mục": wrong_quarter,
    "ngoặc không đóng": unclosed_sign,
    "lặp một chữ": doubled_word,
    "lặp hai chữ": doubled_phrase,
    "đọc nhầm dấu": misread_word,
    "không thành tiếng": no_syllable,
    "bỏ trống": left_unwritten,
    "dấu cách lạc": blank_before_comma,
    "phần lớn hơn tổng": part_above_whole,
    "thứ trong tuần": wrong_weekday,
    "tráo dấu chú thích": swapped_marks,
    "số ký hiệu": wrong_number,
    "khóa quý": wrong_quarter_key,
    "tiêu đề dính dấu #": heading_without_blank,
    "khoảng ngày ngược": reversed_days,
    "dấu độ mật": secrecy_mark,
    "số điện thoại": telephone,
    "số căn cước": identity_card,
    "tên người bị kỷ luật": named_person,
    "liên kết hỏng": lost_link,
}


def findings(folder: Path, name: str) -> set[tuple[str, int]]:
    problems = Problems()
    archive = read_archive(folder, Path("content"), problems)
    check_content(archive, problems)
    return {(p.code, p.place.line or 0) for p in problems if p.place.path.endswith(name)}


def main(count: int, seed: int) -> None:
    """Print a table of kinds: planted, caught, missed."""
    rng = random.Random(seed)
    files = [(home, path) for home in HOMES for path in sorted(home.glob("20*/*/*.md"))]
    places = {
        kind: [
            planted
            for home, path in files
            for planted in (
                (home, path, one) for one in plant(path.read_text("utf-8").split("\n"), rng)
            )
        ]
        for kind, plant in KINDS.items()
    }
    planted: defaultdict[str, int] = defaultdict(int)
    caught: defaultdict[str, int] = defaultdict(int)
    missed: list[str] = []
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        before: dict[Path, set[tuple[str, int]]] = {}
        for turn in range(count):
            kind = list(KINDS)[turn % len(KINDS)]
            if not places[kind]:
                continue
            home, path, one = places[kind].pop(rng.randrange(len(places[kind])))
            shutil.rmtree(folder / "registry", ignore_errors=True)
            shutil.copytree(home / "registry", folder / "registry")
            relative = path.relative_to(home)
            target = folder / relative
            target.parent.mkdir(parents=True, exist_ok=True)
            if path not in before:
                target.write_text(path.read_text("utf-8"), "utf-8")
                before[path] = findings(folder, relative.name)
            target.write_text("\n".join(one.lines), "utf-8")
            new = findings(folder, relative.name) - before[path]
            target.unlink()
            planted[kind] += 1
            if any(line in one.at for _, line in new):
                caught[kind] += 1
            else:
                missed.append(f"{kind}: {path.name}:{sorted(one.at)} {one.what} {sorted(new)}")
    for kind in KINDS:
        print(
            f"{kind:28} {caught[kind]:3} / {planted[kind]:3}  (có {len(places[kind]) + planted[kind]} chỗ)"
        )
    print(f"{'tất cả':28} {sum(caught.values()):3} / {sum(planted.values()):3}")
    if "--missed" in sys.argv:
        print("\n".join(missed))


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:] if one.isdecimal()]
    main(given[0] if given else 240, given[1] if len(given) > 1 else 20240101)
