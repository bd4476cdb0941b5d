// The one place that touches MapLibre GL JS. What is drawn and where is decided in Rust; here it is only handed on.
// MapLibre is fetched when it is first needed, from the page's own folder.

const here = path => new URL(path, document.baseURI).href;
let library;

/** Fetches MapLibre with its style sheet. */
export async function load() {
  if (library) return;
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = here('vendor/maplibre-gl/maplibre-gl.css');
  document.head.append(sheet);
  library = await import(here('vendor/maplibre-gl/maplibre-gl.mjs'));
}

/** Makes the map in an element; resolves when its style stands, rejects where there is no WebGL. */
export async function create(container, style, images, lng, lat, zoom) {
  const map = new library.Map({
    container, style: resolved(style), center: [lng, lat], zoom, minZoom: 3, maxZoom: 14, maxPitch: 0,
    attributionControl: false, fadeDuration: 0, dragRotate: false, touchPitch: false, pitchWithRotate: false, renderWorldCopies: false,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.drawings = new Map(JSON.parse(images).map(image => [image.id, image]));
  map.setMissingStyleImageResolver(id => {
    const drawing = map.drawings.get(id);
    if (drawing) map.addImage(id, drawn(drawing), { pixelRatio: sharpness() });
  });
  await map.once('style.load');
  globalThis.makanMap = map; // for the end-to-end tests
  return map;
}

/** The style with its addresses made whole. */
function resolved(text) {
  const style = JSON.parse(text);
  for (const source of Object.values(style.sources)) if (typeof source.data === 'string') source.data = here(source.data);
  for (const face of Object.values(style['font-faces']).flat()) face.url = here(face.url);
  return style;
}

const sharpness = () => Math.max(2, Math.ceil(devicePixelRatio));

/** A recipe as pixels. */
function drawn({ size, strokes }) {
  const side = Math.ceil(size * sharpness());
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
  const pen = canvas.getContext('2d');
  pen.lineJoin = 'round';
  for (const { path, scale, middle, fill, stroke, width, dash } of strokes) {
    pen.setTransform(1, 0, 0, 1, side / 2, side / 2);
    pen.scale(scale * sharpness(), scale * sharpness());
    pen.translate(-middle, -middle);
    const shape = new Path2D(path);
    if (fill) { pen.fillStyle = fill; pen.fill(shape, 'evenodd'); }
    if (stroke) {
      pen.strokeStyle = stroke;
      pen.lineWidth = width;
      pen.lineCap = dash[0] < 0.1 ? 'round' : 'butt';
      pen.setLineDash(dash);
      pen.stroke(shape);
    }
  }
  return pen.getImageData(0, 0, side, side);
}

/** Another theme or language: what differs in the layers is set, what the sources hold stays. */
export function restyle(map, text, images, title) {
  map.drawings = new Map(JSON.parse(images).map(image => [image.id, image]));
  for (const id of map.listImages()) if (map.drawings.has(id)) map.updateImage(id, drawn(map.drawings.get(id)));
  const differs = (a, b) => JSON.stringify(a) !== JSON.stringify(b);
  for (const layer of JSON.parse(text).layers) {
    if (layer.filter && differs(layer.filter, map.getFilter(layer.id))) map.setFilter(layer.id, layer.filter);
    for (const [name, value] of Object.entries(layer.paint ?? {})) {
      if (differs(value, map.getPaintProperty(layer.id, name))) map.setPaintProperty(layer.id, name, value);
    }
    for (const [name, value] of Object.entries(layer.layout ?? {})) {
      if (differs(value, map.getLayoutProperty(layer.id, name))) map.setLayoutProperty(layer.id, name, value);
    }
  }
  map.getCanvas().setAttribute('aria-label', title);
}

export function set_data(map, source, geojson) { map.getSource(source).setData(JSON.parse(geojson)); }

/** Which findings are quieted and which is open; all others are neither. */
export function set_states(map, quiet, open) {
  map.removeFeatureState({ source: 'findings' });
  for (const id of quiet) map.setFeatureState({ source: 'findings', id }, { quiet: true });
  for (const id of open) map.setFeatureState({ source: 'findings', id }, { open: true });
}

/** Moves in 240 ms, or at once for readers who want no motion and where `slowly` is false. */
export function look(map, lng, lat, zoom, slowly) {
  const camera = { center: [lng, lat], zoom };
  if (slowly) map.easeTo({ ...camera, duration: 240 });
  else map.jumpTo(camera);
}

/** Tells where the map looks: longitude, latitude, zoom, width, height; and whether it has come to rest. */
export function on_move(map, told) {
  const tell = rests => {
    const { lng, lat } = map.getCenter();
    const { clientWidth, clientHeight } = map.getContainer();
    told(lng, lat, map.getZoom(), clientWidth, clientHeight, rests);
  };
  map.on('move', () => tell(false));
  map.on('resize', () => tell(true));
  map.on('moveend', () => tell(true));
  tell(false);
}

/** Tells that everything the sheet shows has been drawn, once. */
export function on_drawn(map, told) { map.once('idle', () => told()); }

/** Tells the key of the finding under the pointer (empty for none), and whether it was pressed. */
export function on_pointer(map, layers, told) {
  const coarse = matchMedia('(pointer: coarse)').matches;
  const found = ({ x, y }) => {
    for (const reach of coarse ? [4, 16] : [1, 5]) {
      const [feature] = map.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]], { layers });
      if (feature) return feature.properties.key;
    }
    return '';
  };
  let last = '', waiting = null;
  const point = key => {
    map.getCanvas().style.cursor = key ? 'pointer' : '';
    if (key !== last) told(last = key, false);
  };
  map.on('mousemove', ({ point: spot }) => {
    waiting ?? requestAnimationFrame(() => { point(found(waiting)); waiting = null; });
    waiting = spot;
  });
  map.on('mouseout', () => { last = ''; point(''); told('', false); });
  map.on('click', ({ point: spot }) => { const key = found(spot); if (key) told(key, true); });
}

