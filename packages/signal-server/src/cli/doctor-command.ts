import { defineCommand } from 'citty';
import { systemClock } from '../clock.ts';
import { loadConfig } from '../config.ts';
import { diagnose } from '../doctor/doctor.ts';

export const doctorCommand = defineCommand({
  meta: {
    name: 'doctor',
    description: 'Look at settings, store, clock, TURN and webhooks; exit code 1 if one fails',
  },
  args: { json: { type: 'boolean', description: 'For machines' } },
  run: async ({ args }) => {
    const findings = await diagnose(loadConfig(process.env), systemClock);
    const lines = findings.map(({ status, check, detail }) => `${status}  ${check}  ${detail}`);
    console.log(args.json ? JSON.stringify(findings) : lines.join('\n'));
    if (findings.some(({ status }) => status === 'fail')) process.exitCode = 1;
  },
});
