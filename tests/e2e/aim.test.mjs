// The hand on the map: a mark is dragged, a place pointed out with or without a pointer, a way measured, a position read.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './support.mjs';
import { ARTICLE, withArticle } from './page.mjs';

let app, desk;
before(async () => {
  ({ app, desk } = await withArticle(ARTICLE, { permissions: ['clipboard-read', 'clipboard-write'] }));
  await desk.drawn();
});
after(() => app?.close());

/** Where a spot of the world lies in the window. */
const onPage = (lng, lat) => app.page.evaluate(([lng, lat]) => {
  const { x, y } = globalThis.makanMap.project([lng, lat]);
  const box = globalThis.makanMap.getCanvas().getBoundingClientRect();
  return [box.left + x, box.top + y];
}, [lng, lat]);

const spotOf = async key => app.page.evaluate(key => {
  const mark = globalThis.makanMap.querySourceFeatures('findings').find(f => f.properties.key === key && f.properties.is === 'mark');
  return mark?.geometry.coordinates;
}, key);

/** Opens the note of a place and gives its mark's key. */
async function opened(words) {
  await desk.mark(words).click();
  await desk.note().getByRole('heading', { name: words }).waitFor();
  return desk.mark(words).getAttribute('data-finding');
}

async function isYours() { await desk.note().getByText('وضعته أنت').first().waitFor(); }
async function undo() { await app.page.locator('.head').getByRole('button', { name: 'تراجع', exact: true }).click(); }

test('the mark of the open note is dragged to its place, and one undo takes it back', async () => {
  const key = await opened('السخنة');
  await app.page.waitForTimeout(400);
  const [lng, lat] = await spotOf(key);
  const [x, y] = await onPage(lng, lat);
  await app.page.mouse.move(x, y);
  await app.page.mouse.down();
  await app.page.mouse.move(x + 30, y - 20, { steps: 5 });
  await app.page.waitForSelector('.map-aimed .held');
  await app.page.mouse.up();
  await isYours();
  await undo();
  await desk.note().getByText('وضعته أنت').waitFor({ state: 'detached' });
});

test('a place is put by keys alone: under the cross', async () => {
  await opened('السخنة');
  await desk.note().getByRole('button', { name: 'أشّر موضعه على الخريطة' }).press('Enter');
  await app.page.locator('.map-aim .hit:focus').waitFor();
  await app.page.keyboard.press('ArrowUp');
  await app.page.waitForTimeout(400);
  await app.page.keyboard.press('Enter');
  await isYours();
  await undo();
});

test('Escape gives up the aim and leaves the note open', async () => {
  await opened('السخنة');
  await desk.note().getByRole('button', { name: 'أشّر موضعه على الخريطة' }).click();
  await app.page.locator('.map-aim').waitFor();
  await app.page.keyboard.press('Escape');
  await app.page.locator('.map-aim').waitFor({ state: 'detached' });
  await desk.note().getByRole('heading', { name: 'السخنة' }).waitFor();
});

test('a way is measured along the ellipsoid', async () => {
  await app.page.getByRole('button', { name: 'قِس مسافة' }).click();
  for (const spot of [[38.284, 34.5624], [38.8714, 34.8866]]) {
    const [x, y] = await onPage(...spot);
    await app.page.mouse.click(x, y);
  }
  const told = app.page.locator('.map-aim p');
  await app.page.waitForFunction(() => /°/.test(document.querySelector('.map-aim p')?.textContent));
  assert.match(await told.textContent(), /^٦[٤٥][٫\d٠-٩]* كم · ٥[٥٦٧]°$/);
  await app.page.keyboard.press('Escape');
  await told.waitFor({ state: 'detached' });
});

test('the position under the pointer is told, and C copies it', async () => {
  const [x, y] = await onPage(38.284, 34.5624);
  await app.page.mouse.move(x, y);
  await app.page.locator('.map-spot', { hasText: '٣٤٫٥' }).waitFor();
  await app.page.keyboard.press('c');
  await app.page.locator('.map-spot', { hasText: 'نُسخت' }).waitFor();
  const copied = await app.page.evaluate(() => navigator.clipboard.readText());
  const [lat, lng] = copied.split(', ').map(Number);
  assert.ok(Math.abs(lat - 34.5624) < 0.02 && Math.abs(lng - 38.284) < 0.02, copied);
});

test('a Plus Code is a position in the search', async () => {
  await app.page.keyboard.press('/');
  await app.page.locator('.search input').fill('8G6WH76M+XJ');
  await app.page.locator('.search li', { hasText: '٣٤٫٥٦' }).waitFor();
  await app.page.keyboard.press('Escape');
});

test('nothing went wrong', () => assert.deepEqual(app.errors, []));
