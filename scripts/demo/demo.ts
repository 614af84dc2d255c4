import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InterviewCreate, InterviewCreated } from '@rendev/interview-protocol';
import { createApp, loadConfig } from '@rendev/signal-server';
import { PortTakenError, startHostPage } from './host-page.ts';

export { PortTakenError };

export interface DemoOptions {
  /** Port of the host page; 0 for any free one. */
  readonly port: number;
  /** Port of the signal server; 0 for any free one. */
  readonly serverPort: number;
  readonly lang: 'ko' | 'en';
  readonly synthetic: boolean;
  /** Where the SQLite file lies. */
  readonly folder: string;
}

export interface Demo {
  readonly pageUrl: string;
  readonly serverUrl: string;
  /** The shared code of the interview that is open now. */
  readonly code: string;
  readonly interviewerUrl: string;
  readonly candidateUrl: string;
  /** Books another interview, as a host's back end would. */
  book(interview: InterviewCreate): Promise<InterviewCreated>;
  close(): Promise<void>;
}

const NAMES = {
  ko: { title: '프런트엔드 개발자 인터뷰', interviewer: '인터뷰어', candidate: '지원자' },
  en: { title: 'Front-end developer interview', interviewer: 'Interviewer', candidate: 'Candidate' },
} as const;
