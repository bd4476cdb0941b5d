//! When it happened: the date a trigger's sentence gives.

use super::attribution::Attribution;
use super::lexicon::Found;
use super::lists::Trigger;
use super::scene::Scene;
use crate::text::civil_date::StatedDate;

/// Words and walls beyond which a date belongs to another clause.
const TOO_FAR: u32 = 24;

/// The nearest date of a trigger's sentence that is not the day on which a source spoke.
pub fn of(
    scene: &Scene,
    trigger: &Found<Trigger>,
    dates: &[StatedDate],
    sources: &[Attribution],
) -> Option<StatedDate> {
    let gap = |d: &StatedDate| scene.gap((trigger.from, trigger.to), (d.start, d.end));
    // "التاريخ: 25 نيسان": the date of a form stands in a line of its own.
    let of_form = |d: &&StatedDate| scene.in_form(d.start) && scene.one_form(d.start, trigger.from);
    if scene.in_form(trigger.from) {
        return dates.iter().find(of_form).copied();
    }
    scene
        .around(dates, trigger.from, 6, |d| d.start)
        .iter()
        .filter(|d| gap(d) <= TOO_FAR && !sources.iter().any(|s| s.speaks_on(d.start)))
        .min_by_key(|d| (gap(d), d.start))
        .copied()
}

/// Whether two dates, each known to a week or better, have no day in common.
pub fn apart(one: Option<StatedDate>, two: Option<StatedDate>) -> bool {
    let known = |d: &StatedDate| d.precision <= 2;
    match (one.filter(known), two.filter(known)) {
        (Some(a), Some(b)) => a.to < b.from || b.to < a.from,
        _ => false,
    }
}
