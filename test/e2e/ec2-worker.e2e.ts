import type { Service, TaskDefinition } from '@aws-sdk/client-ecs';
import type { Account } from './support/account';
import { deployedExample } from './support/deployment';

describe('examples/ec2-worker', () => {
  const example = deployedExample('ec2-worker', { imageTag: '2.31.0' });
  let service: Service;
  let taskDefinition: TaskDefinition;

  beforeAll(async () => {
    service = await example().account.service();
    taskDefinition = await example().account.taskDefinitionOf(service);
  });

  /** The URL that the container has. */
  function queueUrl(): string {
    return taskDefinition.containerDefinitions![0].environment!.find(({ name }) => name === 'QUEUE_URL')!.value!;
  }

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
      image: 'public.ecr.aws/aws-cli/aws-cli:2.31.0',
      entryPoint: ['sh', '-c'],
      command: [expect.stringContaining('aws sqs receive-message')],
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

  test('scales on the backlog between one and eight tasks', async () => {
    const { targets, policies } = await example().account.scalingOf(service);
    expect(targets).toMatchObject([{ MinCapacity: 1, MaxCapacity: 8 }]);
    expect(policies).toMatchObject([{
      TargetTrackingScalingPolicyConfiguration: { TargetValue: 90, CustomizedMetricSpecification: { Metrics: expect.any(Array) } },
    }]);
  });

  test('the queue hides messages for the work and the time to stop, and moves those that fail', async () => {
    const { account } = example();
    const { VisibilityTimeout, RedrivePolicy } = await attributesOf(account, queueUrl());
    expect(VisibilityTimeout).toBe('150');
    const { maxReceiveCount, deadLetterTargetArn } = JSON.parse(RedrivePolicy);
    expect(Number(maxReceiveCount)).toBe(3);
    const failed = await attributesOf(account, queueUrl().replace(/[^/]+$/, deadLetterTargetArn.split(':').pop()));
    expect(failed.MessageRetentionPeriod).toBe('1209600');
  });

  test('a message that is published is received as it is, and only once', async () => {
    const { account } = example();
    const [topicArn] = /arn:aws:sns:[^<]*Uploaded[^<]*/.exec(await account.post('sns', { Action: 'ListTopics', Version: '2010-03-31' }))!;
    await account.post('sns', { Action: 'Publish', Version: '2010-03-31', TopicArn: topicArn, Message: 'cat.png' });
    const receive = async () => (await account.ask('AmazonSQS', 'sqs', 'ReceiveMessage', { QueueUrl: queueUrl(), WaitTimeSeconds: 2 })).Messages ?? [];
    const [message] = await receive();
    expect(message.Body).toBe('cat.png');
    expect(await receive()).toEqual([]);
    await account.ask('AmazonSQS', 'sqs', 'DeleteMessage', { QueueUrl: queueUrl(), ReceiptHandle: message.ReceiptHandle });
  });

  test('only the topic may send', async () => {
    const { Policy } = await attributesOf(example().account, queueUrl());
    expect(JSON.parse(Policy).Statement).toContainEqual(expect.objectContaining({
      Principal: { Service: 'sns.amazonaws.com' }, Condition: { ArnEquals: { 'aws:SourceArn': expect.stringContaining('Uploaded') } },
    }));
  });

  test('a new image arrives as a new revision', async () => {
    await example().deploy({ imageTag: '2.32.0' });
    const updated = await example().account.taskDefinitionOf(await example().account.service());
    expect(updated.containerDefinitions).toMatchObject([{ image: expect.stringMatching(/:2\.32\.0$/) }]);
    expect(updated.revision).toBe(2);
  });

  test('destroys without leftovers', async () => {
    expect(await example().destroy()).toEqual([]);
  });
});

async function attributesOf(account: Account, QueueUrl: string): Promise<Record<string, string>> {
  return (await account.ask('AmazonSQS', 'sqs', 'GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] })).Attributes;
}
