// The page as its reader handles it: what the journeys need of leaf, desk, index, note and map.
import fs from 'node:fs';
import { open } from './support.mjs';

/** An article of the tests' own, with a distance between known ends, a namesake far away, and a site of a city. */
export const ARTICLE = [
  'هدوء حذر شرق حمص',
  'سيطرت القوات الحكومية على مدينة تدمر وعلى مطارها العسكري، وقتل أكثر من 300 مسلح بحسب مصدر طبي.',
  'وينتشر مقاتلو التنظيم في بلدة السخنة، شرقي تدمر، التي تبعد نحو 70 كيلومترا.',
  'وتجمع آخرون شمال شرق القريتين، في منطقة البارة التي تبعد عن المدينة نحو 30 كيلومترا.',
].join('\n');

/** An article of several days, types and actors, one event long before the others. */
export const WEEK = [
  'أسبوع في ريف إدلب وحمص',
  'قصفت طائرات حربية روسية مدينة معرة النعمان أمس الاثنين، ما أدى إلى مقتل خمسة مدنيين وإصابة عشرة آخرين، بحسب المرصد السوري لحقوق الإنسان.',
  'وفي 27 آذار/مارس سيطرت القوات الحكومية على مدينة تدمر بعد اشتباكات مع تنظيم الدولة الإسلامية قتل فيها أكثر من 30 مسلحا.',
  'وتظاهر المئات في مدينة الرستن يوم الجمعة الماضي.',
  'واستهدفت المدفعية بلدة تلبيسة في الثاني من نيسان، ولم تقع إصابات.',
  'وكان مقاتلو التنظيم قد خطفوا عشرات المدنيين من بلدة القريتين في آب 2015.',
].join('\n');

/** The app with an article on its desk. */
export async function withArticle(text = ARTICLE, options = {}) {
  const app = await open(options);
  const desk = new Desk(app.page);
  await app.page.waitForSelector('.paste textarea');
  await desk.read(text);
  await desk.laid();
  return { app, desk };
}

export class Desk {
  constructor(page) { this.page = page; }

  /** Lays a text on the desk by the leaf's field and button. */
  async read(text, date = '2016-04-05') {
    await this.page.locator('.paste textarea').fill(text);
    await this.page.locator('.given input[type=date]').fill(date);
    await this.page.locator('.paste .solid').click();
  }

  /** Waits until an article lies on the desk with its marks. */
  async laid() { await this.page.waitForSelector('.prose .place'); }

  /** Waits until the map has drawn everything it shows. */
  async drawn() { await this.page.waitForSelector('[data-map-state=ready]', { timeout: 60_000 }); }

  mark(words) { return this.page.locator('.prose [role=button]', { hasText: words }).first(); }

  async tab(id) { await this.page.locator(`#tab-${id}`).click(); }

  rows() { return this.page.locator('#findings tbody tr'); }

  note() { return this.page.locator('aside.note'); }

  problem() { return this.page.locator('.problem, .notice').first(); }

  /** Opens the share dialog. */
  async share() {
    await this.page.locator('.head .solid, .head [class~=only-phone]').locator('visible=true').first().click();
    await this.page.waitForSelector('.share .shared-link input');
  }

  /** The link that the share dialog shows: with the article, or only the findings. */
  async link({ findings = false } = {}) {
    await this.share();
    await this.page.locator('.share .option').nth(findings ? 0 : 1).click();
    const link = await this.page.locator('.shared-link input').inputValue();
    await this.page.keyboard.press('Escape');
    return link;
  }

  field(label) { return this.page.locator('.by label', { hasText: label }).locator('input'); }

  /** Opens the page as a reader who has nothing kept: the desk of the last visit does not come back. */
  async visitAnew(url) {
    await this.page.evaluate(() => sessionStorage.setItem('last', 'nothing')).catch(() => {});
    await this.page.goto('about:blank');
    await this.page.goto(url);
    await this.page.waitForSelector('.paste textarea');
  }

  /** Chooses a row of the export menu by its name. */
  async export(name) {
    await this.page.locator('button[popovertarget=export-menu]').first().click();
    await this.page.locator('.menu').getByText(name, { exact: true }).click();
  }

  /** What the export of that name saves: the file's name and bytes. */
  async saved(name) {
    const [download] = await Promise.all([this.page.waitForEvent('download', { timeout: 60_000 }), this.export(name)]);
    return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
  }

  /** The features of one finding as the map has them: geometry and properties. */
  onMap(key) {
    return this.page.evaluate(key => globalThis.makanMap.querySourceFeatures('findings')
      .filter(feature => feature.properties.key === key)
      .map(({ geometry, properties }) => ({ type: geometry.type, ...properties })), key);
  }
}
