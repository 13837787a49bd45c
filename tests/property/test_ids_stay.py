"""Ids and addresses over time: whatever is added or taken away, no link changes its meaning.

A citation's id may improve (bare to term to year), or fall back to the address that several
documents share and that lists the former one. It never turns to another document.
"""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.archive import Archive
from build_tools.identifiers import DirectiveId
from tests.property.archives import archive_of, entries, reports

THOROUGH = settings(
    max_examples=400,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def target(archive: Archive, directive_id: str) -> str | None:
    """Where the address of an id leads; None when it is dead."""
    moved = {redirect.origin: redirect.target for redirect in archive.redirects}
    if directive_id in archive.directives:
        return directive_id
    place = moved.get(f"van-ban/{directive_id}/")
    return place and place.removeprefix("van-ban/").rstrip("/")


def meaning(archive: Archive, directive_id: str) -> set[str]:
    """Every document that a reader of an address may find there."""
    place = target(archive, directive_id)
    if place is None:
        return set()
    links = archive.backlinks.get(place, ())
    return {
        place,
        *archive.namesakes(place),
        *(c for one in links for c in one.resolution.candidates),
    }


def keeps_its_document(before: str, after: str, archive: Archive) -> bool:
    """Whether a citation that meant ``before`` may mean ``after`` in the later archive."""
    return after in meaning(archive, before) or target(archive, before) in meaning(archive, after)


def same(one: Archive, other: Archive) -> bool:
    return (
        dict(one.resolutions) == dict(other.resolutions)
        and list(one.directives) == list(other.directives)
        and set(one.redirects) == set(other.redirects)
    )


@THOROUGH
@given(reports, entries, st.randoms(use_true_random=False))
def test_the_order_of_files_and_entries_never_matters(written, known, random):
    shuffled, mixed = list(written), list(known)
    random.shuffle(shuffled)
    random.shuffle(mixed)
    assert same(archive_of(written, known), archive_of(shuffled, mixed))


@THOROUGH
@given(reports, entries)
def test_one_more_report_turns_no_citation_to_another_document(written, known):
    before, after = archive_of(written[1:], known), archive_of(written, known)
    for report in written[1:]:
        pairs = zip(before.resolutions[report.key], after.resolutions[report.key], strict=True)
        for old, new in pairs:
            assert keeps_its_document(old.id, new.id, after), (old, new)


@THOROUGH
@given(reports, entries)
def test_one_report_less_turns_no_citation_to_another_document(written, known):
    before, after = archive_of(written, known), archive_of(written[1:], known)
    for report in written[1:]:
        pairs = zip(before.resolutions[report.key], after.resolutions[report.key], strict=True)
        for old, new in pairs:
            assert keeps_its_document(new.id, old.id, before), (old, new)


@THOROUGH
@given(reports, entries)
def test_one_more_entry_turns_no_citation_to_another_document(written, known):
    before, after = archive_of(written, known[1:]), archive_of(written, known)
    for report in written:
        pairs = zip(before.resolutions[report.key], after.resolutions[report.key], strict=True)
        for old, new in pairs:
            assert keeps_its_document(old.id, new.id, after), (old, new)


@THOROUGH
@given(reports, entries)
def test_no_address_dies_or_changes_its_meaning_when_a_report_or_an_entry_is_added(written, known):
    after = archive_of(written, known)
    for before in (archive_of(written[1:], known), archive_of(written, known[1:])):
        for key in before.directives:
            assert target(after, key) is not None, key
        for redirect in before.redirects:
            old = redirect.origin.removeprefix("van-ban/").rstrip("/")
            once = redirect.target.removeprefix("van-ban/").rstrip("/")
            assert meaning(after, once) & meaning(after, old), redirect


@THOROUGH
@given(reports, entries)
def test_no_citation_means_a_document_of_another_number_or_a_later_day(written, known):
    archive = archive_of(written, known)
    for report in written:
        for citation, found in zip(report.citations, archive.resolutions[report.key], strict=True):
            parsed, mention = DirectiveId.parse(found.id), citation.mention
            assert parsed.is_named or parsed.number == mention.number
            if mention.year is not None and parsed.year is not None:
                assert mention.year == parsed.year
            if mention.year is None and parsed.year is not None:
                told = any(
                    other.mention.year == parsed.year for other in report.citations
                )  # a year of its own paper counts even after the report's day
                assert told or parsed.year <= report.metadata.quarter.year + 1


@THOROUGH
@given(reports, entries)
def test_every_candidate_is_another_document_with_a_page(written, known):
    archive = archive_of(written, known)
    for found in (one for paper in archive.resolutions.values() for one in paper):
        assert found.id in archive.directives
        assert found.id not in found.candidates
        assert set(found.candidates) <= archive.directives.keys()


@THOROUGH
@given(reports, entries)
def test_an_address_lists_only_documents_that_its_words_can_mean(written, known):
    archive = archive_of(written, known)
    for key in archive.directives:
        for other in archive.namesakes(key):
            less, more = DirectiveId.parse(key), DirectiveId.parse(other)
            same_number = (less.code, less.number) == (more.code, more.number)
            assert other.startswith(f"{key}-") if less.is_named else same_number, (key, other)
    for redirect in archive.redirects:
        old, new = (part.split("/")[1] for part in (redirect.origin, redirect.target))
        before, after = DirectiveId.parse(old), DirectiveId.parse(new)
        if before.is_named or after.is_named:
            assert new.startswith(f"{old}-"), redirect
        else:
            assert (before.code, before.number) == (after.code, after.number), redirect
