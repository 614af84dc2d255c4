import { assert } from 'chai';
import { RendevError } from '../rendev-error.ts';
import { until } from '../testing/until.ts';
import { DeliveryReport } from './delivery-report.ts';

describe('DeliveryReport', () => {
  let told: number[];
  let failure: RendevError | null;
  let report: DeliveryReport;

  beforeEach(() => {
    told = [];
    failure = null;
    report = new DeliveryReport({
      request: async (_event, payload) => {
        told.push((payload as { seq: number }).seq);
        await Promise.resolve();
        if (failure) throw failure;
        return {} as never;
      },
      changed: () => undefined,
    });
  });

  afterEach(() => {
    report.close();
  });

  const untilTold = (...seqs: number[]) =>
    until(`${seqs.join()} is told`, () => told.join() === seqs.join());

  it('tells the highest of several that come at once', async () => {
    for (const seq of [1, 2, 3, 2]) report.received(seq);
    assert.isEmpty(told);
    await untilTold(3);
    report.received(4);
    await untilTold(3, 4);
  });

  it('tells nothing that a read mark says', async () => {
    report.received(3);
    report.read(3);
    report.received(3);
    report.received(4);
    report.read(4);
    report.received(5);
    await untilTold(5);
  });

  it('tells again after a connect what the server does not have', async () => {
    failure = new RendevError('server-unreachable');
    report.received(2);
    await untilTold(2);
    failure = null;
    report.connected(2);
    report.connected(1);
    await untilTold(2, 2);
    report.connected(2);
    report.received(3);
    await untilTold(2, 2, 3);
  });
});
