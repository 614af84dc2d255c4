import type { InterviewPublic } from '@rendev/interview-protocol';

/** @param otherwise for an interview that is not known yet, or has no title */
export function interviewTitle(interview: InterviewPublic | null, otherwise: string): string {
  return interview === null || interview.title === '' ? otherwise : interview.title;
}
