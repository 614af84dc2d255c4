import { RendevError, type RendevErrorCode } from '../rendev-error.ts';

type PolicyFeature = 'microphone' | 'camera' | 'display-capture';

/** Names of DOMException as `getUserMedia` and `getDisplayMedia` reject with them. */
const CODES: Record<string, RendevErrorCode> = {
  NotAllowedError: 'permission-denied',
  NotReadableError: 'in-use',
  AbortError: 'in-use',
  NotFoundError: 'device-not-found',
  OverconstrainedError: 'constraints',
  TypeError: 'constraints',
  NotSupportedError: 'media-unsupported',
};

/** Why a capture failed, in one of our codes (W3C Media Capture and Streams, section 10.2.1). */
export function mediaFailure(cause: unknown, feature: PolicyFeature): RendevError {
  if (cause instanceof RendevError) return cause;
  const code = CODES[(cause as Partial<Error> | null)?.name ?? ''] ?? 'unknown';
  if (code === 'permission-denied') {
    if (!allowedByPolicy(feature)) return new RendevError('blocked-by-policy', { cause });
    // Chromium says it in the message alone; elsewhere it looks like a person's refusal.
    const bySystem = /by system/i.test((cause as Partial<Error>).message ?? '');
    const denied = bySystem ? 'blocked-by-system' : code;
    return new RendevError(denied, { retryable: true, cause });
  }
  return new RendevError(code, { retryable: code === 'in-use', cause });
}

/** Throws where the page cannot capture at all. */
export function requireMediaDevices(): MediaDevices {
  if (!isSecureContext) throw new RendevError('insecure-context');
  // Web views leave it out, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new RendevError('media-unsupported');
  return devices;
}

/** An iframe without `allow="camera; microphone"` refuses without ever asking the person. */
function allowedByPolicy(feature: PolicyFeature): boolean {
  const { featurePolicy } = document as Document & {
    readonly featurePolicy?: { allowsFeature(name: string): boolean };
  };
  return featurePolicy?.allowsFeature(feature) ?? true;
}
