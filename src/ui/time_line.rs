//! A time line: where days stand on it, and which stops stand over it.
//!
//! Articles tell of last night and of a battle years ago: a stretch of over ten days in which nothing begins or ends
//! is folded to ten, so that what lies close together can still be told apart.

use crate::order;
use crate::tally::Group;
use jiff::SignedDuration;
use jiff::civil::Date;

/// The longest stretch, in days, that is drawn at its full length.
const LONG: i64 = 10;

/// Days on a line from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeScale {
    /// Days on which something begins, or on whose eve it ends, each with the days drawn before it.
    knots: Vec<(Date, i64)>,
}

impl TimeScale {
    /// The scale on which all these stretches of days have room; `None` for fewer than two days.
    pub fn of(stretches: impl IntoIterator<Item = (Date, Date)>) -> Option<TimeScale> {
        let mut days: Vec<Date> = Vec::new();
        for (from, to) in stretches {
            days.extend([from, days_later(to, 1)]);
        }
        order::sort_by_key(&mut days, |day| *day);
        days.dedup();
        let mut knots: Vec<(Date, i64)> = Vec::new();
        for day in days {
            let drawn = knots.last().map_or(0, |&(last, drawn)| {
                drawn + days_between(last, day).min(LONG)
            });
            knots.push((day, drawn));
        }
        let scale = TimeScale { knots };
        (scale.length() > 1).then_some(scale)
    }

    /// How many days are drawn.
    fn length(&self) -> i64 {
        self.knots.last().map_or(0, |&(_, drawn)| drawn)
    }

    /// Where a day begins, 0 to 1.
    pub fn at(&self, day: Date) -> f64 {
        let drawn = self.knots.windows(2).find_map(|pair| {
            let ((from, before), (to, drawn)) = (pair[0], pair[1]);
            (day < to).then(|| {
                let part = days_between(from, day).max(0) as f64 / days_between(from, to) as f64;
                before as f64 + part * (drawn - before) as f64
            })
        });
        drawn.map_or(1.0, |drawn| drawn / self.length() as f64)
    }

    /// Where a day ends, 0 to 1.
    pub fn end_of(&self, day: Date) -> f64 {
        self.at(days_later(day, 1))
    }

    /// The day that a place on the line belongs to; the first or last one beyond its ends.
    pub fn day(&self, at: f64) -> Date {
        let at = at.clamp(0.0, 1.0) * self.length() as f64;
        let (mut day, last) = (self.knots[0].0, self.knots[self.knots.len() - 1].0);
        for pair in self.knots.windows(2) {
            let ((from, before), (to, drawn)) = (pair[0], pair[1]);
            if before as f64 <= at {
                let part = (at - before as f64) / (drawn - before) as f64;
                day = days_later(from, (part * days_between(from, to) as f64).floor() as i64);
            }
        }
        day.min(days_later(last, -1))
    }

    /// Where stretches are folded: the middle of each.
    pub fn folds(&self) -> Vec<f64> {
        let pairs = self.knots.windows(2);
        let folded = pairs.filter(|pair| days_between(pair[0].0, pair[1].0) > LONG);
        folded
            .map(|pair| (pair[0].1 + pair[1].1) as f64 / 2.0 / self.length() as f64)
            .collect()
    }
}

fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

fn days_later(day: Date, days: i64) -> Date {
    day.saturating_add(SignedDuration::from_hours(24 * days))
}

/// Events of about the same days, under one button of the time line.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    pub from: Date,
    pub to: Date,
    /// Ids of the events.
    pub events: Vec<u32>,
    /// Where its middle stands, 0 to 1: over its days, or beside them where others stand there.
    pub at: f64,
}

/// The stops of a line, each as wide as `width` says in parts of the line, none over another.
///
/// Neighbours are joined, the closest first, until all have room.
pub fn stops(
    groups: &[Group<Option<(Date, Date)>>],
    scale: &TimeScale,
    width: impl Fn(&Stop) -> f64,
) -> Vec<Stop> {
    let mut stops: Vec<Stop> = groups
        .iter()
        .filter_map(|group| {
            let (from, to) = group.key?;
            Some(Stop {
                from,
                to,
                events: group.events.clone(),
                at: middle(scale, from, to),
            })
        })
        .collect();
    order::sort_by(&mut stops, |a, b| a.at.total_cmp(&b.at));
    while stops.len() > 1 && stops.iter().map(&width).sum::<f64>() > 1.0 {
        join_closest(&mut stops, scale);
    }
    keep_apart(&mut stops, width);
    stops
}

fn middle(scale: &TimeScale, from: Date, to: Date) -> f64 {
    (scale.at(from) + scale.end_of(to)) / 2.0
}

