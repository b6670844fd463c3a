import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
import { serve } from './server.mjs';

const PAGES = ['/', '/services', '/api/FargateWebService', '/gotchas/dpl', '/examples/first-service'];
let site;
let browser;

before(async () => {
  site = await serve();
  browser = await puppeteer.launch({
    args: await puppeteer.defaultArgs({ args: chromium.args, headless: 'shell' }), executablePath: await chromium.executablePath(), headless: 'shell',
  });
});
after(async () => {
  await browser?.close();
  site?.server.close();
});

/** A page of the site, with what went wrong in it. */
async function open(path, { width = 1280, scheme = 'light' } = {}) {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  await page.setViewport({ width, height: 800, isMobile: width < 500, hasTouch: width < 500 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(`${site.root}${path}`, { waitUntil: 'networkidle0' });
  return { page, errors };
}

for (const path of PAGES) {
  test(`${path} loads without an error`, async () => {
    const { page, errors } = await open(path);
    assert.ok((await page.evaluate(() => document.querySelector('h1').textContent)).length > 3);
    assert.deepEqual(errors, []);
    await page.close();
  });

  test(`${path} is readable at phone width: nothing is cut off, no text is tiny`, async () => {
    const { page } = await open(path, { width: 375 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 375);
    assert.ok(await page.evaluate(() => Math.min(...[...document.querySelectorAll('main p, main td')].map((each) => parseFloat(getComputedStyle(each).fontSize)), 99)) >= 14);
    await page.close();
  });
}

/** The contrast of the text of a page with what is behind it, as WCAG computes it. */
function contrast() {
  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const light = (color) => channels(color).slice(0, 3).map((value) => value / 255).map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const text = light(getComputedStyle(document.querySelector('main p')).color);
  const behind = light(getComputedStyle(document.body).backgroundColor);
  return { ratio: (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05), behind };
}

for (const [scheme, isDark] of [['light', false], ['dark', true]]) {
  test(`text has enough contrast in ${scheme}`, async () => {
    const { page } = await open('/services', { scheme });
    const { ratio, behind } = await page.evaluate(contrast);
    assert.equal(behind < 0.2, isDark);
    assert.ok(ratio >= 7, `the contrast is ${ratio}`);
    await page.close();
  });
}

for (const [word, found] of [['dpl-percent-deadlock', /\/gotchas\/dpl.*#dpl-percent-deadlock/], ['deregistrationDelay', /\/api\/\w+/]]) {
  test(`search finds ${word}`, async () => {
    const { page } = await open('/');
    await page.click('#local-search button');
    await page.waitForSelector('.VPLocalSearchBox input');
    await page.type('.VPLocalSearchBox input', word);
    await page.waitForSelector('.VPLocalSearchBox .result');
    const links = await page.$$eval('.VPLocalSearchBox .result', (results) => results.map((result) => result.href));
    const link = links.find((each) => found.test(each));
    assert.ok(link, `found ${links.join(' ')}`);
    await page.goto(link, { waitUntil: 'networkidle0' });
    assert.ok(await page.evaluate((text) => document.querySelector('main').textContent.includes(text), word));
    await page.close();
  });
}

test('a tab shows the example in another language', async () => {
  const { page } = await open('/api/FargateWebService');
  const shown = () => page.evaluate(() => document.querySelector('.vp-code-group .blocks .active').textContent);
  assert.match(await shown(), /new FargateWebService/);
  await page.evaluate(() => [...document.querySelectorAll('.vp-code-group label')].find((label) => label.textContent === 'Python').click());
  assert.match(await shown(), /FargateWebService\(self, "Web"/);
  await page.close();
});
