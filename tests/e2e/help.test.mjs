// The help and the keys.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { withArticle } from './page.mjs';

let app, desk;
before(async () => { ({ app, desk } = await withArticle()); });
after(() => app?.close());

test('? opens the help, in the reader\'s language, and Escape closes it', async () => {
  await app.page.keyboard.press('?');
  const help = app.page.locator('dialog.help');
  await help.getByText('المفاتيح').waitFor();
  assert.ok((await help.innerText()).includes('محسوم'));
  await app.page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
});

test('arrows walk from mark to mark, Enter opens a note, Escape goes back to the mark', async () => {
  const focused = () => app.page.evaluate(() => document.activeElement.dataset.finding);
  await desk.mark('تدمر').focus();
  const first = await focused();
  await app.page.keyboard.press('ArrowDown');
  const second = await focused();
  assert.notEqual(second, first);
  await app.page.keyboard.press('ArrowUp');
  assert.equal(await focused(), first);
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await app.page.waitForSelector('#note-name:focus');
  await app.page.keyboard.press('Escape');
  await app.page.waitForFunction(code => document.activeElement.dataset.finding === code, second);
});

test('? in a field is a letter', async () => {
  await app.page.keyboard.press('/');
  await app.page.locator('.search input').press('?');
  assert.equal(await app.page.locator('dialog.help').isVisible(), false);
  await app.page.keyboard.press('Escape');
});
