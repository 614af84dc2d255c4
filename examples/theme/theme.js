/** Writes what is chosen as CSS, and lets the element beside it follow. */
const COLOURS = [
  'accent',
  'on-accent',
  'accent-soft',
  'surface',
  'canvas',
  'text',
  'text-muted',
  'line',
  'line-strong',
  'positive',
  'warning',
  'danger',
  'danger-solid',
  'on-danger-solid',
  'control',
  'control-hover',
  'control-off',
  'on-control-off',
  'tile',
  'avatar',
  'on-avatar',
  'on-scrim',
];
const LENGTHS = {
  space: 8,
  radius: 32,
  'radius-control': 32,
  'radius-tile': 40,
  'radius-card': 48,
  'type-small': 20,
  'type-body': 24,
  'type-lead': 28,
  'type-heading': 36,
  'type-title': 48,
};
const OTHERS = [
  'gradient',
  'scrim',
  'elevation-card',
  'elevation-float',
  'elevation-sheet',
  'motion',
  'motion-far',
];
/** Text and what it is read on; WCAG asks for 4.5. */
const READ = [
  ['on-accent', 'accent'],
  ['accent', 'surface'],
  ['text', 'surface'],
  ['text-muted', 'canvas'],
  ['on-danger-solid', 'danger-solid'],
];

const find = (selector) => document.querySelector(selector);
const form = find('form');
const element = find('rendev-interview');
const chosen = document.head.appendChild(document.createElement('style'));

await customElements.whenDefined('rendev-interview');
const defaults = getComputedStyle(element);
const defaultOf = (name) => defaults.getPropertyValue(`--rendev-${name}`).trim();

/** A labelled field in a fieldset, which knows what it began with. */
function field(group, label, ...inputs) {
  const line = document.createElement('label');
  line.append(label, ...inputs);
  find(group).append(line);
}

function input(name, type, value, more = {}) {
  const made = Object.assign(document.createElement('input'), { name, type, ...more });
  made.defaultValue = value;
  made.ariaLabel = name;
  return made;
}

for (const name of COLOURS) {
  const value = defaultOf(name);
  const pair = /^light-dark\((.+), (.+)\)$/.exec(value);
  const sides = pair ? [pair[1], pair[2]] : [value];
  field(
    '.colours',
    name,
    ...sides.map((side, index) => input(`${name} ${['light', 'dark'][index]}`, 'color', side)),
  );
}
for (const [name, max] of Object.entries(LENGTHS)) {
  field('.lengths', name, input(name, 'range', parseFloat(defaultOf(name)), { max }));
}
for (const name of OTHERS) field('.others', name, input(name, 'text', defaultOf(name)));

/** What was changed, by the name of the property. */
function changes() {
  const css = [];
  const set = (name, value) => css.push(`  --rendev-${name}: ${value};`);
  const { elements } = form;
  if (elements.font.value) set('font', elements.font.value);
  for (const name of COLOURS) {
    const sides = ['light', 'dark'].flatMap((side) => elements[`${name} ${side}`] ?? []);
    if (sides.every((side) => side.value === side.defaultValue)) continue;
    const values = sides.map((side) => side.value);
    set(name, values.length === 1 ? values[0] : `light-dark(${values.join(', ')})`);
  }
  for (const name of [...Object.keys(LENGTHS), ...OTHERS]) {
    const { value, defaultValue } = elements[name];
    if (value !== defaultValue) set(name, name in LENGTHS ? `${value}px` : value);
  }
  return css;
}

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Pairs that cannot be read well, in words. */
function unreadable() {
  const weak = [];
  for (const side of ['light', 'dark']) {
    for (const [text, on] of READ) {
      const colours = [text, on].map(
        (name) => (form.elements[`${name} ${side}`] ?? form.elements[`${name} light`]).value,
      );
      const [dark, light] = colours.map(luminance).sort((a, b) => a - b);
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < 4.5) weak.push(`${text} on ${on}, ${side}: ${ratio.toFixed(1)}:1`);
    }
  }
  return weak.length === 0 ? 'Every text can be read (4.5:1).' : `Hard to read: ${weak.join('; ')}`;
}

function show() {
  const { theme, scheme, lang, dir, width } = form.elements;
  const css = changes();
  const rule = css.length === 0 ? '' : `rendev-interview {\n${css.join('\n')}\n}\n`;
  chosen.textContent = rule;
  find('code').textContent = rule || '/* Nothing is changed yet. */';
  find('.contrast').textContent = unreadable();
  find('.box').style.inlineSize = `${width.value}px`;
  document.documentElement.style.colorScheme = scheme.value;
  document.documentElement.dir = dir.value;
  element.lang = lang.value;
  element.setAttribute('theme', theme.value);
}

form.addEventListener('input', show);
form.addEventListener('submit', (event) => {
  event.preventDefault();
});
// The fields have their first values only after the event.
form.addEventListener('reset', () => setTimeout(show));
find('.copy').addEventListener('click', async (event) => {
  const button = event.currentTarget;
  await navigator.clipboard.writeText(find('code').textContent);
  button.textContent = 'Copied';
});
show();
