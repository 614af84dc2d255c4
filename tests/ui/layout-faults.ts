/** What can be wrong with how a scene is laid out. */
export type LayoutRule = 'overflow' | 'cut-text' | 'target' | 'covered';

/**
 * Runs in the page, on its own: what is wrong with the scene that is shown, one line each.
 *
 * - `overflow`: something reaches over the side of the element, or has to be scrolled sideways
 * - `cut-text`: a text is cut off, and no `title` has it whole
 * - `target`: less than 44 x 44 px to press (WCAG 2.5.5), but for links within a sentence
 * - `covered`: what can be pressed lies under something else, or cannot be scrolled to
 */
export function layoutFaults(rules: readonly LayoutRule[]): string[] {
  const PRESSED =
    'button, a[href], input, select, textarea, summary, [role=button], [role=slider], [tabindex="0"]';
  const faults = new Set<string>();
  const host = scenesPage.element;
  const frame = host?.shadowRoot?.querySelector('.frame') ?? null;
  if (host === null || frame === null) return ['no scene is shown'];

  const parentOf = (element: Element): Element | null => {
    if (element.assignedSlot !== null) return element.assignedSlot;
    const { parentNode } = element;
    if (parentNode instanceof ShadowRoot) return parentNode.host;
    return parentNode instanceof Element ? parentNode : null;
  };
  const under = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot === null ? [] : under(element.shadowRoot)),
    ]);
  const name = (element: Element): string => {
    const root = element.getRootNode();
    const within = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
    const words = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 24);
    const classes = [...element.classList].map((one) => `.${one}`).join('');
    return `${within}${element.localName}${classes} "${element.getAttribute('aria-label') ?? words}"`;
  };
  /** For screen readers alone. */
  const isSpoken = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).clipPath.startsWith('inset(') || isSpoken(parentOf(element)));
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !isSpoken(element);
  const clips = (element: Element | null, side: 'overflowX' | 'overflowY'): boolean => {
    if (element === null || element === frame) return false;
    return getComputedStyle(element)[side] !== 'visible' || clips(parentOf(element), side);
  };

  /** What stands at a point of the window, through every shadow root. */
  const at = (x: number, y: number): Element | null => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner: Element | null = hit.shadowRoot.elementFromPoint(x, y);
      if (inner === null || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  const isWithin = (from: Element | null, outer: Element): boolean =>
    from !== null && (from === outer || isWithin(parentOf(from), outer));

  const bounds = frame.getBoundingClientRect();
  const elements = under(frame).filter(isSeen);

  if (rules.includes('overflow')) {
    if (frame.scrollWidth > frame.clientWidth) faults.add('the frame scrolls sideways');
    for (const element of elements) {
      const { left, right, width } = element.getBoundingClientRect();
      const isOver = right > bounds.right + 0.5 || left < bounds.left - 0.5;
      if (width > 0 && isOver && !clips(parentOf(element), 'overflowX')) {
        faults.add(`reaches over the side: ${name(element)}`);
      }
      const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX);
      if (scrolls && element.scrollWidth > element.clientWidth + 1) {
        faults.add(`scrolls sideways: ${name(element)}`);
      }
    }
  }

  if (rules.includes('cut-text')) {
    for (const element of elements) {
      const hasText = [...element.childNodes].some(
        (node) => node instanceof Text && node.data.trim() !== '',
      );
      if (!hasText || element.closest('[title]') !== null) continue;
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === 'inline' || element instanceof HTMLTextAreaElement) continue;
      const isCut =
        (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 2);
      if (isCut) faults.add(`is cut off and has no title: ${name(element)}`);
    }
  }

  const pressed = elements.filter((element) => element.matches(PRESSED));
  if (rules.includes('target')) {
    for (const element of pressed) {
      if (getComputedStyle(element).display === 'inline') continue;
      if (element.matches('[tabindex="0"]:not([role])')) continue;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      const fits = [element, ...labels].some((one) => {
        const { width, height } = one.getBoundingClientRect();
        return width >= 43.5 && height >= 43.5;
      });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      // What is drawn smaller may take presses around it.
      const isWide = [
        [x - 21, y],
        [x + 21, y],
        [x, y - 21],
        [x, y + 21],
      ].every(([left = 0, top = 0]) => isWithin(at(left, top), element));
      if (!fits && !isWide)
        faults.add(`${Math.round(width)} x ${Math.round(height)} px: ${name(element)}`);
    }
  }

  if (rules.includes('covered')) {
    // While a question or a menu is open, nothing else can have the focus.
    const open = elements.findLast((element) => element.matches('dialog:modal, [role=menu]'));
    for (const element of pressed) {
      if (open !== undefined && !isWithin(element, open)) continue;
      if (element.closest('[inert]') !== null || element.matches(':disabled')) continue;
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      // A link within a sentence may be in two lines.
      const [rect = element.getBoundingClientRect()] = element.getClientRects();
      const hit = at(rect.left + rect.width / 2, rect.top + rect.height / 2);
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      const onLabel = hit !== null && labels.some((label) => label.contains(hit));
      if (!isWithin(hit, element) && !onLabel) {
        const by = hit === null ? 'nothing: it is out of reach' : name(hit);
        faults.add(`${name(element)} is covered by ${by}`);
      }
    }
  }
  return [...faults];
}
