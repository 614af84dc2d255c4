import { vi } from '../../locales/vi/vi.ts';
import { addTexts } from '../../locales/texts.ts';

addTexts('vi', vi);
