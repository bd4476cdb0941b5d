// Handing a desk on: what a link carries, how it is said, drawn and read again.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { decodeQR } from 'qr/decode.js';
import { ARTICLE, Desk, withArticle } from './page.mjs';

let app, desk;
before(async () => { ({ app, desk } = await withArticle(`${ARTICLE}\nالمصدر: وكالة البادية`, { permissions: ['clipboard-read', 'clipboard-write'] })); });
after(() => app?.close());

async function opened(link, options = {}) {
  const page = await app.context.newPage();
  await page.goto(link);
  const other = new Desk(page);
  await page.waitForSelector('.prose [data-finding]', options);
  return other;
}

test('title and source are read from the text or written, and travel', async () => {
  assert.equal(await desk.field('المصدر').inputValue(), 'وكالة البادية');
  assert.equal(await desk.field('العنوان').getAttribute('placeholder'), 'هدوء حذر شرق حمص');
  await desk.field('العنوان').fill('البادية في نيسان');
  assert.match(await app.page.locator('.document').innerText(), /البادية في نيسان/);
  const other = await opened(await desk.link());
  assert.equal(await other.field('العنوان').inputValue(), 'البادية في نيسان');
  assert.equal(await other.field('المصدر').inputValue(), 'وكالة البادية');
  await other.page.close();
});

test('the findings travel without the article unless the reader chooses it', async () => {
  await desk.share();
  assert.ok(await app.page.locator('.share .option input').first().isChecked());
  await app.page.keyboard.press('Escape');
  const other = await opened(await desk.link({ findings: true }));
  const text = await other.page.locator('.prose').innerText();
  assert.ok(text.includes('السخنة') && !text.includes('هدوء حذر شرق'), text);
  assert.match(text, /بلا مقالها/);
  assert.equal(await other.page.locator('.acts button:visible').count(), 0);
  await other.share();
  assert.ok(await other.page.locator('.share .option input').nth(1).isDisabled());
  await other.page.close();
});

test('a link speaks its language, unless the reader has chosen one', async () => {
  await app.page.locator('.head button[lang=en]').click();
  const link = await desk.link();
  await app.page.locator('.head button[lang=ar]').click();
  // The browser is Arabic; what was chosen before is kept, so only a reader without a choice hears the link's.
  const page = await app.context.newPage();
  await page.goto(app.url);
  await page.evaluate(() => localStorage.removeItem('makan.language'));
  await page.goto('about:blank');
  await page.goto(link);
  await page.waitForSelector('.prose .place');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.evaluate(() => localStorage.setItem('makan.language', 'ar'));
  await page.goto('about:blank');
  await page.goto(link);
  await page.waitForSelector('.prose .place');
  assert.equal(await page.locator('html').getAttribute('lang'), 'ar');
  await page.close();
});

test('the code on the screen is the link', async () => {
  await desk.share();
  await app.page.waitForSelector('.qr path');
  const link = await app.page.locator('.shared-link input').inputValue();
  assert.ok(link.length <= 900, `${link.length}`);
  const [download] = await Promise.all([app.page.waitForEvent('download'), app.page.locator('.sharing aside .link').click()]);
  assert.match(fs.readFileSync(await download.path(), 'utf8'), /^<svg xmlns[^>]+viewBox="0 0 \d+ \d+"/);
  // Drawn large, as a scanner sees it.
  const picture = await app.page.locator('.qr').evaluate(async svg => {
    const side = svg.viewBox.baseVal.width * 4;
    const copy = svg.cloneNode(true);
    for (const [name, value] of Object.entries({ xmlns: 'http://www.w3.org/2000/svg', width: side, height: side })) copy.setAttribute(name, value);
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
    await image.decode();
    const canvas = new OffscreenCanvas(side, side).getContext('2d');
    canvas.fillStyle = '#fff';
    canvas.fillRect(0, 0, side, side);
    canvas.drawImage(image, 0, 0);
    return { side, data: [...canvas.getImageData(0, 0, side, side).data] };
  });
  assert.equal(decodeQR({ width: picture.side, height: picture.side, data: Uint8Array.from(picture.data) }), link);
  await app.page.keyboard.press('Escape');
});

test('the summary says what was found, and brings the link', async () => {
  await desk.share();
  await app.page.getByRole('button', { name: 'نسخ نصًّا مع الرابط' }).click();
  await app.page.getByRole('button', { name: 'نُسخ' }).waitFor();
  const said = await app.page.evaluate(() => navigator.clipboard.readText());
  assert.match(said, /^البادية في نيسان\nالمصدر: وكالة البادية · نُشر ٥ نيسان ٢٠١٦/);
  assert.match(said, /القتلى ٣٠٠ فأكثر/);
  assert.match(said, /http:\S+#2:\S+$/);
  await app.page.keyboard.press('Escape');
});

test('what reads otherwise than before is said, what reads the same is not', async () => {
  const [download] = await Promise.all([
    app.page.waitForEvent('download'),
    (async () => {
      await app.page.getByRole('button', { name: 'تصدير', exact: true }).click();
      await app.page.locator('.menu').getByText('.makan.json').click();
    })(),
  ]);
  const file = JSON.parse(fs.readFileSync(await download.path(), 'utf8'));
  const drop = async changed => {
    await app.page.evaluate(text => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], 'desk.makan.json'));
      document.querySelector('.desk').dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
    }, JSON.stringify({ ...file, ...changed }));
    await app.page.waitForTimeout(600);
    return app.page.locator('.notice').count();
  };
  assert.equal(await drop({ gazetteer: '2020-01-01' }), 0, 'another version that reads the same');
  assert.equal(await drop({ gazetteer: '2020-01-01', articles: [{ ...file.articles[0], imprint: 1 }] }), 1);
  assert.match(await app.page.locator('.notice').innerText(), /مختلف.*٢٠٢٠/s);
  await app.page.locator('.notice button').click();
  assert.equal(await app.page.locator('.notice').count(), 0);
});

test('nothing went wrong and nothing left for another host', () => {
  assert.deepEqual(app.errors, []);
  assert.deepEqual(app.outside, []);
});
