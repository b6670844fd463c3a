import type { Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { deployedExample } from './support/deployment';

const SERVICES = [
  { name: 'Orders', priority: '10', paths: ['/orders', '/orders/*'] },
  { name: 'Invoices', priority: '20', paths: ['/invoices', '/invoices/*'] },
];

describe('examples/shared-load-balancer', () => {
  const example = deployedExample('shared-load-balancer', { imageTag: '1.27' });

  test('the three stacks are complete', async () => {
    expect(await example().stackStatuses()).toEqual({
      Platform: 'CREATE_COMPLETE',
      Orders: 'CREATE_COMPLETE',
      Invoices: 'CREATE_COMPLETE',
    });
  });

  test('one listener answers what no service claims', async () => {
    expect(await example().account.listeners()).toMatchObject([{
      Port: 80,
      DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
    }]);
  });

  describe.each(SERVICES)('$name', ({ name, priority, paths }) => {
    test('has the rule with its paths, to its own target group', async () => {
      const service = await example().account.service(new RegExp(name));
      const rule = await ruleWith(priority);
      expect(rule.Conditions).toMatchObject([{ Field: 'path-pattern', PathPatternConfig: { Values: paths } }]);
      expect(JSON.stringify(rule.Actions)).toContain(service.loadBalancers![0].targetGroupArn);
    });

    test('runs on the shared cluster', async () => {
      const service = await example().account.service(new RegExp(name));
      expect(service.clusterArn).toContain('Platform');
      expect(service.runningCount).toBe(service.desiredCount);
    });

    test('scales on the requests of its own target group', async () => {
      const service = await example().account.service(new RegExp(name));
      const targetGroup = service.loadBalancers![0].targetGroupArn!.split(':').pop();
      const { targets, policies } = await example().account.scalingOf(service);
      expect(targets).toMatchObject([{ MaxCapacity: 6 }]);
      expect(policies).toMatchObject([{
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: 1000,
          PredefinedMetricSpecification: {
            PredefinedMetricType: 'ALBRequestCountPerTarget',
            ResourceLabel: expect.stringMatching(new RegExp(`^app/.+/.+/${targetGroup}$`)),
          },
        },
      }]);
    });
  });

  test('the rules refer to each target group once', async () => {
    const [listener] = await example().account.listeners();
    const rules = (await example().account.rulesOf(listener)).filter(({ IsDefault }) => !IsDefault);
    expect(rules.map(({ Priority }) => Priority).sort()).toEqual(['10', '20']);
  });

  test('a new image arrives in both services', async () => {
    await example().deploy({ imageTag: '1.28' });
    for (const { name } of SERVICES) {
      const service = await example().account.service(new RegExp(name));
      const { containerDefinitions } = await example().account.taskDefinitionOf(service);
      expect(containerDefinitions).toMatchObject([{ image: 'public.ecr.aws/nginx/nginx:1.28' }]);
    }
  });

  test('destroys without leftovers', async () => {
    expect(await example().destroy()).toEqual([]);
  });

  async function ruleWith(priority: string): Promise<Rule> {
    const [listener] = await example().account.listeners();
    const rules = await example().account.rulesOf(listener);
    return rules.find(({ Priority }) => Priority === priority)!;
  }
});
