// The search of the gazetteer: a place looked up, a mention put elsewhere by name and by position.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { withArticle } from './page.mjs';

let app, desk;
before(async () => {
  ({ app, desk } = await withArticle());
  await desk.drawn();
});
after(() => app?.close());

const search = () => app.page.locator('.finder [role=searchbox]');
const results = () => app.page.locator('.finder li button');
const looked = () => app.page.evaluate(() => globalThis.makanMap.querySourceFeatures('looked').map(f => f.properties.name));

test('a slash opens the search, and Enter shows the first place on the map', async () => {
  await app.page.keyboard.press('/');
  await search().fill('خان شيخن');
  await results().first().waitFor();
  assert.match(await results().first().innerText(), /خان شيخون[\s\S]*إدلب/);
  await search().press('Enter');
  await app.page.locator('.finder').waitFor({ state: 'hidden' });
  await app.page.waitForFunction(() => globalThis.makanMap.querySourceFeatures('looked').length > 0);
  assert.deepEqual([...new Set(await looked())], ['خان شيخون']);
  await app.page.waitForFunction(() => Math.abs(globalThis.makanMap.getCenter().lat - 35.44) < 0.05);
});

test('arrows walk the results, Escape leaves, and a name that nobody bears says so', async () => {
  await app.page.keyboard.press('/');
  await search().fill('Deir');
  await results().nth(1).waitFor();
  await search().press('ArrowDown');
  await app.page.keyboard.press('ArrowDown');
  assert.equal(await results().nth(1).evaluate(e => e === document.activeElement), true);
  await search().fill('ضصثقفغع');
  await app.page.locator('.finder .empty').waitFor();
  assert.match(await app.page.locator('.finder .empty').innerText(), /الإحداثيات/);
  await app.page.keyboard.press('Escape');
  await app.page.locator('.finder').waitFor({ state: 'hidden' });
});

test('a mention goes where the reader writes, and back', async () => {
  await desk.mark('البارة').click();
  const key = await desk.mark('البارة').getAttribute('data-finding');
  await desk.note().getByText('ضعه في مكان آخر').click();
  assert.equal(await search().inputValue(), 'البارة');
  await search().fill('٣٤٫٥، ٣٧٫٥');
  await search().press('Enter');
  await desk.note().getByText('وضعته أنت').first().waitFor();
  assert.match(await desk.note().innerText(), /٣٤٫٥/);
  await app.page.waitForFunction(key => globalThis.makanMap.querySourceFeatures('findings')
    .some(f => f.properties.key === key && f.geometry.type === 'Point' && Math.abs(f.geometry.coordinates[1] - 34.5) < 0.01), key);
  await desk.note().getByText('تراجع عن تصحيحك').click();
  await app.page.waitForFunction(() => !document.querySelector('aside.note').innerText.includes('وضعته أنت'));
});

test('a mention takes the place that the reader finds by name', async () => {
  await desk.mark('السخنة').click();
  await desk.note().getByText('ضعه في مكان آخر').click();
  await search().fill('Tadmur');
  await results().first().click();
  await desk.note().getByText('وضعته أنت').first().waitFor();
  assert.match(await desk.note().locator('h2').innerText(), /تدمر/);
});

test('a file of places is used, kept over a new visit, and removed', async () => {
  await app.page.keyboard.press('/');
  await app.page.locator('.own input[type=file]').setInputFiles({
    name: 'حقول.csv', mimeType: 'text/csv',
    buffer: Buffer.from('name,lat,lon\nمحطة الضباب التجريبية,34.61,38.31\nبلا موضع,,\n'),
  });
  await app.page.locator('.own li').waitFor();
  assert.match(await app.page.locator('.own li').innerText(), /حقول\.csv[\s\S]*مكان واحد[\s\S]*سطر واحد لم يُستعمل \(٣\)/);
  await search().fill('محطة الضباب');
  assert.match(await results().first().innerText(), /محطة الضباب التجريبية[\s\S]*حقول\.csv/);
  await app.page.reload();
  await app.page.waitForSelector('.paste textarea');
  await app.page.getByRole('button', { name: 'ابحث في معجم الأماكن' }).click();
  await app.page.locator('.own li').waitFor();
  await app.page.locator('.own li').getByText('أزله').click();
  await app.page.locator('.own li').waitFor({ state: 'detached' });
  await app.page.locator('.own input[type=file]').setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
  await app.page.locator('.own .problem').filter({ hasText: 'x.csv' }).waitFor();
});
