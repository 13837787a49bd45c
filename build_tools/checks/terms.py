"""Frequent two-syllable terms of these papers, and every-day ones that look like them.

``TERMS`` are what a slip is measured against; ``OTHERS`` are right as they stand: they are never
a slip, and a syllable that belongs to one of them is no part of a term.
"""

from __future__ import annotations

from typing import Final


def _terms(table: str) -> frozenset[str]:
    return frozenset(term for row in table.split("\n") for term in row.split("|") if term)


TERMS: Final = _terms(
    """
an ninh|an toàn|an sinh|ban hành|báo cáo|bảo hiểm|bảo vệ|bầu cử|bình quân|biên chế|biểu dương|bổ nhiệm|bổ sung
bồi dưỡng|cải cách|cán bộ|cảnh cáo|cách chức|cách mạng|cấp ủy|chấn chỉnh|chất lượng|chi bộ|chỉ đạo|chỉ thị
chỉ tiêu|chiến binh|chiến lược|chính phủ|chính quyền|chính sách|chính thức|chính trị|chỉnh đốn|chủ động
chủ tịch|chủ trương|chủ yếu|chuyên đề|chuyên môn|chuyển biến|chuyển đổi|chương trình|chức năng|cơ bản|cơ cấu
cơ chế|cơ quan|cơ sở|công chức|công đoàn|công khai|công nghệ|công nghiệp|công nhân|công tác|công trình|cộng sản
củng cố|dân chủ|dân vận|dịch vụ|diễn biến|doanh nghiệp|doanh thu|dư luận|dự án|dự toán|du lịch|đại biểu|đại hội
đảm bảo|đảng bộ|đảng ủy|đảng viên|đánh giá|đào tạo|đạo đức|đấu tranh|đầu tư|đẩy mạnh|đề án|đề nghị|đề xuất
địa bàn|địa phương|điều động|điều hành|điều lệ|định hướng|định kỳ|đoàn kết|đoàn thể|đoàn viên|đối ngoại|đội ngũ
đồng bộ|đồng chí|đồng thời|đồng thuận|động viên|đơn vị|đột xuất|gia đình|giải ngân|giải pháp|giải phóng|giải quyết
giải thể|giám sát|giáo dục|giáo viên|giới thiệu|gương mẫu|hạn chế|hành chính|hiệu lực|hiệu quả|hình thức|hòa giải
hoàn thành|hoạt động|học sinh|học tập|học viên|hỗ trợ|hội đồng|hội nghị|hội viên|hồ sơ|hợp đồng|hợp nhất|hợp tác
huyện ủy|hướng dẫn|kế hoạch|kết luận|kết nạp|kết quả|khảo sát|khai trừ|khắc phục|khẩn trương|khen thưởng|khiển trách
khiếu nại|khó khăn|khối lượng|khuyến học|khuyến khích|khuyết điểm|kiểm điểm|kiểm soát|kiểm tra|kiến nghị|kiện toàn
kinh doanh|kinh nghiệm|kinh phí|kinh tế|kịp thời|kỷ cương|kỷ luật|kỷ niệm|lãng phí|lãnh đạo|lao động|liệt sĩ
lĩnh vực|lợi nhuận|luân chuyển|lũy kế|mặt trận|miễn nhiệm|mô hình|mục tiêu|nâng cao|nền nếp|nêu gương|ngân hàng
ngân sách|nghị quyết|nghiêm túc|nghiên cứu|nghiệp vụ|nguyên nhân|nguyện vọng|nhân dân|nhân sự|nhận thức|nhiệm kỳ
nhiệm vụ|nội bộ|nội dung|nông dân|nông nghiệp|nông thôn|nữ công|pháp luật|phát hiện|phát huy|phát triển|phản ánh
phản biện|phản ứng|phân công|phẩm chất|phân loại|phê bình|phòng ngừa|phong cách|phong trào|phối hợp|phụ nữ
phương án|phương châm|phương hướng|phương thức|quan điểm|quan tâm|quản lý|quán triệt|quần chúng|quốc hội|quốc khánh
quốc phòng|quy chế|quy định|quy hoạch|quy trình|quyết định|quyết liệt|quyết tâm|rà soát|rèn luyện|sai phạm|sản phẩm
sản xuất|sáng kiến|sáng tạo|sáp nhập|sắp xếp|sinh hoạt|sơ kết|suy thoái|tài chính|tài sản|tăng cường|tập huấn
tập thể|tập trung|tham gia|tham mưu|tham nhũng|thanh niên|thanh tra|thành lập|thành phố|thành tích|thẩm định
thẩm quyền|thẩm tra|thân nhân|thi đua|thi hành|thí sinh|thông tin|thông qua|thống nhất|thời gian|thu nhập|thủ tục
thuận lợi|thường trực|thường vụ|thường xuyên|thực hiện|thực trạng|tích cực|tiêu biểu|tiêu chí|tiêu chuẩn|tiêu cực
tiến độ|tiếp nhận|tiếp tục|tiết kiệm|tình hình|tinh thần|tỉnh ủy|tố cáo|tổ chức|tổng hợp|tổng kết|tốt nghiệp
trách nhiệm|tranh thủ|trật tự|triển khai|trọng tâm|trung ương|trực tiếp|trực tuyến|trực thuộc|trường hợp|truyền thông
truyền thống|từ chức|tư tưởng|tự giác|tuyên giáo|tuyên truyền|ủy ban|ủy viên|văn bản|văn phòng|vận động|vi phạm
viên chức|xã hội|xác minh|xây dựng|xếp loại|xuất khẩu|xuất sắc|xử lý|ý kiến|ý thức|y tế
"""
)
OTHERS: Final = _terms(
    """
ăn toàn|ấn định|bàn bạc|bàn giao|bàn hành|bạn hành|bán hành|bàn quan|băn khoăn|báo chí|bảo đảm|bảo mật|bảo quản|bao gồm|báo vệ
bắt đầu|bất cập|biến động|biên bản|bình đẳng|bình xét|bỏ máy|bỏ ra|bố trí|bộ đội|bộ máy|bộ môn|bộ ngành|bộ phận
bước đầu|ca dao|cá nhân|căn bộ|cam kết|cảm ơn|cản bộ|can thiệp|cán sự|cần bổ|cao điểm|cao cấp|câu lạc|cầu thị|cấp phát
chấm điểm|chăm lo|chất vấn|chi nhánh|chi phí|chi tiêu|chi trả|chỉ huy|chỉ số|chia lãi|chính kiến|chỉnh lý|chỉnh sửa
chỉnh trang|chú trọng|chú ý|chủ đề|chủ đích|chủ quan|chủ sở|chủ trì|chuẩn bị|chuyên gia|chuyên viên|chuyến đi|chuyển giao
chuyển đội|chuyện đời|chữ ký|chứng chỉ|cổ phần|cơ hội|cố quan|công an|công bằng|công bố|công cụ|công cộng|công đoạn|công lao
công luận|công sở|công suất|công thương|công tắc|công viên|công ty|cộng đồng|cộng tác|cống hiến|cuộc thi|danh giá
danh hiệu|danh sách|dân số|dân sinh|dân tộc|dẫn chứng|dẫn đầu|dẫn dắt|dinh dưỡng|dự báo|dự định|dự giờ|dự họp|dự kiến
dự phòng|dự thảo|dự trữ|đại diện|đại đoàn|đại học|đàm phán|đảng phí|đáng kể|đằng sau|đạt chuẩn|đầu mối|đầu năm|đầu tháng
đầu từ|đào thải|đạo lý|đặc biệt|đặc điểm|đăng ký|đấu giá|đấu thầu|đề cập|đề cao|đề nghỉ|đề tài|đế quốc|để án|điểm cầu|điểm số
điểm thưởng|điện tử|điện thoại|điều chỉnh|điều hòa|điều kiện|điều tra|định giá|đình chỉ|đoàn công|đóng góp|đô thị
đổi mới|đối chiếu|đối mới|đối tác|đối thoại|đối tượng|đối với|đội mới|đội trưởng|đông bộ|đông đảo|đồng hành|đồng lòng
đồng phục|đồng tình|đồng ý|đống bộ|động lực|đơn thư|đơn giản|đưa vào|đường dây|gần gũi|gia tăng|gia hạn|giá cả|giá trị
giá đỡ|giải đáp|giải thưởng|giải thích|giảm nghèo|giao ban|giao dịch|giao lưu|giao thông|giao tiếp|giáo trình|gìn giữ|giới hạn
giới tính|hạ tầng|hàng hóa|hàng hải|hàng năm|hành động|hành trình|hành vi|hạnh phúc|hậu quả|hiến máu|hiện đại|hiện trạng|hiểu biết
hiệu trưởng|hình ảnh|hoàn thiện|hội đoàn|hộ kinh|hội nghỉ|hội thảo|hội thi|hội trường|huấn luyện|huy chương|huy động|huy hiệu|hướng tới
kết hợp|kết nghĩa|kết nối|kết thúc|kế cận|kế thừa|kế toán|khách hàng|khai giảng|khai mạc|khai thác|khám bệnh|khí hậu
khoa học|khôi phục|khởi nghiệp|khu vực|khung năng|khuyến cáo|khuyến mại|khuyến nghị|kiên định|kiên nghị|kiên trì|kiến thức
kiếm soát|kiểu mẫu|kinh nghĩa|kịp tiến|kỳ thi|kỹ năng|kỹ thuật|ký kết|ký túc|kỷ yếu|lãi suất|lan tỏa|lãnh thổ|lao tâm|lắng nghe|lần đầu
lấy phiếu|lễ hội|liên doanh|liên hệ|liên kết|liên quan|liên tục|liệt sỹ|linh hoạt|loại hình|lối sống|lợi ích|lời khuyên
lực lượng|lựa chọn|lương bổng|mạng lưới|mạnh dạn|mật thiết|máy móc|minh bạch|minh chứng|môi trường|mỹ thuật|nắm bắt|năng lực
năng suất|nặng nề|nền tảng|nghĩa vụ|nghiệm thu|nghỉ hưu|nghỉ việc|ngoại ngữ|người dân|ngăn chặn|ngăn sách|ngành nghề
ngăn hàng|ngắn hạn|nguồn lực|nhà nước|nhà ở|nhắc nhở|nhân cách|nhân rộng|nhân viên|nhận diện|nhận định|nhận xét|nhiệt tình
nhiên liệu|nhu cầu|nội chính|nội quy|nộp thuế|pháp lý|pháp chế|phát biểu|phát động|phát hành|phát sinh|phát thanh
phản ảnh|phản ánh|phân bổ|phân tích|phần quà|phần trăm|phấn đấu|phí bảo|phiếu thu|phổ biến|phòng chống|phòng học|phong phú
phòng cách|phóng sự|phòng trào|phục hồi|phục vụ|phụ huynh|phụ trách|phù hợp|phức tạp|quà tặng|quán quân|quân đội|quân sự|quan hệ
quan trọng|quản trị|quảng bá|quảng cáo|quảng trường|quá trình|quốc gia|quốc tế|quy mô|quy tắc|quỹ đất|quyền lợi|quyền lực|quyền hạn
quyết toán|sản lượng|sang trọng|sáng lập|sáng tác|sắp nhập|sân bay|sâu rộng|sinh học|sinh viên|so sánh|số hóa|số liệu|sổ tay
sở hữu|sơ tán|sơ suất|suy giảm|suy nghĩ|sử dụng|sự cố|sự kiện|sự nghiệp|tác động|tác phong|tạm giữ|tạm thời|tai nạn
tài khoản|tài liệu|tài nguyên|tái cơ|tăng trưởng|tạp chí|tâm huyết|tầng lớp|tận tụy|tham khảo|tham quan|thanh lý
thanh toán|thành công|thành phần|thành quả|thành tựu|thành viên|thăm hỏi|thăm dò|thẩm mỹ|thất nghiệp|thể chế|thể dục
thể hiện|thể thao|thế giới|thế hệ|theo dõi|thị sát|thị trấn|thị trường|thị xã|thiên tai|thiết bị|thiết chế|thiết thực
thỏa thuận|thoái hóa|thông báo|thông cảm|thông điệp|thông suốt|thống kê|thời điểm|thời hạn|thời kỳ|thời sự|thu hút|thu hồi|thu hoạch
thu phí|thủ trưởng|thuận tiện|thuế quan|thương mại|thượng tầng|thức tỉnh|thực chất|thực phẩm|thực tế|thực tiễn|tích lũy|tiềm năng
tiên phong|tiên tiến|tiền đề|tiền lương|tiến bộ|tiến hành|tiến sĩ|tiến trình|tiền tệ|tiếp cận|tiếp thu|tiếp xúc|tiểu học
tiêu dùng|tiêu thụ|tìm hiểu|tìm kiếm|tin học|tin tưởng|tín chấp|tín dụng|tình cảm|tình nguyện|tỉnh đoàn|tĩnh lặng|tọa đàm
tổ viên|tối ưu|tôn giáo|tôn vinh|tồn đọng|tồn tại|tổn thất|tổng thể|trang bị|trang thiết|tranh chấp|trao đổi|trao tặng
trạm y|trình bày|trình độ|trung cấp|trung tâm|trung thực|truy thu|trưởng thành|trường học|truyền đạt|tuổi trẻ|tuyển chọn
tuyển dụng|tuyên bố|tuyên dương|tự chủ|tự do|tự hào|tự phê|tự nguyện|tượng đài|tương trợ|ứng dụng|ứng phó|ứng xử|ủng hộ|ưu đãi
ưu điểm|ưu tiên|vai trò|văn hóa|văn học|văn minh|văn nghệ|vận hành|vận tải|vật chất|vật tư|vệ sinh|viện phí|viễn thông|việc làm
vinh danh|vụ việc|vướng mắc|xác định|xác nhận|xem xét|xóa nghèo|xúc tiến|xuất bản|xuất hiện|xuất nhập|xuất phát|xứng đáng
yên tâm|yêu cầu|yếu kém|yếu tố|ý chí|ý nghĩa|ý tưởng|kiếm tìm|học viện|đại lý|hạn hán|toàn diện|toàn dân|toàn quốc|danh mục
chân chính|kinh thành|kính tế|thực hành|thiện nguyện|hạch toán|kinh tuyến|thanh nhạc|tập tục|tập tin|thu nhặt|thu nhận|thư từ|thứ tự
giá thể|trực tiếp|tham vấn|thân thiện|thần tốc|hợp lý|hợp lệ|tố tụng|hội họp|quân nhân|vận chuyển|phong tỏa|phòng trọ|chí bảo
khói bụi|tiêu điểm|tiêu hủy|định ký|cải tiến|chi hội|chi đoàn|chị em|chí hướng|cách ly|cách thức|cách làm|phân tán|thủ công
trường lớp|tổ dân|tổ hợp|sổ sách|sợ hãi|sông nước|công lập|công dân|công ích|đường bộ|tiền phong|tiên lượng|thi công
thi hộ|thi thể|thí điểm|thí nghiệm|đông người|thống soái|hướng nghiệp|hướng về|nói dung|xa hội|kỹ luật|đồng đẳng|cách mang|kỉ luật|quản lí
chuyển dời|công chính|công nhận|cơ số|đại hồi|hoàng thành|mặt trăng|miễn nhiễm|ngang hàng|nhân dạng|nhân sư|nhận thực
phản công|thanh trà|thành niên|thương vụ|trình thức|tứ giác|vang động|văn phong|vận đơn|diễu hành|đồng vị|hóa giải
"""
)
