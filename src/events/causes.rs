//! One passage for each cause of misreading that was mended.

use super::tests::{events, told};

#[test]
fn what_is_wanted_agreed_or_spoken_of_by_the_way_is_no_event() {
    for passage in [
        "تسعى قوات النظام إلى تأمين الطريق، وبالتالي استكمال سيطرتها على [خان طومان]",
        "أحيا الأهالي ذكرى مجزرة [الحولة]",
        "تحدث عن عملية على غرار الهجوم على [جرابلس]",
        "المناطق بعيدة عن الاشتباكات في [سراقب]",
        "اتهم المتحدث مقاتلين مدعومين بضربات جوية في [الشدادي]",
        "أثارت الضربة العسكرية المرتقبة على [دوما] هلعا",
        "تتمركز القوات السورية على بعد كيلومترات من [نصيب]",
        "ينتشر التنظيم شرقا حيث تقاتله القوات الحكومية في [السخنة]",
        "لا يفرض الاتفاق على الفصائل سحب السلاح من [مورك]",
        "غطت سحب دخان كثيفة مدينة [عربين]",
        "أصدرت هيئة تحرير الشام بيانا في [إدلب]",
        "وثقت المنظمة هذا الهجوم على [الأتارب]",
        "أكدت الوزارة أن طائراتها لم تنفذ أي غارة على [كفرنبل]",
        "The anniversary of the massacre in [Tremseh] was marked in silence.",
        "The town lies far from the fighting in [Jobar].",
    ] {
        assert_eq!(told(passage), [""; 0], "{passage}");
    }
    assert_eq!(
        told("توصل الطرفان إلى اتفاق على انسحاب المقاتلين من [قدسيا]"),
        ["Agreement @ قدسيا"]
    );
    assert_eq!(
        told("تسعى القوات إلى فتح الطريق بعد سيطرتها على [العيس]").len(),
        1
    );
}

#[test]
fn different_days_and_different_topics_are_different_events() {
    assert_eq!(
        told("قصفت الطائرات مدينة [دوما] السبت. وقصفت الطائرات مدينة [دوما] الأحد.").len(),
        2
    );
    assert_eq!(
        told("حاصرت القوات بلدة [مضايا]. وغادر مقاتلون بلدة [مضايا]."),
        ["Other @ مضايا", "Other @ مضايا"]
    );
    assert_eq!(
        told("أحرق المسلحون منازل في [رسم] ونهب آخرون محال في [رسم]").len(),
        2
    );
    assert_eq!(
        told("نزح الأهالي من [حيش]. وقد نزحت هذه العائلات نحو [سرمدا]."),
        ["Other @ حيش"]
    );
}

#[test]
fn the_day_on_which_a_source_spoke_is_no_day_of_the_event() {
    let (events, _) = events("قال المرصد السوري الأحد إن قذائف سقطت على [نبل] الجمعة");
    let day = events[0].date.as_ref().map(|d| d.from);
    assert_eq!(day, Some(jiff::civil::date(2016, 4, 1)));
}

#[test]
fn places_that_share_a_trigger_or_its_dead() {
    assert_eq!(
        told("تعرضت [زملكا] و[حزة] بشكل منفصل لهجومين"),
        ["Armed clash @ زملكا", "Armed clash @ حزة"]
    );
    assert_eq!(
        told("قتل ثلاثة مدنيين في [بنش] وخمسة في [تفتناز] جراء قصف جوي"),
        [
            "Air/drone strike @ تفتناز; 5 killed",
            "Air/drone strike @ بنش; 3 killed"
        ]
    );
    assert_eq!(
        told("قصف على حي [الكلاسة] أدى إلى مقتل سبعة أشخاص في [حلب]").len(),
        1
    );
}

#[test]
fn sources_that_disagree_are_kept_apart() {
    let (events, _) = events(
        "أعلنت وكالة سانا مقتل 12 مدنيا في سقوط قذائف على [السقيلبية]، فيما قال المرصد السوري إن 17 شخصا قتلوا.",
    );
    let [event] = &events[..] else {
        panic!("{events:#?}");
    };
    assert_eq!(event.killed.as_ref().map(|k| k.min), Some(12));
    let rival: Vec<_> = event
        .rival
        .iter()
        .map(|claim| {
            (
                claim.source.text.as_str(),
                claim.killed.as_ref().map(|k| k.min),
            )
        })
        .collect();
    assert_eq!(rival, [("المرصد السوري", Some(17))]);
}

