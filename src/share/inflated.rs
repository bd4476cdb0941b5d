//! Format 1: packed and deflated by zlib, whose own checksum tells a damaged link from a whole one. Only read now.

use super::{LIMIT_CONTENTS, LinkProblem, bytes_of, pack};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

/// The JSON that a link of format 1 holds behind its tag.
pub fn decode(code: &str) -> Result<String, LinkProblem> {
    let packed =
        decompress_to_vec_zlib_with_limit(&bytes_of(code)?, LIMIT_CONTENTS).map_err(|problem| {
            match problem.status {
                TINFLStatus::HasMoreOutput => LinkProblem::TooLarge,
                TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => {
                    LinkProblem::Truncated
                }
                _ => LinkProblem::Damaged,
            }
        })?;
    pack::unpack(&packed).ok_or(LinkProblem::Damaged)
}
