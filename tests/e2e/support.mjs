// What every end-to-end test needs: dist/ on a local port and a headless Chromium with an empty profile.
//
//   const app = await open();               // { page, url, outside, errors, close }
//   after(() => app.close());
//
// `outside` lists every request that left for another host, `errors` every uncaught error, console error and failed request.
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const DIST = new URL('../../dist/', import.meta.url).pathname;
const TYPES = {
  html: 'text/html; charset=utf-8', js: 'text/javascript', mjs: 'text/javascript', css: 'text/css', json: 'application/json',
  wasm: 'application/wasm', svg: 'image/svg+xml', png: 'image/png', woff2: 'font/woff2', webmanifest: 'application/manifest+json',
};

/** Serves a folder as a plain static host does, below a path of its own, as project pages are. */
export function serve(folder = DIST, base = '/makan/', port = 0) {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = path.join(folder, name.slice(base.length - 1) || '/');
    const target = file.endsWith(path.sep) ? path.join(file, 'index.html') : file;
    if (!name.startsWith(base) || !target.startsWith(folder) || !fs.existsSync(target)) {
      response.writeHead(404).end('not found');
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[path.extname(target).slice(1)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
    fs.createReadStream(target).pipe(response);
  });
  return new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', () => resolve({
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => new Promise(done => { server.closeAllConnections(); server.close(done); }),
  })));
}

/** A browser of its own. Options go to Playwright: viewport, locale, colorScheme, reducedMotion, hasTouch … */
export async function launch(options = {}) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'makan-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROME || '/usr/bin/chromium', headless: true, chromiumSandbox: false,
    // Only the offline tests let the service worker in: what it fetches would be counted with the page's requests.
    serviceWorkers: 'block', viewport: { width: 1440, height: 900 }, locale: 'ar-SY', timezoneId: 'Asia/Damascus', acceptDownloads: true,
    args: ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--disable-dev-shm-usage', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    ...options,
  });
  context.setDefaultTimeout(30_000);
  return {
    context,
    close: async () => { await context.close(); fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 }); },
  };
}

/**
 * Notes the requests of a page that fail. What the browser gives up because the page was left is none of its faults; that
 * it was left may be heard after the failure, so it is asked at the end.
 */
function watch(page, failed) {
  let loads = 0;
  const load = new WeakMap();
  page.on('framenavigated', frame => { if (frame === page.mainFrame()) loads += 1; });
  page.on('request', request => load.set(request, loads));
  page.on('requestfailed', request => {
    const reason = request.failure()?.errorText;
    const isLeft = () => reason === 'net::ERR_ABORTED' && (page.isClosed() || load.get(request) < loads);
    failed.push({ told: `failed: ${request.url()} ${reason}`, isLeft });
  });
}

/** Serves dist/, starts a browser and opens the app in it. `at` is what follows the address: '#…' or '?…'. */
export async function open({ at = '', ...options } = {}) {
  const server = await serve();
  const browser = await launch(options);
  const page = browser.context.pages()[0] ?? await browser.context.newPage();
  const outside = [], errors = [];
  browser.context.on('request', request => {
    const address = request.url();
    if (!address.startsWith(server.url) && !/^(data|blob|about):/.test(address)) outside.push(address);
  });
  const failed = [];
  for (const one of browser.context.pages()) watch(one, failed);
  browser.context.on('page', one => watch(one, failed));
  page.on('pageerror', error => errors.push(error.stack ?? String(error)));
  page.on('console', message => { if (message.type() === 'error') errors.push(message.text()); });
  await page.goto(server.url + at);
  return {
    page, context: browser.context, url: server.url, outside,
    get errors() { return [...errors, ...failed.filter(request => !request.isLeft()).map(request => request.told)]; },
    close: async () => { await browser.close(); await server.close(); },
  };
}
