import { assert } from 'chai';
import { register } from '../../define/register.ts';
import { accessibilityFaults } from '../testing/axe.ts';
import { deep, deepAll, deepText, until } from '../testing/mount.ts';
import { type EmojiGroup, emojiGroups, findEmoji } from './emoji-data.ts';
import { RendevEmoji } from './emoji.ts';
import { noteEmoji, recentEmoji } from './recent-emoji.ts';

const symbols = (groups: readonly EmojiGroup[], query: string) =>
  findEmoji(groups, query, 30).map(({ symbol }) => symbol);

describe('emoji data', () => {
  it('has the same groups in each language', async () => {
    const english = await emojiGroups('en');
    for (const language of ['ko', 'ja', 'zh-Hans', 'vi'] as const) {
      const groups = await emojiGroups(language);
      assert.lengthOf(groups, 8);
      for (const [place, group] of groups.entries()) {
        assert.equal(
          group.map(({ symbol }) => symbol).join(' '),
          english[place]?.map(({ symbol }) => symbol).join(' '),
        );
        assert.isTrue(group.every(({ name }) => name !== ''));
      }
    }
  });

  it('is found by name and by words, in each language', async () => {
    const [ko, en] = await Promise.all([emojiGroups('ko'), emojiGroups('en')]);
    assert.include(symbols(ko, '박수'), '👏');
    assert.include(symbols(ko, '하트'), '❤️');
    assert.include(symbols(en, 'clap'), '👏');
    assert.include(symbols(en, 'THUMBS up'), '👍️');
    assert.isEmpty(symbols(en, '   '));
    assert.isEmpty(symbols(en, 'qqqq'));
  });

  it('answers in English where there are no other names', async () => {
    const [arabic, english] = await Promise.all([emojiGroups('ar'), emojiGroups('en')]);
    assert.equal(arabic[0]?.[0]?.name, english[0]?.[0]?.name);
  });
});

describe('emoji picker', () => {
  let picker: RendevEmoji;
  let picked: string[];
  const cells = () => deepAll(picker, '[role=gridcell] button');
  const focused = () => picker.shadowRoot?.activeElement;
  const press = async (key: string, init: KeyboardEventInit = {}) => {
    focused()?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
    );
    await picker.updateComplete;
  };
  const search = async (text: string) => {
    const field = deep(picker, 'input', HTMLInputElement);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await picker.updateComplete;
  };

  async function open(dir = 'ltr') {
    picker = new RendevEmoji();
    Object.assign(picker, { lang: 'ko', groups: await emojiGroups('ko'), dir });
    picker.style.setProperty('width', '300px');
    picker.style.setProperty('height', '300px');
    picker.addEventListener('pick', (event) => {
      if (event instanceof CustomEvent) picked.push(String(event.detail));
    });
    document.body.append(picker);
    await until(() => deepAll(picker, '[role=row]').length > 1);
  }

  beforeEach(async () => {
    localStorage.clear();
    picked = [];
    register('rendev-emoji', RendevEmoji);
    await open();
  });
  afterEach(() => {
    picker.remove();
    localStorage.clear();
  });

  it('begins with the search, and takes the first found by Enter', async () => {
    picker.focus();
    assert.equal(focused()?.tagName, 'INPUT');
    await search('박수');
    assert.include(deepText(picker), '찾았습니다');
    await press('Enter', { isComposing: true });
    assert.isEmpty(picked);
    await press('Enter');
    assert.deepEqual(picked, ['👏']);
  });

  it('says so when nothing is found', async () => {
    await search('qqqq');
    assert.include(deepText(picker), '찾는 이모지가 없습니다.');
    await press('Enter');
    assert.isEmpty(picked);
  });

  it('is one grid for the keys', async () => {
    await until(() => picker.columns === 6);
    await picker.updateComplete;
    const place = () => Number((focused() as HTMLElement).dataset['place']);
    assert.lengthOf(deepAll(picker, '[role=grid] [tabindex="0"]'), 1);
    deep(picker, 'input').focus();
    await press('ArrowDown');
    assert.equal(place(), 0);
    await press('ArrowRight');
    assert.equal(place(), 1);
    await press('ArrowDown');
    assert.equal(place(), 7);
    await press('End');
    assert.equal(place(), 11);
    await press('Home');
    assert.equal(place(), 6);
    await press('End', { ctrlKey: true });
    assert.equal(place(), cells().length - 1);
    await press('ArrowRight');
    assert.equal(place(), cells().length - 1);
    await press('Home', { ctrlKey: true });
    await press('ArrowUp');
    assert.equal(focused()?.tagName, 'INPUT');
    assert.lengthOf(deepAll(picker, '[role=grid] [tabindex="0"]'), 1);
  });

  it('goes the other way where reading does', async () => {
    picker.remove();
    await open('rtl');
    deep(picker, 'input').focus();
    await press('ArrowDown');
    await press('ArrowLeft');
    assert.equal((focused() as HTMLElement).dataset['place'], '1');
  });

  it('shows another kind by its tab and by the arrow keys', async () => {
    const tabs = () => deepAll(picker, '[role=tab]');
    tabs()[3]?.click();
    await picker.updateComplete;
    assert.include(
      cells().map((cell) => cell.ariaLabel),
      '빨간 사과',
    );
    tabs()[3]?.focus();
    await press('ArrowRight');
    await until(() => focused() === tabs()[4]);
    assert.equal(tabs()[4]?.ariaSelected, 'true');
    assert.include(
      cells().map((cell) => cell.ariaLabel),
      '자동차',
    );
  });

  it('remembers what was used last', async () => {
    cells()[5]?.click();
    cells()[2]?.click();
    assert.deepEqual(recentEmoji(), [...picked].reverse());
    for (let count = 0; count < 30; count += 1) noteEmoji(String(count));
    assert.lengthOf(recentEmoji(), 16);
    noteEmoji('😀');
    picker.remove();
    picker = new RendevEmoji();
    Object.assign(picker, { lang: 'ko', groups: await emojiGroups('ko') });
    document.body.append(picker);
    await picker.updateComplete;
    assert.deepEqual(
      cells().map((cell) => deepText(cell)),
      ['😀'],
    );
  });

  it('is accessible', async () => {
    assert.deepEqual(await accessibilityFaults(picker), []);
    await search('하트');
    assert.deepEqual(await accessibilityFaults(picker), []);
  });
});
