import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { TestServer, unwrap } from '../../packages/signal-server/test/realtime/server.ts';
import { violationsOf, watchViolations } from '../hosts/violations.ts';
import { launchBrowser, newVisitor } from './browser.ts';
import { until } from './until.ts';

describe('the admin page', () => {
  let server: TestServer;
  let browser: Browser;
  let apiKey = '';
  before(async () => {
    server = await TestServer.start();
    browser = await launchBrowser();
    ({ apiKey } = unwrap(await server.app.hosts.rotate('host')));
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  async function open(locale: string): Promise<{ page: Page; errors: string[] }> {
    const { page, errors } = await newVisitor(browser, { locale });
    await watchViolations(page);
    await page.goto(`${server.url}/admin`);
    return { page, errors };
  }

  async function signIn(page: Page, label: string, button: string, key: string): Promise<void> {
    await page.getByLabel(label, { exact: true }).fill(key);
    await page.getByRole('button', { name: button, exact: true }).click();
  }

  it('shows who is inside, gives more time and ends', async () => {
    const interview = await server.interview({ title: 'Backend role' });
    const client = await server.join(interview, { role: 'candidate', name: 'Minho' });
    const { page, errors } = await open('en-GB');
    await signIn(page, 'API key', 'Show', apiKey);
    const row = page.getByRole('row', { name: 'Backend role' });
    await row.getByText('Minho (Candidate)').waitFor();

    await row.getByRole('button', { name: '15 min more' }).click();
    await until('there is more time', async () => {
      const found = await server.app.interviews.find(interview.id);
      return found?.closes_at === Date.parse(interview.closesAt ?? '') + 15 * 60_000;
    });
    page.once('dialog', (dialog) => void dialog.accept());
    await row.getByRole('button', { name: 'End: Backend role', exact: true }).click();
    assert.equal((await client.event('interview:ended')).reason, 'ended');
    await row.getByText('Ended', { exact: true }).waitFor();
    await row.getByText('Nobody').waitFor();

    await page.reload();
    await row.waitFor();
    await page.getByRole('button', { name: 'Forget the key' }).click();
    await page.getByLabel('API key', { exact: true }).waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
    assert.deepEqual([await violationsOf(page), errors], [[], []]);
  });

  it('shows webhooks that were given up, and sends them again', async (t) => {
    let status = 410;
    let received = 0;
    const receiver = createServer((_request, response) => {
      received += 1;
      response.writeHead(status).end();
    });
    await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
    t.after(() => receiver.close());
    const { port } = receiver.address() as AddressInfo;
    const added = await fetch(`${server.url}/v1/webhooks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ url: `http://127.0.0.1:${port}/`, events: ['participant.joined'] }),
    });
    assert.equal(added.status, 201);
    await server.join(await server.interview({ title: 'Frontend role' }));
    await until('it is given up', () => received === 1);

    const { page, errors } = await open('ko-KR');
    assert.equal(await page.getAttribute('html', 'lang'), 'ko');
    await signIn(page, 'API 키', '보기', apiKey);
    await page.getByText('중지됨').waitFor();
    status = 200;
    await page.getByRole('button', { name: '다시 사용' }).click();
    await page.getByText('사용 중').waitFor();
    await page.getByRole('button', { name: '다시 보내기: participant.joined' }).click();
    await until('it is taken', () => received === 2);
    await page.locator('#deliveries').getByText('없음').waitFor();
    assert.deepEqual([await violationsOf(page), errors], [[], []]);
  });

  it('says that a key is refused, and keeps it nowhere', async () => {
    const { page } = await open('en-GB');
    await signIn(page, 'API key', 'Show', `rdv_${'A'.repeat(43)}`);
    await page.getByRole('alert').getByText('The API key is missing or not valid.').waitFor();
    await page.getByLabel('API key', { exact: true }).waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  });
});
