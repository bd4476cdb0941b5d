// The map as a picture and as a report on paper; and what stands there without WebGL.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { open } from './support.mjs';
import { ARTICLE, Desk, withArticle } from './page.mjs';

let app, desk;
before(async () => {
  ({ app, desk } = await withArticle());
  await desk.drawn();
});
after(() => app?.close());

/** Width and height that a PNG's header tells. */
function size(png) {
  assert.equal(png.toString('latin1', 1, 4), 'PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** How many pixels between two lines of a PNG are unlike its first one. */
function inked(png, top, bottom) {
  return app.page.evaluate(async ([png, top, bottom]) => {
    const image = Object.assign(new Image(), { src: `data:image/png;base64,${png}` });
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: bottom - top });
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, -top);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    let inked = 0;
    for (let at = 0; at < data.length; at += 4) if (Math.abs(data[at] - data[0]) > 40) inked++;
    return inked;
  }, [png.toString('base64'), top, bottom]);
}

test('PNG is the map twice as sharp, in more than a few colours', async () => {
  const { name, bytes } = await desk.saved('PNG');
  assert.equal(name, 'makan-2016-04-05.png');
  const [width, height] = size(bytes);
  assert.equal(width, 2 * (1000 + 48));
  assert.ok(height > 1200);
  assert.ok(bytes.length > 150_000, `${bytes.length} bytes: an empty sheet?`);
  // The title, above the map, and the credits, below it, are lettered.
  assert.ok(await inked(bytes, 40, 160) > 2000, 'the title');
  assert.ok(await inked(bytes, height - 100, height - 10) > 2000, 'the credits');
});

test('SVG bears its lettering as text, its typefaces within it, and no address', async () => {
  const { name, bytes } = await desk.saved('SVG');
  assert.equal(name, 'makan-2016-04-05.svg');
  const svg = bytes.toString();
  for (const words of ['>تدمر</text>', 'هدوء حذر شرق حمص', 'GeoNames', 'direction="rtl"', '@font-face']) assert.ok(svg.includes(words), words);
  assert.doesNotMatch(svg, /(href|url\()\s*=?\s*["']?https?:/);
});

test('the report holds the map, every list and how to read it', async () => {
  await app.page.evaluate(() => { globalThis.print = () => { globalThis.printed = true; }; });
  await desk.export('PDF');
  await app.page.waitForFunction(() => globalThis.printed);
  await app.page.emulateMedia({ media: 'print' });
  const report = app.page.locator('.report');
  const text = await report.innerText();
  for (const words of ['هدوء حذر شرق حمص', 'كيف يُقرأ هذا', 'أكثر من 300', 'السخنة', '٧٠ كم']) assert.ok(text.includes(words), words);
  assert.equal(await report.locator('figure > svg').count(), 1);
  assert.equal(await app.page.locator('.head').isVisible(), false);
  await app.page.emulateMedia({ media: null });
  await app.page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await report.waitFor({ state: 'detached' });
});

test('nothing went wrong and nothing was asked of another host', () => {
  assert.deepEqual(app.errors, []);
  assert.deepEqual(app.outside, []);
});

test('without WebGL the map is a picture whose marks open their notes and which buttons move', async () => {
  const bare = await open({ args: ['--disable-gpu', '--disable-3d-apis', '--no-first-run'] });
  try {
    const there = new Desk(bare.page);
    await bare.page.waitForSelector('.paste textarea');
    await there.read(ARTICLE);
    await there.laid();
    await bare.page.waitForSelector('[data-map-state=failed] .map-drawn svg');
    await bare.page.locator('.map-drawn text', { hasText: 'السخنة' }).first().click();
    await there.note().getByRole('heading', { name: 'السخنة' }).waitFor();
    const before = await bare.page.locator('.map-drawn').innerHTML();
    await bare.page.locator('.map-pad .in').click();
    await bare.page.waitForFunction(before => document.querySelector('.map-drawn').innerHTML !== before, before);
  } finally {
    await bare.close();
  }
});
