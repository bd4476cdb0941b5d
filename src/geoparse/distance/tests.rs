//! Each phrasing once. Places are marked in the text: `[حمص]` a place, `{المدينة}` a reference,
//! `<ريف حمص>` a countryside or governorate.

use super::*;
use crate::analysis::MentionKind;
use proptest::prelude::*;

/// The text without its marks, and the spots they mark.
fn marked(source: &str) -> (String, Vec<(u32, u32, MentionKind)>) {
    let (mut text, mut spots, mut start) = (String::new(), Vec::new(), 0);
    let mut length = 0;
    for c in source.chars() {
        let kind = match c {
            ']' => MentionKind::Place,
            '}' => MentionKind::Reference,
            '>' => MentionKind::Admin,
            '[' | '{' | '<' => {
                start = length;
                continue;
            }
            _ => {
                text.push(c);
                length += 1;
                continue;
            }
        };
        spots.push((start, length, kind));
    }
    (text, spots)
}

fn spots(text: &Text, marks: &[(u32, u32, MentionKind)]) -> Vec<Spot> {
    marks
        .iter()
        .map(|&(start, end, kind)| Spot {
            tokens: text.token_at(start)..text.token_at(end - 1) + 1,
            start,
            end,
            kind,
            places: vec![],
        })
        .collect()
}

/// "from -km wind-> to" of every distance read.
fn told(source: &str) -> Vec<String> {
    let (plain, marks) = marked(source);
    let text = Text::new(&plain);
    let spots = spots(&text, &marks);
    let name = |spot: Option<usize>| spot.map_or("?", |s| text.slice(spots[s].start, spots[s].end));
    read(&text, &spots)
        .iter()
        .map(|d| {
            let wind = d.direction.map(|w| format!(" {}", w.code()));
            let wind = wind.unwrap_or_default();
            let km = (d.km * 10.0).round() / 10.0;
            format!("{} -{km}{wind}-> {}", name(d.from), name(d.to))
        })
        .collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (source, want) in cases {
        assert_eq!(&told(source), want, "{source}");
    }
}

#[test]
fn at_a_distance_of() {
    check(&[
        (
            "سيطر الجيش على بلدة [مهين] على بعد 20 كيلومترا من [صدد]",
            &["صدد -20-> مهين"],
        ),
        (
            "في [مهين] الواقعة على بعد نحو عشرة كيلومترات إلى الغرب من مدينة [القريتين]",
            &["القريتين -10 W-> مهين"],
        ),
        (
            "وتقع [مهين] في محافظة <حمص>، على بعد 80 كم عن مركز مدينة [حمص]",
            &["حمص -80-> مهين"],
        ),
        (
            "نزحوا إلى [صوران] على مسافة 18 كم شمال [حماة]",
            &["حماة -18 N-> صوران"],
        ),
        (
            "وصلوا إلى {البلدة} الواقعة على بُعد ٢٥ كم جنوب شرقي العاصمة [دمشق]",
            &["دمشق -25 SE-> البلدة"],
        ),
        (
            "قصف الطيران [الضمير] في وقت كانت فيه الأرتال على بعد 5 كم من الموقع",
            &["? -5-> ?"],
        ),
        (
            "انتقلوا من [عفرين] إلى [بلبل] على بعد 30 كيلومترا، أمس",
            &["عفرين -30-> بلبل"],
        ),
    ]);
}

