import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Person } from '../../examples/rendev-host/host/people.ts';
import type { Example } from '../../examples/rendev-host/start.ts';
import { launchBrowser, newVisitor } from '../e2e/browser.ts';
import { decodesFrames } from '../e2e/media.ts';
import { joinCall, reaches, say, sees } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';
import { startTestExample } from './test-example.ts';

const TODAY = '동네 책 교환 앱';
const TOMORROW = '산책 지도 서비스';

describe('the story of examples/rendev-host', { timeout: 7 * 60_000 }, () => {
  let example: Example;
  let browser: Browser;

  before(async () => {
    example = await startTestExample();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await example.close();
  });

  /** What a my-page shows of one project. */
  const project = (page: Page, title: string): Locator =>
    page.locator('#projects > section', { hasText: title });

  const shows = (page: Page, title: string, status: string): Promise<void> =>
    project(page, title).locator('.status', { hasText: status }).waitFor({ timeout: 30_000 });

  const enterFromMyPage = (page: Page, title: string): Promise<void> =>
    project(page, title).getByRole('link', { name: '인터뷰 입장' }).click();

  async function linkMailedTo(person: Person, title: string): Promise<string> {
    const find = () =>
      example.mails.find(({ to, subject }) => to === person.email && subject.includes(title));
    await until(`${person.nickname} has mail`, () => find() !== undefined);
    return /http\S+#code=\S+/.exec(find()?.text ?? '')?.[0] ?? '';
  }

  it('goes from the booking to goodbye, and a closed project calls its interview off', async () => {
    const { owner, applicant } = example;
    const [ownerTab, applicantTab, mailTab] = await Promise.all([
      newVisitor(browser),
      newVisitor(browser),
      newVisitor(browser),
    ]);
    await ownerTab.page.goto(example.pageOf(owner));
    await applicantTab.page.goto(example.pageOf(applicant));

    // Booked: both have mail with the link, and both pages show it.
    await project(applicantTab.page, TODAY).getByRole('button', { name: '예약하기' }).click();
    await shows(applicantTab.page, TODAY, '예약됨');
    await shows(ownerTab.page, TODAY, '예약됨');
    assert.ok(await linkMailedTo(owner, TODAY));
    const link = await linkMailedTo(applicant, TODAY);
    assert.ok(link.startsWith(`${example.url}/interview#code=`), link);

    // One comes by a ticket of the site, the other by the mail.
    await enterFromMyPage(ownerTab.page, TODAY);
    await reaches(ownerTab.page, 'lobby');
    await ownerTab.page.getByRole('button', { name: '입장하기' }).click();
    await reaches(ownerTab.page, 'in-call');
    await joinCall(mailTab.page, link);
    await Promise.all([decodesFrames(ownerTab.page), decodesFrames(mailTab.page)]);
    await sees(ownerTab.page, applicant.nickname);
    await sees(mailTab.page, owner.nickname);

    await say(ownerTab.page, '만나서 반갑습니다');
    await sees(mailTab.page, '만나서 반갑습니다');
    await say(mailTab.page, '안녕히 계세요');
    await sees(ownerTab.page, '안녕히 계세요');

    await mailTab.page.getByRole('button', { name: '나가기' }).click();
    await reaches(mailTab.page, 'ended');
    await endForAll(ownerTab.page);
    await reaches(ownerTab.page, 'ended');
    await sees(ownerTab.page, '인터뷰가 끝났습니다');

    // The interview server tells the site, some seconds after the end.
    await ownerTab.page.getByRole('link', { name: '마이페이지로 가기' }).click();
    await shows(ownerTab.page, TODAY, '인터뷰 완료');
    await shows(applicantTab.page, TODAY, '인터뷰 완료');

    // Another one is called off while the applicant waits for it.
    await project(applicantTab.page, TOMORROW).getByRole('button', { name: '예약하기' }).click();
    await enterFromMyPage(applicantTab.page, TOMORROW);
    await reaches(applicantTab.page, 'countdown');
    await shows(ownerTab.page, TOMORROW, '예약됨');
    await project(ownerTab.page, TOMORROW).getByRole('button', { name: '프로젝트 마감' }).click();
    await shows(ownerTab.page, TOMORROW, '마감');
    // The page in the countdown hears of it at once.
    await reaches(applicantTab.page, 'refused');
    await sees(applicantTab.page, '취소된 인터뷰입니다');

    for (const { errors } of [ownerTab, applicantTab, mailTab]) assert.deepEqual(errors, []);
  });
});

/** What an interviewer finds among the participants. */
async function endForAll(page: Page): Promise<void> {
  const end = page.getByRole('button', { name: '모두의 인터뷰 끝내기' });
  await page.getByRole('button', { name: /^참가자/ }).click();
  await end.click();
  await page.getByRole('button', { name: '모두 끝내기' }).click();
}
