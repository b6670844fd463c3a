import { run } from './ranked/run';
import type { Account } from '../../../src/cli/collect/account';
import type { Call } from '../../../src/cli/collect/call';
import { CallFailed } from '../../../src/cli/collect/call-failed';
import type { ErrorKind } from '../../../src/cli/collect/errors';
import { Unknown } from '../../../src/facts/fact';
import { withCluster, withLive } from '../../../src/gotchas/fixtures/recorded/changed';
import { healthy, shop, targetGroup, web } from '../../../src/gotchas/fixtures/recorded/healthy';

const CALL = { action: 'svc:ReadMarker', client: 'svc', operation: 'ReadMarker' } as unknown as Call<never, unknown>;
/** Ways in which a call may fail, each of which has words of its own. */
const KINDS: Readonly<Record<Exclude<ErrorKind, 'missing'>, true>> = { denied: true, unavailable: true, unreachable: true, throttled: true, late: true, transient: true, rejected: true, credentials: true, expired: true };

const members = (value: object, ...known: readonly string[]): readonly string[] => Object.keys(value).filter((name) => !known.includes(name));

/** Every account in which one answer of AWS is missing. */
function accounts(gone: Unknown): readonly (readonly [string, Account])[] {
  const [listener] = targetGroup.listeners as readonly object[];
  return [
    ...members(web, 'service').map((name) => [`${name} of a service`, withLive({ [name]: gone })] as const),
    ...members(shop, 'cluster', 'services', 'notRead', 'unreadMachines').map((name) => [`${name} of a cluster`, withCluster({ [name]: gone })] as const),
    ...members(healthy, 'region', 'readAt', 'depth', 'clusters').map((name) => [name, { ...healthy, [name]: gone }] as const),
    ...members(targetGroup, 'targetGroup').map((name) => [`${name} of a target group`, withLive({ targetGroups: [{ ...targetGroup, [name]: gone }] })] as const),
    ...['acls', 'dns'].map((name) => [`${name} of a network`, withLive({ network: { ...web.network, [name]: gone } as never })] as const),
    ...['policies', 'schedules', 'activities', 'alarms'].map((name) => [`${name} of a scaling`, withLive({ scaling: { ...web.scaling, [name]: gone } as never })] as const),
    ['certificates of a listener', withLive({ targetGroups: [{ ...targetGroup, listeners: [{ ...listener, certificates: gone }] as never }] })],
    ['a state machine', withCluster({ unreadMachines: [gone] })],
    ['a dead-letter queue', { ...healthy, deadLetterQueues: new Map([['arn:aws:sqs:eu-west-1:111122223333:orders-dlq', gone]]) }],
  ];
}

test.each(Object.keys(KINDS) as readonly (keyof typeof KINDS)[])('whatever was not read is printed, where a call is %s', async (kind) => {
  const { message } = new CallFailed(CALL, kind, new TypeError('broken'), 4, 'eu-west-1');
  const silent: string[] = [];
  for (const [name, account] of accounts(new Unknown(message))) {
    const { text } = await run(account);
    if (!/ReadMarker|svc can't be reached/.test(text)) silent.push(name);
  }
  expect(silent).toEqual([]);
});