fn join_closest(stops: &mut Vec<Stop>, scale: &TimeScale) {
    let gap = |i: &usize| stops[i + 1].at - stops[*i].at;
    let Some(at) = (0..stops.len() - 1).min_by(|a, b| gap(a).total_cmp(&gap(b))) else {
        return;
    };
    let next = stops.remove(at + 1);
    let stop = &mut stops[at];
    stop.from = stop.from.min(next.from);
    stop.to = stop.to.max(next.to);
    stop.events.extend(next.events);
    stop.at = middle(scale, stop.from, stop.to);
}

/// Moves stops so that none stands over another and none beyond an end: forwards first, then back from the end.
fn keep_apart(stops: &mut [Stop], width: impl Fn(&Stop) -> f64) {
    let mut free = 0.0_f64;
    for stop in stops.iter_mut() {
        let half = width(stop) / 2.0;
        stop.at = stop.at.max(free + half);
        free = stop.at + half;
    }
    let mut free = 1.0_f64;
    for stop in stops.iter_mut().rev() {
        let half = width(stop) / 2.0;
        stop.at = stop.at.min(free - half);
        free = stop.at - half;
    }
}

/// Which days are named under the line: those of the front first, none within `room` of a named one.
pub fn labels(scale: &TimeScale, days: impl IntoIterator<Item = Date>, room: f64) -> Vec<Date> {
    let mut named: Vec<Date> = Vec::new();
    for day in days {
        let is_free = |other: &Date| (scale.at(*other) - scale.at(day)).abs() >= room;
        if named.iter().all(is_free) {
            named.push(day);
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn april(day: i8) -> Date {
        date(2016, 4, day)
    }

    fn on(days: &[(Date, Date)]) -> TimeScale {
        TimeScale::of(days.iter().copied()).expect("two days")
    }

    #[test]
    fn days_lie_in_proportion() {
        let scale = on(&[(april(1), april(1)), (april(10), april(10))]);
        assert_eq!((scale.at(april(1)), scale.at(april(6))), (0.0, 0.5));
        assert_eq!(scale.at(april(30)), 1.0);
        assert_eq!(scale.at(date(2015, 1, 1)), 0.0);
        assert!(scale.folds().is_empty());
        assert!(TimeScale::of([(april(3), april(3))]).is_none());
        assert!(TimeScale::of([]).is_none());
    }

    #[test]
    fn every_day_is_found_where_it_lies() {
        let scale = on(&[(april(1), april(3)), (date(2012, 7, 1), date(2012, 7, 2))]);
        for day in [april(1), april(2), april(3), date(2012, 7, 1)] {
            assert_eq!(scale.day(scale.at(day) + 0.001), day);
        }
        assert_eq!(scale.day(-1.0), date(2012, 7, 1));
        assert_eq!(scale.day(2.0), april(3));
    }

    #[test]
    fn long_silences_are_folded() {
        let scale = on(&[
            (date(2012, 7, 1), date(2012, 7, 1)),
            (april(1), april(1)),
            (april(10), april(10)),
        ]);
        assert_eq!(scale.folds().len(), 1);
        assert!(scale.at(april(10)) - scale.at(april(1)) > 0.4);
    }

    fn group(from: Date, to: Date, event: u32) -> Group<Option<(Date, Date)>> {
        Group {
            key: Some((from, to)),
            events: vec![event],
        }
    }

    #[test]
    fn stops_never_stand_over_each_other() {
        let groups = [
            group(april(4), april(4), 0),
            group(april(5), april(5), 1),
            group(april(3), april(5), 2),
            group(april(1), april(1), 3),
        ];
        let scale = on(&groups.each_ref().map(|g| g.key.expect("days")));
        let stops = stops(&groups, &scale, |_| 0.2);
        assert_eq!(stops.len(), 4);
        for pair in stops.windows(2) {
            assert!(pair[1].at - pair[0].at > 0.199, "{stops:?}");
        }
        assert!(stops[0].at >= 0.1 && stops[3].at <= 0.901, "{stops:?}");
    }

    #[test]
    fn what_has_no_room_is_joined_and_nothing_is_lost() {
        let groups: Vec<_> = (1..=20).map(|d| group(april(d), april(d), 0)).collect();
        let scale = on(&[(april(1), april(20))]);
        let stops = stops(&groups, &scale, |_| 0.1);
        assert!(stops.len() <= 10);
        assert_eq!(stops.iter().map(|s| s.events.len()).sum::<usize>(), 20);
        assert_eq!(
            (stops[0].from, stops[stops.len() - 1].to),
            (april(1), april(20))
        );
    }

    #[test]
    fn labels_leave_each_other_room() {
        let scale = on(&[(april(1), april(10))]);
        let named = labels(&scale, [april(5), april(6), april(1), april(10)], 0.3);
        assert_eq!(named, [april(5), april(1), april(10)]);
    }
}
