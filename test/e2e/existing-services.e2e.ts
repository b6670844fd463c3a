import { deployedExample } from './support/deployment';

describe('examples/existing-services', () => {
  const example = deployedExample('existing-services', { imageTag: '1.27' });
  const shop = () => example().account.service(/Shop/);
  const catalog = () => example().account.service(/Catalog/);

  test('the stack is complete', async () => {
    expect(await example().stackStatuses()).toEqual({ ExistingServices: 'CREATE_COMPLETE' });
  });

  describe('the service of aws-ecs-patterns', () => {
    test('has one scalable target for both of its policies', async () => {
      const { targets, policies } = await example().account.scalingOf(await shop());
      expect(targets).toMatchObject([{ MinCapacity: 2, MaxCapacity: 6 }]);
      expect(policies).toHaveLength(2);
    });

    test('scales on requests to its own target group', async () => {
      const service = await shop();
      const { policies } = await example().account.scalingOf(service);
      const targetGroup = service.loadBalancers![0].targetGroupArn!.split(':').pop();
      expect(policies.map(({ TargetTrackingScalingPolicyConfiguration: tracking }) => tracking)).toEqual(
        expect.arrayContaining([expect.objectContaining({
          TargetValue: 1000,
          PredefinedMetricSpecification: {
            PredefinedMetricType: 'ALBRequestCountPerTarget',
            ResourceLabel: expect.stringMatching(new RegExp(`^app/.+/.+/${targetGroup}$`)),
          },
        })]),
      );
    });

    test('scales on CPU too', async () => {
      const { policies } = await example().account.scalingOf(await shop());
      expect(policies.map(({ TargetTrackingScalingPolicyConfiguration: tracking }) =>
        tracking!.PredefinedMetricSpecification!.PredefinedMetricType)).toContain('ECSServiceAverageCPUUtilization');
    });

    test('keeps its own settings', async () => {
      expect((await shop()).deploymentConfiguration).toMatchObject({
        minimumHealthyPercent: 100,
        deploymentCircuitBreaker: { enable: true, rollback: true },
      });
      expect(await example().account.targetGroupAttributesOf(await shop())).toMatchObject({
        'deregistration_delay.timeout_seconds': '30',
      });
    });
  });

  describe('the plain FargateService', () => {
    test('scales on memory', async () => {
      const { targets, policies } = await example().account.scalingOf(await catalog());
      expect(targets).toHaveLength(1);
      expect(policies).toMatchObject([{
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: 80,
          PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageMemoryUtilization' },
        },
      }]);
    });

    test('is found as catalog.shop.local', async () => {
      expect(await example().account.registrationsOf(await catalog())).toMatchObject([{
        namespace: { Name: 'shop.local', Type: 'DNS_PRIVATE' },
        registry: { Name: 'catalog', DnsConfig: { DnsRecords: [{ TTL: 30 }] } },
      }]);
    });
  });

  test('a new image arrives in both services', async () => {
    await example().deploy({ imageTag: '1.28' });
    for (const service of await example().account.services()) {
      const { containerDefinitions } = await example().account.taskDefinitionOf(service);
      expect(containerDefinitions).toMatchObject([{ image: 'public.ecr.aws/nginx/nginx:1.28' }]);
    }
  });

  test('destroys without leftovers', async () => {
    expect(await example().destroy()).toEqual([]);
  });
});
