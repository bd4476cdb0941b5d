//! Whole readings of short passages. Places are marked with square brackets in the source.

use super::read;
use crate::Corrections;
use crate::analysis::{Count, Event, Mention, MentionKind, Resolution, Role};
use crate::text::Text;
use jiff::civil::date;

/// Reads a passage whose places stand in brackets, published on 5 April 2016, a Tuesday.
pub fn events(marked: &str) -> (Vec<Event>, Vec<Mention>) {
    let mut source = String::new();
    let mut mentions: Vec<Mention> = Vec::new();
    let mut opened = 0;
    for letter in marked.chars() {
        let at = source.chars().count() as u32;
        match letter {
            '[' => opened = at,
            ']' => {
                let text: String = source.chars().skip(opened as usize).collect();
                mentions.push(mention(mentions.len() as u32, opened, at, text));
            }
            _ => source.push(letter),
        }
    }
    let text = Text::new(&source);
    let events = read(
        &text,
        &mentions,
        Some(date(2016, 4, 5)),
        &Corrections::default(),
    );
    (events, mentions)
}

fn mention(id: u32, start: u32, end: u32, text: String) -> Mention {
    Mention {
        id,
        start,
        end,
        text,
        kind: MentionKind::Place,
        resolution: Resolution::Gazetteer,
        place: None,
        lat: None,
        lon: None,
        uncertainty_km: None,
        confidence: 1.0,
        geo_precision: None,
        reasons: Vec::new(),
        why: Vec::new(),
        antecedent: None,
        candidates: Vec::new(),
    }
}

/// Sub-type, places, killed and wounded of every event: "Armed clash @ درعا, إنخل; 3 killed".
pub fn told(marked: &str) -> Vec<String> {
    let (events, mentions) = events(marked);
    let figure = |count: &Option<Count>, what: &str| match count {
        None => String::new(),
        Some(Count {
            min,
            max: Some(max),
            ..
        }) if min == max => format!("; {min} {what}"),
        Some(Count {
            min,
            max: Some(max),
            ..
        }) => format!("; {min} to {max} {what}"),
        Some(Count { min, max: None, .. }) => format!("; {min}+ {what}"),
    };
    let line = |e: &Event| {
        let places: Vec<&str> = e
            .places
            .iter()
            .map(|&id| mentions[id as usize].text.as_str())
            .collect();
        format!(
            "{} @ {}{}{}",
            e.sub_type,
            places.join(", "),
            figure(&e.killed, "killed"),
            figure(&e.wounded, "wounded"),
        )
    };
    events.iter().map(line).collect()
}

fn one(marked: &str) -> Event {
    let (mut events, _) = events(marked);
    assert_eq!(events.len(), 1, "{marked}: {events:#?}");
    events.remove(0)
}

