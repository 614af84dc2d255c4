import { assert } from 'chai';
import {
  calendarDate,
  clockTime,
  countdownClock,
  dateAndTime,
  sameClock,
  zoneName,
} from './time.ts';

const AFTERNOON = Date.parse('2030-05-14T05:00:00Z');

describe('times', () => {
  it('says 오전 and 오후 in Korean, whatever the browser does', () => {
    assert.equal(clockTime(AFTERNOON, 'ko', 'Asia/Seoul'), '오후 2:00');
    assert.equal(clockTime(AFTERNOON, 'ko-KR', 'UTC'), '오전 5:00');
    assert.equal(clockTime(Date.parse('2030-05-14T00:05:00Z'), 'ko', 'UTC'), '오전 12:05');
    assert.equal(clockTime(Date.parse('2030-05-14T12:05:00Z'), 'ko', 'UTC'), '오후 12:05');
  });

  it('follows the habits of the English locale', () => {
    assert.match(clockTime(AFTERNOON, 'en-US', 'Asia/Seoul'), /^2:00\sPM$/);
    assert.equal(clockTime(AFTERNOON, 'en-GB', 'Asia/Seoul'), '14:00');
  });

  it('names date and zone in words', () => {
    assert.equal(calendarDate(AFTERNOON, 'ko', 'Asia/Seoul'), '5월 14일 (화)');
    assert.match(zoneName(AFTERNOON, 'en', 'Asia/Seoul'), /Korea/);
  });

  it('joins date and time as the language does', () => {
    assert.equal(dateAndTime(AFTERNOON, 'ko', 'Asia/Seoul'), '5월 14일 (화) 오후 2:00');
    assert.match(dateAndTime(AFTERNOON, 'en-US', 'Asia/Seoul'), /^Tue, May 14.+2:00\sPM$/);
    assert.equal(dateAndTime(AFTERNOON, 'ja', 'Asia/Seoul'), '5月14日(火) 14:00');
  });

  it('knows when two zones show the same clock', () => {
    assert.isTrue(sameClock(AFTERNOON, 'Asia/Seoul', 'Asia/Tokyo'));
    assert.isFalse(sameClock(AFTERNOON, 'Asia/Seoul', 'UTC'));
  });

  it('falls back to the own zone for one that the browser does not know', () => {
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    assert.equal(clockTime(AFTERNOON, 'ko', 'Mars/Base'), clockTime(AFTERNOON, 'ko', here));
  });

  it('counts down by the started second and never below zero', () => {
    assert.equal(countdownClock(61_000), '1:01');
    assert.equal(countdownClock(60_001), '1:01');
    assert.equal(countdownClock(3_600_000), '1:00:00');
    assert.equal(countdownClock(-5), '0:00');
  });
});
