// The export menu: every format is saved as a file, made without a request.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { withArticle } from './page.mjs';

let app, desk;
before(async () => { ({ app, desk } = await withArticle()); });
after(() => app?.close());

async function saved(format) {
  await app.page.getByRole('button', { name: 'تصدير', exact: true }).click();
  const [download] = await Promise.all([
    app.page.waitForEvent('download'),
    app.page.locator('.menu').getByText(format, { exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: fs.readFileSync(await download.path(), 'utf8') };
}

test('the table of events opens as one', async () => {
  const { name, text } = await saved('CSV');
  assert.equal(name, 'makan-2016-04-05.csv');
  const lines = text.trim().split(/\r?\n/);
  assert.match(lines[0], /event_id_cnty,event_date,year/);
  assert.ok(lines.some(line => line.includes('تدمر')), text);
});

test('GeoJSON holds every finding', async () => {
  const { name, text } = await saved('GeoJSON');
  assert.equal(name, 'makan-2016-04-05.geojson');
  const { type, features } = JSON.parse(text);
  assert.equal(type, 'FeatureCollection');
  assert.ok(features.some(f => f.properties.what === 'distance' && f.properties.km === 70), text);
});

test('KML is a document with places', async () => {
  const { text } = await saved('KML');
  assert.match(text, /<kml[\s\S]*<Placemark/);
});

test('the whole reading is the contract of the command line', async () => {
  const { name, text } = await saved('JSON');
  assert.equal(name, 'makan-2016-04-05.json');
  assert.equal(JSON.parse(text).date, '2016-04-05');
});

test('nothing went wrong', () => assert.deepEqual(app.errors, []));