#[test]
fn to_be_far_from() {
    check(&[
        (
            "قرية [الطيبة] التي تبعد 40 كيلومترا عن [السخنة]",
            &["السخنة -40-> الطيبة"],
        ),
        (
            "قرية [الطيبة] التي تبعد عن [السخنة] نحو 40 كيلومترا",
            &["السخنة -40-> الطيبة"],
        ),
        (
            "تبعد بلدة [الطيبة]، 40 كم عن مدينة [السخنة]",
            &["السخنة -40-> الطيبة"],
        ),
        (
            "باتت القوات تبعد أقل من كيلومترين عن مدينة [السخنة] من الجهة الشمالية الشرقية",
            &["السخنة -2 NE-> ?"],
        ),
        (
            "وتبعد {القاعدة} 55 كيلومترا عن [دمشق] و77 كيلومترا عن [بيروت]",
            &["دمشق -55-> القاعدة", "بيروت -77-> القاعدة"],
        ),
        (
            "بلدة [الطيبة] التي يسكنها عشرة آلاف، وهي تبعد 40 كم عن [السخنة]",
            &["السخنة -40-> الطيبة"],
        ),
        (
            "يذكر أن [الطيبة] تبعد عن [السخنة] مسافة 40 كيلومترا باتجاه الشمال",
            &["السخنة -40 N-> الطيبة"],
        ),
        (
            "في قرية [الطيبة] البعيدة عن {المطار} قرابة 7 كم",
            &["المطار -7-> الطيبة"],
        ),
        ("وتبعد [الطيبة] عن الحدود 30 كم", &["الطيبة -30-> ?"]),
        (
            "القوات تبعد عنها ([السخنة]) ما بين 10 و15 كيلومترا",
            &["السخنة -12.5-> ?"],
        ),
        (
            "تسعى لبلوغ {المدينة} ومنها إلى [دمشق] التي تبعد 100 كيلومتر إلى الشمال",
            &["المدينة -100 N-> دمشق"],
        ),
    ]);
}

#[test]
fn a_direction_said_before_the_distance() {
    check(&[
        (
            "انسحبوا من {المدينة} إلى قرية [السخنة]، شرقي [تدمر]، التي تبعد نحو 70 كيلومترا، وشمالا في الجبال التي تبعد نحو 80 كيلومترا",
            &["تدمر -70 E-> السخنة", "تدمر -80 N-> ?"],
        ),
        (
            "وتمركز شمال شرق [القريتين]، في منطقة [البارة] التي تبعد عن {المدينة} نحو 30 كيلومترا",
            &["المدينة -30 NE-> البارة"],
        ),
        (
            "تقع [منبج] إلى الشمال الشرقي من مدينة [حلب]، بنحو 80 كيلومترا",
            &["حلب -80 NE-> منبج"],
        ),
        (
            "في [منبج]، وهي غير بعيدة عن سد [تشرين]، الواقع إلى الشرق منها بنحو 25 كيلومترا",
            &["منبج -25 E-> تشرين"],
        ),
        (
            "في قرية [شيوخ] جنوب مدينة [كوباني] 45 كم",
            &["كوباني -45 S-> شيوخ"],
        ),
        (
            "انفجارات في جنوب شرق صحراء [تدمر] على بعد 50 كلم من {المدينة}",
            &["المدينة -50 SE-> ?"],
        ),
    ]);
}

#[test]
fn bare_and_in_brackets() {
    check(&[
        (
            "استهدف قضاء [سنجار] 120 كم شمال غرب [الموصل]",
            &["الموصل -120 NW-> سنجار"],
        ),
        (
            "هجوم على بلدة [القريتين] (20 كم عن [صدد]) صباحا",
            &["صدد -20-> القريتين"],
        ),
        (
            "في مدينة [بعقوبة] (57كم شمال شرقي [بغداد])",
            &["بغداد -57 NE-> بعقوبة"],
        ),
        (
            "تقع [مصراتة] على بعد 200 كم شرق [طرابلس] و400 كيلومتر غرب [درنة]",
            &["طرابلس -200 E-> مصراتة", "درنة -400 W-> مصراتة"],
        ),
        (
            "تقع حوالي 25 كم غرب مدينة [حلب]، [الأتارب] هي بلدة صغيرة",
            &["حلب -25 W-> الأتارب"],
        ),
        (
            "يفصل مدينة [الباب] عن [منبج] 50 كيلومترا",
            &["منبج -50-> الباب"],
        ),
        (
            "وصلوا إلى [الباب] التي لا يفصلها عن [منبج] سوى 50 كيلومترا",
            &["منبج -50-> الباب"],
        ),
        ("المسافة بين [حمص] و[حماة] 45 كيلومترا", &["حمص -45-> حماة"]),
        (
            "بلدتا [الفوعة] و[كفريا] اللتان تبعدان 10 كم عن [إدلب]",
            &["إدلب -10-> كفريا", "إدلب -10-> الفوعة"],
        ),
    ]);
}

#[test]
fn one_number_each_for_several_places() {
    check(&[
        (
            "تقع [صوران] و[مورك] على بعد 18 و28 كيلومترا شمال [حماة]",
            &["حماة -18 N-> صوران", "حماة -28 N-> مورك"],
        ),
        (
            "سيطر على [صوران] و[مورك] (18 كم، 28 كم شمال [حماة])",
            &["حماة -18 N-> صوران", "حماة -28 N-> مورك"],
        ),
        (
            "تبعد بلدة [مورك] بين 25 و28 كيلومترا عن [حماة]",
            &["حماة -26.5-> مورك"],
        ),
    ]);
}

