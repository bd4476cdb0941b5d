//! What lights up together: pointing at one thing shows every mark of it, and what it rests on.

use crate::Finding;
use crate::analysis::{Analysis, Mention, MentionKind};

/// Everything that belongs with a finding, itself first.
pub fn related(finding: Finding, analysis: &Analysis) -> Vec<Finding> {
    let mut all = vec![finding];
    match finding {
        Finding::Mention(id) => {
            let Some(mention) = mention(id, analysis) else {
                return all;
            };
            let same = analysis
                .mentions
                .iter()
                .filter(|m| m.id != id && is_same_place(m, mention));
            all.extend(same.map(|m| Finding::Mention(m.id)));
            let stated = analysis.distances.iter().filter(|d| d.to == Some(id));
            all.extend(stated.map(|d| Finding::Distance(d.id)));
        }
        Finding::Distance(id) => {
            if let Some(distance) = analysis.distances.iter().find(|d| d.id == id) {
                all.extend(
                    distance
                        .from
                        .into_iter()
                        .chain(distance.to)
                        .map(Finding::Mention),
                );
            }
        }
        Finding::Event(id) => {
            if let Some(event) = analysis.events.iter().find(|e| e.id == id) {
                all.extend(event.places.iter().copied().map(Finding::Mention));
            }
        }
    }
    all
}

/// The mention with this id.
pub fn mention(id: u32, analysis: &Analysis) -> Option<&Mention> {
    analysis.mentions.iter().find(|m| m.id == id)
}

fn is_same_place(a: &Mention, b: &Mention) -> bool {
    match (&a.place, &b.place) {
        (Some(a), Some(b)) => a.id == b.id,
        _ => a.antecedent == Some(b.id) || b.antecedent == Some(a.id),
    }
}

/// The other mentions of the same name, which a correction of this one may be meant for, too.
pub fn namesakes<'a>(
    mention: &'a Mention,
    analysis: &'a Analysis,
) -> impl Iterator<Item = &'a Mention> {
    analysis.mentions.iter().filter(|other| {
        other.id != mention.id && other.text == mention.text && other.kind != MentionKind::Reference
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::sample;

    #[test]
    fn an_event_lights_its_places_and_a_place_its_distance() {
        let text = "قصف قرب السخنة، 70 كم شرق تدمر";
        let mut analysis = sample::analysis(text);
        analysis.mentions.push(sample::mention(0, text, "السخنة"));
        analysis.mentions.push(sample::mention(1, text, "تدمر"));
        let mut distance = sample::distance(0, text, "70 كم شرق تدمر");
        distance.from = Some(1);
        distance.to = Some(0);
        analysis.distances.push(distance);
        let mut event = sample::event(0, text, "قصف");
        event.places.push(0);
        analysis.events.push(event);

        let (place, from) = (Finding::Mention(0), Finding::Mention(1));
        let (distance, event) = (Finding::Distance(0), Finding::Event(0));
        assert_eq!(related(event, &analysis), [event, place]);
        assert_eq!(related(place, &analysis), [place, distance]);
        assert_eq!(related(distance, &analysis), [distance, from, place]);
        assert_eq!(
            related(Finding::Mention(9), &analysis),
            [Finding::Mention(9)]
        );
    }

    #[test]
    fn namesakes_have_the_same_words_and_are_no_references() {
        let text = "البارة والبارة وتدمر والبارة";
        let mut analysis = sample::analysis(text);
        for (id, name) in ["البارة", "البارة", "تدمر", "البارة"].iter().enumerate()
        {
            analysis
                .mentions
                .push(sample::mention(id as u32, text, name));
        }
        analysis.mentions[3].kind = MentionKind::Reference;
        let found = namesakes(&analysis.mentions[0], &analysis);
        assert_eq!(found.map(|m| m.id).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn a_reference_is_the_place_it_refers_to() {
        let text = "تدمر ثم المدينة";
        let mut analysis = sample::analysis(text);
        analysis.mentions.push(sample::mention(0, text, "تدمر"));
        let mut city = sample::mention(1, text, "المدينة");
        city.antecedent = Some(0);
        analysis.mentions.push(city);
        assert_eq!(
            related(Finding::Mention(0), &analysis),
            [Finding::Mention(0), Finding::Mention(1)]
        );
    }
}
