import { createRequire } from 'node:module';

/** What emojibase-data tells of an emoji, as far as the picker needs it. */
interface Emoji {
  readonly emoji: string;
  readonly label: string;
  readonly tags?: readonly string[];
  readonly group?: number;
  readonly order?: number;
  readonly gender?: number;
  /** Of Unicode Emoji. */
  readonly version: number;
}

/** Languages of the picker, by the name that emojibase has for each. */
export const LANGUAGES = { ko: 'ko', en: 'en', ja: 'ja', 'zh-Hans': 'zh', vi: 'vi' } as const;
/** By emojibase's number. Parts of emoji are no emoji, and Windows draws no flags. */
const GROUPS = [0, 1, 3, 4, 5, 6, 7, 8];
/** Of 2023: systems in use have them. */
const NEWEST = 15.1;
/** Further ones are hardly searched for, and half of the size. */
const WORDS = 8;

const require = createRequire(import.meta.url);

/** The text of a data module: per group one string of `emoji name,word,word|emoji …`. */
export function dataModule(language: keyof typeof LANGUAGES): string {
  const all = require(`emojibase-data/${LANGUAGES[language]}/data.json`) as Emoji[];
  const { version } = require('emojibase-data/package.json') as { version: string };
  const groups = GROUPS.map((group) =>
    all
      .filter((emoji) => emoji.group === group && emoji.gender === undefined)
      .filter((emoji) => emoji.version <= NEWEST)
      .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .map(line)
      .join('|'),
  );
  return [
    `/** Made by \`npm run emoji\` from emojibase-data ${version} (MIT), whose names are of Unicode CLDR. */`,
    'export const groups = [',
    ...groups.map((group) => `  ${quoted(group)},`),
    '];',
    '',
  ].join('\n');
}

function line({ emoji, label, tags = [] }: Emoji): string {
  const name = plain(label);
  const words = tags.map(plain).filter((word) => !name.toLowerCase().includes(word.toLowerCase()));
  return `${emoji} ${[name, ...words.slice(0, WORDS)].join(',')}`;
}

const plain = (text: string) => text.replace(/[,|]/g, ' ').replace(/\s+/g, ' ').trim();

/** As Prettier would write it. */
function quoted(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}
