import type { Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { deployedExample } from './support/deployment';

/** A service of each team. */
const SERVICES = [
  { name: 'Products', paths: ['/products', '/products/*'] },
  { name: 'Orders', paths: ['/orders', '/orders/*'] },
  { name: 'Accounts', paths: ['/accounts', '/accounts/*'] },
  { name: 'Parcels', paths: ['/parcels', '/parcels/*'] },
];

describe('examples/shared-load-balancer', () => {
  const example = deployedExample('shared-load-balancer', { imageTag: '1.27' });

  test('the five stacks are complete', async () => {
    expect(await example().stackStatuses()).toEqual({
      Platform: 'CREATE_COMPLETE',
      Catalog: 'CREATE_COMPLETE',
      Checkout: 'CREATE_COMPLETE',
      Customers: 'CREATE_COMPLETE',
      Logistics: 'CREATE_COMPLETE',
    });
  });

  test('one listener answers what no service claims', async () => {
    expect(await example().account.listeners()).toMatchObject([{
      Port: 80,
      DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
    }]);
  });

  describe.each(SERVICES)('$name', ({ name, paths }) => {
    test('has the rule with its paths, to its own target group', async () => {
      const service = await example().account.service(new RegExp(name));
      const rule = await ruleFor(paths);
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

  test('twenty rules have a priority each', async () => {
    const rules = await rulesOfServices();
    expect(new Set(rules.map(({ Priority }) => Priority)).size).toBe(20);
  });

  test('a new image arrives in all services', async () => {
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

  async function ruleFor(paths: readonly string[]): Promise<Rule> {
    const rules = await rulesOfServices();
    return rules.find(({ Conditions = [] }) => JSON.stringify(Conditions[0].PathPatternConfig?.Values) === JSON.stringify(paths))!;
  }

  async function rulesOfServices(): Promise<Rule[]> {
    const [listener] = await example().account.listeners();
    return (await example().account.rulesOf(listener)).filter(({ IsDefault }) => !IsDefault);
  }
});
