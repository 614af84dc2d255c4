import { prepareSession } from './ours.ts';

prepareSession('lobby');