#[test]
fn still_to_go() {
    check(&[
        (
            "إن هناك خمسة كيلومترات متبقية للوصول إلى مدينة [سلقين] من أطراف بلدة [حارم]",
            &["حارم -5-> سلقين"],
        ),
        (
            "لم يبق سوى 3 كيلومترات للوصول إلى بلدة [سلقين]",
            &["سلقين -3-> ?"],
        ),
        ("قطعت القافلة 30 كيلومترا للوصول إلى [سلقين]", &[]),
    ]);
}

#[test]
fn whose_distance_it_is() {
    check(&[
        (
            "تقع [منبج] شمال شرقي [حلب]، وهي غير بعيدة عن نهر [الفرات]، ولا تبعد عن الحدود سوى 30 كيلومترا",
            &["منبج -30-> ?"],
        ),
        (
            "انفجر لغم في [الضمير]. وكانت المحطة قائمة في وادي القرن، على بعد 45 كم شرقي [بيروت]",
            &["بيروت -45 E-> ?"],
        ),
        (
            "جبل [الأربعين] المعروف بجبل [أريحا] يبعد عن [إدلب] 15 كم",
            &["إدلب -15-> الأربعين"],
        ),
        (
            "على بعد 25 كم إلى الغرب من [حلب] تقع مدينة [الأتارب]",
            &["حلب -25 W-> الأتارب"],
        ),
        (
            "تبعد 7 كيلومترات عن مدينة [إدلب] بلدة [بنش]",
            &["إدلب -7-> بنش"],
        ),
        (
            "بلدة [بنش] التي تبعد عن [إدلب] من جهة الشرق بحدود 7 كم",
            &["إدلب -7 E-> بنش"],
        ),
        (
            "[صوفر] على ارتفاع 1250 مترا فوق سطح البحر على مسافة 27 كيلومترا من [بيروت]",
            &["بيروت -27-> صوفر"],
        ),
        (
            "نظرا لبعد قواتها في [مهين] عن [القريتين] مسافة 20 كيلومترا",
            &["القريتين -20-> مهين"],
        ),
        (
            "على مسافة كيلومتر ونصف من مطار [كويرس]",
            &["كويرس -1.5-> ?"],
        ),
        (
            "سيطروا على تل في جنوب شرقي [حلب] بـ 30 كم",
            &["حلب -30 SE-> ?"],
        ),
    ]);
}

#[test]
fn english_phrasings() {
    check(&[
        (
            "Fighters left [Sukhna], 70 km east of [Palmyra].",
            &["Palmyra -70 E-> Sukhna"],
        ),
        (
            "[Sukhna] lies some 30 miles from [Palmyra].",
            &["Palmyra -48.3-> Sukhna"],
        ),
        (
            "In [Sukhna], 20 kilometres (12 miles) north of [Palmyra], shops closed.",
            &["Palmyra -20 N-> Sukhna"],
        ),
        (
            "Located about 25 kilometers west of [Aleppo] city, [Atarib] is small.",
            &["Aleppo -25 W-> Atarib"],
        ),
        (
            "The [Hospital] stands by the road. It serves two towns: 60km north of [Hama] and 80km south of [Aleppo].",
            &["Hama -60 N-> Hospital", "Aleppo -80 S-> Hospital"],
        ),
        ("[Azaz] is just 5 km from the border", &["Azaz -5-> ?"]),
        (
            "[Azaz], five kilometres from the Turkish border, was calm",
            &["Azaz -5-> ?"],
        ),
        (
            "[Qaryatayn] is located between [Homs] and [Palmyra], 85 km from [Homs] and 100 km from [Palmyra]",
            &["Homs -85-> Qaryatayn", "Palmyra -100-> Qaryatayn"],
        ),
        (
            "[Sarmin], a town 8 km to the southeast of [Idlib]",
            &["Idlib -8 SE-> Sarmin"],
        ),
        (
            "The distance between [Homs] and [Hama] is 46 km.",
            &["Homs -46-> Hama"],
        ),
        (
            "a base 10 km to the south-east of the town of [Azaz]",
            &["Azaz -10 SE-> ?"],
        ),
    ]);
}

