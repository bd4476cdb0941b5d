// Putting an event right: every field, one step to undo and redo, and the way back to what was read.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WEEK, withArticle } from './page.mjs';

let app, desk;
before(async () => { ({ app, desk } = await withArticle(WEEK)); });
after(() => app?.close());

const form = () => app.page.locator('.event-form');
const row = () => desk.rows().nth(1);
/** Waits until the second event's row says so. */
const says = words => app.page.waitForFunction(words => document.querySelectorAll('#findings tbody tr')[1]?.textContent.includes(words), words);

test('type, place, days and figures are put right in one step', async () => {
  await row().locator('button').click();
  await desk.note().getByRole('button', { name: 'صحّحه' }).click();
  await form().getByLabel('النوع').selectOption({ label: 'انتقال أرض بلا قتال' });
  await form().getByLabel('أضف مكانًا من النص').selectOption({ label: 'القريتين' });
  await form().getByRole('button', { name: 'قدّم القريتين' }).click();
  const field = (group, name) => form().getByRole('group', { name: group }).getByLabel(name);
  await field('التاريخ', 'من يوم').fill('2016-03-25');
  await field('التاريخ', 'إلى يوم').fill('2016-03-28');
  await field('القتلى', 'على الأقل').fill('٤٠');
  await field('القتلى', 'على الأكثر').fill('30');
  await form().getByRole('button', { name: 'احفظ' }).click();
  assert.match(await form().getByRole('alert').innerText(), /أعدادًا صحيحة/);
  await field('القتلى', 'على الأكثر').fill('٥٠');
  await form().getByRole('button', { name: 'احفظ' }).click();
  await says('انتقال أرض بلا قتال');
  const text = await row().innerText();
  for (const words of [/القريتين، تدمر/, /٢٥–٢٨ آذار/, /٤٠–٥٠/]) assert.match(text, words);
  assert.match(await desk.note().innerText(), /صحّحته أنت/);
  assert.equal(await desk.note().locator('dd.own').count(), 3);
  assert.equal(await app.page.locator('.prose .event.strategic').count(), 1);
});

test('one step back and again, by keys and by buttons', async () => {
  await app.page.keyboard.press('Control+z');
  await says('استعادة');
  await app.page.keyboard.press('Control+Shift+Z');
  await says('انتقال');
  await app.page.locator('.head').getByRole('button', { name: 'تراجع', exact: true }).click();
  await says('استعادة');
  await app.page.locator('.head').getByRole('button', { name: 'أعد ما تراجعت عنه' }).click();
  await says('انتقال');
});

test('what was put right travels with the link', async () => {
  const other = await app.context.newPage();
  await other.goto(await desk.link());
  await other.waitForFunction(() => document.querySelectorAll('#findings tbody tr')[1]?.textContent.includes('٤٠–٥٠'));
  await other.close();
});

test('the correction is taken back', async () => {
  await desk.note().getByRole('button', { name: 'تراجع عن تصحيحك' }).click();
  await says('استعادة');
  assert.equal(await desk.note().locator('dd.own').count(), 0);
});

test('a form that is left keeps what was written', async () => {
  await desk.note().getByRole('button', { name: 'صحّحه' }).click();
  await form().getByRole('group', { name: 'الجرحى' }).getByLabel('على الأقل').fill('7');
  await desk.mark('القريتين').click();
  await row().locator('button').click();
  assert.equal(await form().getByRole('group', { name: 'الجرحى' }).getByLabel('على الأقل').inputValue(), '7');
  await form().getByRole('button', { name: 'ألغِ' }).click();
  assert.equal(await form().count(), 0);
});

test('nothing went wrong', () => assert.deepEqual(app.errors, []));
