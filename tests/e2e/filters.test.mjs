// Choosing among the events: by type, actor and day; list, margin and map show the same, and a link brings it along.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WEEK, withArticle } from './page.mjs';

let app, desk;
before(async () => { ({ app, desk } = await withArticle(WEEK)); });
after(() => app?.close());

const bar = () => app.page.locator('.filters');
const type = name => bar().getByRole('button', { name });
const stop = name => app.page.locator('.time-line').getByRole('button', { name });
const sigla = () => app.page.locator('.prose .siglum').count();
/** Waits until the list holds so many events. */
const listed = number => app.page.waitForFunction(n => document.querySelectorAll('#findings tbody tr').length === n, number);

test('all events are shown at first, and their sums', async () => {
  await listed(5);
  assert.equal(await sigla(), 5);
  assert.match(await bar().locator('.totals').innerText(), /القتلى ٣٥ فأكثر · الجرحى ١٠/);
  assert.equal(await bar().getByRole('button', { name: 'أظهر الكل' }).count(), 0);
});

test('a type holds for the list, the margin and the map alike', async () => {
  await desk.drawn();
  assert.ok((await desk.onMap('e1')).length > 0);
  await type('انفجارات').click();
  await listed(2);
  assert.equal(await type('انفجارات').getAttribute('aria-pressed'), 'true');
  assert.equal(await sigla(), 2);
  assert.match(await app.page.locator('#tab-events').innerText(), /٢ من ٥/);
  assert.match(await bar().locator('.totals').innerText(), /القتلى ٥/);
  await app.page.waitForFunction(() => !globalThis.makanMap.querySourceFeatures('findings').some(f => f.properties.key === 'e1'));
  const numbers = await desk.onMap('e3');
  assert.equal(numbers.find(f => f.is === 'event')?.number, '٤', 'an event keeps its number');
});

test('a second page opened by the link shows the same choice', async () => {
  const other = await app.context.newPage();
  await other.goto(await desk.link());
  await other.waitForFunction(() => document.querySelectorAll('#findings tbody tr').length === 2);
  await other.close();
});

test('one press shows all again', async () => {
  await bar().getByRole('button', { name: 'أظهر الكل' }).click();
  await listed(5);
});

test('days are chosen on the time line, by press and by drag', async () => {
  await stop('٢٧ آذار').click();
  await listed(1);
  assert.match(await desk.rows().innerText(), /تدمر/);
  await stop('١ نيسان').click({ modifiers: ['Shift'] });
  await listed(2);
  await stop('٢٧ آذار').click();
  await stop('٢٧ آذار').click();
  await listed(5);
  const [from, to] = [await stop('١ نيسان').boundingBox(), await stop('٤ نيسان').boundingBox()];
  await app.page.mouse.move(from.x + from.width / 2, from.y + 30);
  await app.page.mouse.down();
  await app.page.mouse.move(to.x - 12, to.y + 30, { steps: 4 });
  await app.page.mouse.up();
  await listed(3);
  await bar().getByRole('button', { name: 'أظهر الكل' }).click();
});

test('actors and days are lists, too, by neutral names', async () => {
  await bar().getByRole('button', { name: 'الأطراف والأيام' }).click();
  const menu = app.page.locator('.filter-menu');
  await menu.getByLabel('تنظيم الدولة الإسلامية').check();
  await listed(2);
  await menu.getByLabel('آب ٢٠١٥').check();
  await listed(1);
  await menu.getByLabel('من يوم').fill('2015-09-01');
  await app.page.waitForSelector('#findings .empty');
  await app.page.keyboard.press('Escape');
  await bar().getByRole('button', { name: 'أظهر الكل' }).click();
  await listed(5);
});

test('nothing went wrong', () => assert.deepEqual(app.errors, []));
