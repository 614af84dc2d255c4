import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Demo } from '../../scripts/demo/demo.ts';
import { launchBrowser, newVisitor } from '../e2e/browser.ts';
import { startTestDemo } from '../e2e/room.ts';

describe('examples/theme', () => {
  let browser: Browser;
  let demo: Demo;
  before(async () => {
    demo = await startTestDemo();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await demo.close();
  });

  it('shows what is chosen on the real element, and writes its CSS', async () => {
    const { page, context, errors } = await newVisitor(browser, {
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 1280, height: 800 },
    });
    await page.goto(`${demo.pageUrl}/theme/`);
    const frame = page.locator('rendev-interview .frame');
    const paint = () => frame.evaluate((element) => getComputedStyle(element).backgroundColor);
    assert.equal(await paint(), 'rgb(245, 245, 248)');

    await page.getByLabel('canvas light').fill('#102030');
    assert.equal(await paint(), 'rgb(16, 32, 48)');
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    assert.equal(await paint(), 'rgb(14, 14, 17)');
    await page.getByLabel('type-body').fill('20');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('en');
    await page.getByRole('button', { name: 'Enter the interview' }).waitFor();
    assert.match(await page.getByRole('status').first().innerText(), /Hard to read: .+ on canvas/);

    await page.getByRole('button', { name: 'Copy the CSS' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    assert.equal(
      await page.evaluate(() => navigator.clipboard.readText()),
      `rendev-interview {
  --rendev-canvas: light-dark(#102030, #0e0e11);
  --rendev-type-body: 20px;
}
`,
    );

    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByText('Nothing is changed yet').waitFor();
    assert.deepEqual(errors, []);
    await context.close();
  });
});
