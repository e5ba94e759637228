//! What the first start asks, for tests that begin after it.

use serde_json::{Value, json};

/// A district, whose reports go to the province.
pub fn district() -> Value {
    let unit = json!({
        "name": "Liên đoàn Lao động huyện Tam Đường", "level": "district", "superior": "Liên đoàn Lao động tỉnh Lai Châu",
        "place": "Tam Đường", "symbol": "LĐLĐ", "members": 1500
    });
    let signer = json!({
        "id": null, "authority": "TM. BAN THƯỜNG VỤ", "title": "PHÓ CHỦ TỊCH", "name": "Nguyễn Văn An", "is_default": true
    });
    json!({ "input": { "unit": unit, "signer": signer, "plan": "383-lai-chau-2022", "milestones": [] } })
}

/// The province, which collects.
pub fn province() -> Value {
    let mut input = district();
    input["input"]["unit"] = json!({
        "name": "Liên đoàn Lao động tỉnh Lai Châu", "level": "province", "superior": "Tổng Liên đoàn Lao động Việt Nam",
        "place": "Lai Châu", "symbol": "LĐLĐ", "members": null
    });
    input
}
