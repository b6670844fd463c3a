import type { LiveService } from '../../cli/collect/account';
import type { ManagedResources } from '../../cli/collect/shapes';
import { Unknown } from '../../facts/fact';
import type { LiveCase } from '../fixtures/live-case';
import { minutesAgo } from '../fixtures/recorded/arns';
import { withLive } from '../fixtures/recorded/changed';
import { web } from '../fixtures/recorded/healthy';

type Path = NonNullable<ManagedResources['ingressPaths']>[number];

const at = { updatedAt: minutesAgo(120), scheme: 'internet-facing' };

function withManaged(change: Partial<Path>, live: Partial<LiveService> = {}) {
  const path: Path = { accessType: 'PUBLIC', endpoint: 'https://web.ecs.eu-west-1.on.aws', loadBalancer: { ...at, status: 'ACTIVE', arn: 'arn:lb' }, ...change };
  return withLive({
    revisions: [{ ...(web.revisions as Exclude<LiveService['revisions'], Unknown>)[0], ecsManagedResources: { ingressPaths: [path] } }], ...live,
  }, { resourceManagementType: 'ECS', currentServiceRevisions: [{ arn: 'arn:r/7' }] });
}

export const cases: readonly LiveCase[] = [
  { name: 'a load balancer over a quota', caught: true, account: withManaged({ loadBalancer: { ...at, status: 'FAILED', statusReason: 'The maximum number of load balancers has been reached' } }) },
  { name: 'a certificate that does not get ready', caught: true, account: withManaged({ certificate: { updatedAt: minutesAgo(120), domainName: 'web.ecs.eu-west-1.on.aws', status: 'PROVISIONING' } }) },
  { name: 'resources that are active', caught: false, account: withManaged({}) },
  { name: 'a certificate that has just been requested', caught: false, account: withManaged({ certificate: { updatedAt: minutesAgo(3), domainName: 'web.ecs.eu-west-1.on.aws', status: 'PROVISIONING' } }) },
  { name: 'a revision that was not read', caught: false, account: withManaged({}, { revisions: new Unknown('ecs:DescribeServiceRevisions is denied: allow it') }) },
];
