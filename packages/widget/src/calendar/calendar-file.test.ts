import { assert } from 'chai';
import { type CalendarEntry, calendarFile } from './calendar-file.ts';

const entry = (change: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'interview-1@rendev-interview',
  title: '프런트엔드 개발자 인터뷰',
  description: 'One line',
  startsAt: Date.parse('2030-05-14T05:00:00.000Z'),
  endsAt: Date.parse('2030-05-14T06:00:00.000Z'),
  url: 'https://host.example/interview#code=AB12-CD34',
  alarmMinutes: 10,
  madeAt: Date.parse('2030-05-01T00:00:00.123Z'),
  ...change,
});

/** Section 3.1: a line break that a space or tab follows is removed with it. */
const unfolded = (file: string) => file.replace(/\r\n[ \t]/g, '').split('\r\n');
const octets = (line: string) => new TextEncoder().encode(line).length;

describe('a calendar file', () => {
  it('holds one event with its times in UTC and an alarm before it', () => {
    assert.deepEqual(unfolded(calendarFile(entry())), [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//renDev//Interview//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:interview-1@rendev-interview',
      'DTSTAMP:20300501T000000Z',
      'DTSTART:20300514T050000Z',
      'DTEND:20300514T060000Z',
      'SUMMARY:프런트엔드 개발자 인터뷰',
      'DESCRIPTION:One line',
      'URL:https://host.example/interview#code=AB12-CD34',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:프런트엔드 개발자 인터뷰',
      'TRIGGER:-PT10M',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('folds at 75 octets without breaking a character', () => {
    const title = '가나다라마바사아자차카타파하 😀 '.repeat(12);
    const file = calendarFile(entry({ title }));
    for (const line of file.split('\r\n')) assert.isAtMost(octets(line), 75);
    assert.include(unfolded(file), `SUMMARY:${title}`);
    assert.isAbove(file.split('\r\n').length, unfolded(file).length);
  });

  it('ends each line with CR LF and nothing else', () => {
    const file = calendarFile(entry({ description: 'a\nb\r\nc\rd' }));
    assert.equal(file.split('\n').length, file.split('\r\n').length);
    assert.include(unfolded(file), 'DESCRIPTION:a\\nb\\nc\\nd');
  });

  it('escapes what a text must not hold as it is', () => {
    const file = calendarFile(entry({ title: 'A; B, C \\ D: "E"' }));
    assert.include(unfolded(file), 'SUMMARY:A\\; B\\, C \\\\ D: "E"');
  });

  it('lets nothing of a title or an address begin a line of its own', () => {
    const evil = 'x\r\nBEGIN:VALARM\r\nATTACH:https://evil.example';
    const lines = unfolded(calendarFile(entry({ title: evil, url: evil, uid: evil })));
    assert.lengthOf(
      lines.filter((line) => line === 'BEGIN:VALARM'),
      1,
    );
    assert.isEmpty(lines.filter((line) => line.startsWith('ATTACH')));
  });

  it('leaves out an address that is not there', () => {
    assert.notInclude(calendarFile(entry({ url: '' })), 'URL');
  });
});
