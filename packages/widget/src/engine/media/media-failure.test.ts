import { assert } from 'chai';
import { RendevError } from '../rendev-error.ts';
import { capture } from './capture.ts';
import { mediaFailure } from './media-failure.ts';

describe('mediaFailure', () => {
  const denied = new DOMException('', 'NotAllowedError');

  /** Replaces a property of a browser object for one call. */
  function using(target: object, name: string, value: unknown, act: () => unknown): unknown {
    const original = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { value, configurable: true });
    try {
      return act();
    } finally {
      if (original) Object.defineProperty(target, name, original);
      else Reflect.deleteProperty(target, name);
    }
  }

  const captureCode = () => capture('camera', null).catch((error: unknown) => error);

  it('tells a person that refuses from a page that is not allowed to ask', () => {
    const policy = (allowed: boolean) => ({ allowsFeature: () => allowed });
    const failure = (allowed: boolean) =>
      using(document, 'featurePolicy', policy(allowed), () => mediaFailure(denied, 'camera'));
    assert.include(failure(true), { code: 'permission-denied', retryable: true });
    assert.include(failure(false), { code: 'blocked-by-policy', retryable: false });
  });

  it('tells a system that refuses from a person that does', () => {
    const bySystem = new DOMException('Permission denied by system', 'NotAllowedError');
    assert.include(mediaFailure(bySystem, 'camera'), {
      code: 'blocked-by-system',
      retryable: true,
    });
  });

  it('leaves a failure of ours as it is', () => {
    const failure = new RendevError('media-unsupported');
    assert.equal(mediaFailure(failure, 'camera'), failure);
  });

  it('tells an insecure page and a browser without media apart', async () => {
    const insecure = await using(window, 'isSecureContext', false, captureCode);
    assert.include(insecure, { code: 'insecure-context' });
    const without = await using(navigator, 'mediaDevices', undefined, captureCode);
    assert.include(without, { code: 'media-unsupported' });
  });
});
