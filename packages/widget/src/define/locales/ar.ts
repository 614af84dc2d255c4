import { ar } from '../../locales/ar/ar.ts';
import { addTexts } from '../../locales/texts.ts';

addTexts('ar', ar);
