"""Entries put into a file that editors wrote: nothing of theirs is lost or moved."""

from __future__ import annotations

import pytest

from build_tools.problems import Problems
from build_tools.registry.insertion import Renaming, inserted, renamed
from build_tools.registry.reader import value_places
from build_tools.strict_yaml import Items, read_yaml

NEW = "- id: ct-21-tw-2023\n  type: chi-thi\n"


def put(text: str) -> str:
    return inserted(text, [("ct-21-tw-2023", NEW)])


def better(text: str, old: str, new: str) -> str:
    """The file after one entry got a better id, with the places that reading it gave."""
    node = read_yaml(text, "directives.yml", Problems())
    assert isinstance(node, Items)
    for item in node.items:
        places = value_places(item)
        if places["id"].source and old in places["id"].source:
            return renamed(text, [Renaming(old, new, places["id"], places.get("same_as"))])
    raise AssertionError(old)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", NEW, id="an empty file"),
        pytest.param("# Lời dặn.\n[]\n", f"# Lời dặn.\n\n{NEW}", id="an empty list under a remark"),
        pytest.param(
            "# Lời dặn.\n- id: nq-29-tw-k11\n", f"# Lời dặn.\n{NEW}\n- id: nq-29-tw-k11\n",
            id="before the first entry, under the file's own remark",
        ),
        pytest.param(
            "- id: ct-05-tw\n\n# về nghị quyết\n- id: nq-29-tw-k11\n",
            f"- id: ct-05-tw\n\n{NEW}\n# về nghị quyết\n- id: nq-29-tw-k11\n",
            id="a remark stays with the entry under it",
        ),
        pytest.param(
            "- id: ct-05-tw\n- id: nq-29-tw-k11\n", f"- id: ct-05-tw\n{NEW}- id: nq-29-tw-k11\n",
            id="no empty lines where the editors leave none",
        ),
        pytest.param(
            "- id: nq-29-tw-k11\n- id: ct-05-tw\n", f"- id: nq-29-tw-k11\n- id: ct-05-tw\n{NEW}",
            id="at the end where the file has an order of its own",
        ),
    ],
)  # fmt: skip
def test_a_new_entry_stands_where_its_id_belongs(before, after):
    assert put(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "- id: nq-29-tw-k11  # đã đối chiếu\n  term: XI\n",
            "- id: nq-29-tw-2013  # đã đối chiếu\n  same_as: [nq-29-tw-k11]\n  term: XI\n",
            id="no list yet",
        ),
        pytest.param(
            "- id: nq-29-tw-k11\n  same_as: [nq-tw8-k11]  # tên gọi\n",
            "- id: nq-29-tw-2013\n  same_as: [nq-29-tw-k11, nq-tw8-k11]  # tên gọi\n",
            id="a list on one line",
        ),
        pytest.param(
            "- id: nq-29-tw-k11\n  same_as: []\n",
            "- id: nq-29-tw-2013\n  same_as: [nq-29-tw-k11]\n",
            id="an empty list",
        ),
        pytest.param(
            "- id: nq-29-tw-k11\n  same_as: null  # chưa có\n",
            "- id: nq-29-tw-2013\n  same_as: [nq-29-tw-k11]  # chưa có\n",
            id="no list, said so",
        ),
        pytest.param(
            "- id: nq-29-tw-k11\n  same_as:\n    - nq-tw8-k11\n",
            "- id: nq-29-tw-2013\n  same_as:\n    - nq-29-tw-k11\n    - nq-tw8-k11\n",
            id="a list of lines",
        ),
        pytest.param(
            '- {id: "nq-29-tw-k11", term: XI, same_as: [nq-tw8-k11]}\n',
            '- {id: "nq-29-tw-2013", term: XI, same_as: [nq-29-tw-k11, nq-tw8-k11]}\n',
            id="an entry on one line",
        ),
        pytest.param(
            "- {id: nq-29-tw-k11, term: XI}\n",
            "- {id: nq-29-tw-2013, same_as: [nq-29-tw-k11], term: XI}\n",
            id="an entry on one line without a list",
        ),
    ],
)
def test_a_better_id_keeps_the_old_one_as_another_name(before, after):
    assert better(before, "nq-29-tw-k11", "nq-29-tw-2013") == after
    node = read_yaml(after, "directives.yml", Problems())
    assert isinstance(node, Items)
