// The app starts on a plain static host, below a path, under its own Content-Security-Policy, and asks nobody anything.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './support.mjs';

let app;
before(async () => { app = await open(); });
after(() => app?.close());

test('the app starts', async () => {
  await app.page.waitForSelector('main', { state: 'visible' });
});

test('nothing went wrong and nothing left for another host', async () => {
  await app.page.waitForLoadState('networkidle');
  assert.deepEqual(app.errors, []);
  assert.deepEqual(app.outside, []);
});
