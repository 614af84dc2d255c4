import { SIZES } from './sizes.ts';
import { type Shot, fileOf } from './shot.ts';

/** A page that shows the pictures side by side, a row for each scene. */
export function indexPage(shots: readonly Shot[]): string {
  const scenes = [...new Set(shots.map(({ scene }) => scene))];
  const rows = scenes.map(
    (scene) => `<section><h2>${scene}</h2><div>
${shots
  .filter((shot) => shot.scene === scene)
  .map(figure)
  .join('\n')}
</div></section>`,
  );
  const choices = (['size', 'lang', 'theme'] as const).map((kind) => {
    const values = [...new Set(shots.map((shot) => shot[kind]))];
    const boxes = values.map(
      (value) =>
        `<label><input type="checkbox" checked data-hides="${kind}-${value}">${value}</label>`,
    );
    return `<fieldset>${boxes.join('')}</fieldset>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>renDev Interview: every screen</title>
<style>
  body { margin: 0; font: 14px system-ui; background: #ddd }
  header { position: sticky; top: 0; display: flex; gap: 16px; padding: 8px 16px; background: #fff }
  fieldset { display: flex; gap: 8px; border: 0; padding: 0 }
  section { padding: 0 16px } h2 { font-size: 15px }
  section > div { display: flex; flex-wrap: wrap; gap: 8px; align-items: start }
  figure { margin: 0 } figcaption { font-size: 12px } img { display: block; height: 320px; width: auto }
</style>
<header>${choices.join('')}</header>
${rows.join('\n')}
<script>
  for (const box of document.querySelectorAll('input')) {
    box.addEventListener('change', () => {
      for (const one of document.getElementsByTagName('figure')) {
        one.hidden = one.className.split(' ').some(
          (name) => !document.querySelector('[data-hides=' + name + ']').checked,
        );
      }
    });
  }
</script>
</html>
`;
}

function figure(shot: Shot): string {
  const { size, lang, theme } = shot;
  const { width, height } = SIZES[size];
  const file = fileOf(shot);
  return `<figure class="size-${size} lang-${lang} theme-${theme}">
<a href="${file}"><img src="${file}" width="${width}" height="${height}" loading="lazy" alt=""></a>
<figcaption>${size} ${lang} ${theme}</figcaption></figure>`;
}
