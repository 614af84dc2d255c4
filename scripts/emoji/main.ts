/** `npm run emoji`: writes the names and words of the emoji picker. */
import { writeFileSync } from 'node:fs';
import { dataModule, LANGUAGES } from './emoji-data.ts';

for (const language of Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[]) {
  const name = language.toLowerCase();
  const file = new URL(
    `../../packages/widget/src/elements/emoji/data/emoji-${name}.ts`,
    import.meta.url,
  );
  writeFileSync(file, dataModule(language));
}
