import type { Service } from '@aws-sdk/client-ecs';
import { deployedExample } from './support/deployment';

describe('examples/network-load-balancer', () => {
  const example = deployedExample('network-load-balancer', { imageTag: '2.0.20' });
  let service: Service;

  beforeAll(async () => {
    service = await example().account.service();
  });

  const listeners = async () => [...await example().account.listeners()].sort((one, other) => one.Port! - other.Port!);

  test('the stack is complete', async () => {
    expect(await example().stackStatuses()).toEqual({ Broker: 'CREATE_COMPLETE' });
  });

  test('a listener takes TCP, inside the VPC, and another one test traffic', async () => {
    const { LoadBalancers } = await example().account.loadBalancing.describeLoadBalancers({});
    expect(LoadBalancers).toEqual([expect.objectContaining({ Type: 'network', Scheme: 'internal', SecurityGroups: [expect.stringMatching(/^sg-/)] })]);
    expect((await listeners()).map(({ Port, Protocol }) => ({ Port, Protocol }))).toEqual([{ Port: 1883, Protocol: 'TCP' }, { Port: 1884, Protocol: 'TCP' }]);
  });

  test('the tasks are registered by their addresses, and see those of the clients', async () => {
    expect(service.loadBalancers).toEqual([expect.objectContaining({ containerName: 'app', containerPort: 1883 })]);
    const group = await example().account.targetGroupOf(service);
    expect(group).toMatchObject({ TargetType: 'ip', Protocol: 'TCP' });
    expect(await example().account.targetGroupAttributesOf(service)).toMatchObject({ 'preserve_client_ip.enabled': 'true' });
  });

  test('both listeners bring all connections to the first target group, and can bring them to the second', async () => {
    const { targetGroupArn, advancedConfiguration } = service.loadBalancers![0];
    const [production, forTests] = await listeners();
    for (const { DefaultActions } of [production, forTests]) {
      expect(DefaultActions![0].ForwardConfig!.TargetGroups).toEqual([
        { TargetGroupArn: targetGroupArn, Weight: 100 }, { TargetGroupArn: advancedConfiguration!.alternateTargetGroupArn, Weight: 0 },
      ]);
    }
    expect(advancedConfiguration).toMatchObject({ productionListenerRule: production.ListenerArn, testListenerRule: forTests.ListenerArn });
  });

  test('reaches its desired count, with time for the first checks', () => {
    expect(service).toMatchObject({ runningCount: service.desiredCount, healthCheckGracePeriodSeconds: 60 });
  });

  test('destroying leaves nothing', async () => {
    expect(await example().destroy()).toEqual([]);
  });
});
