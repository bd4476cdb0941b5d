//! Tables with a heading: lists of humanitarian offices, exports of spreadsheets, Who's On First.

use super::draft::Draft;
use super::sorts::{self, Holds};
use super::{Format, Import, ImportError};
use csv::{ReaderBuilder, StringRecord};
use std::borrow::Cow;

/// A cell that is open for more lines than this has lost its closing quotation mark.
const LONGEST_CELL: usize = 20;

/// Reads a table.
///
/// # Errors
/// When the heading names no latitude, no longitude or no name.
pub(super) fn read(label: &str, text: &str) -> Result<Import, ImportError> {
    // The reader of cells counts lines by their last letter.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = closed(&text);
    let heading = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let count = |mark: &char| heading.matches(*mark).count();
    let mark = ['\t', ';', '|', ',']
        .into_iter()
        .max_by_key(count)
        .unwrap_or(',');
    let mut reader = ReaderBuilder::new()
        .delimiter(mark as u8)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut row = StringRecord::new();
    let mut columns: Option<Columns> = None;
    let mut import = Import::new(label, Format::Table);
    // The text is UTF-8 and in memory: reading it cannot fail.
    while reader.read_record(&mut row).unwrap_or(false) {
        let line = row.position().map_or(0, |at| at.line()) as usize;
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let Some(columns) = &columns else {
            columns = Some(columns_of(&row)?);
            continue;
        };
        // Second headings, as HXL has them.
        if row.iter().any(|cell| cell.starts_with('#')) {
            continue;
        }
        import.take(line, draft_of(&row, columns, line));
    }
    Ok(import)
}

/// What the columns hold, and the level of the areas that the rows are about.
type Columns = (Vec<Option<Holds>>, Option<u8>);

fn columns_of(heading: &StringRecord) -> Result<Columns, ImportError> {
    let (columns, level) = sorts::columns(heading.iter());
    let has = |holds: Holds| columns.contains(&Some(holds));
    match has(Holds::Name) && has(Holds::Lat) && has(Holds::Lon) {
        true => Ok((columns, level)),
        false => Err(ImportError::Unknown),
    }
}

fn draft_of(row: &StringRecord, (columns, level): &Columns, line: usize) -> Draft {
    let cells = || row.iter().zip(columns);
    let id = cells().find_map(|(cell, &holds)| (holds == Some(Holds::Id)).then_some(cell));
    let mut draft = Draft::new(own_id(id.unwrap_or_default(), line), *level);
    for (cell, holds) in cells() {
        if let Some(holds) = *holds {
            draft.take(holds, cell);
        }
    }
    draft
}

/// The id of a row: that of its list, else its number. GeoNames' numbers stay GeoNames' only in its own dumps.
pub(super) fn own_id(given: &str, row: usize) -> String {
    let plain: String = given
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
        .take(40)
        .collect();
    match plain.is_empty() {
        true => format!("own:{row}"),
        false => format!("own:{plain}"),
    }
}

/// The text without quotation marks that are opened and, for many lines, not closed: they would swallow the rest.
fn closed(text: &str) -> Cow<'_, str> {
    let lines: Vec<&str> = text.split('\n').collect();
    let odd = |line: &str| line.matches('"').count() % 2 == 1;
    let mut stray = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if odd(lines[at]) {
            let reach = lines.len().min(at + 1 + LONGEST_CELL);
            match (at + 1..reach).find(|&next| odd(lines[next])) {
                Some(next) => at = next,
                None => stray.push(at),
            }
        }
        at += 1;
    }
    if stray.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut stray = stray.into_iter().peekable();
    let mended = lines
        .iter()
        .enumerate()
        .map(|(at, line)| match stray.next_if_eq(&at) {
            Some(_) => line.replace('"', ""),
            None => (*line).to_string(),
        });
    Cow::Owned(mended.collect::<Vec<_>>().join("\n"))
}
