import { type TemplateResult, html, nothing } from 'lit';
import { type IconName, icon } from '../../icons/icons.ts';
import { isOn } from './call-acts.ts';
import type { CallPanel } from './call-panel.ts';
import { type ControlsView, keyOf, moreGroups, reactionRow } from './more-menu.ts';

/** The bar: what one sends, what one reads and does, and the way out apart from both. */
export function controlsTemplate(view: ControlsView) {
  const { snapshot, t, terms, hides } = view;
  const unless = (name: string, template: () => TemplateResult) =>
    hides.has(name) ? nothing : template();
  return html`<div class="bar-room">
    <div class="bar" part="controls" role="group" aria-label=${t.controls}>
      <div class="group">
        ${unless('microphone', () => device('microphone', view))}
        ${unless('camera', () => device('camera', view))} ${unless('share', () => share(view))}
      </div>
      <div class="group">
        ${unless('chat', () => panelButton('chat', snapshot.chat.unread, terms.chatUnread, view))}
        ${unless('people', () => panelButton('people', view.waiting, terms.peopleWaiting, view))}
        ${unless('hand', () => hand(view))}
        ${unless('reactions', () => menu('react', 'smile', terms.react, [reactionRow(view)], view))}
        ${unless('more', () => menu('more', 'more', terms.more, moreGroups(view), view))}
      </div>
      ${unless('leave', () => leave(view))}
    </div>
  </div>`;
}

function leave({ t, leave: out }: ControlsView) {
  return html`<button class="control leave" part="leave-button" type="button" @click=${out}>
    ${icon('leave')}<span>${t.leave}</span>
  </button>`;
}

function device(kind: 'microphone' | 'camera', view: ControlsView) {
  const { snapshot, t, acts } = view;
  const { status } = snapshot.media[kind];
  const on = isOn(status);
  const drawn: IconName = on ? kind : `${kind}Off`;
  const label = on ? t[`${kind}Off`] : t[`${kind}On`];
  return html`<button
    class=${on ? 'control' : 'control off'}
    part="control"
    type="button"
    data-control=${kind}
    aria-busy=${status === 'starting' ? 'true' : 'false'}
    aria-label=${label}
    aria-keyshortcuts=${keyOf(view, kind) ?? nothing}
    title=${label}
    @click=${acts[kind]}
  >
    ${status === 'starting' ? html`<span class="spinner"></span>` : icon(drawn)}
    ${
      status === 'failed' || status === 'interrupted'
        ? html`<span class="badge" data-count="!"></span>`
        : nothing
    }
  </button>`;
}

function share(view: ControlsView) {
  const { snapshot, t, acts } = view;
  if (!snapshot.media.canShareScreen) return html``;
  const on = snapshot.media.screen.status === 'on';
  const label = on ? t.shareOff : t.share;
  return html`<button
    class=${on ? 'control not-tiny active' : 'control not-tiny'}
    part="control"
    type="button"
    data-control="share"
    aria-label=${label}
    aria-keyshortcuts=${keyOf(view, 'share') ?? nothing}
    title=${label}
    @click=${acts.share}
  >
    ${icon('screen')}
  </button>`;
}

function hand(view: ControlsView) {
  const { snapshot, terms, acts } = view;
  const raised = snapshot.self?.hand ?? false;
  return html`<button
    class=${raised ? 'control roomy active' : 'control roomy'}
    part="control"
    type="button"
    data-control="hand"
    aria-pressed=${raised ? 'true' : 'false'}
    aria-label=${terms.raiseHand}
    aria-keyshortcuts=${keyOf(view, 'hand') ?? nothing}
    title=${terms.raiseHand}
    @click=${acts.hand}
  >
    ${icon('hand')}
  </button>`;
}

function panelButton(
  panel: Extract<CallPanel, 'chat' | 'people'>,
  count: number,
  counted: (count: number) => string,
  view: ControlsView,
) {
  const { panel: open, acts, t } = view;
  const label = count > 0 ? counted(count) : t[panel];
  return html`<button
    class=${open === panel ? 'control active' : 'control'}
    part="control"
    type="button"
    data-control=${panel}
    aria-pressed=${open === panel ? 'true' : 'false'}
    aria-label=${label}
    aria-keyshortcuts=${keyOf(view, panel) ?? nothing}
    title=${label}
    @click=${() => {
      acts.toggle(panel);
    }}
  >
    ${icon(panel)}
    ${
      count > 0
        ? html`<span class="badge" data-count=${count > 99 ? '99+' : count}></span>`
        : nothing
    }
  </button>`;
}

function menu(
  name: 'more' | 'react',
  drawn: IconName,
  label: string,
  groups: ReturnType<typeof moreGroups>,
  { lang }: ControlsView,
) {
  return html`<rendev-menu
    class=${name === 'react' ? 'roomy' : ''}
    exportparts="menu, menu-item"
    lang=${lang}
    .label=${label}
    .groups=${groups}
    ><button
      class="control"
      part="control"
      type="button"
      data-control=${name}
      aria-label=${label}
      title=${label}
    >
      ${icon(drawn)}
    </button></rendev-menu
  >`;
}