#[test]
fn lengths_of_something_are_no_distances() {
    for source in [
        "منطقة بعمق 50 كيلومترا وطول 90 كيلومترا من [جرابلس] إلى [مارع]",
        "تمتد من [عفرين] إلى [جرابلس] على مسافة 140 كيلومترا",
        "تقدموا مسافة 3 كيلومترات باتجاه [حلب]",
        "صواريخ مداها بين 70-185 كم",
        "حدودها التي تمتد مع سوريا مسافة 900 كيلومتر",
        "على ارتفاع 1250 مترا فوق سطح البحر",
        "يسيطر على 50 كيلومترا من الشريط الحدودي",
        "مساحتها 20 كيلومترا مربعا شرق [حلب]",
        "سار بسرعة 90 كم في الساعة شرق [حلب]",
        "منطقة من 90 كلم بين مدينتي [مارع] و[جرابلس]",
        "لم تعد تفصلها سوى 7 كيلومترات عن النصر",
        "The tunnel is 5 km long near [Aleppo]",
        "They pushed 10 km into the plain",
    ] {
        assert_eq!(told(source), Vec::<String>::new(), "{source}");
    }
}

#[test]
fn directions_without_a_distance() {
    let (plain, marks) = marked(
        "قصف [الشولا] جنوب مدينة [دير الزور]، واشتباكات إلى الشرق من [حلب]، وفي شمال <سوريا> والريف الشرقي، وشمال شرق [القريتين]، في منطقة [البارة]، وشمال وجنوب [إدلب]",
    );
    let text = Text::new(&plain);
    let spots = spots(&text, &marks);
    let found: Vec<_> = directions(&text, &spots)
        .iter()
        .map(|d| (d.wind.code(), d.from, d.to, text.slice(d.start, d.end)))
        .collect();
    assert_eq!(
        found,
        [
            ("S", 1, Some(0), "جنوب"),
            ("E", 2, None, "إلى الشرق"),
            ("NE", 4, Some(5), "وشمال شرق"),
        ]
    );
}

#[test]
fn the_span_is_number_and_unit() {
    let (plain, marks) = marked("على بعد أكثر من خمسة وعشرين كيلومترًا من [حلب]");
    let text = Text::new(&plain);
    let all = read(&text, &spots(&text, &marks));
    assert_eq!(text.slice(all[0].start, all[0].end), "خمسة وعشرين كيلومترًا");
    assert_eq!((all[0].km_min, all[0].km_max), (25.0, None));
}

#[test]
fn a_sentence_without_end_is_read_in_time() {
    let source = "على بعد 5 كم من [حلب] وشمال [حمص] التي تبعد ".repeat(20_000);
    assert!(told(&source).len() >= 20_000);
}

proptest! {
    #[test]
    fn nothing_breaks_it(words in prop::collection::vec(0..WORDS_OF_ALL_KINDS.len(), 0..40)) {
        let source: Vec<&str> = words.iter().map(|&i| WORDS_OF_ALL_KINDS[i]).collect();
        let (plain, marks) = marked(&source.join(" "));
        let text = Text::new(&plain);
        let spots = spots(&text, &marks);
        let length = plain.chars().count() as u32;
        for d in read(&text, &spots) {
            prop_assert!(d.start < d.end && d.end <= length);
            prop_assert!(d.km_min <= d.km && d.km_max.is_none_or(|max| max >= d.km));
            prop_assert!(d.from.is_none_or(|s| s < spots.len()) && d.to.is_none_or(|s| s < spots.len()));
            prop_assert!(d.from.is_none() || d.from != d.to);
        }
        directions(&text, &spots);
    }
}

const WORDS_OF_ALL_KINDS: [&str; 30] = [
    "[حلب]",
    "[حمص]",
    "{المدينة}",
    "<سوريا>",
    "على بعد",
    "تبعد",
    "وتبعد",
    "عن",
    "من",
    "5",
    "كم",
    "كيلومترين",
    "ونصف",
    "بين",
    "و",
    "،",
    ".",
    "(",
    ")",
    "شرقي",
    "شمالا",
    "إلى الغرب",
    "منها",
    "في",
    "التي",
    "المسافة",
    "نحو",
    "الحدود",
    "اللتان",
    "مسافة",
];
