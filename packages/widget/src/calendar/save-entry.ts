import type { InterviewPublic } from '@rendev/interview-protocol';
import { CALENDAR_TYPE, calendarFile } from './calendar-file.ts';
import { type EntryContext, interviewEntry } from './interview-entry.ts';

/** Gives the person a file that their calendar opens. It is made in the page. */
export function saveEntry(interview: InterviewPublic, context: EntryContext): void {
  const file = new Blob([calendarFile(interviewEntry(interview, context))], {
    type: CALENDAR_TYPE,
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'interview.ics';
  link.click();
  // The browser reads it after the click.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