/** Tells longitude and latitude under the pointer (not a number for none), and whether it was pressed there. */
export function on_spot(map, told) {
  let waiting = null;
  map.on('mousemove', ({ lngLat }) => {
    waiting ?? requestAnimationFrame(() => { if (waiting) told(waiting.lng, waiting.lat, false); waiting = null; });
    waiting = lngLat;
  });
  map.on('mouseout', () => { waiting = null; told(NaN, NaN, false); });
  map.on('click', ({ lngLat }) => told(lngLat.lng, lngLat.lat, true));
}

/** Which finding's mark may be dragged; empty for none. */
export function let_move(map, key) { map.movable = key; }

/** Tells where the movable mark is dragged to, and whether it was dropped there; not a number where that is given up. */
export function on_drag(map, told) {
  const canvas = map.getCanvas();
  const begin = (moves, ends) => event => {
    const far = 4;
    if (!event.features.some(feature => feature.properties.key === map.movable) || event.points?.length > 1) return;
    event.preventDefault();
    let spot = null;
    const move = ({ point, lngLat }) => {
      if (!spot && point.dist(event.point) < far) return;
      canvas.style.cursor = 'grabbing';
      spot = lngLat;
      told(spot.lng, spot.lat, false);
    };
    const end = given => {
      map.off(moves, move);
      map.off(ends, end);
      removeEventListener('keydown', give_up, true);
      canvas.style.cursor = '';
      if (spot) told(given ? spot.lng : NaN, spot.lat, true);
    };
    const give_up = key => { if (key.key === 'Escape') { key.stopPropagation(); end(null); } };
    map.on(moves, move);
    map.on(ends, end);
    addEventListener('keydown', give_up, true);
  };
  map.on('mousedown', 'marks', begin('mousemove', 'mouseup'));
  map.on('touchstart', 'marks', begin('touchmove', 'touchend'));
}
