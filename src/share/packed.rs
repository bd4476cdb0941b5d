//! Format 2: packed, and written by a coder that has read the news before. A third shorter than format 1.
//!
//! Three bytes of checksum, the length of the code in one to three bytes, the code, and whatever keeps the
//! link from ending in a sign that chats leave out. The length tells a link that was cut from one that was changed.

use super::coder::{self, CoderProblem};
use super::{BASE64, LIMIT_PACKED, LinkProblem, bytes_of, pack};
use base64::Engine;

/// What the coder has read before: documents as links carry them, a line each. Frozen with the format.
const PRIMER: &str = include_str!("primer.jsonl");

/// The link of `json`, without its tag. `json` holds no line end, as none does that is written in one line.
pub fn encode(json: &str) -> String {
    let text = pack::pack(json);
    let code = coder::encode(&pack::pack(PRIMER), &text);
    let mut bytes = checksum(&text).to_vec();
    write_length(code.len(), &mut bytes);
    bytes.extend(code);
    let link = BASE64.encode(&bytes);
    if link.ends_with(['-', '_']) {
        bytes.push(0);
        return BASE64.encode(&bytes);
    }
    link
}

/// The JSON that a link of format 2 holds behind its tag.
pub fn decode(code: &str) -> Result<String, LinkProblem> {
    let bytes = bytes_of(code)?;
    let (check, rest) = bytes.split_at_checked(3).ok_or(LinkProblem::Truncated)?;
    let (length, rest) = read_length(rest)?;
    let code = rest.get(..length).ok_or(LinkProblem::Truncated)?;
    let text =
        coder::decode(&pack::pack(PRIMER), code, LIMIT_PACKED).map_err(
            |problem| match problem {
                CoderProblem::NoEnd => LinkProblem::Damaged,
                CoderProblem::TooLong => LinkProblem::TooLarge,
            },
        )?;
    if checksum(&text) != check {
        return Err(LinkProblem::Damaged);
    }
    pack::unpack(&text).ok_or(LinkProblem::Damaged)
}

/// The text's FNV-1a hash, its first byte folded into its last.
fn checksum(text: &[u8]) -> [u8; 3] {
    let [a, b, c, d] = super::fnv_1a(text).to_be_bytes();
    [a ^ d, b, c]
}

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
fn write_length(mut length: usize, out: &mut Vec<u8>) {
    while length > 0x7f {
        out.push(length as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
}

fn read_length(bytes: &[u8]) -> Result<(usize, &[u8]), LinkProblem> {
    let mut length = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        length |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Ok((length, &bytes[at + 1..]));
        }
        // Longer than any link that is read.
        if at == 3 {
            return Err(LinkProblem::Damaged);
        }
    }
    Err(LinkProblem::Truncated)
}
