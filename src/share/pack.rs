//! Arabic in one byte a letter: what is said of bytes is then said of letters.
//!
//! ASCII stays, U+0600 to U+067F become the bytes from 0x80 on, a presentation form is a [`FORM`] and its lower
//! byte, and every other scalar is a [`MARK`] and its UTF-8. No other scalar gives a line end.

/// Stands before a scalar written in UTF-8; an ASCII control that JSON does not hold.
const MARK: u8 = 0x1f;
/// Stands before the lower byte of a presentation form, U+FE70 to U+FEFF; another such control.
const FORM: u8 = 0x1e;

/// First scalar of the Arabic block.
const ARABIC: u32 = 0x600;

/// The bytes for a text.
pub fn pack(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for c in text.chars() {
        match u32::from(c) {
            code @ 0..0x80 if ![MARK, FORM].contains(&(code as u8)) => out.push(code as u8),
            code @ ARABIC..0x680 => out.push((code - ARABIC) as u8 | 0x80),
            code @ 0xfe70..0xff00 => out.extend([FORM, code as u8]),
            _ => {
                out.push(MARK);
                out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
    }
    out
}

/// The text of packed bytes; `None` when they are none.
pub fn unpack(packed: &[u8]) -> Option<String> {
    let mut out = String::with_capacity(packed.len() * 2);
    let mut rest = packed;
    while let [byte, behind @ ..] = rest {
        rest = behind;
        match *byte {
            MARK => {
                let length = behind.first()?.leading_ones().max(1) as usize;
                let (scalar, behind) = behind.split_at_checked(length)?;
                out.push_str(std::str::from_utf8(scalar).ok()?);
                rest = behind;
            }
            FORM => {
                let (&low, behind) = behind.split_first()?;
                out.push(char::from_u32(0xfe00 | u32::from(low))?);
                rest = behind;
            }
            byte @ 0..0x80 => out.push(char::from(byte)),
            byte => out.push(char::from_u32(ARABIC + u32::from(byte & 0x7f))?),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn arabic_takes_one_byte_a_letter() {
        let text = "في 5 قرى، وT4";
        assert_eq!(pack(text).len(), text.chars().count());
        assert_eq!(pack("ﺗﺪﻣﺮ").len(), 8);
        assert_eq!(pack("«").len(), 3);
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        assert_eq!(unpack(&[MARK]), None);
        assert_eq!(unpack(&[FORM]), None);
        assert_eq!(unpack(&[MARK, 0xe2, 0x80]), None);
        assert_eq!(unpack(&[MARK, 0xff, 0, 0, 0, 0, 0, 0, 0]), None);
        assert_eq!(unpack(&[MARK, 0x80]), None);
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in any::<String>()) {
            let packed = pack(&text);
            prop_assert_eq!(packed.contains(&b'\n'), text.contains('\n'));
            prop_assert_eq!(unpack(&packed), Some(text));
        }

        #[test]
        fn no_bytes_break_it(bytes in any::<Vec<u8>>()) {
            let _ = unpack(&bytes);
        }
    }
}
