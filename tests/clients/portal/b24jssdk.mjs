// Bitrix24's JavaScript SDK against the local portal. See README.md.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { B24Hook } from '@bitrix24/b24jssdk';

const SILENT = 'imopenlines.session.mode.silent';

/** Starts a TLS server on a free port that passes everything on, and gives its origin. */
async function tlsFront(target) {
  const dir = mkdtempSync(join(tmpdir(), 'portal-tls-'));
  const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
  execFileSync('openssl', [
    'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1',
    '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert,
  ], { stdio: 'ignore' });
  const tls = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(dir, { recursive: true });
  https.globalAgent.options.ca = tls.cert;
  const server = https.createServer(tls, (request, response) => {
    const options = { method: request.method, headers: request.headers };
    const onward = http.request(new URL(request.url, target), options, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `https://127.0.0.1:${server.address().port}`, server };
}

async function main() {
  const { PORTAL_WEBHOOK, PORTAL_CHAT } = process.env;
  assert(PORTAL_WEBHOOK && PORTAL_CHAT, 'PORTAL_WEBHOOK and PORTAL_CHAT must be set');
  const portal = new URL(PORTAL_WEBHOOK);
  const chat = Number(PORTAL_CHAT);
  const front = await tlsFront(portal.origin);
  const b24 = B24Hook.fromWebhookUrl(front.origin + portal.pathname);
  await b24.init?.();
  const raw = (method, params = {}) => b24.actions.v2.call.make({ method, params });
  const call = async (method, params) => {
    const answer = await raw(method, params);
    assert(answer.isSuccess, `${method}: ${answer.getErrorMessages().join('; ')}`);
    return answer.getData();
  };

  const profile = await call('profile');
  assert.equal(profile.result.ID, portal.pathname.split('/').at(-3), 'profile: ID');
  assert(profile.time.finish >= profile.time.start, 'profile: time');

  const on = await call(SILENT, { CHAT_ID: chat, ACTIVATE: 'Y' });
  assert.equal(on.result, true, 'silent on');
  const dialog = (await call('imopenlines.dialog.get', { CHAT_ID: chat })).result;
  assert.equal(dialog.id, chat, 'dialog.get: id');
  assert.equal(dialog.dialog_id, `chat${chat}`, 'dialog.get: dialog_id');
  const read = async () =>
    (await call('imopenlines.v2.Session.isSilentMode', { chatId: chat })).result.result;
  assert.equal(await read(), true, 'isSilentMode after on');

  const batch = await b24.actions.v2.batch.make({
    calls: {
      off: { method: SILENT, params: { CHAT_ID: chat, ACTIVATE: 'N' } },
      dialog: { method: 'imopenlines.dialog.get', params: { CHAT_ID: chat } },
      wrong: { method: SILENT, params: { CHAT_ID: `chat${chat}` } },
    },
    options: { isHaltOnError: false, returnAjaxResult: true },
  });
  const rows = batch.getData();
  assert.equal(rows.off.getData().result, true, 'batch: off');
  assert.equal(rows.dialog.getData().result.id, chat, 'batch: dialog');
  assert.equal(rows.wrong.isSuccess, false, 'batch: wrong');
  assert.equal(await read(), false, 'isSilentMode after off');

  const refused = await raw(SILENT, { CHAT_ID: `chat${chat}`, ACTIVATE: 'Y' })
    .then((answer) => [...answer.getErrors()][0], (error) => error);
  assert.equal(refused?.code, 'CHAT_ID', 'error code');
  assert.equal(refused?.status, 400, 'error status');

  const recent = (await call('im.recent.get', { ONLY_OPENLINES: 'Y' })).result;
  assert(recent.some((row) => row.id === `chat${chat}`), 'im.recent.get: the dialog');
  const list = await raw('im.recent.list', { LIMIT: 1, SKIP_CHAT: 'Y', SKIP_DIALOG: 'Y' });
  assert.equal(list.getTotal(), -1, 'im.recent.list: total');
  assert(Array.isArray(list.getData().result.items), 'im.recent.list: items');

  b24.destroy();
  front.server.closeAllConnections();
  front.server.close();
}

main().then(
  () => console.log('b24jssdk: passed'),
  (error) => {
    console.error(`b24jssdk: ${error.message}`);
    process.exit(1);
  },
);
