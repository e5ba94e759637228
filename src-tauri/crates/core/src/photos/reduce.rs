//! A photo as a phone makes it, made fit to be printed: upright, smaller, and without what it says of the place where it was
//! taken. Pure: bytes in, bytes out.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, RgbImage};

/// Points of the largest picture that is opened: 50 million, which no phone passes in its usual setting. A file of a few
/// kilobytes can claim a thousand times as many, and opening it would take all memory.
const POINTS_LIMIT: u64 = 50_000_000;

/// How exactly a JPEG is written, of 100.
const QUALITY: u8 = 85;

/// A reduced photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reduced {
    /// The file, a JPEG without any remarks.
    pub jpeg: Vec<u8>,
    /// Width in points.
    pub width: u32,
    /// Height in points.
    pub height: u32,
}

/// Why a photo cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is no JPEG, PNG or WebP, or it is damaged.
    Unreadable,
    /// It claims to have more points than are opened.
    TooLarge {
        /// Width that it claims.
        width: u32,
        /// Height that it claims.
        height: u32,
    },
}

/// Millions of points that a photo may have, for the sentence that refuses a larger one.
pub const fn limit_in_millions() -> u64 {
    POINTS_LIMIT / 1_000_000
}

/// Makes a photo upright and at most `side` points long and high.
///
/// # Errors
/// [`Fault`]; a picture that claims to be huge is refused before it is opened.
pub fn reduce(bytes: &[u8], side: u32) -> Result<Reduced, Fault> {
    let mut decoder = open(bytes)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let photo = DynamicImage::from_decoder(decoder).map_err(|_| Fault::Unreadable)?;
    let is_larger = photo.width().max(photo.height()) > side;
    let mut photo = if is_larger { photo.resize(side, side, FilterType::CatmullRom) } else { photo };
    photo.apply_orientation(orientation);
    let photo = on_white(&photo);
    let mut jpeg = Vec::new();
    // Only the points are handed on: place, day and owner that the phone wrote into the file stay behind.
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&photo).map_err(|_| Fault::Unreadable)?;
    Ok(Reduced { jpeg, width: photo.width(), height: photo.height() })
}

/// Width and height of a photo, without opening it.
///
/// # Errors
/// [`Fault`].
pub fn size(bytes: &[u8]) -> Result<(u32, u32), Fault> {
    open(bytes).map(|decoder| decoder.dimensions())
}

fn open(bytes: &[u8]) -> Result<impl ImageDecoder + '_, Fault> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Fault::Unreadable)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(Fault::Unreadable);
    }
    let decoder = reader.into_decoder().map_err(|_| Fault::Unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > POINTS_LIMIT {
        return Err(Fault::TooLarge { width, height });
    }
    Ok(decoder)
}

