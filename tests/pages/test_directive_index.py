"""The index of directives: whole as a list, with what the filters of a browser compare."""

from __future__ import annotations

import pytest

from build_tools.pages.directive_index import UNKNOWN_VALUE, DirectivesView, directive_index


@pytest.fixture(scope="module")
def view(sample_archive) -> DirectivesView:
    return directive_index(sample_archive).view


@pytest.fixture(scope="module")
def items(view):
    return [item for group in view.groups for item in group.items]


def test_every_directive_stands_once_under_its_type(sample_archive, view, items):
    listed = [entry.item.address for entry in items]
    assert sorted(listed) == sorted(f"van-ban/{key}/" for key in sample_archive.directives)
    assert view.registered + view.unregistered == len(listed)
    for group in view.groups:
        assert {entry.item.type for entry in group.items} == {group.type}
        assert {entry.type for entry in group.items} == {group.slug}


@pytest.mark.parametrize(
    ("choices", "fits"),
    [
        ("types", lambda entry, value: entry.type == value),
        ("issuers", lambda entry, value: entry.issuer == value),
        ("years", lambda entry, value: entry.year == value),
        (
            "cited",
            lambda entry, value: (
                entry.item.count >= int(value) if value != "0" else entry.item.count == 0
            ),
        ),
    ],
)
def test_a_choice_says_how_many_it_leaves(view, items, choices, fits):
    options = getattr(view, choices)
    assert options
    for option in options:
        left = sum(fits(entry, option.value) for entry in items)
        assert left > 0
        assert option.label.endswith(f"({left})")


@pytest.mark.parametrize("choices", ["issuers", "years"])
def test_what_nobody_knows_is_a_choice_of_its_own_and_comes_last(view, choices):
    *known, unknown = getattr(view, choices)
    assert unknown.value == UNKNOWN_VALUE
    assert unknown.label.startswith("không rõ (")
    assert UNKNOWN_VALUE not in {option.value for option in known}


def test_an_unknown_issuer_is_told_in_the_reports_own_words_and_not_guessed(items):
    unknown = [entry for entry in items if entry.item.issuer is None]
    assert unknown
    assert all(entry.issuer == UNKNOWN_VALUE for entry in unknown)
    told = {entry.item.name: entry.issuer_words for entry in unknown}
    assert told["Hướng dẫn số 36-HD/VPTW"] == "Văn phòng Trung ương Đảng"
    assert told["Kế hoạch số 63-KH/ĐUKCQ"] is None


def test_days_compare_as_texts_and_a_lone_year_stands_for_its_beginning(items):
    days = {entry.item.address: entry.day for entry in items}
    assert days["van-ban/ct-05-tw-2016/"] == "2016-05-15"
    assert days["van-ban/hd-14-btctu-2022/"] == "2022"
    assert days["van-ban/nq-12-tu/"] == ""


def test_numbers_of_a_type_stand_in_order_and_names_without_number_last(view):
    for group in view.groups:
        numbers = [entry.number for entry in group.items]
        numbered = [number for number in numbers if number]
        assert numbers == sorted(numbered) + [0] * (len(numbers) - len(numbered))
