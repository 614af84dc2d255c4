import { createTransport, type Transporter } from 'nodemailer';
import type { Application } from './application-table.ts';
import type { Person } from './people.ts';
import { ZONE_IN_WORDS } from './wall-time.ts';

const FROM = 'renDev <noreply@rendev.example>';

/** Mails by an SMTP server on this machine. */
export class Mails {
  readonly #transport: Transporter;
  readonly #site: string;

  /** @param site base URL of the site, for the links */
  constructor(smtpPort: number, site: string) {
    this.#transport = createTransport({ host: 'localhost', port: smtpPort, ignoreTLS: true });
    this.#site = site;
  }

  /**
   * When the interview is, with the zone, and the way in: the code is in the fragment, which no
   * server on the way sees or logs.
   */
  async invite(person: Person, application: Application, code: string): Promise<void> {
    const { title, schedule } = application;
    await this.#transport.sendMail({
      from: FROM,
      to: { name: person.nickname, address: person.email },
      subject: `[renDev] 인터뷰가 예약되었습니다: ${title}`,
      text: [
        `${person.nickname} 님, "${title}" 인터뷰가 예약되었습니다.`,
        '',
        `시간: ${schedule} (${ZONE_IN_WORDS})`,
        `입장: ${this.#site}/interview#code=${code}`,
        `인터뷰 코드: ${code}`,
        '',
        '시작 15분 전부터 입장하실 수 있습니다. 이 링크는 본인만 사용해 주세요.',
      ].join('\n'),
    });
  }
}
