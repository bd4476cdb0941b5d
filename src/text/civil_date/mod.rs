//! Dates as articles state them, relative to the day of publication. Civil dates: no time zones.

pub mod iso;
mod words;

use super::{Text, TokenKind, number};
use jiff::Span;
use jiff::civil::Date;
use words::{Unit, Word};

/// A stretch of days that the text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatedDate {
    /// Token indices, end exclusive.
    pub start: usize,
    pub end: usize,
    pub from: Date,
    /// The last day, inclusive.
    pub to: Date,
    /// ACLED's time precision: 1 the day, 2 within the week, 3 the month or longer.
    pub precision: u8,
}

/// ACLED's time precision of a stretch of days: 1 one day, 2 up to ten, 3 more.
pub fn precision(from: Date, to: Date) -> u8 {
    let is_short = from < to && later(from, 10, Unit::Day).is_some_and(|last| to <= last);
    match is_short {
        _ if from == to => 1,
        true => 2,
        false => 3,
    }
}

/// Every date in a text, in order. Without a publication date only full dates are read.
pub fn read_all(text: &Text, published: Option<Date>) -> Vec<StatedDate> {
    let reader = Reader {
        text,
        words: words::spot(text),
        published,
    };
    let mut out = Vec::new();
    let mut at = 0;
    while at < text.tokens().len() {
        match reader.at(at) {
            Some(date) => {
                at = date.end;
                out.push(date);
            }
            None => at += 1,
        }
    }
    out
}

struct Reader<'a> {
    text: &'a Text<'a>,
    /// For every token the date word that begins there and the token behind it.
    words: Vec<Option<(Word, usize)>>,
    published: Option<Date>,
}

