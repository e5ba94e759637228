//! What is wrong with a plan file, as the end of a sentence.

pub fn not_a_plan(kind: &str, limit_mb: &str) -> String {
    match kind {
        "empty" => "không có gì bên trong. Hãy xin lại tệp từ nơi gửi.".to_owned(),
        "too_large" => format!("lớn quá {limit_mb} MB nên không phải là tệp kế hoạch."),
        "encoding" => "không theo mã UTF-8. Hãy mở tệp bằng Notepad rồi lưu lại với mã UTF-8.".to_owned(),
        "document" => "là tài liệu (Word, Excel, PDF hoặc tệp nén), không phải tệp kế hoạch.".to_owned(),
        "book" => "là sổ của chương trình, không phải tệp kế hoạch.".to_owned(),
        "sealed" => "do một cơ quan phát hành. Hãy nhận bằng lệnh “sotg plan take”.".to_owned(),
        _ => "không phải là tệp kế hoạch.".to_owned(),
    }
}

pub fn plan_problem(problem: &str) -> &'static str {
    match problem {
        "syntax" => "sai cú pháp TOML.",
        "missing" => "thiếu.",
        "empty" => "để trống.",
        "unknown_field" => "tên mục không có:",
        "wrong_type" => "sai kiểu giá trị:",
        "unclean_text" => "chữ chưa chuẩn (dựng sẵn, không khoảng trắng thừa):",
        "too_long" => "quá dài:",
        "bad_code" => "mã không hợp lệ:",
        "duplicate_code" => "mã bị lặp:",
        "duplicate_title" => "tên bị lặp:",
        "unknown_code" => "mã không có:",
        "later_code" => "chỉ được tính theo mốc đứng trước:",
        "unknown_value" => "giá trị không có trong danh sách:",
        "bad_date" => "ngày không có trong lịch:",
        "bad_rule" => "cách tính ngày không hợp lệ:",
        "date_needed" => "phải có ngày.",
        "date_not_wanted" => "mốc chưa biết thì không có ngày:",
        "dates_out_of_order" => "ngày cuối trước ngày đầu:",
        "out_of_range" => "ngoài khoảng cho phép:",
        "out_of_order" => "sai thứ tự:",
        "placeholder_missing" => "thiếu chỗ điền:",
        "unknown_placeholder" => "chỗ điền không có:",
        "not_wanted" => "không dùng ở đây:",
        "unserved" => "không có việc nào thực hiện:",
        _ => "không hợp lệ:",
    }
}