/// What can be seen through is white on paper.
fn on_white(photo: &DynamicImage) -> RgbImage {
    if !photo.color().has_alpha() {
        return photo.to_rgb8();
    }
    let photo = photo.to_rgba8();
    RgbImage::from_fn(photo.width(), photo.height(), |x, y| {
        let [red, green, blue, opacity] = photo.get_pixel(x, y).0;
        let mixed = |colour: u8| {
            let (colour, opacity) = (u32::from(colour), u32::from(opacity));
            u8::try_from((colour * opacity + 255 * (255 - opacity)) / 255).unwrap_or(u8::MAX)
        };
        image::Rgb([mixed(red), mixed(green), mixed(blue)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ExtendedColorType, ImageEncoder as _};

    const BLUE: [u8; 3] = [20, 40, 220];
    const RED: [u8; 3] = [220, 30, 20];

    /// A photo of two halves: blue at the left, red at the right.
    fn halves(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, _| image::Rgb(if x < width / 2 { BLUE } else { RED }))
    }

    /// With the turning that a phone writes, and the place where it was taken.
    fn jpeg_of_a_phone(photo: &RgbImage, turning: u8) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut file, 95);
        encoder.set_exif_metadata(exif(turning)).unwrap();
        encoder.encode_image(photo).unwrap();
        file
    }

    /// EXIF with the turning, and a part for GPS with the north mark and a latitude.
    fn exif(turning: u8) -> Vec<u8> {
        let mut exif = b"MM\0\x2a\0\0\0\x08".to_vec();
        let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
            [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value].concat()
        };
        exif.extend([0, 2]);
        exif.extend(entry(0x0112, 3, 1, [0, turning, 0, 0]));
        exif.extend(entry(0x8825, 4, 1, 38u32.to_be_bytes()));
        exif.extend([0; 4]);
        exif.extend([0, 2]);
        exif.extend(entry(1, 2, 2, [b'N', 0, 0, 0]));
        exif.extend(entry(2, 2, 12, 68u32.to_be_bytes()));
        exif.extend([0; 4]);
        exif.extend(b"22.39.LaiChau");
        exif
    }

    fn is_near(found: [u8; 3], expected: [u8; 3]) -> bool {
        found.iter().zip(expected).all(|(found, expected)| found.abs_diff(expected) < 40)
    }

    #[test]
    fn a_photo_is_turned_upright_as_the_phone_says() {
        // Where the blue half is afterwards, for each of the turnings that phones write.
        for (turning, size, blue_at) in
            [(1, (60, 40), (5, 20)), (3, (60, 40), (55, 20)), (6, (40, 60), (20, 5)), (8, (40, 60), (20, 55))]
        {
            let reduced = reduce(&jpeg_of_a_phone(&halves(60, 40), turning), 1_600).unwrap();
            assert_eq!((reduced.width, reduced.height), size, "turning {turning}");
            let photo = image::load_from_memory(&reduced.jpeg).unwrap().into_rgb8();
            assert!(is_near(photo.get_pixel(blue_at.0, blue_at.1).0, BLUE), "turning {turning}");
        }
    }

    #[test]
    fn nothing_that_the_phone_wrote_into_the_file_is_carried_over() {
        let file = jpeg_of_a_phone(&halves(60, 40), 6);
        let holds = |bytes: &[u8], text: &[u8]| bytes.windows(text.len()).any(|part| part == text);
        assert!(holds(&file, b"22.39.LaiChau") && holds(&file, b"Exif"), "the test's own file has a place");
        let reduced = reduce(&file, 1_600).unwrap().jpeg;
        assert!(!holds(&reduced, b"22.39") && !holds(&reduced, b"Exif"));
        let mut decoder =
            ImageReader::new(Cursor::new(&reduced)).with_guessed_format().unwrap().into_decoder().unwrap();
        assert_eq!(decoder.exif_metadata().unwrap(), None);
    }

    #[test]
    fn the_long_side_becomes_1600_points_and_a_small_photo_stays_as_it_is() {
        for (size, expected) in [((3_000, 2_000), (1_600, 1_067)), ((1_000, 2_000), (800, 1_600)), ((60, 40), (60, 40))]
        {
            let mut file = Vec::new();
            JpegEncoder::new_with_quality(&mut file, 50).encode_image(&halves(size.0, size.1)).unwrap();
            let reduced = reduce(&file, 1_600).unwrap();
            assert_eq!((reduced.width, reduced.height), expected, "{size:?}");
        }
    }

    #[test]
    fn the_three_kinds_of_pictures_are_taken_and_what_can_be_seen_through_is_white() {
        let clear = image::RgbaImage::from_pixel(8, 8, image::Rgba([0, 0, 0, 0]));
        for format in [ImageFormat::Png, ImageFormat::WebP] {
            let mut file = Cursor::new(Vec::new());
            clear.write_to(&mut file, format).unwrap();
            let reduced = reduce(file.get_ref(), 1_600).unwrap();
            let photo = image::load_from_memory(&reduced.jpeg).unwrap().into_rgb8();
            assert!(is_near(photo.get_pixel(4, 4).0, [255; 3]), "{format:?}");
        }
    }

    #[test]
    fn what_is_no_picture_or_half_of_one_is_refused() {
        let whole = jpeg_of_a_phone(&halves(60, 40), 1);
        let mut png = Vec::new();
        image::codecs::png::PngEncoder::new(&mut png).write_image(&[7; 64], 8, 8, ExtendedColorType::L8).unwrap();
        for bytes in [&b""[..], b"anh", b"GIF89a\x01\0\x01\0\0\0\0;", &whole[..40], &png[..40], b"\xff\xd8\xff\xe0"] {
            assert_eq!(reduce(bytes, 1_600), Err(Fault::Unreadable), "{} bytes", bytes.len());
        }
    }

    #[test]
    fn a_file_that_claims_to_be_huge_is_refused_before_it_is_opened() {
        // The head of a PNG of 50.000 x 50.000 points; what follows could be small.
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        png.extend(50_000u32.to_be_bytes());
        png.extend(50_000u32.to_be_bytes());
        png.extend([8, 2, 0, 0, 0]);
        png.extend(crc32(&png[12..29]).to_be_bytes());
        png.extend([0, 0, 0, 0]);
        png.extend(b"IDAT\x35\xaf\x06\x1e");
        let refused = Err(Fault::TooLarge { width: 50_000, height: 50_000 });
        assert_eq!(reduce(&png, 1_600), refused);
        let jpeg = jpeg_of_a_phone(&halves(16, 16), 1);
        let start = jpeg.windows(2).position(|mark| mark == [0xff, 0xc0]).unwrap() + 5;
        let mut huge = jpeg.clone();
        huge[start..start + 4].copy_from_slice(&[0xc3, 0x50, 0xc3, 0x50]);
        assert_eq!(reduce(&huge, 1_600), refused);
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 })
        })
    }
}
