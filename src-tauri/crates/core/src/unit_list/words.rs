//! Words of the field in the names of units: their short forms, and those that say little.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Short forms as offices write them, and what they stand for, folded.
pub const SHORT: [(&str, &str); 48] = [
    ("cdcs", "cong doan co so"),
    ("cd", "cong doan"),
    ("ldld", "lien doan lao dong"),
    ("nd", "nghiep doan"),
    ("th", "tieu hoc"),
    ("thcs", "trung hoc co so"),
    ("thpt", "trung hoc pho thong"),
    ("ptcs", "pho thong co so"),
    ("mn", "mam non"),
    ("mg", "mau giao"),
    ("pt", "pho thong"),
    ("dtbt", "dan toc ban tru"),
    ("dtnt", "dan toc noi tru"),
    ("ptdtbt", "pho thong dan toc ban tru"),
    ("ptdtnt", "pho thong dan toc noi tru"),
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("mttq", "mat tran to quoc"),
    ("tp", "thanh pho"),
    ("tx", "thi xa"),
    ("ubmttq", "uy ban mat tran to quoc"),
    ("gd", "giao duc"),
    ("gddt", "giao duc dao tao"),
    ("tnhh", "trach nhiem huu han"),
    ("mtv", "mot thanh vien"),
    ("ctcp", "cong ty co phan"),
    ("cp", "co phan"),
    ("cty", "cong ty"),
    ("dn", "doanh nghiep"),
    ("htx", "hop tac xa"),
    ("bv", "benh vien"),
    ("bvdk", "benh vien da khoa"),
    ("ttyt", "trung tam y te"),
    ("kbnn", "kho bac nha nuoc"),
    ("nhnn", "ngan hang nha nuoc"),
    ("nhcsxh", "ngan hang chinh sach xa hoi"),
    ("bhxh", "bao hiem xa hoi"),
    ("tand", "toa an nhan dan"),
    ("vksnd", "vien kiem sat nhan dan"),
    ("gdtx", "giao duc thuong xuyen"),
    ("gdnn", "giao duc nghe nghiep"),
    ("ttgdnn", "trung tam giao duc nghe nghiep"),
    ("nnptnt", "nong nghiep phat trien nong thon"),
    ("ptnt", "phat trien nong thon"),
    ("vhtt", "van hoa thong tin"),
    ("ldtbxh", "lao dong thuong binh xa hoi"),
    ("tnmt", "tai nguyen moi truong"),
    ("vc", "vien chuc"),
];

/// True for the words that most names of a kind have in common: they say little about which unit it is.
pub fn is_common(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| COMMON.split_whitespace().collect());
    WORDS.contains(word)
}

const COMMON: &str = "cong doan co so lien lao dong nganh nghiep truong tieu hoc trung pho thong mam non mau giao dan toc ban tru noi \
    uy nhan hoi dong xa phuong huyen thanh tinh thi tran trach nhiem huu han mot vien phan ty doanh hop tac phong ban van so chi cuc \
    trung tam benh vien y te giao duc dao tao quan don vi khu vuc vien chuc";
