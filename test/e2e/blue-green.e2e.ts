import type { Service } from '@aws-sdk/client-ecs';
import type { TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import { deployedExample } from './support/deployment';

describe('examples/blue-green', () => {
  const example = deployedExample('blue-green', { imageTag: '1.27' });
  let service: Service;
  let groups: TargetGroup[];

  beforeAll(async () => {
    [service] = await example().account.services();
    ({ TargetGroups: groups = [] } = await example().account.loadBalancing.describeTargetGroups({}));
  });

  test('the stack is complete', async () => {
    expect(await example().stackStatuses()).toEqual({ BlueGreen: 'CREATE_COMPLETE' });
  });

  test('ECS knows the strategy, the hook and the alarms by the names that they have', async () => {
    expect(service.deploymentConfiguration).toMatchObject({
      strategy: 'CANARY',
      bakeTimeInMinutes: 5,
      canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 },
      lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'] }],
      alarms: { enable: true, rollback: true, alarmNames: [expect.stringMatching(/^BlueGreen-Errors1-/), expect.stringMatching(/^BlueGreen-Errors2-/)] },
    });
  });

  test('the service has both target groups, behind one load balancer', () => {
    expect(groups).toHaveLength(2);
    expect(new Set(groups.flatMap(({ LoadBalancerArns }) => LoadBalancerArns)).size).toBe(1);
    const [{ targetGroupArn, advancedConfiguration }] = service.loadBalancers!;
    const named = [targetGroupArn, advancedConfiguration!.alternateTargetGroupArn];
    expect(named.sort()).toEqual(groups.map(({ TargetGroupArn }) => TargetGroupArn).sort());
  });

  test('the rules that ECS moves the traffic by send all to the first target group, real traffic after test traffic', async () => {
    const [{ targetGroupArn, advancedConfiguration }] = service.loadBalancers!;
    const { Rules = [] } = await example().account.loadBalancing.describeRules({
      RuleArns: [advancedConfiguration!.testListenerRule!, advancedConfiguration!.productionListenerRule!],
    });
    expect(Rules.map(({ Priority }) => Priority).sort()).toEqual(['49999', '50000']);
    for (const { Actions } of Rules) {
      const weights = Object.fromEntries(Actions![0].ForwardConfig!.TargetGroups!.map(({ TargetGroupArn, Weight }) => [TargetGroupArn, Weight]));
      expect(weights).toEqual({ [targetGroupArn!]: 100, [advancedConfiguration!.alternateTargetGroupArn!]: 0 });
    }
  });

  test('destroying leaves nothing', async () => {
    expect(await example().destroy()).toEqual([]);
  });
});
