import type { DoctorReport } from './doctor.ts';
import { FAULTS } from './faults.ts';

const MARKS = { pass: 'ok  ', warn: 'warn', fail: 'FAIL' } as const;

/** For scripts: the report with cause and mend beside each fault. */
export function reportJson({ ok, examinations }: DoctorReport): string {
  const explained = examinations.map(({ uri, results }) => ({
    uri,
    results: results.map((result) =>
      result.status === 'pass' ? result : { ...result, ...FAULTS[result.fault] },
    ),
  }));
  return `${JSON.stringify({ ok, examinations: explained }, null, 2)}\n`;
}

/** For people: one line for each check, and under a fault what it means and what to do. */
export function reportTable({ ok, examinations }: DoctorReport): string {
  const width = Math.max(
    ...examinations.flatMap(({ results }) => results.map(({ check }) => check.length)),
  );
  const blocks = examinations.map(({ uri, results }) => {
    const lines = results.flatMap((result) => {
      const latency = result.latencyMs === undefined ? '' : `, ${result.latencyMs.toFixed(1)} ms`;
      const line = `  ${MARKS[result.status]}  ${result.check.padEnd(width)}  ${result.detail}${latency}`;
      if (result.status === 'pass') return [line];
      const { cause, mend } = FAULTS[result.fault];
      return [line, `        ${result.fault}: ${cause}`, `        -> ${mend}`];
    });
    return `${uri}\n${lines.join('\n')}\n`;
  });
  const verdict = ok ? 'No check failed.' : 'At least one check failed.';
  return `${blocks.join('\n')}\n${verdict}\n`;
}
