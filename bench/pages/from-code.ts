import { prepareSession } from './ours.ts';

prepareSession('code');
