// Bad input: a clear sentence each, nothing of the reader's lost, nothing run.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { open } from './support.mjs';
import { ARTICLE, Desk } from './page.mjs';

let app, desk;
before(async () => {
  app = await open();
  desk = new Desk(app.page);
});
after(() => app?.close());
beforeEach(() => desk.visitAnew(app.url));

const field = () => app.page.locator('.paste textarea');
const said = async () => (await desk.problem().innerText()).trim();

test('no text', async () => {
  await app.page.locator('.paste .solid').click();
  assert.match(await said(), /لا نص/);
});

test('ten megabytes are not taken, with a sentence; what stood in the field stays', async () => {
  await field().fill('مسودة سابقة');
  await field().evaluate(area => {
    const carried = new DataTransfer();
    carried.setData('text/plain', 'قصف تدمر. '.repeat(600_000));
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }));
  });
  await app.page.waitForSelector('.problem');
  assert.match(await said(), /أطول/);
  assert.equal(await field().inputValue(), 'مسودة سابقة');
});

test('a file of ten megabytes is not taken either', async () => {
  await app.page.locator('.paste input[type=file]').setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from('قصف تدمر. '.repeat(600_000)) });
  await app.page.waitForSelector('.problem');
  assert.match(await said(), /أطول/);
});

test('the bytes of a picture', async () => {
  await field().evaluate((area, text) => { area.value = text; area.dispatchEvent(new Event('input', { bubbles: true })); }, '\u0001\u0002PNG\u0003'.repeat(40));
  await app.page.locator('.paste .solid').click();
  assert.match(await said(), /ليس نصًا/);
});

test('scripts and tags are words', async () => {
  await desk.read('<script>globalThis.struck = 1</script><img src=x onerror="globalThis.struck = 1"> قصف على مدينة تدمر');
  await desk.laid();
  assert.match(await app.page.locator('.prose').innerText(), /<script>globalThis\.struck = 1<\/script><img src=x/);
  assert.equal(await app.page.evaluate(() => globalThis.struck), undefined);
  assert.equal(await app.page.locator('.prose img, .prose script').count(), 0);
});

test('a broken, a cut and a foreign link say what is wrong', async () => {
  await desk.read(ARTICLE);
  await desk.laid();
  const link = await desk.link();
  for (const broken of [link.slice(0, -20), link.replace('#2:', '#9:'), `${link.slice(0, 200)}AAAA${link.slice(204)}`]) {
    await app.page.goto('about:blank');
    await app.page.goto(broken);
    await app.page.waitForSelector('.problem');
    assert.ok((await said()).length > 20, broken);
    assert.equal(await app.page.locator('.prose').count(), 0);
  }
});

test('a broken link does not take away what lies on the desk', async () => {
  await desk.read(ARTICLE);
  await desk.laid();
  await app.page.evaluate(() => { location.hash = '#1:broken'; });
  await app.page.waitForSelector('.notice');
  assert.match(await app.page.locator('.prose').innerText(), /السخنة/);
});

test('no panic and no uncaught error all along', () => {
  assert.deepEqual(app.errors, []);
});
