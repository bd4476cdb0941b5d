//! Every word of the interface, in both languages, side by side.
//!
//! A table that the compiler checks: a word without its translation does not build.

use super::numerals::Counted;
use crate::analysis::{Analysis, Language};

macro_rules! words {
    ($($(#[$note:meta])* $key:ident: $ar:literal, $en:literal;)*) => {
        /// The words of one language.
        #[derive(Debug)]
        pub struct Words { $($(#[$note])* pub $key: &'static str),* }

        static ARABIC: Words = Words { $($key: $ar),* };
        static ENGLISH: Words = Words { $($key: $en),* };

        #[cfg(test)]
        const PAIRS: &[(&str, &str, &str)] = &[$((stringify!($key), $ar, $en)),*];
    };
}

words! {
    makan: "مكان", "Makan";
    promise: "لا يغادر النصُّ هذا المتصفح", "The text stays in this browser";
    new_text: "نص جديد", "New text";
    /// The name of the other language, in that language.
    other_language: "English", "العربية";
    to_dark: "المظهر الداكن", "Dark theme";
    to_light: "المظهر الفاتح", "Light theme";
    share: "مشاركة", "Share";
    export: "تصدير", "Export";
    as_csv: "صف لكل حدث، بأعمدة ACLED ووسوم HXL", "A row for every event: ACLED's columns, HXL tags";
    as_geojson: "كل مكان ومسافة وحدث، بشكّه وكلماته", "Every place, distance and event, with its doubt and words";
    as_kml: "لبرامج الكرة الأرضية", "For Google Earth and its like";
    as_json: "القراءة كاملة بأسبابها ومرشّحاتها", "The whole reading, with reasons and candidates";
    as_desk: "المقالات بتصحيحاتك، وتُفتح هنا ثانيةً", "The articles as you corrected them; opens here again";
    as_png: "صورة للخريطة، بعنوانها ومفتاحها ومقياسها", "A picture of the map, with title, key and scale";
    as_svg: "رسم متجهي للخريطة، نصه نص", "The map as a drawing, its lettering as text";
    as_print: "تقرير للطباعة أو للحفظ ملف PDF", "A report to print or to save as PDF";
    no_picture: "تعذّر صنع صورة الخريطة في هذا المتصفح.", "The picture of the map could not be made in this browser.";
    report: "تقرير", "Report";
    report_is_filtered: "التقرير مرشَّح: فيه بعض الأحداث لا كلها.", "The report is filtered: it holds some of the events and not all.";
    how_to_read: "كيف يُقرأ هذا", "How to read this";
    reads_lines: "الخط المتصل محسوم، والمتقطع مرجّح، والمنقّط مفتوح، والمزدوج وضعه القارئ.",
        "A solid line is settled, a dashed one likely, a dotted one open, a double one set by the reader.";
    reads_doubt: "ما بعد ± نصفُ قطر الدائرة التي يقع فيها المكان، لا دقة قياس.",
        "What follows ± is the radius within which the place lies, not the precision of a measurement.";
    reads_hollow: "الرمز المفرّغ حدث على منطقة أو حيث يقول النص، لا على مكان بعينه.",
        "A hollow symbol is an event on an area or where the text says, not at an exact place.";
    reads_figures: "أعداد القتلى والجرحى كما ذُكرت وبحسب مصدرها، ولا تُجمع الروايات.",
        "The killed and wounded are as stated and by their source; accounts are not added up.";
    reads_check: "الأسماء والأوصاف بين علامتي الاقتباس كلمات المقال. وما لم يُعرف موضعه مذكور بلا إحداثيات.",
        "Quoted words are the article's. What could not be placed is listed without coordinates.";
    help: "مساعدة", "Help";
    keys: "المفاتيح", "Keys";
    limits: "ما ينبغي الحذر منه", "What to beware of";
    settled_means: "يحسمه النص والمعجم معًا.", "Text and gazetteer agree on it.";
    likely_means: "أرجح مرشّحات الاسم، أو موضوع حيث يقول النص.", "The best of several, or placed where the text says.";
    open_means: "مكان لا يُعرف موضعه، أو لا يفصل شيء بين مرشّحاته.", "Where it lies is not known, or nothing decides between its candidates.";
    yours_means: "تصحيح منك، ينتقل مع الرابط.", "A correction of yours; it travels with the link.";
    key_arrows: "من نتيجة إلى التالية، في النص وفي القوائم", "From one finding to the next, in the text and in the lists";
    key_enter: "تفصيل النتيجة: لماذا هي هنا", "The finding's note: why it is here";
    key_escape: "رجوع: تُغلق التفصيل أو تنهي التأشير", "Back: closes the note, or ends aiming";
    key_copy: "نسخ الإحداثيات تحت المؤشر على الخريطة", "Copy the coordinates under the pointer on the map";
    key_zoom: "تكبير الخريطة وتصغيرها حين يكون التركيز عليها", "Zoom the map while it has the focus";
    made_here: "تُصنع الملفات في هذا المتصفح", "The files are made in this browser";
    menu: "القائمة", "Menu";
    close: "إغلاق", "Close";
    previous: "السابق", "Previous";
    next: "التالي", "Next";
    copy: "نسخ", "Copy";
    copied: "نُسخ", "Copied";
    article: "المقال", "Article";
    map: "الخريطة", "Map";
    findings: "النتائج", "Findings";
    note: "التفصيل", "Note";
    untitled: "نص بلا عنوان", "Untitled text";
    articles: "المقالات على المكتب", "The articles on the desk";
    title: "العنوان", "Title";
    source: "المصدر", "Source";
    source_hint: "اسم الناشر أو رابط المقال", "The publisher or the article’s address";
    published: "نُشر", "Published";
    no_date: "بلا تاريخ نشر", "No publication date";

    text: "النص", "Text";
    events: "الأحداث", "Events";
    places: "الأماكن", "Places";
    distances: "المسافات", "Distances";
    not_places: "ليست أماكن", "Not places";
    sort_by_this: "رتّب بهذا", "Sort by this";
    show_marks: "إظهار علاماتها في النص", "Show their marks in the text";

    filter: "تصفية الأحداث", "Filter events";
    actors_and_days: "الأطراف والأيام", "Actors and days";
    show_all: "أظهر الكل", "Show all";
    time_line: "خط الزمن", "Time line";
    days: "الأيام", "Days";
    first_day: "من يوم", "From";
    last_day: "إلى يوم", "To";
    published_on_line: "النشر", "published";
    no_actors: "لا تُسمّي الأحداث أطرافًا.", "The events name no actors.";
    /// After the number of undated events.
    hidden_by_days: "بلا تاريخ، لا تظهر مع اختيار أيام", "without a date, hidden while days are chosen";
    left_out: "تخفيه التصفية", "left out by the filter";
    none_pass: "لا حدث بين ما اخترته.", "No event is among those you chose.";
    /// After the number of events of violence without a figure of dead.
    uncounted: "بلا عدد قتلى", "with no figure of dead";
    each_once: "يُحسب كل حدث مرة واحدة، وما لم يُذكر عدده لا يُحسب.",
        "Every event counts once; what has no figure is left out.";

    event: "الحدث", "Event";
    its_words: "كلماته", "Its words";
    place: "المكان", "Place";
    when: "التاريخ", "When";
    killed: "القتلى", "Killed";
    wounded: "الجرحى", "Wounded";
    according_to: "بحسب", "According to";
    not_stated: "لم يُذكر", "Not stated";
    the_article: "نص المقال", "The article";
    undated: "غير مؤرّخ", "Undated";
    actors: "الأطراف", "Who";
    in_text: "في النص", "In the text";
    kind: "النوع", "Kind";
    governorate: "المحافظة", "Governorate";
    coordinates: "العرض والطول", "Latitude, longitude";
    doubt: "الشك", "Doubt";
    leading_reason: "السبب الأول", "Leading reason";
    stated: "ذُكرت", "Stated";
    measured: "قياسًا", "Measured";
    from: "من", "From";
    to: "إلى", "To";
    /// Before the place that a distance is measured from.
    of_from: "من", "from";
    verdict: "الحكم", "Verdict";
    why_not: "لماذا ليس مكانًا", "Why it is no place";
    unnamed: "موضع بلا اسم", "An unnamed place";
    no_events: "لم يُقرأ في هذا النص حدث.", "No event was read in this text.";
    no_places: "لم يُقرأ في هذا النص مكان.", "No place was read in this text.";
    no_distances: "لا تُذكر في هذا النص مسافة.", "This text states no distance.";
    no_set_aside: "لم يُستبعد من هذا النص اسم.", "No name in this text was set aside.";

    settled: "محسوم", "Settled";
    likely: "مرجّح", "Likely";
    plainly_told: "صريح في النص", "Plainly told";
    doubtful: "موضع شك", "Doubtful";
    placed_by_text: "موضوع حيث يقول النص", "Placed where the text says";
    by_reference: "يشير إلى مكان سُمّي قبله", "Refers to a place named before";
    open: "مكان لا يُعرف موضعه", "A place; where is not known";
    yours: "وضعته أنت", "Set by you";

    consistent: "توافق الخريطة", "Agrees with the map";
    inconsistent: "تخالف الخريطة", "Does not agree with the map";
    distance_placed: "تضع طرفها البعيد", "Places its far end";
    distance_unresolved: "لا يُعرف طرفاها", "Neither end is known";

    why_here: "لماذا هنا؟", "Why here?";
    why: "لماذا؟", "Why?";
    candidates: "المرشّحات", "Candidates";
    as_the_text_says: "حيث يقول النص", "Where the text says";
    not_a_place: "ليس مكانًا", "Not a place";
    elsewhere: "ضعه في مكان آخر", "Put it elsewhere";
    on_the_map: "أشّر موضعه على الخريطة", "Point it out on the map";
    /// Before the number of the name's other mentions.
    for_all_of_name: "ولسائر مواضع الاسم", "Also for its other mentions";
    selected_words: "الكلمات المحددة", "The selected words";
    as_place: "مكان…", "Place…";
    as_event: "حدث…", "Event…";
    what_happened: "ماذا جرى؟", "What happened?";
    nearest_place: "يوضع الحدث عند أقرب مكان في جملته، وتستطيع تصحيحه بعد ذلك.",
        "The event is put at the nearest place of its sentence; you can correct it afterwards.";
    undo_last: "تراجع", "Undo";
    redo: "أعد ما تراجعت عنه", "Redo";
    not_an_event: "ليس حدثًا", "Not an event";
    correct_event: "صحّحه", "Correct it";
    corrected_by_you: "صحّحته أنت", "Corrected by you";
    at_least: "على الأقل", "At least";
    at_most: "على الأكثر", "At most";
    add_place: "أضف مكانًا من النص", "Add a place of the text";
    move_up: "قدّم", "Move up";
    take_out: "أزل", "Take out";
    empty_is_unsaid: "الحقل الفارغ يعني أن النص لا يذكره. بلا حد أعلى: «فأكثر».",
        "An empty field means that the text does not say. With no upper bound: “or more”.";
    days_flawed: "اليوم الأخير قبل الأول، أو بلا أول.", "The last day is before the first, or there is no first.";
    people_flawed: "اكتب أعدادًا صحيحة، والأعلى لا يقل عن الأدنى.", "Write whole numbers, the upper bound no less than the lower.";
    save: "احفظ", "Save";
    cancel: "ألغِ", "Cancel";
    /// Before figures that another source gives for the same people.
    also_said: "وفي رواية أخرى", "Another account";
    undo: "تراجع عن تصحيحك", "Undo your correction";
    stated_and_measured: "المذكور والمقيس", "Stated and measured";
    where_to_where: "من أين إلى أين", "From where to where";
    what_it_says: "ما يقوله النص", "What the text says";
    line_says: "الخط يقول مدى اليقين", "The line says how sure";
    point_at_a_mark: "أشر إلى علامة في النص أو على الخريطة، واضغطها لترى لماذا هي هناك.",
        "Point at a mark in the text or on the map; press it to see why it is there.";
    where_: "أين", "Where";
    is_place: "مكان", "Place";
    is_distance: "مسافة", "Distance";
    is_event: "حدث", "Event";
    is_reference: "إشارة", "Reference";
    is_rural: "ريف", "Countryside";

    invitation: "ألصق خبرًا،\nوانظر أين جرى", "Paste the news,\nsee the place";
    lead: "كل مكان ومسافة وحدث في النص، على خريطة سوريا.\nوما لا نعرفه يُرسم غير مؤكد.",
        "Every place, distance and event in the text, on a map of Syria.\nWhat is not known is drawn as not known.";
    your_text: "نص الخبر", "The text of the article";
    paste_here: "ألصق نص الخبر هنا، أو أفلت ملفًا فوق الورقة", "Paste the text here, or drop a file on the page";
    read: "اقرأ النص", "Read the text";
    open_file: "افتح ملفًا", "Open a file";
    file_kinds: "txt، html، md، makan.json", "txt, html, md, makan.json";
    publication_date: "تاريخ النشر", "Published on";
    today: "اليوم", "Today";
    date_helps: "تُحسب منه «أمس» و«بداية الشهر».", "“Yesterday” and “early this month” count from it.";
    or_example: "أو ابدأ بمثال", "Or begin with an example";
    vow: "لا تغادر كلمةٌ هذا المتصفح.", "No word leaves this browser.";
    vow_rest: "لا خادم ولا حساب: تُقرأ النصوص هنا.", "No server, no account: texts are read here.";
    how_so: "كيف ذلك؟", "How so?";
    read_like_this: "هكذا يُقرأ", "Read like this";
    loading: "يصل معجم الأماكن…", "The gazetteer is on its way…";
    loading_failed: "لم يصل معجم الأماكن، فلا يمكن وضع شيء على الخريطة. نصك باقٍ.",
        "The gazetteer did not arrive, so nothing can be placed. Your text is kept.";
    try_again: "حاول مجددًا", "Try again";
    file_unreadable: "تعذّرت قراءة هذا الملف.", "This file could not be read.";

    find_place: "ابحث في معجم الأماكن", "Search the gazetteer";
    where_is: "أين", "Where is";
    name_or_position: "اسم مكان، أو إحداثيات مثل 34.56، 38.28، أو Plus Code", "A name, a position such as 34.56, 38.28, or a Plus Code";
    this_point: "هذه النقطة", "This point";
    nothing_found: "لا مكان بهذا الاسم في المعجم. يمكنك كتابة الإحداثيات.",
        "No place of this name is in the gazetteer. You can write a position.";
    own_places: "أماكن من عندك", "Places of your own";
    own_places_help: "ملف GeoNames أو جدول CSV أو نقاط GeoJSON، تفلته هنا. يبقى في هذا المتصفح ولا يُرفع إلى أي مكان.",
        "A GeoNames file, a CSV table or GeoJSON points, dropped here. It stays in this browser and is uploaded nowhere.";
    add_places: "أضف ملف أماكن", "Add a file of places";
    remove: "أزله", "Remove";
    /// After the number of rows of a file that could not be used.
    not_used: "لم يُستعمل", "not used";
    not_kept: "استُعمل الملف، لكن المتصفح لا يحفظه إلى الزيارة التالية.",
        "The file is used, but the browser does not keep it for the next visit.";
    places_empty: "الملف فارغ.", "The file is empty.";
    places_too_large: "الملف أكبر من 64 ميغابايت.", "The file is larger than 64 megabytes.";
    places_binary: "ليس الملف نصًّا.", "The file is no text.";
    places_unknown: "لم يُعرف شكل الملف: لا هو ملف GeoNames، ولا جدول تسمّي ترويسته الاسم والعرض والطول، ولا GeoJSON.",
        "The file is neither a GeoNames dump, nor a table whose heading names latitude, longitude and a name, nor GeoJSON.";
    places_broken: "يبدو الملف GeoJSON، لكنه مكسور أو مقطوع.", "The file looks like GeoJSON, but is broken or cut short.";
    /// The source of what the gazetteer's makers know themselves.
    own_knowledge: "معرفة محرّري المعجم", "the makers' own knowledge";
    /// Before the gazetteer's version.
    gazetteer_version: "معجم", "gazetteer";
    /// Before the engine's version.
    engine_version: "محرك", "engine";
    reads_otherwise: "قُرئ هذا المقال من قبل بإصدار آخر، وما يُقرأ فيه هنا مختلف: راجع المواضع قبل أن تنقل عنها.",
        "This article was read with another version before, and what is read in it here differs: check the places before you rely on them.";
    may_read_otherwise: "قُرئ هذا المقال من قبل بإصدار آخر، وقد يختلف ما يُقرأ فيه هنا عما رآه من أرسله.",
        "This article was read with another version before; what is read in it here may differ from what its sender saw.";

    the_link: "الرابط", "The link";
    copy_link: "نسخ الرابط", "Copy the link";
    where_it_fits: "أين يتسع له؟", "Where does it fit?";
    qr_code: "رمز QR", "QR code";
    discord: "ديسكورد", "Discord";
    telegram: "تيليغرام", "Telegram";
    address_bar: "شريط العنوان", "Address bar";
    link_warning: "لا يصل ما بعد # إلى أي خادم، لكنه يبقى في سجل المتصفح وفي كل محادثة يُلصق فيها.",
        "What follows # reaches no server, but it stays in the browser's history and in every chat it is pasted into.";

    share_findings: "النتائج فقط", "The findings only";
    share_findings_help: "#، وتصحيحاتك. لا شيء من نص المقال إلا كلماتها.",
        "#, as you corrected them. Nothing of the article but their own words.";
    share_article: "النتائج مع نص المقال", "The findings and the article";
    share_article_help: "من يفتح الرابط يقرأ المقال كله، بتصحيحاتك.", "Whoever opens the link reads the whole article, with your corrections.";
    article_not_here: "هذه نتائج وصلت بلا مقالها: نصه ليس هنا، فلا يمكن تصحيحها ولا قراءتها من جديد.",
        "These findings came without their article: its text is not here, so they cannot be corrected or read anew.";
    findings_alone: "نتائج بلا مقالها", "Findings without their article";
    article_too_long: "المقال أطول من أن يحمله رابط: احفظه ملفًا.", "The article is too long for a link: save it as a file.";
    qr_of_findings: "رمز QR للرابط", "QR code of the link";
    qr_help: "يُمسح من شاشة أو ورقة", "To be scanned from a screen or paper";
    qr_too_long: "الرابط أطول من أن يُمسح رمزًا.", "The link is too long for a code that can be scanned.";
    save_svg: "حفظ SVG", "Save as SVG";
    share_by: "أرسله…", "Send it…";
    copy_text: "نسخ نصًّا مع الرابط", "Copy as text with the link";
    copy_frame: "نسخ شيفرة التضمين", "Copy the code to embed it";
    open_in_makan: "افتحه في مكان", "Open in Makan";
    place_not_stated: "المكان لم يُذكر", "place not stated";
    /// What a list leaves out; `#` stands for how many.
    and_more: "و# أخرى", "and # more";
    read_by_program: "قراءة آلية بمكان: راجع المقال قبل النقل.", "Read by a program, Makan: check the article before relying on it.";

    kept_desks: "محفوظات هذا المتصفح", "Kept in this browser";
    kept_desks_help: "يُحفظ عملك هنا وأنت تكتب وتصحّح، ولا يُرفع إلى أي مكان.",
        "Your work is kept here as you type and correct. It is uploaded nowhere.";
    no_desks: "لا شيء محفوظًا هنا بعد.", "Nothing is kept here yet.";
    desk_not_kept: "لا يحفظ هذا المتصفح عملك: التخزين ممتلئ أو محجوب. احفظه ملفًا قبل أن تغلق الصفحة.",
        "This browser does not keep your work: its storage is full or blocked. Save it as a file before you close the page.";
    draft: "مسودة", "Draft";
    forget: "احذف", "Delete";
    forget_surely: "احذفه نهائيًّا؟", "Delete for good?";
    forget_all: "احذف الكل", "Delete all";
    forget_all_surely: "احذف كل المحفوظات نهائيًّا؟", "Delete everything kept here for good?";
    save_desk: "احفظ المكتب ملفًا", "Save this desk as a file";

    sheet_low: "اطوِ الورقة", "Fold the sheet";
    sheet_middle: "ورقة إلى النصف", "Sheet half way";
    sheet_high: "ارفع الورقة", "Raise the sheet";
}

/// Picks a word out of either language's: `|w| w.share`.
pub type Word = fn(&'static Words) -> &'static str;

/// The words of a language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ar => &ARABIC,
        Language::En => &ENGLISH,
    }
}

/// "١٤ مكانًا".
pub fn counted_places(language: Language) -> Counted {
    match language {
        Language::Ar => Counted {
            none: "لا أماكن",
            one: "مكان واحد",
            two: "مكانان",
            few: "# أماكن",
            many: "# مكانًا",
            other: "# مكان",
        },
        Language::En => Counted::english("no places", "1 place", "# places"),
    }
}

/// "٣ مسافات".
pub fn counted_distances(language: Language) -> Counted {
    match language {
        Language::Ar => Counted {
            none: "لا مسافات",
            one: "مسافة واحدة",
            two: "مسافتان",
            few: "# مسافات",
            many: "# مسافة",
            other: "# مسافة",
        },
        Language::En => Counted::english("no distances", "1 distance", "# distances"),
    }
}

/// "٧ أحداث".
pub fn counted_events(language: Language) -> Counted {
    match language {
        Language::Ar => Counted {
            none: "لا أحداث",
            one: "حدث واحد",
            two: "حدثان",
            few: "# أحداث",
            many: "# حدثًا",
            other: "# حدث",
        },
        Language::En => Counted::english("no events", "1 event", "# events"),
    }
}

/// How many places, distances and events were read.
pub fn counted_findings(analysis: &Analysis, language: Language) -> [String; 3] {
    [
        counted_places(language).with(analysis.mentions.len() as u64, language),
        counted_distances(language).with(analysis.distances.len() as u64, language),
        counted_events(language).with(analysis.events.len() as u64, language),
    ]
}

/// What stands between the parts of a list.
pub fn comma(language: Language) -> &'static str {
    match language {
        Language::Ar => "، ",
        Language::En => ", ",
    }
}

/// "٣ مقالات".
pub fn counted_articles(language: Language) -> Counted {
    match language {
        Language::Ar => Counted {
            none: "لا مقالات",
            one: "مقال واحد",
            two: "مقالان",
            few: "# مقالات",
            many: "# مقالًا",
            other: "# مقال",
        },
        Language::En => Counted::english("no articles", "1 article", "# articles"),
    }
}

/// "٤٦٢ حرفًا".
pub fn counted_characters(language: Language) -> Counted {
    match language {
        Language::Ar => Counted {
            none: "لا حرف",
            one: "حرف واحد",
            two: "حرفان",
            few: "# أحرف",
            many: "# حرفًا",
            other: "# حرف",
        },
        Language::En => Counted::english("no characters", "1 character", "# characters"),
    }
}

/// "٣ أسطر".
pub fn counted_rows(language: Language) -> Counted {
    match language {
        Language::Ar => Counted {
            none: "لا أسطر",
            one: "سطر واحد",
            two: "سطران",
            few: "# أسطر",
            many: "# سطرًا",
            other: "# سطر",
        },
        Language::En => Counted::english("no rows", "1 row", "# rows"),
    }
}

/// The wind that the contract writes as `N` to `NNW`.
pub fn wind(direction: &str, language: Language) -> Option<&'static str> {
    const WINDS: [(&str, &str, &str); 16] = [
        ("N", "شمالًا", "north"),
        ("NNE", "شمالًا إلى الشمال الشرقي", "north-north-east"),
        ("NE", "شمال شرق", "north-east"),
        ("ENE", "شرقًا إلى الشمال الشرقي", "east-north-east"),
        ("E", "شرقًا", "east"),
        ("ESE", "شرقًا إلى الجنوب الشرقي", "east-south-east"),
        ("SE", "جنوب شرق", "south-east"),
        ("SSE", "جنوبًا إلى الجنوب الشرقي", "south-south-east"),
        ("S", "جنوبًا", "south"),
        ("SSW", "جنوبًا إلى الجنوب الغربي", "south-south-west"),
        ("SW", "جنوب غرب", "south-west"),
        ("WSW", "غربًا إلى الجنوب الغربي", "west-south-west"),
        ("W", "غربًا", "west"),
        ("WNW", "غربًا إلى الشمال الغربي", "west-north-west"),
        ("NW", "شمال غرب", "north-west"),
        ("NNW", "شمالًا إلى الشمال الغربي", "north-north-west"),
    ];
    WINDS
        .iter()
        .find(|(code, ..)| *code == direction)
        .map(|(_, ar, en)| match language {
            Language::Ar => *ar,
            Language::En => *en,
        })
}

/// A governorate by its ISO 3166-2 code.
pub fn governorate(code: &str, language: Language) -> Option<&'static str> {
    const GOVERNORATES: [(&str, &str, &str); 14] = [
        ("SY-DI", "دمشق", "Damascus"),
        ("SY-RD", "ريف دمشق", "Rural Damascus"),
        ("SY-HL", "حلب", "Aleppo"),
        ("SY-HI", "حمص", "Homs"),
        ("SY-HM", "حماة", "Hama"),
        ("SY-LA", "اللاذقية", "Latakia"),
        ("SY-TA", "طرطوس", "Tartus"),
        ("SY-ID", "إدلب", "Idlib"),
        ("SY-RA", "الرقة", "Raqqa"),
        ("SY-DY", "دير الزور", "Deir ez-Zor"),
        ("SY-HA", "الحسكة", "al-Hasakah"),
        ("SY-DR", "درعا", "Daraa"),
        ("SY-SU", "السويداء", "as-Suwayda"),
        ("SY-QU", "القنيطرة", "Quneitra"),
    ];
    GOVERNORATES
        .iter()
        .find(|(iso, ..)| *iso == code)
        .map(|(_, ar, en)| match language {
            Language::Ar => *ar,
            Language::En => *en,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_is_arabic_and_english_is_not() {
        let is_arabic = |text: &str| text.contains(|c| matches!(c, '\u{600}'..='\u{6ff}'));
        for (key, ar, en) in PAIRS.iter().filter(|(key, ..)| *key != "other_language") {
            assert!(is_arabic(ar), "{key}: {ar}");
            assert!(!is_arabic(en) && !en.is_empty(), "{key}: {en}");
        }
    }

    #[test]
    fn every_wind_has_a_name() {
        assert_eq!(wind("NE", Language::Ar), Some("شمال شرق"));
        assert_eq!(wind("NNW", Language::En), Some("north-north-west"));
        assert_eq!(wind("X", Language::En), None);
    }
}
