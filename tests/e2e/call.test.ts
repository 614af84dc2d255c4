import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Demo } from '../../scripts/demo/demo.ts';
import { launchBrowser, newVisitor, type Visitor } from './browser.ts';
import { audioBytesSent, decodesFrames, liveTracks, openConnections } from './media.ts';
import { joinCall, reaches, say, sees, startTestDemo } from './room.ts';
import { until } from './until.ts';

describe('an interview of two people in two browsers', () => {
  let demo: Demo;
  let browsers: [Browser, Browser];
  let interviewer: Visitor;
  let candidate: Visitor;

  before(async () => {
    demo = await startTestDemo();
    browsers = await Promise.all([launchBrowser(), launchBrowser()]);
    [interviewer, candidate] = await Promise.all([
      newVisitor(browsers[0]),
      newVisitor(browsers[1]),
    ]);
  });
  after(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await demo.close();
  });

  it('passes the lobby by a typed code and a link, and both see each other', async () => {
    await interviewer.page.goto(demo.pageUrl);
    const code = new URL(demo.interviewerUrl).hash.replace('#code=', '');
    await interviewer.page
      .getByRole('textbox', { name: '인터뷰 코드' })
      .pressSequentially(code.toLowerCase());
    await interviewer.page.keyboard.press('Enter');
    await reaches(interviewer.page, 'lobby');
    await interviewer.page.getByRole('button', { name: '입장하기' }).click();
    await reaches(interviewer.page, 'in-call');

    await joinCall(candidate.page, demo.candidateUrl);
    await Promise.all([decodesFrames(interviewer.page), decodesFrames(candidate.page)]);
    await sees(interviewer.page, '지원자');
    await sees(candidate.page, '인터뷰어');
  });

  it('carries chat both ways, as text and never as markup', async () => {
    await say(interviewer.page, '안녕하세요, <b>반갑습니다</b>');
    await sees(candidate.page, '<b>반갑습니다</b>');
    await say(candidate.page, '안녕하세요');
    await sees(interviewer.page, '안녕하세요');
  });

  it('mutes what is sent, and the other side sees it', async () => {
    await interviewer.page.getByRole('button', { name: '마이크 끄기' }).click();
    await candidate.page
      .getByText('마이크 꺼짐')
      .or(candidate.page.getByLabel('마이크 꺼짐'))
      .first()
      .waitFor();
    let sent = -1;
    await until('no more sound is sent', async () => {
      const now = await audioBytesSent(interviewer.page);
      const still = now === sent;
      sent = now;
      return still;
    });
    await interviewer.page.getByRole('button', { name: '마이크 켜기' }).click();
    await until('sound is sent again', async () => (await audioBytesSent(interviewer.page)) > sent);
  });

  it('switches the camera without un-muting or a new microphone', async () => {
    await candidate.page.getByRole('button', { name: '마이크 끄기' }).click();
    await candidate.page.evaluate(async () => {
      const devices = await navigator.mediaDevices.enumerateDevices();
      const cameras = devices.filter((device) => device.kind === 'videoinput');
      const element = document.querySelector('rendev-interview');
      await element?.session.selectCamera(cameras.at(-1)?.deviceId ?? '');
    });
    await decodesFrames(interviewer.page);
    await candidate.page.getByRole('button', { name: '마이크 켜기' }).waitFor();
    const liveMicrophones = await candidate.page.evaluate(
      () =>
        globalThis.capturedTracks.filter((t) => t.kind === 'audio' && t.readyState === 'live')
          .length,
    );
    assert.ok(liveMicrophones <= 1, `${liveMicrophones} microphones are live`);
  });

  it('keeps the seat and the chat through a reload in mid-call', async () => {
    const idOf = () =>
      candidate.page.evaluate(
        () => document.querySelector('rendev-interview')?.session.snapshot.self?.id,
      );
    const before = await idOf();
    assert.ok(before);
    await candidate.page.reload();
    await reaches(candidate.page, 'in-call');
    assert.equal(await idOf(), before);
    await Promise.all([decodesFrames(interviewer.page), decodesFrames(candidate.page)]);
    await say(candidate.page, '다시 왔습니다');
    await sees(candidate.page, '반갑습니다');
    await sees(interviewer.page, '다시 왔습니다');
  });

  it('gives the seat to the newest tab of the same person and tells the older one', async () => {
    const second = await newVisitor(browsers[1]);
    await joinCall(second.page, demo.candidateUrl);
    await reaches(candidate.page, 'ended');
    await sees(candidate.page, '다른 창에서');
    await decodesFrames(second.page);
    assert.equal(await liveTracks(candidate.page), 0);
    candidate = second;
  });

  it('ends for the one who leaves, stops the camera and frees the connection', async () => {
    await candidate.page.getByRole('button', { name: '나가기' }).click();
    await reaches(candidate.page, 'ended');
    assert.equal(await liveTracks(candidate.page), 0);
    assert.equal(await openConnections(candidate.page), 0);
    await until(
      'the other side closed the connection',
      async () => (await openConnections(interviewer.page)) === 0,
    );
    assert.deepEqual([...interviewer.errors, ...candidate.errors], []);
  });
});
