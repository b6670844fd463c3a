import type { Service, TaskDefinition } from '@aws-sdk/client-ecs';
import { deployedExample } from './support/deployment';

describe('examples/ec2-worker', () => {
  const example = deployedExample('ec2-worker', { imageTag: '1.36' });
  let service: Service;
  let taskDefinition: TaskDefinition;

  beforeAll(async () => {
    service = await example().account.service();
    taskDefinition = await example().account.taskDefinitionOf(service);
  });

  test('the stack is complete', async () => {
    expect(await example().stackStatuses()).toEqual({ Ec2Worker: 'CREATE_COMPLETE' });
  });

  test('runs on the capacity provider, not on a launch type', async () => {
    expect(service.launchType).toBeUndefined();
    expect(service.capacityProviderStrategy).toEqual([
      expect.objectContaining({ capacityProvider: expect.any(String), weight: expect.any(Number) }),
    ]);
  });

  test('the capacity provider belongs to the cluster and scales its group', async () => {
    const [{ capacityProvider }] = service.capacityProviderStrategy!;
    const { clusters } = await example().account.ecs.describeClusters({ clusters: [service.clusterArn!] });
    expect(clusters![0].capacityProviders).toContain(capacityProvider);
    const { capacityProviders } = await example().account.ecs.describeCapacityProviders({
      capacityProviders: [capacityProvider!],
    });
    expect(capacityProviders).toMatchObject([{
      status: 'ACTIVE',
      autoScalingGroupProvider: {
        autoScalingGroupArn: expect.stringContaining('Capacity'),
        managedScaling: { status: 'ENABLED' },
      },
    }]);
  });

  test('the container follows the props', () => {
    expect(taskDefinition.requiresCompatibilities).toEqual(['EC2']);
    expect(taskDefinition.containerDefinitions).toMatchObject([{
      image: 'public.ecr.aws/docker/library/busybox:1.36',
      command: ['sh', '-c', expect.stringContaining('QUEUE_URL')],
      environment: expect.arrayContaining([{ name: 'QUEUE_URL', value: expect.stringContaining('Jobs') }]),
      memory: 512,
      stopTimeout: 90,
      linuxParameters: { initProcessEnabled: true },
      logConfiguration: { logDriver: 'awslogs' },
    }]);
  });

  test('takes no requests', () => {
    expect(service.loadBalancers).toEqual([]);
    expect(taskDefinition.containerDefinitions![0].portMappings).toEqual([]);
  });

  test('deploys with a circuit breaker', () => {
    expect(service.deploymentConfiguration).toMatchObject({
      deploymentCircuitBreaker: { enable: true, rollback: true },
    });
  });

  test('the task role may consume the queue', async () => {
    const actions = (await example().account.statementsOf(taskDefinition.taskRoleArn!)).flatMap(({ Action }) => Action);
    expect(actions).toEqual(expect.arrayContaining(['sqs:ReceiveMessage', 'sqs:DeleteMessage']));
  });

  test('scales on CPU between one and eight tasks', async () => {
    const { targets, policies } = await example().account.scalingOf(service);
    expect(targets).toMatchObject([{ MinCapacity: 1, MaxCapacity: 8 }]);
    expect(policies).toMatchObject([{
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 60,
        PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
      },
    }]);
  });

  test('a new image arrives as a new revision', async () => {
    await example().deploy({ imageTag: '1.37' });
    const updated = await example().account.taskDefinitionOf(await example().account.service());
    expect(updated.containerDefinitions).toMatchObject([{ image: expect.stringMatching(/:1\.37$/) }]);
    expect(updated.revision).toBe(2);
  });

  test('destroys without leftovers', async () => {
    expect(await example().destroy()).toEqual([]);
  });
});
