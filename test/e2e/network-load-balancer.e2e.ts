import type { Service } from '@aws-sdk/client-ecs';
import { deployedExample } from './support/deployment';

describe('examples/network-load-balancer', () => {
  const example = deployedExample('network-load-balancer', { imageTag: '2.0.20' });
  let service: Service;

  beforeAll(async () => {
    service = await example().account.service();
  });

  test('the stack is complete', async () => {
    expect(await example().stackStatuses()).toEqual({ Broker: 'CREATE_COMPLETE' });
  });

  test('a listener takes TCP, inside the VPC', async () => {
    const { LoadBalancers } = await example().account.loadBalancing.describeLoadBalancers({});
    expect(LoadBalancers).toEqual([expect.objectContaining({ Type: 'network', Scheme: 'internal', SecurityGroups: [expect.stringMatching(/^sg-/)] })]);
    expect(await example().account.listeners()).toEqual([expect.objectContaining({ Port: 1883, Protocol: 'TCP' })]);
  });

  test('the tasks are registered by their addresses, and see those of the clients', async () => {
    expect(service.loadBalancers).toEqual([expect.objectContaining({ containerName: 'app', containerPort: 1883 })]);
    const group = await example().account.targetGroupOf(service);
    expect(group).toMatchObject({ TargetType: 'ip', Protocol: 'TCP' });
    const [listener] = await example().account.listeners();
    expect(listener.DefaultActions).toEqual([expect.objectContaining({ Type: 'forward', TargetGroupArn: group.TargetGroupArn })]);
    expect(await example().account.targetGroupAttributesOf(service)).toMatchObject({ 'preserve_client_ip.enabled': 'true' });
  });

  test('reaches its desired count, with time for the first checks', () => {
    expect(service).toMatchObject({ runningCount: service.desiredCount, healthCheckGracePeriodSeconds: 60 });
  });

  test('destroying leaves nothing', async () => {
    expect(await example().destroy()).toEqual([]);
  });
});
