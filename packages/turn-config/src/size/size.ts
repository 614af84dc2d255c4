/** CPU of coturn 4.6.1 for one relayed packet of 1,000 bytes, in seconds; measured on loopback. */
const CPU_SECONDS_PER_PACKET = 12e-6;
const PACKET_BYTES = 1_000;

/** How far a core may be filled: bursts, TLS and the system need the rest. */
const CORE_FILL = 0.5;

/** Ports from 49152 to 65535, one relay each. */
const PORTS_PER_SERVER = 16_384;

/** Wi-Fi or cable, and one more: a browser gathers on each. */
const INTERFACES = 2;

export interface SizeInput {
  /** Calls at the same time, at the busiest hour. */
  calls: number;
  /** People in a call, 2 to 6; each two have a link of their own. */
  people: number;
  /** What one person sends to one other, Mbit/s. */
  mbitPerSecond: number;
  /** Part of the links that need a relay, 0 to 1. One published measurement says 0.22. */
  relayedShare: number;
  /** TURN URLs that browsers get. */
  urls: number;
  /** Hours of the month at that many calls. */
  hoursPerMonth: number;
  /** USD for a GB that leaves the cloud. */
  pricePerGb: number;
}

export interface Size {
  /** Relays held at once: browsers gather them even where they connect directly. */
  relays: number;
  relayedLinks: number;
  /** In, and the same out. */
  mbitPerSecond: number;
  packetsPerSecond: number;
  cores: number;
  servers: number;
  /** GB that leave in a month. */
  gbPerMonth: number;
  /** USD for traffic alone. */
  costPerMonth: number;
}

/** What it takes to relay for so many calls. Bandwidth, not CPU, is the bill. */
export function size(input: SizeInput): Size {
  const { calls, people, mbitPerSecond, relayedShare, urls, hoursPerMonth, pricePerGb } = input;
  const links = (calls * people * (people - 1)) / 2;
  const relayedLinks = Math.ceil(links * relayedShare);
  const outMbit = relayedLinks * 2 * mbitPerSecond;
  const packetsPerSecond = Math.ceil((outMbit * 1e6) / 8 / PACKET_BYTES);
  const relays = links * 2 * urls * INTERFACES;
  const gbPerMonth = (outMbit / 8 / 1_000) * 3_600 * hoursPerMonth;
  return {
    relays,
    relayedLinks,
    mbitPerSecond: outMbit,
    packetsPerSecond,
    cores: Math.max(1, Math.ceil((packetsPerSecond * CPU_SECONDS_PER_PACKET) / CORE_FILL)),
    servers: Math.max(1, Math.ceil(relays / PORTS_PER_SERVER)),
    gbPerMonth: Math.round(gbPerMonth),
    costPerMonth: Math.round(gbPerMonth * pricePerGb),
  };
}
