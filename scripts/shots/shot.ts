import type { SizeName } from './sizes.ts';
import type { Theme } from './scenes.ts';

/** One picture: a scene in one window, language and theme. */
export interface Shot {
  readonly scene: string;
  readonly size: SizeName;
  readonly lang: string;
  readonly theme: Theme;
}

export const fileOf = ({ scene, size, lang, theme }: Shot): string =>
  `${scene.replace(/\W+/g, '-')}.${size}.${lang}.${theme}.png`;
