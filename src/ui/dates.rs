//! Dates as the reader writes them; in Arabic with the Levant's months.

use super::numerals::numerals;
use crate::analysis::{EventDate, Language};
use jiff::civil::{Date, Weekday};

const MONTHS_AR: [&str; 12] = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(date: Date, language: Language) -> &'static str {
    let index = usize::from(date.month().unsigned_abs())
        .saturating_sub(1)
        .min(11);
    match language {
        Language::Ar => MONTHS_AR[index],
        Language::En => MONTHS_EN[index],
    }
}

/// "٥ نيسان ٢٠١٦", "5 April 2016".
pub fn date(date: Date, language: Language) -> String {
    numerals(
        &format!("{} {} {}", date.day(), month(date, language), date.year()),
        language,
    )
}

/// "الثلاثاء ٥ نيسان ٢٠١٦", "Tuesday 5 April 2016".
pub fn full_date(day: Date, language: Language) -> String {
    let weekday = match (day.weekday(), language) {
        (Weekday::Monday, Language::Ar) => "الاثنين",
        (Weekday::Tuesday, Language::Ar) => "الثلاثاء",
        (Weekday::Wednesday, Language::Ar) => "الأربعاء",
        (Weekday::Thursday, Language::Ar) => "الخميس",
        (Weekday::Friday, Language::Ar) => "الجمعة",
        (Weekday::Saturday, Language::Ar) => "السبت",
        (Weekday::Sunday, Language::Ar) => "الأحد",
        (Weekday::Monday, Language::En) => "Monday",
        (Weekday::Tuesday, Language::En) => "Tuesday",
        (Weekday::Wednesday, Language::En) => "Wednesday",
        (Weekday::Thursday, Language::En) => "Thursday",
        (Weekday::Friday, Language::En) => "Friday",
        (Weekday::Saturday, Language::En) => "Saturday",
        (Weekday::Sunday, Language::En) => "Sunday",
    };
    format!("{weekday} {}", date(day, language))
}

/// When an event was, without the year where that is `published`'s: "٢٧ آذار", "٣–٥ نيسان".
pub fn span(when: &EventDate, published: Option<Date>, language: Language) -> String {
    days(when.from, when.to, published, language)
}

/// One day or a stretch of days, as [`span`] writes it.
pub fn days(from: Date, to: Date, published: Option<Date>, language: Language) -> String {
    let year = |day: Date| match published {
        Some(p) if p.year() == day.year() => String::new(),
        _ => format!(" {}", day.year()),
    };
    let text = if from == to {
        format!("{} {}{}", from.day(), month(from, language), year(from))
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        if from.day() == 1 && to == from.last_of_month() {
            format!("{}{}", month(from, language), year(from))
        } else {
            format!(
                "{}–{} {}{}",
                from.day(),
                to.day(),
                month(from, language),
                year(from)
            )
        }
    } else {
        format!(
            "{} {}{} – {} {}{}",
            from.day(),
            month(from, language),
            if from.year() == to.year() {
                String::new()
            } else {
                year(from)
            },
            to.day(),
            month(to, language),
            year(to)
        )
    };
    numerals(&text, language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Ar, En};
    use jiff::civil::date as day;

    fn when(from: Date, to: Date) -> EventDate {
        EventDate {
            from,
            to,
            precision: 1,
            text: String::new(),
        }
    }

    #[test]
    fn days_are_written_out() {
        assert_eq!(date(day(2016, 4, 5), Ar), "٥ نيسان ٢٠١٦");
        assert_eq!(full_date(day(2016, 4, 5), En), "Tuesday 5 April 2016");
        assert_eq!(full_date(day(2016, 4, 5), Ar), "الثلاثاء ٥ نيسان ٢٠١٦");
    }

    #[test]
    fn spans_say_nothing_twice() {
        let published = Some(day(2016, 4, 5));
        assert_eq!(
            span(&when(day(2016, 3, 27), day(2016, 3, 27)), published, Ar),
            "٢٧ آذار"
        );
        assert_eq!(
            span(&when(day(2016, 4, 3), day(2016, 4, 5)), published, Ar),
            "٣–٥ نيسان"
        );
        assert_eq!(
            span(&when(day(2015, 5, 1), day(2015, 5, 31)), published, En),
            "May 2015"
        );
        assert_eq!(
            span(&when(day(2016, 3, 30), day(2016, 4, 2)), published, En),
            "30 March – 2 April"
        );
        assert_eq!(
            span(&when(day(2015, 12, 30), day(2016, 1, 2)), None, En),
            "30 December 2015 – 2 January 2016"
        );
    }
}
