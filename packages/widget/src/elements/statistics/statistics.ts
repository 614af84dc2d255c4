import { html, nothing } from 'lit';
import type { LinkStatistics } from '../../engine/link-statistics.ts';
import type { Session } from '../../engine/session.ts';
import type { RemoteParticipant } from '../../engine/session-snapshot.ts';
import { WhileSeen } from '../../controllers/while-seen.ts';
import { callTerms } from '../../locales/call-terms.ts';
import { listOf } from '../../locales/lists.ts';
import { statisticsTerms } from '../../locales/statistics-terms.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { lineTo } from '../call/line.ts';
import { base } from '../../styles/base.ts';
import { type StreamName, measuresOf, speedText } from './measures.ts';
import { statisticsStyles } from './statistics.styles.ts';

const STREAMS: readonly StreamName[] = ['microphone', 'camera', 'screen'];

/** The connection to each participant: in words first, then in numbers of the last second. */
export class RendevStatistics extends RendevElement {
  static override styles = [base, statisticsStyles];
  static override properties = {
    session: { attribute: false },
    participants: { attribute: false },
    links: { state: true },
  };

  declare session: Session | null;
  declare participants: readonly RemoteParticipant[];
  declare links: readonly LinkStatistics[];

  constructor() {
    super();
    this.session = null;
    this.participants = [];
    this.links = [];
    new WhileSeen(this, () => {
      this.links = this.session?.statistics() ?? [];
    });
  }

  override render() {
    const inside = this.participants.filter((person) => person.admitted);
    // It scrolls, which by keyboard needs the focus.
    return html`<div
      class="lines"
      role="group"
      aria-label=${callTerms(this.localize.language).lines}
      tabindex="0"
    >
      ${inside.length === 0 ? html`<p class="muted">${this.t.alone}</p>` : nothing}
      ${inside.map((person) => this.#line(person, inside))}
    </div>`;
  }

  #line(person: RemoteParticipant, inside: readonly RemoteParticipant[]) {
    const words = callTerms(this.localize.language);
    const { level, reason, owner, name } = lineTo(person, inside);
    const link = this.links.find(({ participantId }) => participantId === person.id);
    const trouble = reason === null ? null : words.trouble(reason, owner, name);
    return html`<section part="line">
      <h4><bdi>${name}</bdi><span class="level ${level}">${words.quality[level]}</span></h4>
      ${trouble === null ? nothing : html`<p>${trouble.sentence} ${trouble.remedy}</p>`}
      ${
        link === undefined
          ? html`<p class="muted">${this.#terms.notMeasured}</p>`
          : html`${this.#path(link)} ${this.#streams(link, name)}`
      }
    </section>`;
  }

  #path({ path, roundTripMs, availableKbps }: LinkStatistics) {
    const terms = this.#terms;
    const facts: [string, string][] = [];
    if (path !== null) {
      const kind = [terms[path.kind], path.transport.toUpperCase()];
      facts.push([terms.path, listOf(kind, this.localize.locale)]);
    }
    if (roundTripMs !== null) facts.push([terms.roundTrip, `${Math.round(roundTripMs)} ms`]);
    if (availableKbps !== null) {
      facts.push([terms.available, speedText(availableKbps, this.localize.locale)]);
    }
    if (facts.length === 0) return html`<p class="muted">${terms.notMeasured}</p>`;
    return html`<dl>
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd><bdi>${value}</bdi></dd>
          </div>`,
      )}
    </dl>`;
  }

  #streams({ incoming, outgoing }: LinkStatistics, name: string) {
    const streams = STREAMS.filter((one) => incoming[one] !== null || outgoing[one] !== null);
    if (streams.length === 0) return nothing;
    const terms = this.#terms;
    const wording = {
      locale: this.localize.locale,
      limits: { cpu: terms.cpu, bandwidth: terms.bandwidth },
    };
    return html`<table aria-label=${name}>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${terms.incoming}</th>
          <th scope="col">${terms.outgoing}</th>
        </tr>
      </thead>
      ${streams.map(
        (stream) =>
          html`<tbody>
            <tr>
              <th class="stream" scope="rowgroup" colspan="3">
                ${stream === 'screen' ? terms.screen : this.t[stream]}
              </th>
            </tr>
            ${measuresOf(incoming[stream], outgoing[stream], wording).map(
              (measure) =>
                html`<tr>
                  <th scope="row">${terms[measure.name]}</th>
                  <td><bdi>${measure.incoming ?? '–'}</bdi></td>
                  <td><bdi>${measure.outgoing ?? '–'}</bdi></td>
                </tr>`,
            )}
          </tbody>`,
      )}
    </table>`;
  }

  get #terms() {
    return statisticsTerms(this.localize.language);
  }
}
