"""Terms with one syllable off by a mark or by a letter that sounds like it: ``kiếm điểm``, ``bổ xung``.

A slip is a pair of syllables that is no word, one of them just as in a frequent term and the
other nearly so. Where a neighbour makes a word with one of them (``xứng đáng | bộ đội``), two
words merely meet and nothing is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from build_tools.checks.finding import Finding, Spot, passages, printed
from build_tools.checks.slips import slips_in
from build_tools.checks.terms import OTHERS, TERMS
from build_tools.model import Report
from build_tools.vietnamese import fold, unify_tone_placement

_WORD: Final = re.compile(r"[^\W\d_]+")
_ALIKE: Final = (
    (re.compile("^x"), "s"), (re.compile("^tr"), "ch"), (re.compile("ng$"), "n"), (re.compile("c$"), "t"),
)  # fmt: skip
_SMALL: Final = frozenset(
    """
    sẽ đã và của các những là bị để đến tới từ cho với có không chưa còn vẫn chỉ đang được mỗi mọi này ấy
    đó thì mà nên ở tại trong ngoài trên dưới về vì do rồi lại ra vào lên xuống năm tháng ngày một hai ba bốn
    bảy tám chín mười cả hơn như rất theo tự cũng đều nếu khi sau trước bên bởi bằng gồm sắp cùng nhất bà ông
    anh chị em cô bác họ nó ta tôi ai gì nào đâu bao sao thế vậy
    """.split()  # noqa: SIM905 - a table of words reads better unquoted
)
_AROUND: Final = 3
_KNOWN: Final = TERMS | OTHERS
_CURE: Final = "Đối chiếu bản in: gõ hay đọc nhầm thì sửa; bản in đúng như vậy thì giữ và thêm lời chú [BBT: …]."


@lru_cache(maxsize=1 << 14)
def _sound(word: str) -> str:
    """The syllable without marks, letters that are mistaken for one another made one."""
    sound = fold(word)
    for pattern, letter in _ALIKE:
        sound = pattern.sub(letter, sound)
    return sound


@lru_cache(maxsize=1 << 14)
def _plain(word: str) -> str:
    return unify_tone_placement(word.lower())


def _is_unmarked(words: list[str]) -> bool:
    """Whether a text is written without marks here, as old telegrams are: that is no slip."""
    return all(map(str.isascii, words))


def _index() -> dict[tuple[str, str], list[tuple[str, str]]]:
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for term in sorted(TERMS):
        first, last = term.split()
        found[(_sound(first), _sound(last))].append((first, last))
    return dict(found)


_TERMS_BY_SOUND: Final = _index()


@dataclass(frozen=True, slots=True)
class Slip:
    """A pair of syllables, where it stands, and the term that was meant."""

    start: int
    end: int
    meant: str


@lru_cache(maxsize=4096)
def term_slips_in(text: str) -> tuple[Slip, ...]:
    """The slips of a text.

    >>> [slip.meant for slip in term_slips_in("Chi bộ kiếm điểm cuối năm, đề nghị bổ xung.")]
    ['kiểm điểm', 'bổ sung']
    >>> term_slips_in("Xứng đáng bộ đội Cụ Hồ; công tác viên chức; để kiếm điểm thưởng")
    ()
    >>> term_slips_in("hoc tap tu tuong, dao duc, phong cach Ho Chi Minh")
    ()
    """
    words = list(_WORD.finditer(text))
    plain = [_plain(word[0]) for word in words]
    sounds = [_sound(word) for word in plain]
    found = []
    for at in range(len(words) - 1):
        terms = _TERMS_BY_SOUND.get((sounds[at], sounds[at + 1]))
        if terms is None or f"{plain[at]} {plain[at + 1]}" in _KNOWN:
            continue
        if _is_unmarked(plain[max(0, at - _AROUND) : at + 2 + _AROUND]):
            continue
        if text[words[at].end() : words[at + 1].start()] != " ":
            continue
        meant = _meant(plain, at, terms)
        if meant and _stands_alone(plain, at) and _is_one_word(words, at):
            found.append(Slip(words[at].start(), words[at + 1].end(), meant))
    return tuple(found)


def _meant(plain: list[str], at: int, terms: list[tuple[str, str]]) -> str | None:
    """The term one of whose syllables stands here, the other one being no small word."""
    for first, last in terms:
        odd = plain[at + 1] if plain[at] == first else plain[at] if plain[at + 1] == last else None
        if odd is not None and odd not in _SMALL:
            return f"{first} {last}"
    return None


def _stands_alone(plain: list[str], at: int) -> bool:
    """Whether neither syllable makes a word with its other neighbour."""
    before = at > 0 and f"{plain[at - 1]} {plain[at]}" in _KNOWN
    after = at + 2 < len(plain) and f"{plain[at + 1]} {plain[at + 2]}" in _KNOWN
    return not before and not after


def _is_one_word(words: list[re.Match[str]], at: int) -> bool:
    """Whether the case is that of one word: not ``kỹ Luật``, nor a name, ``Văn Bàn``."""
    first, last = words[at][0], words[at + 1][0]
    return first.isupper() == last.isupper() and not (last[0].isupper() and not last.isupper())


def term_slips(report: Report) -> Iterator[Finding]:
    """Slips in the text, beyond the table of ``slips``."""
    for passage in passages(report):
        text = printed(passage.text)
        found = term_slips_in(text)
        if not found:
            continue
        known = [match.span() for match, _ in slips_in(text)]
        for slip in found:
            if any(start < slip.end and slip.start < end for start, end in known):
                continue
            yield Finding(
                "KHO241",
                report,
                Spot(passage, slip.start, slip.end),
                f"“{text[slip.start : slip.end]}” có lẽ là “{slip.meant}”.",
                _CURE,
            )


def front_matter_slips(report: Report) -> Iterator[Finding]:
    """Slips in the title, the place, the recipients and the signature's position."""
    metadata = report.metadata
    signed = metadata.signed
    told = [("title", metadata.title), ("place", metadata.place)]
    told += [("signed", words) for words in (signed.authority, signed.position)] if signed else []
    told += [(f"recipients.{at}", words) for at, words in enumerate(metadata.recipients)]
    for key, words in told:
        for wrong, right in _wrong(words or ""):
            yield Finding("KHO241", report, key, f"“{wrong}” có lẽ là “{right}”.", _CURE)


def _wrong(text: str) -> Iterator[tuple[str, str]]:
    known = slips_in(text)
    for match, right in known:
        yield match[0], right
    for slip in term_slips_in(text):
        if not any(match.start() < slip.end and slip.start < match.end() for match, _ in known):
            yield text[slip.start : slip.end], slip.meant
