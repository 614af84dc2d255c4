// `import '@rendev/interview/jsx'` teaches TypeScript the element in React's JSX, version 19 and later.
import type { ClassAttributes, HTMLAttributes } from 'react';
import type { RendevInterview } from '../elements/interview/interview.ts';
import type { RendevInterviewEventMap } from '../events/interview-events.ts';

/** What a host may set on the element; each has a default. */
export type SettableProperties = {
  readonly [Name in Settable]?: RendevInterview[Name] | undefined;
};
type Settable =
  'server' | 'code' | 'ticket' | 'name' | 'theme' | 'microphone' | 'camera' | 'autoJoin' | 'hide';

/** React listens to whatever follows `on`: `onstate-change` is the event `state-change`. */
type Listeners = {
  readonly [Name in keyof RendevInterviewEventMap as `on${Name}`]?:
    ((event: RendevInterviewEventMap[Name]) => void) | undefined;
};

type Own = SettableProperties & Listeners & { readonly 'auto-join'?: boolean | undefined };

/** What `<rendev-interview>` takes in React 19: properties, listeners, and the attributes of HTML. */
export type RendevInterviewJsx = Own &
  Omit<HTMLAttributes<RendevInterview>, keyof Own> &
  ClassAttributes<RendevInterview>;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how React's types are added to
  namespace JSX {
    interface IntrinsicElements {
      'rendev-interview': RendevInterviewJsx;
    }
  }
}
