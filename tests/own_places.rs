//! Files of places of the reader's own, in the formats people have them in.

use makan::gazetteer::import::{self, Format, Import, Reason};
use makan::gazetteer::{Gazetteer, Kind};
use makan::{Article, Corrections, analyse};

fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!(
        "{}/tests/gazetteers/{name}",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap()
}

fn read(name: &str) -> Import {
    import::read(name, &file(name)).unwrap()
}

fn names(import: &Import) -> Vec<&str> {
    import.places.iter().map(|p| p.name_ar.as_str()).collect()
}

/// The rows that were refused, as they are said.
fn bad(import: &Import) -> Vec<String> {
    assert_eq!(import.bad.len(), import.bad_rows);
    import.bad.iter().map(ToString::to_string).collect()
}

#[test]
fn a_geonames_dump_is_read() {
    let import = read("geonames.txt");
    assert_eq!(import.format, Format::GeoNames);
    assert_eq!(
        names(&import),
        [
            "خربة السنديانة",
            "تدمر",
            "وادي الغزلان",
            "كفرزيتا",
            "أم الحمام"
        ]
    );
    assert_eq!(
        bad(&import),
        [
            "row 4: \"HTL\" is not a sort of place that is read",
            "row 5: latitude 95.1 or longitude 38.27 is not on the globe",
            "row 6: it has 2 columns; a GeoNames row has 19",
        ]
    );
    let place = &import.places[0];
    assert_eq!(
        (place.id.as_str(), place.kind),
        ("gn:9000001", Kind::Village)
    );
    assert_eq!(
        (place.admin1.as_str(), place.country.as_str()),
        ("SY-HI", "SY")
    );
    assert_eq!(place.alt_en, ["Khirbet es-Sindyaneh"]);
    assert_eq!(import.places[2].kind, Kind::Valley);
    assert_eq!(import.places[4].kind, Kind::Town);
}

#[test]
fn a_humanitarian_table_is_read() {
    let import = read("humanitarian.csv");
    assert_eq!(import.format, Format::Table);
    assert_eq!(
        names(&import),
        ["شجرة اللوز", "تل حاصل الشمالي", "عين الصفا الغربية"]
    );
    let place = &import.places[0];
    assert_eq!(
        (place.id.as_str(), place.name_en.as_str()),
        ("own:C9001", "Shajaret el-Loz")
    );
    assert_eq!(
        (place.admin1.as_str(), place.kind),
        ("SY-ID", Kind::Village)
    );
    // A decimal comma, and a comma inside quotation marks.
    assert_eq!(
        (import.places[1].lat, import.places[1].lon),
        (36.571, 37.231)
    );
    // The mark that is opened in line 7 and never closed does not swallow line 8.
    assert_eq!(
        import
            .bad
            .iter()
            .map(|b| (b.row, b.reason.clone()))
            .collect::<Vec<_>>(),
        [
            (5, Reason::NoName),
            (6, Reason::NoPosition),
            (8, Reason::NoPosition)
        ]
    );
}

#[test]
fn whos_on_first_is_read() {
    let import = read("whosonfirst.csv");
    assert_eq!(names(&import), ["رسم الورد الكبير", "الزيتون الجديد"]);
    assert_eq!(import.places[1].kind, Kind::Neighbourhood);
    assert_eq!(bad(&import), ["row 4: it has no latitude or no longitude"]);
}

#[test]
fn geojson_points_are_read() {
    let import = read("points.geojson");
    assert_eq!(names(&import), ["تل الغصن", "مخيم الواحة الجديد"]);
    assert_eq!(import.places[0].importance, 2);
    assert_eq!(import.places[1].id, "own:node7");
    assert_eq!(
        bad(&import),
        [
            "row 2: its geometry is \"Polygon\", not a point",
            "row 3: it has no latitude or no longitude",
            "row 5: it is no GeoJSON feature",
        ]
    );
}

