// A picture of the map as a file: its typefaces are put into the SVG, and the SVG is drawn as PNG.

const here = path => new URL(path, document.baseURI).href;

/** Family, weight, slant and file of each face that a picture is set in. */
const FACES = [
  ['Plex Arabic', 400, 'normal', 'ibm-plex-sans-arabic-arabic-400-normal', 'U+0600-06FF,U+FB50-FDFF,U+FE70-FEFF'],
  ['Plex Arabic', 500, 'normal', 'ibm-plex-sans-arabic-arabic-500-normal', 'U+0600-06FF,U+FB50-FDFF,U+FE70-FEFF'],
  ['Plex Arabic', 600, 'normal', 'ibm-plex-sans-arabic-arabic-600-normal', 'U+0600-06FF,U+FB50-FDFF,U+FE70-FEFF'],
  ['Plex Arabic', 400, 'normal', 'ibm-plex-sans-arabic-latin-400-normal', 'U+0000-05FF,U+2010-22FF'],
  ['Plex Arabic', 500, 'normal', 'ibm-plex-sans-arabic-latin-500-normal', 'U+0000-05FF,U+2010-22FF'],
  ['Plex Arabic', 600, 'normal', 'ibm-plex-sans-arabic-latin-600-normal', 'U+0000-05FF,U+2010-22FF'],
  ['Naskh', 400, 'normal', 'noto-naskh-arabic-arabic-400-normal', 'U+0600-06FF,U+FB50-FDFF,U+FE70-FEFF'],
  ['Naskh', 400, 'italic', 'source-serif-4-latin-400-italic', 'U+0000-05FF,U+2010-22FF'],
];

/** The SVG with its typefaces within it, so that it looks the same on every machine. */
export async function with_faces(svg) {
  const faces = await Promise.all(FACES.map(async ([family, weight, slant, file, range]) => {
    const bytes = await (await fetch(here(`fonts/${file}.woff2`))).blob();
    return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${slant};unicode-range:${range};src:url(${await address(bytes)})}`;
  }));
  return svg.replace('>', `><style>${faces.join('')}</style>`);
}

/** The picture as PNG, twice as sharp. */
export async function as_png(svg) {
  const sharpness = 2;
  const file = new Blob([await with_faces(svg)], { type: 'image/svg+xml' });
  const drawing = Object.assign(new Image(), { src: await address(file) });
  await drawing.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: drawing.naturalWidth * sharpness, height: drawing.naturalHeight * sharpness,
  });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  // The typefaces within an image arrive after it, and nothing tells when: it is drawn until its last line is lettered,
  // and then once more.
  const is_lettered = () => {
    const { data } = pen.getImageData(0, canvas.height - 48 * sharpness, canvas.width, 40 * sharpness);
    return data.some((value, at) => Math.abs(value - data[at % 4]) > 40);
  };
  for (let last = false, turn = 0; !last && turn < 100; turn++) {
    last = is_lettered() && turn > 0;
    await new Promise(resolve => setTimeout(resolve, 100));
    pen.drawImage(drawing, 0, 0, canvas.width, canvas.height);
  }
  return new Promise((resolve, reject) => canvas.toBlob(blob => blob ? resolve(blob) : reject(new Error('no picture')), 'image/png'));
}

const address = blob => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result);
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
});
