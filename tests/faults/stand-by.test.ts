import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { joinCall, openLobby, reaches } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';
import { FaultLab, type Person } from './fault-lab.ts';

describe('the connection that is opened in the lobby', () => {
  let lab: FaultLab;
  let candidate: Person;
  let opened = 0;
  let framesSent = 0;

  before(async () => {
    lab = await FaultLab.start();
    const { participants } = await lab.book();
    const interviewer = await lab.visitor(participants[0]?.code);
    await joinCall(interviewer.page, interviewer.link);
    candidate = await lab.visitor(participants[1]?.code);
    candidate.page.on('websocket', (socket) => {
      opened += 1;
      socket.on('framesent', () => {
        framesSent += 1;
      });
    });
  });
  after(() => lab.close());

  const join = async (): Promise<void> => {
    await candidate.page.getByRole('button', { name: '입장하기' }).click();
    await reaches(candidate.page, 'in-call');
  };

  it('is the one that joins', async () => {
    await openLobby(candidate.page, candidate.link);
    await until('it is open', () => opened === 1);
    assert.equal(framesSent, 0, 'and has told nothing');
    await join();
    assert.equal(opened, 1);
  });

  it('is replaced where it has died unnoticed', async () => {
    await candidate.page.reload();
    await candidate.page.getByRole('button', { name: '나가기' }).click();
    await reaches(candidate.page, 'ended');
    const before = opened;
    await candidate.page.getByRole('button', { name: '다시 입장' }).click();
    await reaches(candidate.page, 'lobby');
    await until('it is open', () => opened === before + 1);
    candidate.line.drop();
    await join();
  });
});