impl Reader<'_> {
    /// The date that begins at a token, if one does.
    fn at(&self, at: usize) -> Option<StatedDate> {
        self.in_figures(at)
            .or_else(|| self.by_month(at))
            .or_else(|| self.part_of_unit(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.last_unit(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.day_word(at))
            .or_else(|| self.year_alone(at))
    }

    /// The date word at a token and the token behind it.
    fn word(&self, at: usize) -> Option<(Word, usize)> {
        self.words.get(at).copied().flatten()
    }

    /// A whole figure without fraction at a token.
    fn figure(&self, at: usize) -> Option<i64> {
        let token = self.text.tokens().get(at)?;
        (token.kind == TokenKind::Number).then(|| self.text.word(token).parse().ok())?
    }

    fn day_of_month(&self, at: usize) -> Option<(i8, usize)> {
        if let Some((Word::Ordinal(day), next)) = self.word(at) {
            return Some((day, next));
        }
        let day = self.figure(at).filter(|d| (1..=31).contains(d))?;
        let suffix = matches!(self.text.word_at(at + 1), "st" | "nd" | "rd" | "th");
        Some((day as i8, at + 1 + usize::from(suffix)))
    }

    fn year(&self, at: usize) -> Option<i16> {
        let year = self.figure(at).filter(|y| (1900..=2100).contains(y))?;
        i16::try_from(year).ok()
    }

    fn mark(&self, at: usize, marks: &[&str]) -> bool {
        self.text
            .tokens()
            .get(at)
            .is_some_and(|t| t.kind == TokenKind::Mark)
            && marks.contains(&self.text.word_at(at))
    }

    fn span(&self, start: usize, end: usize, from: Date, to: Date) -> StatedDate {
        StatedDate {
            start,
            end,
            from,
            to,
            precision: precision(from, to),
        }
    }

    /// 5/4/2016, 2016-04-05
    fn in_figures(&self, at: usize) -> Option<StatedDate> {
        let marks = ["/", "-", "\\"];
        if !self.mark(at + 1, &marks) || !self.mark(at + 3, &marks) {
            return None;
        }
        let (a, b, c) = (self.figure(at)?, self.figure(at + 2)?, self.figure(at + 4)?);
        let (year, month, day) = if a > 31 { (a, b, c) } else { (c, b, a) };
        if !(1900..=2100).contains(&year) {
            return None;
        }
        let date = Date::new(
            year as i16,
            i8::try_from(month).ok()?,
            i8::try_from(day).ok()?,
        )
        .ok()?;
        Some(self.span(at, at + 5, date, date))
    }

    /// A month's name at a token, in one style or in two: "نيسان/أبريل", "أيلول (سبتمبر)".
    fn month(&self, at: usize) -> Option<(i8, bool, usize)> {
        let (Word::Month(month, mut careful), mut next) = self.word(at)? else {
            return None;
        };
        if self.text.tokens()[at].script == super::Script::Latin {
            careful &= !self.text.tokens()[at].capital;
        }
        let marked = self.mark(next, &["/", "(", "-", "\\"]);
        if let Some((Word::Month(twin, _), after)) = self.word(next + usize::from(marked))
            && twin == month
        {
            careful = false;
            next = after + usize::from(self.mark(after, &[")"]));
        }
        Some((month, careful, next))
    }

    /// "4 نيسان 2016", "April 4, 2016", "نيسان الماضي", "4 نيسان", "شهر نيسان".
    fn by_month(&self, at: usize) -> Option<StatedDate> {
        let mut day = self.day_of_month(at);
        let mut next = day.map_or(at, |(_, next)| next);
        if day.is_some() && matches!(self.text.word_at(next), "من" | "of") {
            next += 1;
        }
        if let Some((Word::Unit(1, Unit::Month), after)) = self.word(next) {
            if let (Some((Word::Shift(shift), end)), Some((day, _))) = (self.word(after), day) {
                let (from, _) = month_of(self.published?, shift)?;
                let date = Date::new(from.year(), from.month(), day).ok()?;
                return Some(self.span(at, end, date, date));
            }
            next = after;
        }
        let named = next > at;
        let (month, careful, mut next) = self.month(next)?;
        if day.is_none()
            && let Some(found) = self.day_of_month(next)
            && self.text.tokens()[at].script == super::Script::Latin
        {
            day = Some(found);
            next = found.1;
        }
        let comma = usize::from(self.mark(next, &[",", "،"]) && self.year(next + 1).is_some());
        let of = usize::from(matches!(
            self.text.word_at(next),
            "من" | "عام" | "سنة" | "سنه" | "of"
        ));
        let mut shift = None;
        let year = match self.year(next + comma + of) {
            Some(year) => {
                next += comma + of + 1;
                Some(year)
            }
            None => {
                if let Some((Word::Shift(by), after)) = self.word(next) {
                    shift = Some(by);
                    next = after;
                }
                None
            }
        };
        let led = named || year.is_some() || shift.is_some();
        let before = at > 0
            && matches!(
                self.word(at - 1),
                Some((Word::Lead | Word::Part(_) | Word::Since, _))
            );
        if !led && (careful || !before) {
            return None;
        }
        let year = match year {
            Some(year) => year,
            None => self.year_of(month, day.map_or(1, |(d, _)| d))?,
        };
        match day {
            Some((day, _)) => {
                let date = Date::new(year, month, day).ok()?;
                Some(self.span(at, next, date, date))
            }
            None => {
                let from = Date::new(year, month, 1).ok()?;
                Some(self.span(at, next, from, self.no_later(from.last_of_month(), from)))
            }
        }
    }

    /// The latest year in which that day is not after the publication.
    fn year_of(&self, month: i8, day: i8) -> Option<i16> {
        let published = self.published?;
        let later = (month, day) > (published.month(), published.day());
        Some(published.year() - i16::from(later))
    }

    /// The end of a span, not after the publication if the span began before it.
    fn no_later(&self, end: Date, from: Date) -> Date {
        match self.published {
            Some(published) if from <= published && end > published => published,
            _ => end,
        }
    }

    /// "بداية الشهر الحالي", "أواخر نيسان": a third of it.
    fn part_of_unit(&self, at: usize) -> Option<StatedDate> {
        let (Word::Part(part), mut next) = self.word(at)? else {
            return None;
        };
        if matches!(self.text.word_at(next), "of" | "the" | "-") {
            next += 1 + usize::from(self.text.word_at(next + 1) == "the");
        }
        let whole = self
            .by_month(next)
            .filter(|d| d.precision == 3)
            .or_else(|| self.last_unit(next))?;
        let month = whole.from.first_of_month();
        if whole.from != month || whole.from.month() != whole.to.month() {
            return Some(StatedDate { start: at, ..whole });
        }
        let day = |d| Date::new(month.year(), month.month(), d).ok();
        let (from, to) = match part {
            1 => (month, day(10)?),
            2 => (day(11)?, day(20)?),
            _ => (day(21)?, month.last_of_month()),
        };
        Some(self.span(at, whole.end, from, self.no_later(to, from)))
    }

    /// "قبل يومين", "منذ 3 أيام", "two weeks ago"
    fn ago(&self, at: usize) -> Option<StatedDate> {
        let published = self.published?;
        let first = self.word(at);
        let lead = matches!(first, Some((Word::Ago | Word::Since, _)));
        let token = &self.text.tokens()[at];
        // Only English counts first: "two weeks ago".
        let counts = token.kind == TokenKind::Number || token.script == super::Script::Latin;
        if !lead && !counts {
            return None;
        }
        let mut next = if lead { at + 1 } else { at };
        if matches!(self.text.word_at(next), "نحو" | "حوالي" | "قرابه") {
            next += 1;
        }
        let mut count = None;
        if let Some(numeral) = number::read(self.text, next)
            && numeral.value.fract() == 0.0
            && (1.0..1000.0).contains(&numeral.value)
        {
            count = Some(numeral.value as i64);
            next = numeral.next;
        }
        let (Word::Unit(two, unit), end) = self.word(next)? else {
            return None;
        };
        let count = count.unwrap_or(two);
        let behind =
            matches!(self.word(end), Some((Word::Ago, _))) && self.text.word_at(end) == "ago";
        if !(lead || behind) || (lead && count == 1 && two == 1 && unit == Unit::Day) {
            return None;
        }
        let end = end + usize::from(behind);
        let back = later(published, -count, unit)?;
        if matches!(first, Some((Word::Since, _))) {
            return Some(self.span(at, end, back, published));
        }
        let slack = match unit {
            Unit::Day => 0,
            Unit::Week => 3,
            Unit::Month => 15,
            Unit::Year => 180,
        };
        let from = later(back, -slack, Unit::Day)?;
        let to = later(back, slack, Unit::Day)?;
        Some(self.span(at, end, from, self.no_later(to, from)))
    }

    /// "الأسبوع الماضي", "الشهر الجاري", "last year"
    fn last_unit(&self, at: usize) -> Option<StatedDate> {
        let published = self.published?;
        let (unit, shift, end) = match (self.word(at)?, self.word(at + 1)?) {
            ((Word::Unit(1, unit), _), (Word::Shift(shift), end)) => (unit, shift, end),
            ((Word::Shift(shift), _), (Word::Unit(1, unit), end)) => (unit, shift, end),
            _ => return None,
        };
        let (from, to) = match unit {
            Unit::Day => return None,
            // The week before counts seven days back, for weeks begin on different days.
            Unit::Week => {
                let end = later(published, shift, Unit::Week)?;
                (later(end, -6, Unit::Day)?, end)
            }
            Unit::Month => month_of(published, shift)?,
            Unit::Year => year_of_days(published.year().checked_add(shift as i16)?)?,
        };
        Some(self.span(at, end, from, self.no_later(to, from)))
    }

    /// "الأربعاء", "الأربعاء الماضي", "last Wednesday": the latest such day.
    fn weekday(&self, at: usize) -> Option<StatedDate> {
        let published = self.published?;
        let (start, (word, mut end)) = match self.word(at)? {
            (Word::Shift(-1), next) => (at, self.word(next)?),
            found => (at, found),
        };
        let Word::Weekday(weekday) = word else {
            return None;
        };
        let mut strictly = end > at + 1;
        match self.word(end) {
            Some((Word::Shift(-1), after)) => {
                strictly = true;
                end = after;
            }
            Some((Word::Shift(1), _)) => return None,
            _ => {}
        }
        let today = published.weekday().to_monday_one_offset();
        let mut back = i64::from((today - weekday).rem_euclid(7));
        if back == 0 && strictly {
            back = 7;
        }
        // A full date behind the weekday says it better: "الخميس 19 نيسان".
        if let Some(date) = self.by_month(end) {
            return Some(StatedDate { start, ..date });
        }
        let date = later(published, -back, Unit::Day)?;
        Some(self.span(start, end, date, date))
    }

    /// "أمس", "أول أمس", "اليوم"
    fn day_word(&self, at: usize) -> Option<StatedDate> {
        let (Word::Day(shift), end) = self.word(at)? else {
            return None;
        };
        let other = matches!(
            self.text.word_at(end),
            "التالي" | "نفسه" | "ذاته" | "السابق" | "الذي"
        ) || matches!(
            at.checked_sub(1).map(|i| self.text.word_at(i)),
            Some("ذلك" | "نفس" | "هذا")
        );
        if other {
            return None;
        }
        // "اليوم 4 نيسان", "اليوم الجمعة"
        if shift == 0
            && let Some(date) = self.by_month(end).or_else(|| self.weekday(end))
        {
            return Some(StatedDate { start: at, ..date });
        }
        let date = later(self.published?, shift, Unit::Day)?;
        Some(self.span(at, end, date, date))
    }

    /// "في 2013", "عام 2013"
    fn year_alone(&self, at: usize) -> Option<StatedDate> {
        let (Word::Lead | Word::Since | Word::Unit(1, Unit::Year), next) = self.word(at)? else {
            return None;
        };
        let next = match self.word(next) {
            Some((Word::Unit(1, Unit::Year), after)) => after,
            _ => next,
        };
        let (from, to) = year_of_days(self.year(next)?)?;
        Some(self.span(at, next + 1, from, self.no_later(to, from)))
    }
}

/// The date that many units later, or earlier where the count is negative; none outside the calendar.
fn later(date: Date, count: i64, unit: Unit) -> Option<Date> {
    let span = match unit {
        Unit::Day => Span::new().try_days(count),
        Unit::Week => Span::new().try_weeks(count),
        Unit::Month => Span::new().try_months(count),
        Unit::Year => Span::new().try_years(count),
    };
    date.checked_add(span.ok()?).ok()
}

fn month_of(published: Date, shift: i64) -> Option<(Date, Date)> {
    let from = later(published.first_of_month(), shift, Unit::Month)?;
    Some((from, from.last_of_month()))
}

fn year_of_days(year: i16) -> Option<(Date, Date)> {
    let from = Date::new(year, 1, 1).ok()?;
    Some((from, from.last_of_year()))
}

#[cfg(test)]
mod tests;
