// From the second visit on the app needs no network; a newer build takes the older one's place.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { launch, serve } from './support.mjs';
import { ARTICLE, Desk } from './page.mjs';

// A copy of the build, so that a newer one can be laid in its place.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'makan-dist-')) + path.sep;
let server, browser, page, desk;
before(async () => {
  fs.cpSync(new URL('../../dist/', import.meta.url).pathname, folder, { recursive: true });
  server = await serve(folder);
  browser = await launch({ serviceWorkers: 'allow' });
  page = browser.context.pages()[0];
  desk = new Desk(page);
  await page.goto(server.url);
  await page.waitForSelector('.paste textarea');
});
after(async () => {
  await browser?.close();
  await server?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

test('everything the app needs is kept, and nothing else', async () => {
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  const kept = await page.evaluate(async () => {
    const [name] = await caches.keys();
    const requests = await (await caches.open(name)).keys();
    return requests.map(request => new URL(request.url).pathname.slice('/makan/'.length));
  });
  const build = fs.readdirSync(folder, { recursive: true }).map(String).filter(f => fs.statSync(folder + f).isFile());
  for (const file of kept.filter(file => file !== '')) assert.ok(build.includes(file), file);
  for (const file of build.filter(f => /wasm|mjs$|js$|bin$|json$|css$|woff2$/.test(f) && f !== 'sw.js')) assert.ok(kept.includes(file), file);
});

test('without a network the page opens, reads and draws its map', async () => {
  await server.close();
  await page.goto(server.url);
  await page.waitForSelector('.paste textarea');
  await desk.read(ARTICLE);
  await desk.laid();
  await desk.drawn();
});

test('a newer build is fetched, announced, and opened at the next load', async () => {
  const { port } = new URL(server.url);
  const index = path.join(folder, 'index.html'), worker = path.join(folder, 'sw.js');
  fs.writeFileSync(index, fs.readFileSync(index, 'utf8').replace('<html lang="ar">', '<html lang="ar" data-build="newer">'));
  fs.writeFileSync(worker, fs.readFileSync(worker, 'utf8').replace(/VERSION = '\w+'/, "VERSION = 'newer'"));
  server = await serve(folder, '/makan/', Number(port));
  await page.goto(server.url);
  await page.waitForSelector('.boot.fresh', { state: 'visible' });
  await page.goto('about:blank');
  await page.goto(server.url);
  assert.equal(await page.locator('html').getAttribute('data-build'), 'newer');
});
