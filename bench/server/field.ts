import { CONTENDERS, type Contender } from './contenders.ts';

/** Everybody, ours first. */
export const FIELD: readonly [ours: Contender, ...others: Contender[]] = [
  CONTENDERS.ours,
  CONTENDERS.rawWs,
  CONTENDERS.peerServer,
  CONTENDERS.socketIo,
];
