// What the reader does is kept in the browser: after a reload, on the next visit, and when the browser is killed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { open, serve } from './support.mjs';
import { ARTICLE, Desk } from './page.mjs';

let app, desk;
before(async () => {
  app = await open();
  desk = new Desk(app.page);
  await app.page.waitForSelector('.paste textarea');
});
after(() => app?.close());

/** Waits until what was last done is in the store, as the list shows it. */
const saved = () => app.page.waitForTimeout(400);
const openList = async () => {
  await app.page.locator('.head [aria-label="محفوظات هذا المتصفح"]').click();
  await app.page.waitForSelector('.desks li');
};

test('the desk comes back as it was left', async () => {
  await desk.read(ARTICLE);
  await desk.laid();
  await desk.field('العنوان').fill('عنوان من عندي');
  await desk.mark('السخنة').click();
  await desk.note().getByRole('button', { name: 'ليس مكانًا' }).click();
  await saved();
  await app.page.reload();
  await desk.laid();
  assert.equal(await desk.field('العنوان').inputValue(), 'عنوان من عندي');
  await desk.tab('not-places');
  assert.match(await desk.rows().filter({ hasText: 'السخنة' }).innerText(), /أنت/);
  assert.equal(await app.page.locator('.notice').count(), 0);
});

test('a desk that is open in one tab is not written over from another', async () => {
  const page = await app.context.newPage();
  await page.goto(app.url);
  await page.waitForTimeout(1500);
  assert.equal(await page.locator('.prose').count(), 0);
  assert.equal(await page.locator('.paste textarea').inputValue(), '');
  await page.close();
});

test('a link is only lent until it is changed; then it is kept, and the address lets it go', async () => {
  const link = await desk.link();
  const page = await app.context.newPage();
  const other = new Desk(page);
  await page.goto(link);
  await other.laid();
  assert.match(page.url(), /#2:/);
  await other.field('المصدر').fill('وكالة');
  await page.waitForTimeout(400);
  assert.ok(!page.url().includes('#'));
  await page.reload();
  await other.laid();
  assert.equal(await other.field('المصدر').inputValue(), 'وكالة');
  await page.close();
});

test('several desks are listed, opened and deleted', async () => {
  await app.page.getByRole('button', { name: 'نص جديد' }).click();
  await desk.read('اشتباكات في مدينة حمص.\nوقصف على إدلب.');
  await desk.laid();
  await saved();
  await openList();
  assert.equal(await app.page.locator('.desks li').count(), 3);
  assert.match(await app.page.locator('.desks li').first().innerText(), /اشتباكات في مدينة حمص[\s\S]*مقال واحد/);
  await app.page.locator('.desks .name', { hasText: 'عنوان من عندي' }).last().click();
  await app.page.waitForSelector('.prose :text("القريتين")');
  await openList();
  const doomed = app.page.locator('.desks li', { hasText: 'اشتباكات' });
  await doomed.locator('.link').click();
  await doomed.locator('.link', { hasText: 'نهائيًّا' }).click();
  await app.page.waitForFunction(() => document.querySelectorAll('.desks li').length === 2);
  await app.page.getByRole('button', { name: 'احذف الكل' }).click();
  await app.page.getByRole('button', { name: 'احذف كل المحفوظات' }).click();
  await app.page.waitForSelector('.desks .empty');
  await app.page.keyboard.press('Escape');
  await app.page.waitForSelector('.paste textarea');
  await app.page.reload();
  await app.page.waitForSelector('.paste textarea');
  await saved();
  assert.equal(await app.page.locator('.prose').count(), 0);
});

test('a browser that keeps nothing says so, and goes on working', async () => {
  const page = await app.context.newPage();
  await page.addInitScript(() => { IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'SecurityError'); }; });
  await page.goto(app.url);
  const other = new Desk(page);
  await page.waitForSelector('.paste textarea');
  await other.read(ARTICLE);
  await other.laid();
  assert.match(await other.problem().innerText(), /ممتلئ أو محجوب/);
  await page.close();
});

test('nothing went wrong', () => assert.deepEqual(app.errors, []));

const TYPED = 'قصف على مدينة تدم';

/** Whether a draft has reached the browser's store. */
const isKept = (page, draft) => page.evaluate(async draft => {
  const db = await import(new URL('vendor/idb-keyval/index.js', document.baseURI).href);
  const desks = await db.values(db.createStore('makan-desks', 'desks'));
  return desks.some(desk => desk.draft === draft);
}, draft);

test('a kill in the middle of typing loses nothing', async t => {
  const server = await serve();
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'makan-killed-'));
  const start = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.CHROME || '/usr/bin/chromium', headless: true, chromiumSandbox: false, serviceWorkers: 'block',
      locale: 'ar-SY', args: ['--disable-dev-shm-usage', '--remote-debugging-port=0'],
    });
    const page = context.pages()[0];
    await page.goto(server.url);
    await page.waitForSelector('.paste textarea');
    return { context, page };
  };
  try {
    const { context, page } = await start();
    await page.waitForTimeout(500);
    await page.locator('.paste textarea').pressSequentially(TYPED);
    // What is typed is on its way at once, but on a busy machine it takes its time.
    for (let turn = 0; turn < 50 && !await isKept(page, TYPED); turn++) await page.waitForTimeout(100);
    const session = await context.newCDPSession(page);
    const { processInfo } = await (await context.browser()?.newBrowserCDPSession() ?? session).send('SystemInfo.getProcessInfo');
    const killed = new Promise(resolve => context.once('close', resolve));
    process.kill(processInfo.find(({ type }) => type === 'browser').id, 'SIGKILL');
    await killed;
    const again = await start();
    t.after(() => again.context.close());
    await again.page.waitForFunction(() => document.querySelector('.paste textarea').value !== '', null, { timeout: 10_000 });
    assert.equal(await again.page.locator('.paste textarea').inputValue(), TYPED);
  } finally {
    await server.close();
    // What is left of the killed browser may still be writing there.
    try { fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 }); } catch { /* The system clears its own folder. */ }
  }
});
