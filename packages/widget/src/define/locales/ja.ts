import { ja } from '../../locales/ja/ja.ts';
import { addTexts } from '../../locales/texts.ts';

addTexts('ja', ja);
