import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts in 1/100 s (USER_HZ, proc(5)). */
const TICK_MS = 10;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly cpuMs: number;
}

/** CPU time that the Chromium processes which this program has started have used until now. */
export function browserCpuMs(): number {
  const all = readdirSync('/proc').flatMap((entry) => (/^\d+$/.test(entry) ? read(entry) : []));
  const family = new Set([process.pid]);
  for (let grown = true; grown;) {
    const found = all.filter(({ pid, parent }) => family.has(parent) && !family.has(pid));
    for (const { pid } of found) family.add(pid);
    grown = found.length > 0;
  }
  return all
    .filter(({ pid, name }) => family.has(pid) && name.startsWith('chrom'))
    .reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** User and system time that a process has used until now. */
export function cpuMsOf(pid: number): number {
  const [found] = read(String(pid));
  if (found === undefined) throw new Error(`Process ${pid} has ended`);
  return found.cpuMs;
}

/** See proc_pid_stat(5): the name is in brackets and may hold spaces. */
function read(entry: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const cpuMs = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    return [{ pid: Number(entry), parent: Number(fields[1]), name, cpuMs }];
  } catch {
    return []; // it has ended meanwhile
  }
}
