// How long the reading itself takes in the browser, once warm. The figure is printed; the bound is loose,
// for a busy machine must not make a slow reading of it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { open } from './support.mjs';
import { Desk } from './page.mjs';

const ARTICLE = fs.readFileSync(new URL('../../benches/article.txt', import.meta.url), 'utf8');
const READINGS = 30;
const BOUND_MS = 10;

let app;
before(async () => { app = await open(); });
after(() => app?.close());

test('an article of 10 KB is read in a few milliseconds', async t => {
  const desk = new Desk(app.page);
  await desk.read(ARTICLE, '2017-06-14');
  await desk.laid();
  const date = app.page.locator('.by input[type=date]');
  for (let day = 1; day < READINGS; day++) await date.fill(`2017-07-${String(day).padStart(2, '0')}`);
  const taken = await app.page.evaluate(() => performance.getEntriesByName('analyse', 'measure').map(entry => entry.duration));
  assert.ok(taken.length >= READINGS, `${taken.length} readings`);
  const quickest = Math.min(...taken);
  t.diagnostic(`first ${taken[0].toFixed(1)} ms, quickest of ${taken.length} ${quickest.toFixed(2)} ms`);
  assert.ok(quickest < BOUND_MS, `${quickest} ms`);
});
