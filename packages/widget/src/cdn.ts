// The script tag: the server that the script comes from is the one that the interview runs on.
import { setDefaultServer } from './default-server.ts';
import './define/rendev-interview.ts';

setDefaultServer(new URL(import.meta.url).origin);
