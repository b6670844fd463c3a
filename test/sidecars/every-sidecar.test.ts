import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import {
  ApplicationSignals, CloudWatchAgent, DatadogAgent, EcsWorkload, FireLensLogs, InstrumentedRuntime, LogDestination, OneOffTask, OtelCollector,
  OtelPipeline, type IEcsTask, type SidecarOptions,
} from '../../src';
import { containersIn, findingsWith, secretOf, worker, type Container } from './support';
import { SIDECAR_IMAGES } from '../../src/sidecars/images';
import { refusalOf } from '../support/refusals';
import { IMAGE, testCluster, testStack } from '../support/stacks';

type Add = (stack: Stack, options: Options) => unknown;
type Options = Pick<SidecarOptions, 'task'> & Partial<SidecarOptions>;

/** Each part that adds a container, with the name of the container. */
const PARTS: ReadonlyArray<readonly [name: string, add: Add]> = [
  ['log-router', (stack, options) => new FireLensLogs(stack, 'Part', { destination: LogDestination.cloudWatch(), ...options })],
  ['otel-collector', (stack, options) => new OtelCollector(stack, 'Part', { pipelines: [OtelPipeline.xray()], ...options })],
  ['cloudwatch-agent', (stack, options) => new CloudWatchAgent(stack, 'Part', { statsd: { namespace: 'Shop' }, ...options })],
  ['datadog-agent', (stack, options) => new DatadogAgent(stack, 'Part', { apiKey: secretOf(stack), ...options })],
];

interface Added {
  readonly sidecar: Container;
  readonly app: Container;
  readonly template: Template;
}

function added(name: string, add: Add, options: Partial<SidecarOptions> = {}): Added {
  const stack = testStack();
  add(stack, { task: worker(stack), ...options });
  const { [name]: sidecar, app } = containersIn(stack);
  return { sidecar, app, template: Template.fromStack(stack) };
}

test.each(Object.entries(SIDECAR_IMAGES))('the image %s has an exact version', (_, image) => {
  expect(image).toMatch(/:(init-)?v?\d+\.\d+\.\d+(b\d+)?$/);
});

describe.each(PARTS)('%s', (name, add) => {
  test('runs the image of this release, or that of the props, which the execution role can pull', () => {
    expect(Object.values(SIDECAR_IMAGES)).toContain(added(name, add).sidecar.Image);
    const own = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/agent:1.2.3';
    const { sidecar, template } = added(name, add, { image: ecs.ContainerImage.fromRegistry(own) });
    expect(sidecar.Image).toBe(own);
    expect(JSON.stringify(template.toJSON())).toContain(':repository/agent"');
  });

  test('starts before the application, so that it stops after it', () => {
    expect(added(name, add).app.DependsOn).toEqual([{ ContainerName: name, Condition: 'START' }]);
  });

  test('ends the task only if it routes its logs, and else starts again', () => {
    const { Essential, RestartPolicy } = added(name, add).sidecar;
    expect([Essential, RestartPolicy]).toEqual(name === 'log-router' ? [true, undefined] : [false, { Enabled: true, RestartAttemptPeriod: 60 }]);
  });

  test('logs with awslogs to the group of the task, in streams of its name', () => {
    expect(added(name, add).sidecar.LogConfiguration).toMatchObject({
      LogDriver: 'awslogs', Options: { 'awslogs-group': { Ref: expect.stringMatching(/^WorkerLogGroup/) }, 'awslogs-stream-prefix': name },
    });
  });

  test('is counted in the cpu and memory of the task', () => {
    const refusal = (options: Partial<SidecarOptions>, ofMain: object): string => {
      const stack = testStack();
      const task = worker(stack, ofMain);
      return refusalOf(stack, 'Part', (scope) => add(scope as Stack, { task, ...options }));
    };
    const full = refusal({}, { memoryReservationMiB: 500 });
    expect(full).toContain('memoryLimitMiB (512) is less than the memoryReservationMiB of the containers together');
    expect(full).toContain('[td-containers-exceed-task]');
    expect(refusal({ cpu: 57 }, { cpu: 200 })).toContain('cpu (256) is less than the cpu of the containers together (257)');
  });

  test.each<[string, (stack: Stack) => IEcsTask]>([
    ['a service of the CDK', (stack) => {
      const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { memoryLimitMiB: 1024 });
      taskDefinition.addContainer('app', { image: IMAGE });
      return EcsWorkload.fromService(new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition, minHealthyPercent: 100 }));
    }],
    ['a task that ends by itself', (stack) => new OneOffTask(stack, 'Report', { cluster: testCluster(stack), image: IMAGE })],
  ])('is for %s too', (_, taskIn) => {
    const stack = testStack();
    add(stack, { task: taskIn(stack) });
    const { [name]: sidecar, app } = containersIn(stack);
    expect(sidecar.LogConfiguration.LogDriver).toBe('awslogs');
    expect(app.DependsOn).toEqual([{ ContainerName: name, Condition: expect.stringMatching(/^(START|HEALTHY)$/) }]);
  });

  test('brings no finding of the rule pack', () => {
    const [without, withPart] = findingsWith((stack, task) => add(stack, { task }));
    expect(withPart).toEqual(without);
  });
});

test('the collector is checked by the program of its image, which has no shell', () => {
  const [name, add] = PARTS[1];
  expect(added(name, add).sidecar.HealthCheck).toMatchObject({ Command: ['CMD', '/healthcheck'] });
});

test('the execution role reads the headers of a destination, and the task role does not', () => {
  const stack = testStack();
  new OtelCollector(stack, 'Part', { task: worker(stack), pipelines: [OtelPipeline.otlp('https://otlp.example.com', { headers: { key: secretOf(stack) } })] });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::IAM::Policy', 1);
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: [Match.objectLike({ Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'] })] },
    Roles: [{ Ref: Match.stringLikeRegexp('ExecutionRole') }],
  });
});

test('the SDK of Application Signals comes from the image of the props', () => {
  const stack = testStack();
  const image = ecs.ContainerImage.fromRegistry('111122223333.dkr.ecr.eu-west-1.amazonaws.com/sdk:1.2.3');
  const { initContainer } = new ApplicationSignals(stack, 'Part', { task: worker(stack), runtime: InstrumentedRuntime.JAVA, image });
  expect(containersIn(stack)[initContainer.containerName].Image).toBe('111122223333.dkr.ecr.eu-west-1.amazonaws.com/sdk:1.2.3');
});
