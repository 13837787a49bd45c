"""Texts made to be slow: dense citations, almost-citations, and what makes readers look far.

Each is a piece to be repeated, or a whole text where every piece must differ from the last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

_LETTERS: Final = "abcdeghiklmnopqrstuvxy"


def _word(number: int) -> str:
    """A word of three letters, another one for each number."""
    return "".join(_LETTERS[number // len(_LETTERS) ** at % len(_LETTERS)] for at in range(3))


#: the shapes that are one piece again and again
PIECES: Final = {
    # type words and their neighbours
    "type words": "Nghị quyết, Kết luận và ",
    "types in a row": "nghi quyet, ket luan, ",
    "type word and blanks": "Nghị      \n  quyết ",
    "wide type words": "nghi  dinh  1-a/b  ",
    "double blanks": "a  b ",
    "shortest type word": "luat ",
    "shortest with a figure": "luat " * 24 + "1 ",
    "shortest with half a name": "luat a " * 24 + "1a/b ",
    "kỷ luật and pháp luật": "pháp luật, kỷ luật ",
    # full forms, as dense as they come
    "full": "Chỉ thị số 05-CT/TW, ",
    "full, shortest": "luat 1-ct/tw.",
    "full with everything": "Chỉ thị 1-a/b ngày 1/1/2020 của Ban A khóa X về a, ",
    "state papers": "Nghị định số 30/2020/NĐ-CP, ",
    "half symbols": "Chỉ thị số 05 - CT / ",
    "half state symbols": "Nghị định số 30/2020/NĐ - ",
    "behind the issuer": "Chỉ thị của Ban Thường vụ Tỉnh ủy ",
    "behind the issuer, nearly": "Chỉ thị của Thủ tướng Chính phủ số 16/CT ",
    "told in advance": "Ngày 15/5/2016, Ban" + " A" * 20 + " ban hành Chỉ thị 1-a/b ",
    "told in advance, nearly": "ngay 1.1.2016 ngay 1.1.2016 ban hanh Luat 1-a/b ",
    # short forms
    "short forms": "Hướng dẫn 02. ",
    "short forms, shortest": "de an so 1,",
    "short forms, nearly": "de an 1 ",
    "cited again": "Chỉ thị số 05. Chỉ thị 05 Chỉ thị 05 Chỉ thị 05 ",
    # type words written short
    "written short": "CT số 05-CT/TW, ",
    "written short, nearly": "CT 3 ",
    "written short, alone": "CT ",
    # lists
    "numbers": "Nghị quyết số 18, 19, 20, ",
    "numbers, too many": "Chỉ thị " + ",".join(["12"] * 20) + ".",
    "bare symbols": "05-CT/TW, ",
    "bare bullets": "\n- 1-CT/TW",
    "bare after colons": "a:1-CT/TW ",
    "bare after nothing": "Chỉ thị 1-a/b " + "1-ct/a " * 90,
    "ranges": "Nghị quyết từ số 18-NQ/TW đến số 21-NQ/TW, ",
    "same day": "Chỉ thị số 1-CT/TW, 2-CT/TW ngày 1/1/2020, cùng ngày ",
    "slashes": "1/ a",
    "slashes behind codes": "12-ct/ ",
    "dashes": "05-05-05/",
    "digits": "1234567890",
    # named documents
    "plenums": "Nghị quyết Trung ương 4, ",
    "plenums, shortest": "ket luan tw 4,",
    "plenums with terms": "Nghị quyết Trung ương 4 (khóa XI, XII, XIII, X, I, I, I); ",
    "plenums with and without": "Nghị quyết Trung ương 4; Nghị quyết Trung ương 4 khóa XI; ",
    "terms": "khóa XI, XII, ",
    "congresses": "Nghị quyết Đại hội XI Đảng bộ tỉnh A B C D, ",
    "congresses, nearly": "Nghị quyết Đại hội Đảng bộ Abc abc abc abc abc abc abc abc ",
    "congresses of the block": "nghi quyet dai hoi dang bo khoi co quan - ",
    "laws": "luat ab 2013.",
    "laws without year": "Luật Đất đai và ",
    "one long law": "Luật Aaaaa bbbbb ccccc ",
    "amending laws": "Luật sửa đổi, bổ sung một số điều của Luật A ",
    "constitutions": "hien phap 2013,",
    "constitution, nearly": "hiến pháp nước cộng hòa xã hội chủ nghĩa a b c d e f g ",
    "charters": "dieu le dang,",
    "rules": "Quy chế làm việc của Ban nhiệm kỳ 2020-2025 ",
    "rules, nearly": "quy che lam viec nhiem ky 2020-",
    "yearly resolutions": "Nghị quyết về nhiệm vụ năm 2023. ",
    "yearly, nearly": "Nghị quyết về nhiệm vụ nam nam nam nam nam nam nam nam ",
    # what follows a citation
    "issuers": "Chỉ thị số 05-CT/TW của Ban Thường vụ Tỉnh ",
    "long issuers": "Chỉ thị 1-a/b của Ban" + " Ab thu" * 14 + ". ",
    "meetings": "Chỉ thị 1-a/b tại hội nghị trung ương lần thứ a ban chấp hành trung ương ",
    "days, nearly": "Chỉ thị 1-a/b cùng ngày 1/1/2020 cùng của ",
    "titles": "Chỉ thị 1-a/b về ",
    "titles with ands": "Chỉ thị 1-a/b về và và và và và và và và và và ",
    "titles of blanks": "Chỉ thị 1-a/b về" + " " * 380 + "a",
    "titles with brackets": "Chỉ thị 1-a/b về (",
    "titles that go on": "Chỉ thị 1-a/b về abc ",
    "titles with verbs": "Chỉ thị số 05-CT/TW thực hiện abc ",
    "quotes that never close": "Chỉ thị 1-a/b “a ",
    "straight quotes": 'Chỉ thị 1-a/b "x ',
    # definitions
    "definitions": "gọi tắt là Quy định nêu gương ",
    "one definition": "Quy định 58-QĐ/TW (gọi tắt là Quy định nêu gương) ",
    "defined short forms": "Hướng dẫn 02 (gọi tắt là Hướng dẫn 02) ",
    # notes
    "notes": "Chỉ thị số 05-CT/TW[^1].\n\n[^1]: Hướng dẫn 02, Chỉ thị 05.\n\n",
    "notes on one line": "Chỉ thị 05-CT/TW. A.¹ ",
    "marks behind full stops": "Chỉ thị 05-CT/TW. A. B. C. D.¹\n¹ Chỉ thị 05.\n",
    "open marks": "[^",
    "raised figures": "a¹²",
    "raised figures alone": "¹\n",
    "note marks": "Hướng dẫn 02[^1] ",
    # brackets, blanks, and letters from afar
    "brackets": "((",
    "nested brackets": "Chỉ thị 1-a/b ((((((((()))))))) ",
    "blanks": "      ",
    "line ends": "\n",
    "beyond the plane": "\U0001f600",
    "Han": "漢字",
    "own number": "Số 170-BC/ĐUK\n",
}

#: the shapes whose pieces all differ, so that nothing is worked out once for all
SERIES: Final[dict[str, Callable[[int], str]]] = {
    "numbers that differ": lambda at: f"Hướng dẫn {at % 1800 + 10}. ",
    "symbols that differ": lambda at: f"Chỉ thị số {at % 9999}-CT/{_word(at).upper()}, ",
    "names that differ": lambda at: f"Quy định 58-QĐ/TW (gọi tắt là Quy định nêu {_word(at)}) ",
    "years that differ": lambda at: (
        f"Nghị quyết 09-NQ/TW năm {1900 + at % 100}. Nghị quyết 09 năm {2000 + at % 50}. "
    ),
    "terms that differ": lambda at: (
        f"Nghị quyết 09-NQ/TW khóa {'XVI'[at % 3]}{'IXV'[at // 3 % 3]}. Nghị quyết 09 khóa {'III'[: at % 3 + 1]}. "
    ),
    "issuers that differ": lambda at: (
        f"Chỉ thị 05-CT/TW của Bộ {' '.join(_word(at).upper())}, Chỉ thị 05 của Bộ {' '.join(_word(at + 1).upper())}. "
    ),
    "issuers told to short forms": lambda at: (
        f"Hướng dẫn số {at % 1800} của Ban Tổ chức Tỉnh ủy. Hướng dẫn {at % 1800}. "
    ),
    "laws with and without": lambda at: (
        f"Luật Abc {1900 + at % 100}. Luật Abc số 45/2013/QH13. Luật {_word(at).title()} 2013. "
    ),
    "congresses that differ": lambda at: (
        f"Nghị quyết Đại hội XI Đảng bộ tỉnh nhiệm kỳ 20{at % 100:02d}-20{at // 100 % 100:02d}. "
    ),
    "notes that differ": lambda at: (
        f"Chỉ thị số 05-CT/TW[^{at % 1000}].\n\n[^{at % 1000}]: Hướng dẫn 02, Chỉ thị 05.\n\n"
    ),
}

#: the shapes of which the first half asks for the second
HALVES: Final = {
    "short forms far behind": ("Chỉ thị 05-CT/TW. ", "Chỉ thị 05 của Tỉnh ủy. "),
    "short forms far before": ("Chỉ thị 05 của Tỉnh ủy. ", "Chỉ thị 05-CT/TW. "),
    "one line of marks, many notes": ("A. B. Chỉ thị 05-CT/TW.[^1] ", "\n[^1]: Chỉ thị 05."),
    "one list": ("Chỉ thị số 07-CT/TW, 05-CT/TW, " + "05-CT/TW, " * 200, "05-CT/TW, "),
}


def hostile(size: int) -> Iterator[tuple[str, str]]:
    """Every shape by its name, each about ``size`` bytes long."""
    for name, piece in PIECES.items():
        yield name, piece * max(1, size // len(piece.encode()))
    for name, make in SERIES.items():
        yield name, "".join(map(make, range(max(1, size // len(make(0).encode())))))
    for name, halves in HALVES.items():
        yield name, "".join(half * max(1, size // 2 // len(half.encode())) for half in halves)