#[test]
fn what_and_where() {
    for (passage, expected) in [
        ("توغلت قوة إسرائيلية في قرية [كودنة]", "Other @ كودنة"),
        ("دخلت قافلة مساعدات إلى بلدة [مضايا]", "Other @ مضايا"),
        (
            "سلمت الفصائل مدينة [بصرى الشام] للقوات الحكومية",
            "Non-violent transfer of territory @ بصرى الشام",
        ),
        (
            "أعلنت الوزارة تفكيك عبوة ناسفة في حي [الزاهرة]",
            "Disrupted weapons use @ الزاهرة",
        ),
        (
            "فرقت الشرطة متظاهرين في [حمص] بالغاز المسيل للدموع",
            "Protest with intervention @ حمص",
        ),
        (
            "أطلقت قوات الأمن الرصاص على المتظاهرين في [دوما]",
            "Excessive force against protesters @ دوما",
        ),
        ("هاجم مجهولون حاجزا في [نوى] بقنبلة يدوية", "Grenade @ نوى"),
        (
            "أعدم التنظيم رجلا في ساحة [الميادين]",
            "Attack @ الميادين; 1 killed",
        ),
        (
            "أقامت القوات التركية قاعدة في [تل الطوقان]",
            "Headquarters or base established @ تل الطوقان",
        ),
        (
            "انشق عشرات العناصر عن الجيش في [تلبيسة]",
            "Change to group/activity @ تلبيسة",
        ),
        (
            "اندلعت مشاجرة بين عائلتين في [الضمير]",
            "Mob violence @ الضمير",
        ),
        (
            "قصفت قوات النظام بالمدفعية بلدة [اللطامنة] صباحا",
            "Shelling/artillery/missile attack @ اللطامنة",
        ),
        (
            "شن الطيران الحربي ثلاث غارات على أطراف مدينة [الرستن]",
            "Air/drone strike @ الرستن",
        ),
        (
            "ألقت مروحيات النظام براميل متفجرة على [داريا]",
            "Air/drone strike @ داريا",
        ),
        (
            "تعرضت مدينة [دوما] لقصف صاروخي عنيف",
            "Shelling/artillery/missile attack @ دوما",
        ),
        (
            "شهدت بلدة [كفرنبودة] اشتباكات بين الفصائل وقوات النظام",
            "Armed clash @ كفرنبودة",
        ),
        (
            "انفجرت عبوة ناسفة في حي [المشلب]",
            "Remote explosive/landmine/IED @ المشلب",
        ),
        ("فجر انتحاري نفسه عند مدخل [منبج]", "Suicide bomb @ منبج"),
        (
            "أحكمت قوات النظام سيطرتها على قرية [العيس]",
            "Government regains territory @ العيس",
        ),
        (
            "انتزع تنظيم الدولة السيطرة على [مرعناز] من الفصائل",
            "Non-state actor overtakes territory @ مرعناز",
        ),
        (
            "اختطف مسلحون مجهولون طبيبا في [إزرع]",
            "Abduction/forced disappearance @ إزرع",
        ),
        (
            "اعتقلت قوات الأمن عشرة شبان في مدينة [التل]",
            "Arrests @ التل",
        ),
        (
            "خرج الأهالي في مظاهرة في [معرة النعمان] تطالب بالإفراج عن معتقلين",
            "Peaceful protest @ معرة النعمان",
        ),
        (
            "استخدم الكلور في قصف حي [القابون]",
            "Chemical weapon @ القابون",
        ),
        ("نزحت مئات العائلات من بلدة [الحارة]", "Other @ الحارة"),
        ("توصل الطرفان إلى اتفاق في [برزة]", "Agreement @ برزة"),
        (
            "أحرقت المجموعة المنازل في قرية [البويضة]",
            "Looting/property destruction @ البويضة",
        ),
        (
            "Warplanes bombed the market in [Ariha] on Monday.",
            "Air/drone strike @ Ariha",
        ),
        (
            "Rebels captured the town of [Morek] from government forces.",
            "Non-state actor overtakes territory @ Morek",
        ),
        (
            "Clashes broke out in [Jobar] between rebels and the army.",
            "Armed clash @ Jobar",
        ),
    ] {
        assert_eq!(told(passage), [expected], "{passage}");
    }
}

#[test]
fn what_did_not_happen_is_no_event() {
    for passage in [
        "نفى المتحدث قصف مدينة [الباب]",
        "لم تشهد [درعا] اشتباكات",
        "تسعى قوات النظام للسيطرة على [خان طومان]",
        "هددت تركيا بشن هجوم على [عفرين]",
        "سيقصف الطيران مدينة [الرقة]",
        "المناطق التي يسيطر عليها التنظيم في [البوكمال]",
        "تخوف السكان من هجوم محتمل على [إدلب]",
        "بلدة [معرة مصرين] الخاضعة لسيطرة الفصائل",
        "زار الوفد مدينة [حلب] والتقى الأهالي",
        "The army may attack [Idlib] next month.",
    ] {
        assert_eq!(told(passage), [""; 0], "{passage}");
    }
}

#[test]
fn lists_of_places_belong_to_one_event() {
    assert_eq!(
        told("استهدفت المدفعية قرى [الزكاة] و[الأربعين] و[حصرايا] بالقذائف"),
        ["Shelling/artillery/missile attack @ الزكاة, الأربعين, حصرايا"]
    );
    assert_eq!(
        told("سقطت قذائف على بلدة [صوران] في ريف [حماة]"),
        ["Shelling/artillery/missile attack @ صوران"]
    );
    assert_eq!(
        told("أطلقت الفصائل صواريخ من [مورك] باتجاه [محردة]"),
        ["Shelling/artillery/missile attack @ محردة"]
    );
}

