"""Syllables that rightly stand twice: ``dần dần`` is a word, and in ``cơ quan quan tâm`` two words meet.

A syllable of Vietnamese can end one word and begin the next, so doubling alone proves no slip.
It is right only where the syllable before makes a word with it; those words are few enough to
list by their last syllable.
"""

from __future__ import annotations

from typing import Final

_WORDS: Final = frozenset(
    """
    ai ầm ba bảy bốn bừng chan chằm chín chốn chung chuyên con cười dần dập dân đau đầy đêm đều đời đùng
    đông đôi đủ điều gần giờ gọi hai hàng hay hằng hết hiu hừng hơi hơn im khăng khắp khe khư lâu
    làng lắc lần len lo luôn mãi mau mẹ mong mười nằng năm nao này ngày ngấm nghiêm người nhà nhan
    nhẹ nho nhỏ nhanh nơi ôm phăng phơi rành rằng rất răm rầm ríu rưng sáu san sáng sát sôi suốt
    tám tan tăm tầm thăm thao theo thẳm thẳng thật thi thoang thon thường tít trăm trùng
    từ tưng tuần tháng vành vanh vân vèo song chuồn cào châu chôm chầm chốc đa le rào sơ ngang lâng đăm trừng vui vừa xa xanh xinh xoay xôn xuân y ngay nhăm nhắc khít
    """.split()  # noqa: SIM905 - a table of words reads better unquoted
)
_ENDINGS: Final = """
    quan: cơ liên tham hải; viên: đảng đoàn hội ủy nhân giáo công thành chuyên sinh diễn biên tuyên học;
    hộ: ủng bảo căn phù; hình: mô tình địa loại truyền điển; nhân: doanh cá công nguyên nạn bệnh quân danh
    tư thân pháp chứng; thức: hình công tri nhận kiến phương chính ý; công: thành thi gia thủ phân khởi
    kỳ dân; tác: công hợp canh cộng sáng; hành: thi thực ban chấp điều phát tiến thì vận đồng song lưu;
    lý: quản xử tâm đạo hợp pháp đại vật thanh chân nguyên quản; sinh: học phát nảy vệ hy dân giáo
    ký nghiệp y sản an thí; trình: chương công quy quá tờ tiến giáo lịch lộ; định: quy quyết xác nhất ổn
    khẳng nghị chỉ giám nhận hiệp thẩm dự; hiện: thực thể xuất biểu phát; chính: tài hành bưu cải chỉnh;
    dân: nhân công nông ngư cư quốc toàn; động: hoạt lao vận hành tác huy chủ biến lưu phát cử cổ năng
    tự; đồng: hợp hội cộng tương; tế: kinh thực y quốc cứu tinh; sản: tài hải thủy lâm nông bất cộng
    khoáng di đặc; phương: địa đối đơn song đa; cao: nâng đề tối; vụ: nhiệm dịch chức nghiệp nghĩa
    thời phục công sự; bộ: cán tiến chi đảng toàn nội đồng triển cục; hội: xã đại quốc cơ lễ; đội: bộ quân
    tập đồng; nghiệp: sự doanh công nông lâm tốt chuyên; nghị: hội đề kiến; quyết: nghị giải biểu kiên;
    luật: kỷ pháp; tra: kiểm thanh điều rà; sát: giám khảo cảnh quan; đạo: lãnh chỉ nhân; đào tạo: ;
    tạo: đào chế cải sáng cấu; dục: giáo thể; lập: thành thiết độc đối công; tổ: ; chức: tổ viên công cách
    chấm từ; bảo: đảm; quyền: chính bản chủ thẩm; kết: liên đoàn tổng cam sơ đúc; hợp: phối tổng kết
    liên phù tích trường; tế xã: ; học: khoa đại văn toán trung tin; văn: nhân; nhiệm: trách đảm bổ;
    trách: phụ khiển; tiêu: chỉ mục; chỉ: tiêu địa; đầu: bắt đứng dẫn ban; tư: đầu vật vốn; thu: tiếp;
    dự: tham; án: dự đề phương thi; kiến: ý sáng dự; ý: chú góp đồng; nguyện: tình; sự: thời nhân
    dân hình; lực: năng nhân nỗ động thế nguồn; lượng: chất số lực năng khối; chất: phẩm vật tính; tính:
    giới; mục: đề hạng tiết; phong: tác; trào: phong; thi: kỳ dự hội thực; đua: thi; thưởng: khen;
    giá: đánh; trị: chính; tưởng: tư lý; tuyên: ; truyền: tuyên; lối: đường; tâm: trung trọng quan
    quyết; yếu: chủ; năm: hằng hàng trong kết; tháng: hằng; dân tộc: ; tộc: dân; giáo: tôn; bình: hòa
    phê trung; đẳng: bình cao; quân: bình dân; sách: chính ngân; khẩu: xuất nhập; nhập: thu gia; xuất:
    sản đề; doanh: kinh; trường: thị môi; nội: ; ngoại: đối; giao: ngoại bàn; thông: giao; tin: thông
    niềm; báo: ; cáo: báo tố; nại: khiếu; đơn: ; thư: bí; ban: ủy; ngành: ; cấp: cung phẩm; phó: ứng; vực:
    khu lĩnh; đất: ; nước: đất nhà; quốc: tổ trung; gia: quốc tham chuyên; trận: mặt; chương: huy; hiệu: huy;
    quy: nội chính; phát: ; triển: phát; quả: kết hiệu hậu; hoạch: kế quy; khai: công triển; giảng: bài;
    chí: đồng báo ý; thể: tập đoàn cụ thân; đề: vấn chuyên chủ; cơ: động nguy; sở: cơ trụ; tài: đề nhân;
    chủ: dân làm tự; tự: trật; tuyến: trực; gương: tấm nêu; điểm: quan kiểm thời địa trọng; phẩm: sản thực;
    ký: đăng chữ tốc nhật; cứu: tra nghiên cấp giải; chế: quy hạn cơ; độ: chế tiến trình mức thái; lĩnh: bản cương; mật: bí; vật: nhân; xã: hợp làng; tế: thực
"""
_MEETING: Final = frozenset(
    (first, last.strip())
    for row in _ENDINGS.split(";")
    for last, _, firsts in [row.partition(":")]
    for first in firsts.split()
)


def may_meet(before: str, word: str) -> bool:
    """Whether a syllable may stand twice after ``before``; case is ignored.

    >>> may_meet("cơ", "quan"), may_meet("theo", "quy"), may_meet("sẽ", "dần")
    (True, False, True)
    """
    word = word.lower()
    return word in _WORDS or (before.lower(), word) in _MEETING
