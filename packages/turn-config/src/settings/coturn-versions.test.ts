import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knowsOption, profileFor } from './coturn-versions.ts';

describe('version profiles', () => {
  it('stand for the releases up to the next one', () => {
    const profiles = {
      '4.5.2': undefined,
      '4.6.1': '4.6',
      '4.6.3': '4.6',
      '4.9.0': '4.8',
      '4.12.0': '4.10',
      '4.15.0': '4.13',
      '4.17.1': '4.17',
      '5.0.0': '4.17',
    };
    for (const [release, profile] of Object.entries(profiles)) {
      assert.equal(profileFor(release), profile, release);
    }
  });

  it('know when an option came and went', () => {
    assert.ok(knowsOption('4.6', 'no-cli'));
    assert.ok(knowsOption('4.8', 'no-cli'));
    assert.ok(!knowsOption('4.10', 'no-cli'));
    assert.ok(!knowsOption('4.13', 'log-min-level'));
    assert.ok(knowsOption('4.17', 'log-min-level'));
  });
});