#[test]
fn casualties_with_their_bounds() {
    for (passage, expected) in [
        (
            "قتل خمسة مدنيين وأصيب عشرة آخرون جراء قصف على [سقبا]",
            "; 5 killed; 10 wounded",
        ),
        (
            "قصف الطيران [سراقب] ما أدى إلى مقتل أكثر من 30 شخصا بينهم 8 أطفال",
            "; 30+ killed",
        ),
        (
            "أسفر قصف [عربين] عن سقوط قتيلين وثلاثة جرحى",
            "; 2 killed; 3 wounded",
        ),
        (
            "غارة على [حاس] أوقعت عشرات القتلى والجرحى",
            "; 20+ killed; 20+ wounded",
        ),
        (
            "مقتل ما لا يقل عن عشرين شخصا في غارة على [ترمانين]",
            "; 20+ killed",
        ),
        ("انفجار في [القامشلي] دون وقوع إصابات", "; 0 wounded"),
        (
            "قصف على [تلبيسة] أدى إلى مقتل طفل وإصابة والديه",
            "; 1 killed",
        ),
        (
            "قصف على [تلبيسة]. وارتفعت حصيلة القتلى إلى 12",
            "; 12 killed",
        ),
        (
            "An airstrike on [Kafranbel] killed at least 15 people and wounded dozens.",
            "; 15+ killed; 20+ wounded",
        ),
        (
            "Shelling hit [Zardana], leaving 7 dead and 20 injured.",
            "; 7 killed; 20 wounded",
        ),
    ] {
        let all = told(passage);
        assert_eq!(all.len(), 1, "{passage}: {all:?}");
        assert!(
            all[0].ends_with(expected)
                && all[0].matches(';').count() == expected.matches(';').count(),
            "{passage}: {all:?}"
        );
    }
}

#[test]
fn one_event_told_twice_is_one() {
    let (events, _) = events(
        "غارات على [كفرزيتا]\nشنت طائرات حربية غارات على مدينة [كفرزيتا] صباح اليوم. \
         وأدى القصف إلى مقتل ثلاثة أشخاص.",
    );
    assert_eq!(events.len(), 1, "{events:#?}");
    assert_eq!(
        events[0].killed.as_ref().map(|k| (k.min, k.max)),
        Some((3, Some(3)))
    );
    assert_eq!(events[0].also.len(), 2);
}

#[test]
fn who_when_and_according_to_whom() {
    let event = one("وقال الناشط سامر الخطيب إن قوات النظام قصفت بلدة [النشابية] مساء أمس");
    assert_eq!(
        event.source.map(|s| s.text).as_deref(),
        Some("الناشط سامر الخطيب")
    );
    let date_of = event.date.expect("a date");
    assert_eq!((date_of.from, date_of.precision), (date(2016, 4, 4), 1));
    assert_eq!(
        event
            .actors
            .iter()
            .map(|a| (a.id.as_str(), a.role, a.text.as_str()))
            .collect::<Vec<_>>(),
        [("SYR", Role::Actor, "قوات النظام")]
    );
    let event = one("هاجم تنظيم داعش مواقع قوات النظام قرب [جيرود]، وفق المرصد السوري");
    assert_eq!(
        event.source.map(|s| s.text).as_deref(),
        Some("المرصد السوري")
    );
    let roles: Vec<_> = event
        .actors
        .iter()
        .map(|a| (a.id.as_str(), a.role))
        .collect();
    assert_eq!(roles, [("IS", Role::Actor), ("SYR", Role::Recipient)]);
}

#[test]
fn hostile_input_ends() {
    let long = "قصف [درعا] و".repeat(3000);
    let (events, _) = events(&long);
    assert!(!events.is_empty());
    for passage in ["", "[", "قتل", "أكثر من", "وفق", "قال", "1/1/", "]["] {
        told(&passage.replace(['[', ']'], ""));
    }
}
