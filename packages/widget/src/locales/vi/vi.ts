import type { Texts } from '../all-texts.ts';
import { calendar } from './calendar.ts';
import { call } from './call.ts';
import { chat } from './chat.ts';
import { controls } from './controls.ts';
import { device } from './devices.ts';
import { emoji } from './emoji.ts';
import { ended } from './ended.ts';
import { errors } from './errors.ts';
import { inApp } from './in-app.ts';
import { lobby } from './lobby.ts';
import { media } from './media-errors.ts';
import { people } from './people.ts';
import { stage } from './stage.ts';
import { statistics } from './statistics.ts';
import { terms } from './terms.ts';
import { waiting } from './waiting.ts';

/** Vietnamese. */
export const vi: Texts = {
  calendar,
  call,
  chat,
  controls,
  device,
  emoji,
  ended,
  errors,
  inApp,
  lobby,
  media,
  people,
  stage,
  statistics,
  terms,
  waiting,
};
