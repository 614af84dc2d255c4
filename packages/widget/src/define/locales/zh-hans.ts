import { zhHans } from '../../locales/zh-hans/zh-hans.ts';
import { addTexts } from '../../locales/texts.ts';

addTexts('zh-Hans', zhHans);
