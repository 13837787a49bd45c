"""Every rule of the checks, in one list; a new rule is one module and one line here."""

from __future__ import annotations

from typing import Final

from build_tools.checks import (
    cumulative,
    days,
    headings,
    letters,
    magnitudes,
    membership,
    note_sums,
    notes_order,
    pairs,
    parts,
    periods,
    personal_numbers,
    persons,
    ratios,
    repeats,
    secrecy,
    series,
    shares,
    slips,
    table_sums,
    targets,
    unwritten,
)
from build_tools.checks.rule import ArchiveRule, ReportRule

REPORT_RULES: Final = (
    ReportRule("secrecy", secrecy.secrecy_marks),
    ReportRule("personal-numbers", personal_numbers.personal_numbers),
    ReportRule("private-persons", persons.private_persons),
    ReportRule("heading-numbers", headings.gaps_in_numbers),
    ReportRule("heading-areas", headings.headings_without_area),
    ReportRule("heading-quarters", headings.quarters_in_headings),
    ReportRule("notes-order", notes_order.marks_out_of_order),
    ReportRule("days-impossible", days.impossible),
    ReportRule("days-impossible-cited", days.impossible_in_citations),
    ReportRule("days-after", days.after_the_report),
    ReportRule("anniversaries", days.anniversaries),
    ReportRule("weekdays", days.weekdays),
    ReportRule("periods", periods.reversed_periods),
    ReportRule("year-in-number", periods.year_in_number),
    ReportRule("parts", parts.parts_and_total),
    ReportRule("note-sums", note_sums.note_and_sentence),
    ReportRule("percent-of-fraction", ratios.percent_of_fraction),
    ReportRule("part-above-whole", ratios.part_above_whole),
    ReportRule("shares", shares.shares),
    ReportRule("rates-of-parts", shares.rates_of_parts),
    ReportRule("targets", targets.target_reached),
    ReportRule("table-sums", table_sums.table_sums),
    ReportRule("cumulative-own", cumulative.below_own_quarter),
    ReportRule("membership", membership.members_at_the_end),
    ReportRule("welfare", magnitudes.welfare_in_billions),
    ReportRule("budget", magnitudes.paid_above_collected),
    ReportRule("unclosed", pairs.unclosed),
    ReportRule("known-slips", slips.known_slips),
    ReportRule("twins", letters.twins),
    ReportRule("no-syllables", letters.no_syllables),
    ReportRule("doubled-words", repeats.doubled_words),
    ReportRule("stray-blanks", repeats.stray_blanks),
    ReportRule("unwritten", unwritten.unwritten),
)
ARCHIVE_RULES: Final = (
    ArchiveRule("cumulative-falling", cumulative.falling_in_a_year),
    ArchiveRule("numbers-unique", series.numbers_are_unique),
    ArchiveRule("numbers-rise", series.numbers_rise),
    ArchiveRule("one-a-quarter", series.one_report_a_quarter),
)