#[test]
fn one_voice_under_two_names_is_no_rival() {
    let (events, _) = events(
        "قصف على [حمورية] أودى بحياة ثلاثة أشخاص وفق المرصد السوري. وقال مدير المرصد السوري رامي عبد الرحمن إن سبعة أشخاص قتلوا في القصف.",
    );
    assert!(events[0].rival.is_empty(), "{events:#?}");
}

#[test]
fn people_in_a_list_add_up() {
    for (passage, expected) in [
        ("قتل رجل وامرأة وطفلان بقصف على [الرستن]", 4),
        ("قتل خمسة مدنيين وخمسة مقاتلين في قصف على [تلبيسة]", 10),
        ("70 قتيلا على الأقل في هجوم على [عقرب]", 70),
    ] {
        let (events, _) = events(passage);
        let killed = events[0].killed.as_ref().map(|k| k.min);
        assert_eq!(killed, Some(expected), "{passage}");
    }
    let (events, _) = events("أوقعت غارة على [حزانو] عشرات القتلى");
    let killed = events[0].killed.as_ref().expect("a figure");
    assert_eq!((killed.min, killed.max, killed.acled), (20, None, 10));
}

#[test]
fn a_line_of_a_form_is_about_the_forms_place() {
    assert_eq!(
        told(
            "المستشفى: مشفى [ترملا]\nالتاريخ: 3 نيسان 2016\nالهجمات: غارتان جويتان\nالقتلى المبلغ عنهم: 4"
        ),
        ["Air/drone strike @ ترملا; 4 killed"]
    );
    assert_eq!(told("زار [ترملا].\n\nالهجمات: غارتان جويتان"), [""; 0]);
}

#[test]
fn who_loses_and_who_wins_a_place() {
    for (passage, sub_type) in [
        (
            "خسرت قوات النظام السيطرة على [السخنة] لصالح تنظيم الدولة",
            "Non-state actor overtakes territory",
        ),
        (
            "ينتشر التنظيم في الجبال بعد طرده على يد قوات النظام من [السخنة]",
            "Government regains territory",
        ),
        (
            "سقطت مدينة [الحسينية] بيد قوات النظام",
            "Government regains territory",
        ),
        (
            "دخلت القوات الحكومية بلدة [الطيبة] بعد انسحاب الفصائل",
            "Government regains territory",
        ),
    ] {
        let (events, _) = events(passage);
        assert_eq!(events[0].sub_type, sub_type, "{passage}");
    }
}

#[test]
fn the_place_itself_and_not_what_says_where_it_lies() {
    for (passage, place) in [
        (
            "انسحب المقاتلون وتمركزوا شمال شرق [حيان]، في منطقة [بيانون]",
            "بيانون",
        ),
        ("تمركز التنظيم بعد خروجه من [الطبقة] في قرية [جعبر]", "جعبر"),
        (
            "توصلت الحكومة السورية ووجهاء مدينة [قدسيا] إلى اتفاق يقضي بخروج المقاتلين إلى [إدلب]",
            "قدسيا",
        ),
    ] {
        let told = told(passage);
        assert!(
            told.iter().any(|t| t.ends_with(place)),
            "{passage}: {told:?}"
        );
    }
}

#[test]
fn sides_of_a_battle_have_roles() {
    use crate::analysis::Role;
    let roles = |passage: &str| {
        let (events, _) = events(passage);
        let actors = events[0].actors.iter();
        actors.map(|a| (a.id.clone(), a.role)).collect::<Vec<_>>()
    };
    assert_eq!(
        roles("دارت اشتباكات بين قوات النظام والفصائل في [حرستا]"),
        [("SYR".into(), Role::Actor), ("OPP".into(), Role::Recipient)]
    );
    assert_eq!(
        roles("هاجم عناصر من تنظيم داعش حاجزا في [جيرود]"),
        [("IS".into(), Role::Actor)]
    );
}

#[test]
fn sources_are_named_in_full() {
    let sources = |passage: &str| {
        let (events, _) = events(passage);
        let texts = events.into_iter().map(|e| e.source.map(|s| s.text));
        texts.collect::<Vec<_>>()
    };
    assert_eq!(
        sources(
            "قال الناطق باسم الهيئة في درعا، سامر الخطيب، إن قصفا طال بلدة [النعيمة]. وقال الخطيب إن الفصائل سيطرت على [غزالة]."
        ),
        [
            Some("الناطق باسم الهيئة في درعا، سامر الخطيب".to_string()),
            Some("سامر الخطيب".to_string())
        ]
    );
}

#[test]
fn adjectives_are_no_soldiers() {
    let (events, _) = events("قصف على [كفربطنا] دمر الآليات العسكرية، وقتل طفل");
    assert_eq!(
        events[0].killed.as_ref().map(|k| (k.min, k.max)),
        Some((1, Some(1)))
    );
}
