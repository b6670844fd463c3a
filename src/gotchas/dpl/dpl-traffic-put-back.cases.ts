import type { LiveService, LiveTargetGroup } from '../../cli/collect/account';
import type { Deployment } from '../../cli/collect/shapes';
import { Unknown } from '../../facts/fact';
import type { LiveCase } from '../fixtures/live-case';
import { ARNS } from '../fixtures/recorded/arns';
import { rollingOut, withLive } from '../fixtures/recorded/changed';
import { service, targetGroup, web } from '../fixtures/recorded/healthy';

const GREEN = ARNS.targetGroup.replace('/web/', '/web-green/');
const RULE = `${ARNS.listener.replace(':listener/', ':listener-rule/')}/9683b2d02a6cabee`;

/** A service whose running revision is in the green target group, and a rule with these weights for blue and green. */
export function withWeights(blue: number, green: number, live: Partial<LiveService> = {}, deployments: readonly Deployment[] = service.deployments!, health: LiveTargetGroup['health'] = []) {
  const [listener] = targetGroup.listeners as Exclude<LiveTargetGroup['listeners'], Unknown>;
  const TargetGroups = [{ TargetGroupArn: ARNS.targetGroup, Weight: blue }, { TargetGroupArn: GREEN, Weight: green }];
  const rule = { RuleArn: RULE, Priority: '1', Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } }], Actions: [{ Type: 'forward' as const, ForwardConfig: { TargetGroups } }] };
  const listeners = [{ ...listener, Rules: [...listener.Rules, rule] }];
  return withLive({
    targetGroups: [
      { ...targetGroup, listeners, health },
      { ...targetGroup, listeners, targetGroup: { ...targetGroup.targetGroup, TargetGroupArn: GREEN, TargetGroupName: 'web-green' } },
    ],
    revisions: [{ ...(web.revisions as Exclude<LiveService['revisions'], Unknown>)[0], resolvedConfiguration: { loadBalancers: [{ targetGroupArn: GREEN, productionListenerRule: RULE }] } }],
    ...live,
  }, {
    currentServiceRevisions: [{ arn: 'arn:r/7', runningTaskCount: 2, requestedTaskCount: 2 }],
    deployments: [...deployments],
    deploymentConfiguration: { ...service.deploymentConfiguration, strategy: 'BLUE_GREEN' },
    loadBalancers: [{
      ...service.loadBalancers![0], advancedConfiguration: { alternateTargetGroupArn: GREEN, productionListenerRule: RULE, roleArn: undefined },
    }],
  });
}

export const cases: readonly LiveCase[] = [
  { name: 'a stack update that put the weights of blue back', caught: true, account: withWeights(100, 0) },
  { name: 'half of the traffic', caught: true, account: withWeights(50, 50) },
  { name: 'all traffic to the running revision', caught: false, account: withWeights(0, 100) },
  { name: 'a deployment that shifts the traffic', caught: false, account: withWeights(90, 10, {}, [rollingOut()]) },
  { name: 'a revision that was not read', caught: false, account: withWeights(100, 0, { revisions: new Unknown('ecs:DescribeServiceRevisions is denied: allow it') }) },
];
