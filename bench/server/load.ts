import { allArrived, type Load, onSchedule } from './schedule.ts';
import { signals } from './signals.ts';
import type { Pair } from './wires/wire.ts';

export interface Carried {
  readonly sent: number;
  /** Of each signal the ms from when it was due to its arrival. */
  readonly oneWayMs: readonly number[];
}

/** Sends signals on schedule, each pair in its turn, both ways. */
export async function carry(pairs: readonly Pair[], load: Load): Promise<Carried> {
  const oneWayMs: number[] = [];
  const senders = pairs.flatMap(([one, other]) => [sender(one, other), sender(other, one)]);
  function sender(from: Pair[0], to: Pair[1]) {
    const due: number[] = [];
    to.onSignal = () => {
      const since = due.shift();
      if (since === undefined) throw new Error('A signal came that was not sent');
      oneWayMs.push(performance.now() - since);
    };
    const content = signals();
    return (dueAt: number) => {
      due.push(dueAt);
      from.send(content.next().value);
    };
  }
  const sent = await onSchedule(load, (number, dueAt) => {
    senders[number % senders.length]?.(dueAt);
  });
  await allArrived(sent, () => oneWayMs.length);
  if (oneWayMs.length < sent) throw new Error(`${sent - oneWayMs.length} signals were lost`);
  return { sent, oneWayMs };
}
