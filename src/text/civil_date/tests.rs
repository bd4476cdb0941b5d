use super::*;
use jiff::civil::date;
use proptest::prelude::*;

/// A Tuesday.
const PUBLISHED: Date = date(2016, 4, 5);

fn read(source: &str) -> Option<(String, String, u8)> {
    let text = Text::new(source);
    let all = read_all(&text, Some(PUBLISHED));
    assert!(all.len() <= 1, "{source}: {all:?}");
    all.first()
        .map(|d| (d.from.to_string(), d.to.to_string(), d.precision))
}

fn day(source: &str) -> String {
    let (from, to, precision) = read(source).unwrap_or_else(|| panic!("no date in {source}"));
    assert_eq!((&from, precision), (&to, 1), "{source}");
    from
}

fn span(source: &str) -> (String, String, u8) {
    read(source).unwrap_or_else(|| panic!("no date in {source}"))
}

#[test]
fn days_in_all_styles() {
    for source in [
        "3/4/2016",
        "2016-04-03",
        "3 نيسان 2016",
        "٣ أبريل ٢٠١٦",
        "3 نيسان/أبريل 2016",
        "3 نيسان (أبريل)",
        "الثالث من نيسان",
        "الأحد",
        "الأحد الماضي",
        "أول أمس",
        "أمس الأول",
        "قبل يومين",
        "April 3, 2016",
        "3 April",
        "two days ago",
        "last Sunday",
        "مساء الأحد",
        "الثالث من الشهر الجاري",
        "الأحد 3 نيسان",
    ] {
        assert_eq!(day(source), "2016-04-03", "{source}");
    }
    assert_eq!(day("مساء أمس"), "2016-04-04");
    assert_eq!(day("صباح اليوم الثلاثاء"), "2016-04-05");
    assert_eq!(day("الثلاثاء الماضي"), "2016-03-29");
    assert_eq!(day("8 تشرين الثاني"), "2015-11-08");
}

#[test]
fn longer_times() {
    let of = |from: &str, to: &str, precision| (from.to_string(), to.to_string(), precision);
    assert_eq!(
        span("في بداية الشهر الحالي"),
        of("2016-04-01", "2016-04-05", 2)
    );
    assert_eq!(
        span("منتصف الشهر الماضي"),
        of("2016-03-11", "2016-03-20", 2)
    );
    assert_eq!(span("أواخر آذار"), of("2016-03-21", "2016-03-31", 2));
    assert_eq!(span("الأسبوع الماضي"), of("2016-03-23", "2016-03-29", 2));
    assert_eq!(span("last month"), of("2016-03-01", "2016-03-31", 3));
    assert_eq!(span("تموز يوليو 2015"), of("2015-07-01", "2015-07-31", 3));
    assert_eq!(span("منذ ثلاثة أيام"), of("2016-04-02", "2016-04-05", 2));
    assert_eq!(span("العام الماضي"), of("2015-01-01", "2015-12-31", 3));
    assert_eq!(span("عام 2013"), of("2013-01-01", "2013-12-31", 3));
}

#[test]
fn words_that_are_no_dates() {
    for source in [
        "في اليوم التالي",
        "مارس ضغوطا",
        "اثنين من المقاتلين",
        "it may rain",
        "12 قتيلا",
        "الجمعة المقبل",
        "قبل أن",
        "خلال 3 غارات",
    ] {
        assert_eq!(read(source), None, "{source}");
    }
}

#[test]
fn without_a_publication_date_only_full_dates_are_read() {
    let text = Text::new("أمس 3 نيسان 2016 والأحد");
    assert_eq!(read_all(&text, None).len(), 1);
}

proptest! {
    #[test]
    fn never_fails_and_never_runs_backwards(source in "[0-9/ء-يa-z .]{0,60}") {
        let text = Text::new(&source);
        for date in read_all(&text, Some(PUBLISHED)) {
            prop_assert!(date.from <= date.to && date.start < date.end);
        }
    }
}
