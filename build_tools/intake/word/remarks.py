"""What an editor is told of things a Word file holds and a report file cannot."""

from __future__ import annotations

from build_tools.intake.word.printed import Remark
from build_tools.problems import Severity

HIDDEN = "chữ ẩn"


def hidden(text: str) -> Remark:
    """Text that Word keeps and does not print."""
    return Remark(
        "KHO727",
        Severity.WARNING,
        f"Đã bỏ chữ ẩn, không hiện trên bản in: “{text[:80]}”.",
        "Bản in có chữ này thì chép lại; trong Word bấm Ctrl+Shift+8 để thấy chữ ẩn.",
    )


def comment(author: str, text: str) -> Remark:
    """A comment in the margin."""
    return Remark(
        "KHO727",
        Severity.WARNING,
        f"Đã bỏ lời bình{f' của {author}' if author else ''} bên lề: “{text[:80]}”.",
        "Lời bình không thuộc văn bản; xem người viết có còn điều gì chưa sửa vào bài không.",
    )


def page_head(text: str) -> Remark:
    """Words at the head or foot of every page."""
    return Remark(
        "KHO727",
        Severity.WARNING,
        f"Đã bỏ chữ ở đầu trang hoặc chân trang: “{text[:80]}”.",
        "Nếu số ký hiệu, ngày hay tên cơ quan nằm ở đó thì điền vào phần khai báo.",
    )


def unmarked_note(text: str) -> Remark:
    """A note that nothing in the text points at; Word does not print it."""
    return Remark(
        "KHO727",
        Severity.WARNING,
        f"Đã bỏ một chú thích không có dấu nào trong bài: “{text[:80]}”.",
        "Bản in có chú thích này thì thêm dấu và lời chú thích.",
    )


def picture(number: int, described: str) -> Remark:
    """A picture saved beside the report."""
    said = f"Word ghi: “{described[:80]}”. " if described else ""
    return Remark(
        "KHO728",
        Severity.WARNING,
        f"Hình {number} cần lời mô tả cho người không nhìn thấy hình.",
        f"{said}Thay chữ “Cần mô tả hình {number}” bằng một câu nói hình cho biết gì; "
        "hình chỉ để trang trí thì xóa cả dòng.",
    )


def lost_picture(what: str) -> Remark:
    """A drawing that cannot be taken out of the file."""
    return Remark(
        "KHO728",
        Severity.ERROR,
        f"{what} không chuyển sang được.",
        "Mở bằng Word, chụp hoặc lưu thành hình PNG, hay chép số liệu thành bảng, rồi thêm vào đúng chỗ.",
    )


def text_box() -> Remark:
    """Text in a box that floats on the page."""
    return Remark(
        "KHO729",
        Severity.WARNING,
        "Chữ này nằm trong khung rời trên trang; đã đặt sau đoạn mà khung gắn vào.",
        "Đối chiếu bản in và chuyển về đúng chỗ.",
    )


def merged_cells() -> Remark:
    """A table whose cells are merged or hold tables."""
    return Remark(
        "KHO729",
        Severity.WARNING,
        "Bảng có ô gộp hoặc bảng lồng trong ô; chữ nằm ở ô đầu, các ô còn lại để trống.",
        "Đối chiếu từng hàng với bản in.",
    )


def old_font(alphabet: str, text: str) -> Remark:
    """Text converted from an alphabet older than Unicode."""
    return Remark(
        "KHO729",
        Severity.WARNING,
        f"Phông chữ cũ {alphabet}: đã chuyển sang Unicode từ đoạn này, đọc là “{text[:60]}”.",
        "Đọc lướt vài dòng, nhất là chữ hoa; sai thì xem phông của chữ ấy trong Word.",
        once=alphabet,
    )


def unknown_symbol(code: str, font: str) -> Remark:
    """A character of a picture font that is not in the tables."""
    return Remark(
        "KHO729",
        Severity.ERROR,
        f"Không biết ký tự {code} của phông {font or '(không tên)'} in ra gì.",
        "Xem bản in và thay dấu � bằng ký tự đúng.",
    )


def volatile(text: str) -> Remark:
    """A date that Word sets anew each time."""
    return Remark(
        "KHO729",
        Severity.WARNING,
        f"“{text[:60]}” do Word tự điền, đổi theo ngày mở tệp.",
        "Đối chiếu ngày này với bản in.",
    )


def struck(text: str) -> Remark:
    """Text printed with a line through it."""
    return Remark(
        "KHO729",
        Severity.WARNING,
        f"Chữ bị gạch ngang vẫn được giữ: “{text[:60]}”.",
        "Bản in có gạch thì hỏi nơi ban hành chữ ấy còn hiệu lực không.",
    )


def formula() -> Remark:
    """A formula written out on one line."""
    return Remark(
        "KHO729",
        Severity.WARNING,
        "Công thức được viết lại trên một dòng.",
        "Đối chiếu với bản in.",
    )


def renumbered(mark: str, label: str) -> Remark:
    """A note whose printed mark could not be kept."""
    return Remark(
        "KHO729",
        Severity.WARNING,
        f"Chú thích in là “{mark}” được ghi số {label}: một báo cáo chỉ có một dãy số chú thích.",
        "Không cần sửa; bài có nhắc tới số chú thích cũ thì đối chiếu lại.",
        once="renumbered",
    )


def empty_number(label: str) -> Remark:
    """A number or bullet before nothing."""
    return Remark(
        "KHO729",
        Severity.WARNING,
        f"Đã bỏ số thứ tự “{label}” của một đoạn trống.",
        "Xem bản in ở đó có chữ nào không.",
    )


def not_understood(text: str) -> Remark:
    """Text in a construct that the reader does not know."""
    return Remark(
        "KHO729",
        Severity.ERROR,
        f"Chữ nằm trong phần của Word mà bộ đọc không hiểu, đã bỏ: “{text[:80]}”.",
        "Tìm chữ này trong Word rồi chép vào đúng chỗ của báo cáo.",
    )


def rebuilt_pages() -> Remark:
    """Lines put together from the places of words on the pages of a PDF."""
    return Remark(
        "KHO729",
        Severity.WARNING,
        "Đọc từ PDF: dòng, đoạn và chú thích dựng lại từ vị trí chữ trên trang.",
        "Có tệp Word của báo cáo này thì nhập tệp Word; không có thì đối chiếu kỹ chỗ sang trang và bảng.",
    )
