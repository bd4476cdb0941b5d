// The promise: not a word of the article leaves the page. Every request of a whole session is looked at.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { open } from './support.mjs';
import { ARTICLE, Desk } from './page.mjs';

const CANARY = 'قنديلبحري';
const FILES = new URL('../../dist/', import.meta.url).pathname;
let app, desk;
const requests = [];
before(async () => {
  app = await open();
  app.context.on('request', request => requests.push(request));
  await app.page.goto('about:blank');
  await app.page.goto(app.url);
  desk = new Desk(app.page);
});
after(() => app?.close());

test('from loading to sharing only the build’s own files are asked for', async () => {
  await desk.read(`${ARTICLE}\nوقال ${CANARY} إن القصف توقف.`);
  await desk.laid();
  await desk.drawn();
  await desk.mark('تدمر').click();
  const loaded = requests.length;
  await desk.mark('البارة').click();
  await desk.note().getByRole('button', { name: 'ليس مكانًا' }).click();
  await desk.link();
  await app.page.waitForTimeout(500);
  // The one file that is fetched when first needed: what draws the QR code of a link.
  const later = requests.slice(loaded).map(request => new URL(request.url()).pathname);
  assert.deepEqual(later.filter(file => file !== '/makan/vendor/qr/index.js'), [], 'no request after loading');
  for (const request of requests) {
    const address = request.url();
    if (/^(blob|data):/.test(address)) continue;
    assert.equal(request.method(), 'GET');
    assert.equal(request.postData(), null);
    assert.ok(address.startsWith(app.url), address);
    const file = decodeURIComponent(new URL(address).pathname).slice('/makan/'.length) || 'index.html';
    assert.ok(fs.existsSync(FILES + file), file);
    assert.ok(!decodeURIComponent(address).includes(CANARY), address);
  }
});

test('the policy forbids what the promise excludes', async () => {
  const policy = await app.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /connect-src 'self'/);
  assert.ok(!/unsafe-inline|'unsafe-eval'|https?:/.test(policy), policy);
  const blocked = await app.page.evaluate(() => fetch('https://example.org/').then(() => false, () => true));
  assert.ok(blocked);
});
