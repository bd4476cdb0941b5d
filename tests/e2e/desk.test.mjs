// The main journey: paste, read, look, follow a mark to the map and back, put something right.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './support.mjs';
import { ARTICLE, Desk } from './page.mjs';

let app, desk;
before(async () => {
  app = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  desk = new Desk(app.page);
  await app.page.waitForSelector('.paste textarea');
});
after(() => app?.close());

test('pasting reads at once', async () => {
  await app.page.evaluate(text => navigator.clipboard.writeText(text), ARTICLE);
  await app.page.locator('.given input[type=date]').fill('2016-04-05');
  await app.page.locator('.paste textarea').focus();
  await app.page.keyboard.press('Control+V');
  await desk.laid();
});

test('every place, distance and event is marked in the text', async () => {
  for (const name of ['تدمر', 'السخنة', 'القريتين', 'البارة', 'المدينة', 'مطارها']) {
    assert.equal(await desk.mark(name).count(), 1, name);
  }
  assert.equal(await app.page.locator('.prose .distance').count() >= 2, true);
  assert.equal(await app.page.locator('.prose .event').count() >= 1, true);
  assert.equal((await app.page.locator('.prose').innerText()).includes('هدوء حذر شرق حمص'), true);
});

test('the list holds what the text shows', async () => {
  await desk.tab('distances');
  assert.equal(await desk.rows().count(), 2);
  assert.match(await desk.rows().first().innerText(), /٧٠/);
  await desk.tab('places');
  assert.match(await desk.rows().filter({ hasText: 'البارة' }).innerText(), /٣٤[,٫]٤/);
  await desk.tab('events');
  assert.match(await desk.rows().filter({ hasText: 'استعادة' }).first().innerText(), /٣٠٠/);
});

test('a distance between known ends is a line with stated and measured', async () => {
  await desk.drawn();
  const features = await desk.onMap('d0');
  assert.ok(features.some(f => f.type.includes('LineString')), JSON.stringify(features));
  await desk.tab('distances');
  await desk.rows().first().locator('button').click();
  const note = await desk.note().innerText();
  assert.match(note, /٧٠/);
  assert.match(note, /٦[٤٥] كم/);
});

test('the text overrules a namesake, and the note says why', async () => {
  await desk.mark('البارة').click();
  const note = await desk.note().innerText();
  assert.match(note, /٣٠ كم من القريتين/);
  assert.match(note, /تخالفه المسافة/);
  assert.ok((await desk.onMap(await desk.mark('البارة').getAttribute('data-finding'))).length > 0);
});

test('pointing at a row lights the words, and the keyboard opens and closes the note', async () => {
  await desk.tab('places');
  const sukhnah = await desk.mark('السخنة').getAttribute('data-finding');
  await app.page.locator(`#findings tr[data-finding=${sukhnah}]`).hover();
  await app.page.waitForSelector('.prose .place.lit');
  assert.match(await app.page.locator('.prose .place.lit').first().innerText(), /السخنة/);
  await desk.mark('القريتين').focus();
  await app.page.keyboard.press('Enter');
  assert.match(await desk.note().locator('h2').first().innerText(), /القريتين/);
  await app.page.keyboard.press('Escape');
  assert.equal(await app.page.locator('.desk.noted').count(), 0);
});

test('what is no place is set aside and listed so', async () => {
  await desk.mark('السخنة').click();
  await desk.note().getByRole('button', { name: 'ليس مكانًا' }).click();
  await app.page.waitForFunction(() => ![...document.querySelectorAll('.prose .place')].some(mark => mark.textContent.includes('السخنة')));
  await desk.tab('not-places');
  assert.match(await desk.rows().filter({ hasText: 'السخنة' }).innerText(), /أنت/);
});

test('an event is struck out, and brought back', async () => {
  await desk.tab('events');
  const before = await desk.rows().count();
  await desk.rows().first().locator('button').click();
  await desk.note().getByText('ليس حدثًا').click();
  await app.page.waitForFunction(n => document.querySelectorAll('#findings tbody tr').length === n - 1, before);
  await app.page.keyboard.press('Control+z');
  await app.page.waitForFunction(n => document.querySelectorAll('#findings tbody tr').length === n, before);
});

test('a second page opened by the link shows the same desk', async () => {
  const link = await desk.link();
  assert.match(link, /#2:\S+$/);
  const other = await app.context.newPage();
  await other.goto(link);
  const copy = new Desk(other);
  await copy.laid();
  assert.equal(await other.locator('.prose').innerText(), await app.page.locator('.prose').innerText());
  await copy.tab('not-places');
  assert.match(await copy.rows().filter({ hasText: 'السخنة' }).innerText(), /أنت/);
  await other.close();
});

test('nothing went wrong and nothing left for another host', () => {
  assert.deepEqual(app.errors, []);
  assert.deepEqual(app.outside, []);
});
