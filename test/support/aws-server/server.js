// @ts-check
'use strict';

const { createServer } = require('node:http');
const { setTimeout: sleep } = require('node:timers/promises');
const { answer } = require('./aws');
const { Buckets } = require('./buckets');
const { THROTTLED, UNAVAILABLE } = require('./faults');

/**
 * AWS for one account on a free port of this machine.
 *
 * @param {import('./account').Account} account
 * @param {{ latencyMs: number, nextFault?: () => import('./faults').Fault }} options
 */
async function serve(account, { latencyMs, nextFault = () => undefined }) {
  const buckets = new Buckets();
  /** @type {Map<string, number>} */
  const calls = new Map();
  /** @type {Map<string, number>} */
  const throttledActions = new Map();
  const stats = { calls, throttled: 0, throttledActions, faults: 0 };
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    await sleep(latencyMs);
    const fault = nextFault();
    const sent = answer(account, { headers: request.headers, body }, (parsed) => {
      calls.set(parsed.action, (calls.get(parsed.action) ?? 0) + 1);
      if (fault) stats.faults += 1;
      if (fault === 'unavailable') return parsed.refuse(UNAVAILABLE);
      if (fault === 'throttled') return parsed.refuse(THROTTLED);
      if (buckets.take(parsed.action)) return undefined;
      stats.throttled += 1;
      throttledActions.set(parsed.action, (throttledActions.get(parsed.action) ?? 0) + 1);
      return parsed.refuse(THROTTLED);
    });
    if (fault === 'silent') return;
    if (fault === 'broken') {
      response.destroy();
      return;
    }
    const text = fault === 'cut off' ? sent.body.slice(0, Math.floor(sent.body.length / 2)) : sent.body;
    response.writeHead(sent.status, { ...sent.headers, 'content-length': Buffer.byteLength(text) });
    response.end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}`,
    stats,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {import('node:http').IncomingMessage} request */
async function textOf(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

module.exports = { serve };
