// The element as a React component, for React 18: it hands properties and listeners on as objects, which
// React does by itself from 19 on. The element is registered with the import.
import { createComponent } from '@lit/react';
import * as React from 'react';
import { register } from '../define/register.ts';
import { RendevInterview as Element } from '../elements/interview/interview.ts';
import type { InterviewEventName, RendevInterviewEventMap } from '../events/interview-events.ts';
import type { SettableProperties } from '../jsx/index.ts';

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${Camel<Tail>}`
  : Capitalize<Name>;

/** `state-change` is `onStateChange`. */
type HandlerNames = { readonly [Name in InterviewEventName as `on${Camel<Name>}`]: Name };

const HANDLERS: HandlerNames = {
  onStateChange: 'state-change',
  onEntryRefused: 'entry-refused',
  onBeforeJoin: 'before-join',
  onBeforeLeave: 'before-leave',
  onJoined: 'joined',
  onLeft: 'left',
  onParticipantJoined: 'participant-joined',
  onParticipantLeft: 'participant-left',
  onParticipantChanged: 'participant-changed',
  onMessage: 'message',
  onMediaChange: 'media-change',
  onQualityChange: 'quality-change',
  onRating: 'rating',
  onFailure: 'failure',
};

type Handlers = {
  readonly [Handler in keyof HandlerNames]?:
    ((event: RendevInterviewEventMap[HandlerNames[Handler]]) => void) | undefined;
};

type Own = SettableProperties & Handlers;

/** Properties of the element by their names, its events as `onStateChange` and so on, and those of HTML. */
export type RendevInterviewProps = Own & Omit<React.HTMLAttributes<Element>, keyof Own>;

type Component = React.ForwardRefExoticComponent<
  RendevInterviewProps & React.RefAttributes<Element>
>;

/** `<rendev-interview>`; a `ref` holds the element. */
export const RendevInterview = createComponent({
  react: React,
  tagName: 'rendev-interview',
  elementClass: Element,
  events: HANDLERS,
}) as Component;

register('rendev-interview', Element);
