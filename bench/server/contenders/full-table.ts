import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { tellPort } from './tell-port.ts';

// The check of a code as the original made it: everything is read, and looked through here.

const database = new DatabaseSync(process.env['DATABASE'] ?? '');
const all = database.prepare('select code, title, scheduled_at from interviews');

const server = createServer((request, response) => {
  void (async () => {
    let body = '';
    for await (const part of request) body += String(part);
    const { code } = JSON.parse(body) as { code: string };
    const found = all.all().find((interview) => interview['code'] === code);
    response.statusCode = found === undefined ? 404 : 200;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(found ?? {}));
  })();
});
server.listen(0, '127.0.0.1', () => {
  tellPort(server.address());
});
