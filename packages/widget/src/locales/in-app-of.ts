/** Apps that show pages in a view of their own; `other` for one that does not say its name. */
export type InApp = 'kakaotalk' | 'naver' | 'line' | 'instagram' | 'facebook' | 'other';

const IN_APP: readonly (readonly [InApp, RegExp])[] = [
  ['kakaotalk', /KAKAOTALK/i],
  ['naver', /NAVER\(/],
  ['line', /\bLine\//],
  ['instagram', /Instagram/],
  ['facebook', /FBA[NV]|FB_IAB/],
  ['other', /; wv\)/],
];

export function inAppOf(userAgent: string): InApp | null {
  return IN_APP.find(([, says]) => says.test(userAgent))?.[0] ?? null;
}
