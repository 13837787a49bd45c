"""Files that are refused: hostile, locked, broken, unfinished, or not what their name says."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from intake_word.reading import NAME, refused
from intake_word.word_file import PNG, cell, docx, entries, field, mark, note, p, packed, run, table

from build_tools.intake.word import document, zip_guard
from build_tools.intake.word.reader import read_word
from build_tools.problems import Problems

PLAIN = p("Nội dung.")
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "hahaha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><x>&c;</x>'
)


def with_entries(**more: bytes) -> bytes:
    named = {
        key.replace("__", "/").replace("_xml", ".xml"): content for key, content in more.items()
    }
    return packed({**entries(PLAIN), **named})


class TestKind:
    @pytest.mark.parametrize(
        ("raw", "said"),
        [
            (b"%PDF-1.7 ...", "tệp PDF"),
            (b"{\\rtf1 ...", "tệp RTF"),
            (b"<html>...", "trang web"),
            (PNG, "tệp hình PNG"),
            (b"MZ...", "một chương trình"),
            ("Báo cáo quý".encode(), "không nhận ra"),
        ],
    )
    def test_a_file_that_is_not_what_its_name_says(self, raw: bytes, said: str):
        problem = refused(raw)
        assert problem.code == "KHO720"
        assert said in problem.message

    def test_an_empty_file(self):
        assert refused(b"").code == "KHO722"

    def test_an_old_word_file_with_the_new_ending(self):
        raw = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
        assert "đổi đuôi tệp thành .doc" in refused(raw).hint

    def test_a_zip_that_is_no_word_file(self):
        assert refused(packed({"ghi-chu.txt": b"x"})).code == "KHO720"

    def test_the_strict_dialect(self):
        found = entries(PLAIN)
        strict = found["_rels/.rels"].replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006",
            b"http://purl.oclc.org/ooxml/officeDocument",
        )
        problem = refused(packed({**found, "_rels/.rels": strict}))
        assert problem.code == "KHO720"
        assert "Save As" in problem.hint


class TestLocked:
    def test_a_file_with_a_password(self):
        raw = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
        assert refused(raw).code == "KHO721"

    def test_a_zip_with_a_password(self):
        raw = bytearray(docx(PLAIN))
        at = raw.index(b"PK\x01\x02")
        raw[at + 8] |= 1
        assert refused(bytes(raw)).code == "KHO721"


class TestBroken:
    @pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
    def test_a_file_cut_off(self, share: float):
        raw = docx(PLAIN * 50)
        assert refused(raw[: int(len(raw) * share)]).code == "KHO722"

    def test_xml_that_is_not_whole(self):
        assert refused(with_entries(word__document_xml=b"<w:document>")).code == "KHO722"

    def test_a_part_that_is_missing(self):
        found = entries(PLAIN)
        del found["word/document.xml"]
        assert refused(packed(found)).code == "KHO722"

    def test_a_relationship_that_points_nowhere(self):
        raw = docx(PLAIN, relationships=[("rId5", "image", "media/khong-co.png")])
        assert refused(raw).code == "KHO722"

    def test_elements_nested_a_thousand_deep(self):
        deep = "<w:sdt><w:sdtContent>" * 1000 + PLAIN + "</w:sdtContent></w:sdt>" * 1000
        assert refused(docx(deep)).code == "KHO722"

    def test_fields_nested_without_end(self):
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        assert refused(docx(p(begin * 60))).code == "KHO722"

    def test_tables_nested_without_end(self):
        inner = PLAIN
        for _ in range(25):
            inner = table((cell(inner), "x"), ("a", "b"))
        assert refused(docx(inner)).code == "KHO722"

    def test_no_body(self):
        body = entries(PLAIN)["word/document.xml"]
        empty = body[: body.index(b"<w:body>")] + b"</w:document>"
        assert refused(with_entries(word__document_xml=empty)).code == "KHO722"

    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def test_any_damage_is_a_sentence_and_never_a_traceback(self, data: st.DataObject):
        raw = bytearray(docx(PLAIN * 3, parts={"styles": "", "footnotes": ""}))
        for _ in range(data.draw(st.integers(1, 6))):
            raw[data.draw(st.integers(4, len(raw) - 1))] = data.draw(st.integers(0, 255))
        problems = Problems()
        manuscript = read_word(bytes(raw), NAME, problems)
        assert (manuscript is None) == (len(problems) == 1)

    @settings(max_examples=60, deadline=None)
    @given(st.binary(max_size=200))
    def test_any_bytes_are_refused_in_a_sentence(self, raw: bytes):
        refused(b"PK\x03\x04" + raw)


class TestBombs:
    def test_an_entry_packed_too_densely(self):
        started = time.monotonic()
        problem = refused(with_entries(word__media__x=bytes(60_000_000)))
        assert problem.code == "KHO723"
        assert "bom nén" in problem.message
        assert time.monotonic() - started < 10

    def test_too_much_in_all(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(zip_guard, "MAX_TOTAL", 5_000)
        assert "giải nén ra" in refused(docx(p(*map(str, range(2_000))))).message

    def test_too_many_entries(self):
        raw = packed(entries(PLAIN) | {f"x{at}": b"" for at in range(zip_guard.MAX_ENTRIES)})
        assert "mục nén" in refused(raw).message

    def test_too_long_a_text(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(zip_guard, "MAX_XML", 5_000)
        assert refused(docx(p(*map(str, range(2_000))))).code == "KHO723"

    def test_a_text_of_many_hundred_pages(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(document, "MAX_LETTERS", 5_000)
        problem = refused(docx(p("báo cáo " * 1_000)))
        assert problem.code == "KHO723"
        assert "nghìn ký tự" in problem.message

    def test_more_notes_than_a_report_can_number(self):
        start = '<w:footnotePr><w:numStart w:val="10000"/></w:footnotePr>'
        raw = docx(p("A", mark(1)), parts={"footnotes": note(1, "Một."), "settings": start})
        assert refused(raw).code == "KHO723"

    def test_a_table_of_contents_that_lies_about_a_size(self):
        found = entries(PLAIN) | {"word/media/x": bytes(9_000_000)}
        raw = bytearray(packed(found))
        at = raw.rindex(b"PK\x01\x02")
        raw[at + 24 : at + 28] = (10).to_bytes(4, "little")
        assert refused(bytes(raw)).code == "KHO722"

    @pytest.mark.parametrize("name", ["../x", "/etc/x", "C:/x", "a/../../x", "a\\b", "a\x01b"])
    def test_names_that_lead_out_of_the_file(self, name: str):
        stream = io.BytesIO(docx(PLAIN))
        with zipfile.ZipFile(stream, "a") as archive:
            entry = zipfile.ZipInfo("x")
            entry.filename = name
            archive.writestr(entry, b"x")
        assert refused(stream.getvalue()).code == "KHO723"

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_two_entries_of_one_name(self):
        stream = io.BytesIO(docx(PLAIN))
        with zipfile.ZipFile(stream, "a") as archive:
            archive.writestr("word/document.xml", b"<x/>")
        assert "hai mục cùng tên" in refused(stream.getvalue()).message


class TestActive:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_entities_whatever_the_encoding(self, encoding: str):
        laughs = LAUGHS.replace("?>", f' encoding="{encoding}"?>', 1).encode(encoding)
        problem = refused(with_entries(word__extra_xml=laughs))
        assert problem.code == "KHO724"
        assert "thực thể XML" in problem.message

    def test_an_entity_that_reads_a_file_of_this_machine(self):
        theft = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'
        assert refused(with_entries(word__document_xml=theft)).code == "KHO724"

    def test_macros_by_content_and_by_name(self):
        assert refused(docx(PLAIN, media={"vbaProject.bin": b"x"})).code == "KHO724"
        assert (
            refused(
                docx(PLAIN, main_type="application/vnd.ms-word.document.macroEnabled.main+xml")
            ).code
            == "KHO724"
        )
        assert refused(docx(PLAIN), "bao-cao.docm").code == "KHO724"

    @pytest.mark.parametrize(
        ("kind", "target", "said"),
        [
            ("attachedTemplate", "http://vi-du.invalid/mau.dotm", "mẫu (template)"),
            ("image", "https://vi-du.invalid/anh.png", "hình"),
            ("oleObject", "file:///C:/so-lieu.xlsx", "đối tượng liên kết"),
            ("frame", "http://vi-du.invalid/", "nội dung"),
        ],
    )
    def test_what_comes_from_elsewhere(self, kind: str, target: str, said: str):
        problem = refused(docx(PLAIN, relationships=[("rId9", kind, target)]))
        assert problem.code == "KHO724"
        assert said in problem.message
        assert target in problem.message

    @pytest.mark.parametrize("kind", ["oleObject", "package", "control", "aFChunk", "subDocument"])
    def test_files_carried_inside(self, kind: str):
        raw = docx(
            PLAIN,
            relationships=[("rId9", kind, "embeddings/x.bin")],
            media={"embeddings/x.bin": b"x"},
        )
        assert refused(raw).code == "KHO724"

    def test_links_that_a_reader_would_have_to_click_are_harmless(self):
        raw = docx(PLAIN, relationships=[("rId9", "hyperlink", "https://vi-du.invalid/")])
        assert read_word(raw, NAME, Problems()) is not None

    @pytest.mark.parametrize(
        "instruction",
        [
            "INCLUDETEXT http://vi-du.invalid/a.docx",
            "DDEAUTO c:\\\\a",
            'LINK Excel.Sheet.8 "a.xlsx"',
        ],
    )
    def test_fields_that_fetch(self, instruction: str):
        problem = refused(docx(p(field(instruction, "5"))))
        assert problem.code == "KHO724"
        assert instruction.partition(" ")[0] in problem.message


class TestPending:
    @pytest.mark.parametrize(
        ("change", "said"),
        [
            (
                '<w:ins w:author="Lê Văn Thử">' + run("thêm") + "</w:ins>",
                "1 thêm) của Lê Văn Thử, đầu tiên: “thêm”",
            ),
            ("<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>", "1 xóa), đầu tiên: “bỏ”"),
            (
                "<w:moveFrom>" + run("đi") + "</w:moveFrom><w:moveTo>" + run("đi") + "</w:moveTo>",
                "2 thay đổi",
            ),
        ],
    )
    def test_changes_that_nobody_has_accepted(self, change: str, said: str):
        problem = refused(docx(p("Đạt ", change)))
        assert problem.code == "KHO725"
        assert said in problem.message
        assert "Track Changes" in problem.hint

    def test_a_paragraph_whose_end_is_deleted(self):
        assert refused(docx(p("Đạt", properties="<w:rPr><w:del/></w:rPr>"))).code == "KHO725"

    def test_changes_in_a_footnote(self):
        found = '<w:footnote w:id="1"><w:p><w:ins>' + run("thêm") + "</w:ins></w:p></w:footnote>"
        assert refused(docx(PLAIN, parts={"footnotes": found})).code == "KHO725"

    def test_a_changed_look_alone_does_not_matter(self):
        raw = docx(p(run("Đạt", "<w:b/><w:rPrChange><w:rPr/></w:rPrChange>")))
        assert read_word(raw, NAME, Problems()) is not None
