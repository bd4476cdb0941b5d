// Both languages, both themes, wide and phone: laid out in their direction, and clean by axe.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { open } from './support.mjs';
import { ARTICLE, Desk } from './page.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDE = { width: 1440, height: 900 }, PHONE = { width: 390, height: 844 };
const faces = [
  { name: 'Arabic, wide, light', locale: 'ar-SY', viewport: WIDE, colorScheme: 'light', dir: 'rtl', word: 'الأماكن' },
  { name: 'English, wide, dark', locale: 'en-GB', viewport: WIDE, colorScheme: 'dark', dir: 'ltr', word: 'Places' },
  { name: 'Arabic, phone, dark', locale: 'ar-SY', viewport: PHONE, colorScheme: 'dark', dir: 'rtl', word: 'الأماكن', hasTouch: true },
  { name: 'English, phone, light', locale: 'en-GB', viewport: PHONE, colorScheme: 'light', dir: 'ltr', word: 'Places', hasTouch: true },
];

async function violations(page) {
  // In a world of its own: the page's policy allows no foreign script.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }));
  return violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(', ')}`);
}

for (const { name, dir, word, ...options } of faces) {
  test(name, async () => {
    const app = await open(options);
    try {
      const desk = new Desk(app.page);
      await app.page.waitForSelector('.paste textarea');
      assert.equal(await app.page.evaluate(() => document.body.dir), dir);
      assert.deepEqual(await violations(app.page), [], 'the leaf');
      await desk.read(ARTICLE);
      await desk.laid();
      await desk.mark('السخنة').click();
      assert.match(await app.page.locator('[role=tablist]').innerText(), new RegExp(word));
      assert.deepEqual(await violations(app.page), [], 'the desk');
      const overflow = await app.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(overflow, 0, 'nothing runs over the side');
      assert.deepEqual(app.errors, []);
    } finally {
      await app.close();
    }
  });
}
