// @ts-check
'use strict';

/** Reads the account behind `AWS_ENDPOINT_URL` once, in a separate process, and prints the result. */

/** @type {(value: any) => boolean} */
const isUnknown = (value) => value?.constructor?.name === 'Unknown' || (value !== null && typeof value === 'object' && Object.keys(value).join() === 'reason');

async function main() {
  const [bundle, cacheFolder] = process.argv.slice(2);
  const loading = performance.now();
  const { collect } = require(bundle);
  const looking = performance.now();
  const account = await collect({ clusters: ['shop'], depth: 'default', cacheFolder: cacheFolder || undefined });
  const done = performance.now();
  const [{ services, notRead }] = account.clusters;
  const gaps = services.flatMap((/** @type {Record<string, any>} */ service) => (
    Object.entries(service).filter(([name, value]) => isUnknown(value) && !DEEP.includes(name)).map(([name, value]) => `${name}: ${value.reason}`)));
  process.stdout.write(JSON.stringify({
    loadSeconds: (looking - loading) / 1000,
    seconds: (done - looking) / 1000,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    services: services.length,
    notRead: notRead.length,
    gaps,
  }));
}

/** Left out by the depth. */
const DEEP = ['network', 'images', 'secrets', 'mountTargets', 'utilization', 'queueAges'];

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
