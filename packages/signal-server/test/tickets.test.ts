import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TicketResponse } from '@rendev/interview-protocol';
import { toTimestamp } from '../src/clock.ts';
import { bodyOf, enter, knock, problemOf, reserve } from './support/answers.ts';
import { HOUR, MINUTE, NOON, startRestServer, type RestServer } from './support/rest-server.ts';

/** Puts a person into the room as if they had joined. */
describe('tickets of the host', () => {
  const mint = (server: RestServer, id: string, body: unknown) =>
    server.ask('POST', `/v1/interviews/${id}/tickets`, body);

  it('let a person in with name and role, without a code', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const answer = await mint(server, id, {
      role: 'interviewer',
      name: 'Jiwoo',
      subject: 'j@host',
    });
    const minted = bodyOf(answer, 201, TicketResponse);
    assert.equal(minted.interviewId, id);
    assert.equal(minted.expiresAt, toTimestamp(NOON + 15 * MINUTE));
    const entry = await enter(server, { ticket: minted.ticket });
    assert.equal(entry.name, 'Jiwoo');
    assert.equal(entry.role, 'interviewer');
    const [before, after] = await Promise.all(
      [minted.ticket, entry.ticket].map((ticket) => server.app.tickets.verify(ticket)),
    );
    assert.ok(before?.ok && after?.ok);
    assert.equal(after.value.seat, before.value.seat);
    assert.match(after.value.seat, /^subject:/);
    assert.ok(!Buffer.from(minted.ticket, 'base64url').toString().includes('j@host'));
  });

  it('give the same subject the same seat, and others their own', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const seatOf = async (subject?: string) => {
      const body = { role: 'candidate', name: 'A', ...(subject !== undefined && { subject }) };
      const { ticket } = bodyOf(await mint(server, id, body), 201, TicketResponse);
      const claims = await server.app.tickets.verify(ticket);
      assert.ok(claims.ok);
      return claims.value.seat;
    };
    assert.equal(await seatOf('a'), await seatOf('a'));
    assert.notEqual(await seatOf('a'), await seatOf('b'));
    assert.notEqual(await seatOf(), await seatOf());
  });

  it('may be minted before the interview opens, not after it is over', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server, { scheduledAt: toTimestamp(NOON + HOUR) });
    const body = { role: 'candidate', name: 'A', expiresIn: 7_200 };
    const { ticket } = bodyOf(await mint(server, id, body), 201, TicketResponse);
    problemOf(await knock(server, { ticket }), 403, 'too-early');
    server.clock.now = NOON + HOUR;
    await enter(server, { ticket });
    server.clock.now = NOON + 4 * HOUR;
    problemOf(await mint(server, id, body), 410, 'expired');
    const canceled = await reserve(server);
    await server.ask('DELETE', `/v1/interviews/${canceled.id}`);
    problemOf(await mint(server, canceled.id, body), 410, 'canceled');
  });

  it('end with their time', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const body = { role: 'candidate', name: 'A', expiresIn: 30 };
    const { ticket } = bodyOf(await mint(server, id, body), 201, TicketResponse);
    server.clock.now += 31_000;
    problemOf(await knock(server, { ticket }), 401, 'ticket-expired');
  });

  it('cannot be forged or changed', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const body = { role: 'observer', name: 'A' };
    const { ticket } = bodyOf(await mint(server, id, body), 201, TicketResponse);
    const [header = '', payload = '', signature = ''] = ticket.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const raised = encode({ ...claims, role: 'interviewer' });
    const forged = [
      'rubbish',
      `${header}.${raised}.${signature}`,
      `${encode({ alg: 'none' })}.${raised}.`,
      `${header}.${payload}.`,
    ];
    for (const attempt of forged) {
      problemOf(await knock(server, { ticket: attempt }), 401, 'ticket-invalid');
    }
  });

  it('refuse roles and lives that there are not', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    for (const body of [
      { role: 'boss', name: 'A' },
      { role: 'candidate' },
      { role: 'candidate', name: 'A', expiresIn: 1 },
    ]) {
      problemOf(await mint(server, id, body), 400, 'bad-request');
    }
  });
});
