import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { SCHEMA } from './schema.ts';

/** `null`: free, or being booked. */
type ApplicationStatus = 'reserved' | 'interviewed' | 'matched' | 'unmatched' | 'closed' | null;

/** A time that the owner of a project offers for an interview, and who has booked it. */
export interface Application {
  readonly id: number;
  readonly projectId: number;
  readonly title: string;
  /** E-mail address of the project's owner. */
  readonly owner: string;
  readonly isOpen: 0 | 1;
  /** Korean wall time, `YYYY-MM-DD HH:mm`. */
  readonly schedule: string;
  /** E-mail address. */
  readonly applicant: string | null;
  readonly status: ApplicationStatus;
  readonly interviewId: string | null;
}

const SELECT = `
  SELECT a.id, a.project_id AS projectId, p.title, p.owner, p.is_open AS isOpen, a.schedule,
    a.applicant, a.status, a.interview_id AS interviewId
  FROM applications a JOIN projects p ON p.id = a.project_id`;

/** Projects and their applications. */
export class ApplicationTable {
  readonly #db: DatabaseSync;

  /** @param path of a new SQLite file, or `:memory:` */
  constructor(path: string) {
    this.#db = new DatabaseSync(path);
    this.#db.exec(SCHEMA);
  }

  /** @returns the project's id */
  addProject(owner: string, title: string, schedule: readonly string[]): number {
    const add = this.#db.prepare('INSERT INTO projects (owner, title) VALUES (?, ?)');
    const id = Number(add.run(owner, title).lastInsertRowid);
    const offer = this.#db.prepare('INSERT INTO applications (project_id, schedule) VALUES (?, ?)');
    for (const time of schedule) offer.run(id, time);
    return id;
  }

  ownerOf(projectId: number): string | undefined {
    const row = this.#db.prepare('SELECT owner FROM projects WHERE id = ?').get(projectId);
    return row?.['owner'] as string | undefined;
  }

  find(id: number): Application | undefined {
    return this.#list('a.id = ?', id)[0];
  }

  ofProject(projectId: number): Application[] {
    return this.#list('p.id = ?', projectId);
  }

  /** What a person's page shows: their own on either side, and what is free. */
  ofPerson(email: string): Application[] {
    return this.#list(
      'p.owner = ? OR a.applicant = ? OR (a.applicant IS NULL AND a.status IS NULL AND p.is_open)',
      email,
      email,
    );
  }

  /** Keeps the time for one applicant; again is the same. Answers whether it is theirs. */
  claim(id: number, applicant: string): boolean {
    return this.#changes(
      `UPDATE applications SET applicant = ?1
       WHERE id = ?2 AND coalesce(applicant, ?1) = ?1 AND coalesce(status, 'reserved') = 'reserved'
         AND project_id IN (SELECT id FROM projects WHERE is_open)`,
      applicant,
      id,
    );
  }

  /** Frees a claimed time that no interview came of. */
  release(id: number): void {
    this.#changes(
      'UPDATE applications SET applicant = NULL WHERE id = ? AND interview_id IS NULL',
      id,
    );
  }

  /** Answers whether the project was still open. */
  reserve(id: number, interviewId: string): boolean {
    return this.#changes(
      `UPDATE applications SET status = 'reserved', interview_id = ?
       WHERE id = ? AND coalesce(status, 'reserved') = 'reserved'
         AND project_id IN (SELECT id FROM projects WHERE is_open)`,
      interviewId,
      id,
    );
  }

  /** Answers whether the mails are for the caller to send. */
  takeMailing(id: number): boolean {
    return this.#changes(
      'UPDATE applications SET is_mailed = 1 WHERE id = ? AND is_mailed = 0',
      id,
    );
  }

  returnMailing(id: number): void {
    this.#changes('UPDATE applications SET is_mailed = 0 WHERE id = ?', id);
  }

  /**
   * The interview took place.
   *
   * @param webhookId of the webhook that tells it; one that was taken before changes nothing
   */
  interviewed(interviewId: string, webhookId: string): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      if (this.#changes('INSERT OR IGNORE INTO taken_webhooks (id) VALUES (?)', webhookId)) {
        this.#changes(
          `UPDATE applications SET status = 'interviewed'
           WHERE interview_id = ? AND status = 'reserved'`,
          interviewId,
        );
      }
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** The owner's word after the interview. Answers whether it was the time for it. */
  judge(id: number, status: 'matched' | 'unmatched'): boolean {
    return this.#changes(
      `UPDATE applications SET status = ? WHERE id = ? AND status = 'interviewed'`,
      status,
      id,
    );
  }

  /** From here on nobody books. */
  stopBooking(projectId: number): void {
    this.#changes('UPDATE projects SET is_open = 0 WHERE id = ?', projectId);
  }

  /** Closes what led to nothing. */
  close(projectId: number): void {
    this.#changes(
      `UPDATE applications SET status = 'closed'
       WHERE project_id = ? AND coalesce(status, 'reserved') = 'reserved'`,
      projectId,
    );
  }

  remove(projectId: number): void {
    this.#changes('DELETE FROM projects WHERE id = ?', projectId);
  }

  end(): void {
    this.#db.close();
  }

  #list(where: string, ...values: SQLInputValue[]): Application[] {
    const rows = this.#db.prepare(`${SELECT} WHERE ${where} ORDER BY a.schedule, a.id`);
    // The columns are those of SELECT above.
    return rows.all(...values) as unknown as Application[];
  }

  #changes(sql: string, ...values: SQLInputValue[]): boolean {
    return this.#db.prepare(sql).run(...values).changes === 1;
  }
}
