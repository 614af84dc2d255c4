import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Role } from '@rendev/interview-protocol';
import { summaryOf } from './summary.ts';

/** People by their roles and their stays in seconds; `null` for who is still there. */
function sum(stays: readonly (readonly [Role, number, number | null])[], now = 1_000) {
  return summaryOf(
    'interview-0001',
    {
      people: stays.map(([role], index) => ({ id: `p${index}`, name: '', role, reconnects: 0 })),
      stays: stays.map(([, from, to], index) => ({
        participant_id: `p${index}`,
        from_at: from * 1_000,
        to_at: to === null ? null : to * 1_000,
      })),
      reports: [],
    },
    now * 1_000,
  );
}

describe('whether both sides were there', () => {
  for (const [expected, what, stays] of [
    [
      true,
      'at the same time',
      [
        ['interviewer', 0, 10],
        ['candidate', 9, 20],
      ],
    ],
    [
      false,
      'one after the other',
      [
        ['interviewer', 0, 10],
        ['candidate', 10, 20],
      ],
    ],
    [
      true,
      'an interviewer and somebody by the shared code',
      [
        ['interviewer', 0, 10],
        ['participant', 0, 10],
      ],
    ],
    [
      false,
      'two interviewers',
      [
        ['interviewer', 0, 10],
        ['interviewer', 0, 10],
      ],
    ],
    [
      false,
      'two candidates before the interviewer',
      [
        ['candidate', 0, 9],
        ['candidate', 0, 9],
        ['interviewer', 9, 10],
      ],
    ],
    [
      false,
      'an observer',
      [
        ['candidate', 0, 10],
        ['observer', 0, 10],
      ],
    ],
    [
      true,
      'two by the shared code',
      [
        ['participant', 0, 10],
        ['participant', 5, 6],
      ],
    ],
    [false, 'one alone', [['participant', 0, 10]]],
    [false, 'nobody', []],
  ] as const) {
    it(`${what}: ${expected ? 'yes' : 'no'}`, () => {
      assert.equal(sum(stays).bothSidesAttended, expected);
    });
  }
});

describe('a summary', () => {
  it('adds up the time together', () => {
    const stays = [
      ['interviewer', 0, 30],
      ['candidate', 10, 20],
      ['observer', 15, 25],
    ] as const;
    assert.equal(sum(stays).togetherSeconds, 15);
  });

  it('counts who is still there until now', () => {
    const { people, togetherSeconds } = sum(
      [
        ['participant', 0, null],
        ['participant', 40, null],
      ],
      100,
    );
    assert.deepEqual(
      people.map(({ attendedSeconds }) => attendedSeconds),
      [100, 60],
    );
    assert.equal(people[0]?.stays[0]?.to, null);
    assert.equal(togetherSeconds, 60);
  });
});
