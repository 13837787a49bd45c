"""``kho check --explain``: what a code means, in the words of the editors' page."""

from __future__ import annotations

from build_tools.checks.explaining import explain


def test_a_code_is_explained_with_a_case_that_fires_and_one_that_does_not(project):
    told, known = explain("KHO232", project)
    assert known
    for words in ("KHO232", "Mức: cảnh báo", "Cách sửa:", "Báo, ví dụ:", "Không báo, ví dụ:"):
        assert words in told


def test_case_and_a_missing_prefix_are_forgiven(project):
    assert explain("kho404", project) == explain("404", project) == explain("KHO404", project)


def test_an_unknown_code_names_codes_near_it(project):
    told, known = explain("KHO235x", project)
    assert not known
    assert "KHO235:" in told
    assert "không phải là mã" in explain("xyz", project)[0]


def test_the_command_prints_it_and_ends_with_two_for_an_unknown_code(kho):
    done = kho("check", "--explain", "KHO106")
    assert (done.returncode, done.stdout.split("\n")[0]) == (0, "KHO106")
    assert kho("check", "--explain", "KHO999").returncode == 2
