//! Word lists: tab-separated data files under `data/words/`, bundled into the engine.

/// The rows of a list: lines that are neither empty nor remarks, without the header, cut at tabs.
pub fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .skip(1)
        .map(|line| line.split('\t').map(str::trim).collect())
}

/// The parts of a cell that holds several words, separated by vertical bars.
pub fn parts(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|')
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_blanks_and_the_header_are_no_rows() {
        let all: Vec<_> = rows("# remark\na\tb\n\n1\tx | y\n").collect();
        assert_eq!(all, [vec!["1", "x | y"]]);
        assert_eq!(parts(all[0][1]).collect::<Vec<_>>(), ["x", "y"]);
    }
}
