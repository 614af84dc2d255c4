import { defineCommand } from 'citty';
import { size as computeSize } from '../size/size.ts';
import { print, refuse } from './output.ts';

export const size = defineCommand({
  meta: { name: 'size', description: 'Cores, bandwidth, ports and cost for a number of calls' },
  args: {
    calls: { type: 'string', required: true, description: 'Calls at the same time' },
    people: { type: 'string', default: '2', description: 'People in a call, 2 to 6' },
    mbit: { type: 'string', default: '1.5', description: 'Mbit/s from one person to one other' },
    relayed: { type: 'string', default: '0.3', description: 'Part of links that need a relay' },
    hours: { type: 'string', default: '160', description: 'Hours a month at that many calls' },
    price: { type: 'string', default: '0.09', description: 'USD for a GB out of the cloud' },
    urls: { type: 'string', default: '3', description: 'TURN URLs that browsers get' },
    json: { type: 'boolean', description: 'For machines' },
  },
  run({ args }) {
    const input = {
      calls: Number(args.calls),
      people: Number(args.people),
      mbitPerSecond: Number(args.mbit),
      relayedShare: Number(args.relayed),
      urls: Number(args.urls),
      hoursPerMonth: Number(args.hours),
      pricePerGb: Number(args.price),
    };
    const wrong = Object.entries(input).find(([, value]) => !(value >= 0));
    if (wrong || input.relayedShare > 1 || input.people < 2 || input.people > 6) {
      refuse('Numbers from 0 up, --relayed from 0 to 1, --people from 2 to 6.');
      return;
    }
    const result = computeSize(input);
    if (args.json) {
      print(JSON.stringify(result, null, 2));
      return;
    }
    print(`relayed links    ${result.relayedLinks} at once
bandwidth        ${result.mbitPerSecond} Mbit/s in and the same out
packets          ${result.packetsPerSecond} per second
cores            ${result.cores}
relay ports      ${result.relays} (limits.totalQuota at least that)
servers          ${result.servers}, of 16384 relay ports each
traffic          ${result.gbPerMonth} GB a month
cost             ${result.costPerMonth} USD a month for traffic`);
  },
});
