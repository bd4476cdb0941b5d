// From selected words: a place that was not read, and an event that was not.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WEEK, withArticle } from './page.mjs';

let app, desk;
before(async () => { ({ app, desk } = await withArticle(WEEK)); });
after(() => app?.close());

/** Selects words in a paragraph of the article, from one text node to another, as a drag or Shift and arrows do. */
const select = words => app.page.evaluate(words => {
  const texts = document.createTreeWalker(document.querySelector('.prose'), NodeFilter.SHOW_TEXT, node => (
    node.parentElement.closest('.siglum') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const [first, last] = words;
  const range = document.createRange();
  for (let node; (node = texts.nextNode());) {
    if (node.data.includes(first) && range.collapsed) range.setStart(node, node.data.indexOf(first));
    if (node.data.includes(last)) { range.setEnd(node, node.data.indexOf(last) + last.length); break; }
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}, words);

const bar = () => app.page.getByRole('toolbar', { name: 'الكلمات المحددة' });

test('selected words become a place where the reader says', async () => {
  const before = await app.page.locator('.prose .place').count();
  // The article may still be drawn anew while the page settles, which takes a selection away.
  for (let turn = 0; turn < 5 && !await bar().isVisible(); turn++) {
    await select(['المدفعية', 'المدفعية']);
    await app.page.waitForTimeout(300);
  }
  await bar().getByRole('button', { name: 'مكان…' }).click();
  await app.page.locator('.search input').fill('34.9, 36.7');
  await app.page.keyboard.press('Enter');
  await app.page.waitForFunction(n => document.querySelectorAll('.prose .place').length === n + 1, before);
  assert.equal(await desk.mark('المدفعية').innerText(), 'المدفعية');
  assert.match(await desk.note().locator('h2').innerText(), /المدفعية/);
  assert.match(await desk.note().innerText(), /٣٤٫٩/);
});

test('offsets count letters, behind marks and sigla, over several runs', async () => {
  await select(['المئات', 'الرستن']);
  await bar().getByRole('button', { name: 'حدث…' }).click();
  const dialog = app.page.locator('.kinds');
  assert.match(await dialog.locator('.quote').innerText(), /^المئات في مدينة الرستن$/);
  await dialog.getByRole('button', { name: 'تغيّر في جماعة أو نشاطها' }).click();
  await app.page.waitForFunction(() => document.querySelectorAll('#findings tbody tr').length === 6);
  const row = desk.rows().filter({ hasText: 'تغيّر في جماعة' });
  assert.match(await row.innerText(), /المئات في مدينة الرستن/);
  assert.match(await row.innerText(), /الرستن/);
  assert.match(await desk.note().innerText(), /صحّحته أنت/);
});

test('both are taken back step by step', async () => {
  await app.page.keyboard.press('Control+z');
  await app.page.waitForFunction(() => document.querySelectorAll('#findings tbody tr').length === 5);
  await app.page.keyboard.press('Control+z');
  await app.page.waitForFunction(() => ![...document.querySelectorAll('.prose .place')].some(mark => mark.textContent === 'المدفعية'));
});

test('the bar goes with the selection, and a mark opens again', async () => {
  await select(['المدفعية', 'المدفعية']);
  await bar().waitFor();
  await desk.mark('القريتين').click();
  await bar().waitFor({ state: 'hidden' });
  assert.match(await desk.note().locator('h2').innerText(), /القريتين/);
});

test('nothing went wrong', () => assert.deepEqual(app.errors, []));