#[test]
fn own_places_are_laid_over_the_bundled_ones() {
    let bundled = Gazetteer::bundled();
    let files = ["geonames.txt", "alternate_names.txt", "humanitarian.csv"].map(read);
    let own = bundled.with_own(&files);
    let place = |id: &str| own.place(own.index_of(id).unwrap());
    // What is bundled keeps its number, id, names and point, and gains names; a second row does not double it.
    for (before, after) in bundled.places().iter().zip(own.places()) {
        assert_eq!(
            (&before.id, &before.name_ar, before.lat),
            (&after.id, &after.name_ar, after.lat)
        );
    }
    assert_eq!(own.places().len(), bundled.places().len() + 6);
    let palmyra = place("gn:163808");
    assert!(palmyra.alt_ar.contains(&"عروس الصحراء".to_string()));
    assert!(palmyra.alt_en.contains(&"Tadmor of the Desert".to_string()));
    assert!(
        own.sources()[usize::from(palmyra.source)].ends_with("geonames.txt; alternate_names.txt")
    );
    assert_eq!(place("gn:9000006").name_ar, "كفر زيتا");
    let camp = place("gn:9000007");
    assert!(camp.alt_ar.contains(&"ضيعة أم الحمام القبلية".to_string()));
    assert!(camp.alt_en.iter().all(|n| !n.contains("http")));
    // New places are found, and their versions and credits told.
    let found = own.find("شجرة اللوز", 1)[0];
    assert_eq!(own.place(found.place).id, "own:C9001");
    assert_eq!(
        own.sources()[usize::from(own.place(found.place).source)],
        "humanitarian.csv"
    );
    assert!(
        own.version()
            .starts_with(&format!("{}+", bundled.version()))
    );
    assert_eq!(own.version(), bundled.with_own(&files).version());
    assert_eq!(bundled.with_own(&[]).version(), bundled.version());
}

#[test]
fn a_row_without_governorate_takes_that_of_its_neighbours() {
    let import = import::read(
        "x",
        "name;lat;lon\nبير الحصان الأبيض;35.93;36.64\nجزيرة المجهول;30;30\n".as_bytes(),
    )
    .unwrap();
    let own = Gazetteer::bundled().with_own(&[import]);
    let governorate = |id: &str| own.place(own.index_of(id).unwrap()).admin1.clone();
    assert_eq!(governorate("own:2"), "SY-ID");
    assert_eq!(governorate("own:3"), "");
}

#[test]
fn own_names_that_are_words_need_company() {
    let rows = "name,lat,lon\nالهدوء,35.31,37.61\nقرية,35.32,37.62\nحلب,33.01,36.41\nرسم النفل الغربي,35.33,37.63\n";
    let import = import::read("x", rows.as_bytes()).unwrap();
    let own = Gazetteer::bundled().with_own(&[import]);
    let read = |text: &str| -> Vec<String> {
        let article = Article {
            id: String::new(),
            text: text.into(),
            date: None,
        };
        let analysis = analyse(&article, &own, &Corrections::default());
        let placed = analysis
            .mentions
            .into_iter()
            .filter_map(|m| Some((m.text, m.place?.id)));
        placed.map(|(text, id)| format!("{text} {id}")).collect()
    };
    assert_eq!(read("عاد الهدوء إلى المنطقة بعد القصف."), [""; 0]);
    assert_eq!(
        read("قصف الطيران قرية الهدوء ورسم النفل الغربي."),
        ["الهدوء own:2", "رسم النفل الغربي own:5"]
    );
    assert_eq!(read("قتل مدنيان في حلب."), ["حلب gn:170063"]);
}

#[test]
fn a_large_list_is_laid_over_in_time() {
    let mut rows = String::from("name_ar,name_en,lat,lon\n");
    for n in 0..10_000 {
        let (lat, lon) = (
            34.0 + f64::from(n % 100) / 40.0,
            36.5 + f64::from(n / 100) / 30.0,
        );
        rows += &format!("خربة الراعي {n},Khirbat ar-Rai {n},{lat},{lon}\n");
    }
    let import = import::read("x", rows.as_bytes()).unwrap();
    assert_eq!((import.places.len(), import.bad_rows), (10_000, 0));
    let own = Gazetteer::bundled().with_own(&[import]);
    assert_eq!(
        own.places().len(),
        Gazetteer::bundled().places().len() + 10_000
    );
}

#[test]
fn a_file_of_namesakes_is_laid_in_step_with_its_length() {
    let laid = |rows: usize| {
        let mut file = String::from("name_ar,name_en,lat,lon\n");
        for row in 0..rows {
            let (lat, lon) = (35.0, 36.0 + 0.0571 * row as f64);
            file += &format!("خربة الدخان,Khirbat al-Dukhan {row},{lat:.4},{lon:.4}\n");
        }
        let import = import::read("own.csv", file.as_bytes()).unwrap();
        let start = std::time::Instant::now();
        let places = Gazetteer::bundled().with_own([&import]).places().len();
        (places, start.elapsed())
    };
    laid(10);
    let ((few, short), (many, long)) = (laid(600), laid(2400));
    assert!(many > few);
    // Four times as many rows; laid pair by pair they would take sixteen times as long.
    assert!(long < short * 10, "{short:?} and {long:?}");
}
