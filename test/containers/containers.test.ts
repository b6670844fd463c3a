import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration, Lazy } from 'aws-cdk-lib/core';
import { FargateWorkerService, type FargateWorkerServiceProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

type Props = Omit<FargateWorkerServiceProps, 'cluster' | 'image'> & { readonly image?: ecs.ContainerImage };

function templateOf(props: Props): Template {
  const stack = testStack();
  new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, ...props });
  return Template.fromStack(stack);
}

function refusal(props: Props): string {
  const stack = testStack();
  const cluster = testCluster(stack);
  return refusalOf(stack, 'Worker', (scope, id) => new FargateWorkerService(scope, id, { cluster, image: IMAGE, ...props }));
}

function hasContainer(template: Template, container: object) {
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: Match.arrayWith([Match.objectLike(container)]),
  });
}

const HEALTH_CHECK = { command: ['CMD-SHELL', 'exit 0'] };

describe('the main container', () => {
  test('is essential, called app and the first of the task', () => {
    templateOf({ sidecars: [{ containerName: 'proxy', image: IMAGE }] }).hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [Match.objectLike({ Name: 'app', Essential: true }), Match.objectLike({ Name: 'proxy' })],
    });
  });

  test('has the options that are passed', () => {
    hasContainer(templateOf({
      containerName: 'worker',
      command: ['run'],
      entryPoint: ['/bin/sh'],
      environment: { STAGE: 'test' },
      stopTimeout: Duration.seconds(100),
      startTimeout: Duration.seconds(50),
      user: '1000',
      workingDirectory: '/srv',
      readonlyRootFilesystem: true,
      cpu: 128,
      memoryLimitMiB: 256,
      memoryReservationMiB: 128,
      containerPorts: [9000],
    }), {
      Name: 'worker',
      Command: ['run'],
      EntryPoint: ['/bin/sh'],
      Environment: [{ Name: 'STAGE', Value: 'test' }],
      StopTimeout: 100,
      StartTimeout: 50,
      User: '1000',
      WorkingDirectory: '/srv',
      ReadonlyRootFilesystem: true,
      Cpu: 128,
      Memory: 256,
      MemoryReservation: 128,
      PortMappings: [{ ContainerPort: 9000, Protocol: 'tcp' }],
    });
  });

  test('passes signals on with an init process', () => {
    hasContainer(templateOf({ initProcess: true }), { LinuxParameters: { InitProcessEnabled: true } });
  });

  test('has no init process unless asked for', () => {
    hasContainer(templateOf({}), { LinuxParameters: Match.absent() });
  });

  test.each(['Default', 'Resource', 'TaskRole', 'ExecutionRole'])('can be called %s, like a construct of the CDK', (containerName) => {
    hasContainer(templateOf({ containerName, initProcess: true }), { Name: containerName, LinuxParameters: { InitProcessEnabled: true } });
  });

  test('maps a port once that is named twice', () => {
    hasContainer(templateOf({ containerPorts: [9000, 9000] }), { PortMappings: [{ ContainerPort: 9000, Protocol: 'tcp' }] });
  });
});

describe('a sidecar', () => {
  test('is essential by default', () => {
    const template = templateOf({
      sidecars: [{ containerName: 'proxy', image: IMAGE }, { containerName: 'migrate', image: IMAGE, essential: false }],
    });
    hasContainer(template, { Name: 'proxy', Essential: true });
    hasContainer(template, { Name: 'migrate', Essential: false });
  });

  test('maps its own ports', () => {
    hasContainer(templateOf({ sidecars: [{ containerName: 'proxy', image: IMAGE, containerPorts: [80, 81] }] }), {
      Name: 'proxy', PortMappings: [Match.objectLike({ ContainerPort: 80 }), Match.objectLike({ ContainerPort: 81 })],
    });
  });

  test('fails when it has the name of another container', () => {
    expect(refusal({ sidecars: [{ containerName: 'app', image: IMAGE }] })).toContain(
      'containerName (app) is used by more than one container of the task [td-duplicate-container-name]');
  });

  test('fails when it listens on a port of another container', () => {
    const message = refusal({ containerPorts: [80], sidecars: [{ containerName: 'proxy', image: IMAGE, containerPorts: [80] }] });
    expect(message).toContain('containerPort (80/tcp) is already used by');
    expect(message).toContain('[td-port-collision]');
  });
});

describe('a health check', () => {
  test('has the defaults of ECS', () => {
    hasContainer(templateOf({ healthCheck: HEALTH_CHECK }), {
      HealthCheck: { Command: ['CMD-SHELL', 'exit 0'], Interval: 30, Retries: 3, Timeout: 5 },
    });
  });

  test.each([
    ['interval', { interval: Duration.seconds(301) }, 'healthCheck.interval (301 s) is out of range, it goes from 5 to 300 s'],
    ['timeout', { timeout: Duration.seconds(61) }, 'healthCheck.timeout (61 s) is out of range, it goes from 2 to 60 s'],
    ['retries', { retries: 11 }, 'healthCheck.retries (11) is out of range, it goes from 1 to 10'],
    ['startPeriod', { startPeriod: Duration.seconds(301) }, 'healthCheck.startPeriod (301 s) is out of range, it goes from 0 to 300 s'],
  ])('fails when %s is out of range', (property, wrong, words) => {
    const message = refusal({ healthCheck: { ...HEALTH_CHECK, ...wrong } });
    expect(message).toContain(`${words} [dep-healthcheck-ranges]`);
    expect(message).toContain(`healthCheck.${property})`);
  });

  test.each([
    [['curl -f http://localhost/ || exit 1'], ['CMD-SHELL', 'curl -f http://localhost/ || exit 1']],
    [['curl', '-f', 'http://localhost/'], ['CMD', 'curl', '-f', 'http://localhost/']],
  ])('takes a command without a form, to which the CDK adds one: %j', (command, rendered) => {
    hasContainer(templateOf({ healthCheck: { command } }), { HealthCheck: Match.objectLike({ Command: rendered }) });
  });

  test.each([
    [['CMD-SHELL', 'curl', '-f', 'http://localhost/'], 'healthCheck.command (CMD-SHELL) has several elements, of which the shell runs curl alone'],
    [['curl', '-f', 'http://localhost/', '||', 'exit 1'], 'healthCheck.command (CMD) hands || to curl as an argument, for no shell reads it'],
  ])('fails when its command is never run as it is meant: %j', (command, words) => {
    expect(refusal({ healthCheck: { command } })).toContain(`${words} [dep-healthcheck-command-form]`);
  });

  test('fails when it has no command', () => {
    const message = refusal({ healthCheck: { command: [] } });
    expect(message).toContain('containers[app].healthCheck.command is empty');
    expect(message).toContain("['CMD-SHELL', 'curl -f http://localhost/ || exit 1']");
  });

  test('fails when it may take longer than the time between two', () => {
    const message = refusal({ healthCheck: { ...HEALTH_CHECK, interval: Duration.seconds(10), timeout: Duration.seconds(20) } });
    expect(message).toContain('containers[app].healthCheck.timeout is 20 seconds, more than the interval of 10 seconds');
    expect(message).toContain('fix:  shorten healthCheck.timeout or lengthen healthCheck.interval');
  });

  test.each(['interval', 'timeout', 'startPeriod'])('fails when %s is no whole number of seconds', (property) => {
    const message = refusal({ healthCheck: { ...HEALTH_CHECK, [property]: Duration.millis(5500) } });
    expect(message).toContain(`containers[app].healthCheck.${property} is 5.5 seconds, ECS counts in whole seconds`);
    expect(message).toContain(`fix:  set containers[app].healthCheck.${property} to 6 seconds`);
  });
});

test('a secret in plain text is refused, and not printed', () => {
  const message = refusal({ secrets: { DB_PASSWORD: 'a1b2c3' as never } });
  expect(message).toContain('containers[app].secrets.DB_PASSWORD is of the type string, it must be an ecs.Secret');
  expect(message).not.toContain('a1b2c3');
});

describe('a dependency', () => {
  const { HEALTHY, START, SUCCESS, COMPLETE } = ecs.ContainerDependencyCondition;

  test('makes the container wait', () => {
    hasContainer(templateOf({
      dependsOn: [{ containerName: 'proxy', condition: HEALTHY }, { containerName: 'migrate', condition: SUCCESS }],
      sidecars: [
        { containerName: 'proxy', image: IMAGE, healthCheck: HEALTH_CHECK },
        { containerName: 'migrate', image: IMAGE, essential: false },
      ],
    }), {
      Name: 'app',
      DependsOn: [{ ContainerName: 'proxy', Condition: 'HEALTHY' }, { ContainerName: 'migrate', Condition: 'SUCCESS' }],
    });
  });

  test('on a container whose name is a token is passed on', () => {
    const containerName = Lazy.string({ produce: () => 'proxy' });
    hasContainer(templateOf({ dependsOn: [{ containerName, condition: START }], sidecars: [{ containerName: 'proxy', image: IMAGE }] }), {
      Name: 'app', DependsOn: [{ ContainerName: 'proxy', Condition: 'START' }],
    });
  });

  test('of a sidecar on the main container makes the sidecar wait', () => {
    const sidecar = { containerName: 'proxy', image: IMAGE, dependsOn: [{ containerName: 'app', condition: START }] };
    hasContainer(templateOf({ sidecars: [sidecar] }), { Name: 'proxy', DependsOn: [{ ContainerName: 'app', Condition: 'START' }] });
  });

  test('fails when it waits for the health of a container without a health check', () => {
    const message = refusal({ dependsOn: [{ containerName: 'proxy', condition: HEALTHY }], sidecars: [{ containerName: 'proxy', image: IMAGE }] });
    expect(message).toContain('(proxy HEALTHY) waits for a container without a health check [dep-healthy-without-healthcheck]');
    expect(message).toContain('fix:  add a healthCheck to the container, or wait for its START');
  });

  test.each([SUCCESS, COMPLETE])('fails when it waits for %s of an essential container', (condition) => {
    const message = refusal({ dependsOn: [{ containerName: 'migrate', condition }], sidecars: [{ containerName: 'migrate', image: IMAGE }] });
    expect(message).toContain(`dependsOn (${condition} of migrate) waits for the end of an essential container [dep-complete-on-essential]`);
  });

  test('fails when containers wait for each other', () => {
    const message = refusal({
      dependsOn: [{ containerName: 'proxy', condition: START }],
      sidecars: [{ containerName: 'proxy', image: IMAGE, dependsOn: [{ containerName: 'app', condition: START }] }],
    });
    expect(message).toContain('dependsOn (app -> proxy -> app) goes round in a circle [dep-cycle]');
  });

  test('fails when no container has the name', () => {
    const message = refusal({ dependsOn: [{ containerName: 'proxi', condition: START }], sidecars: [{ containerName: 'proxy', image: IMAGE }] });
    expect(message).toContain('dependsOn (proxi) is not a container of the task, which has app, proxy [dep-cycle]');
  });
});

describe('invalid props', () => {
  test.each<[string, Props, string]>([
    ['containerName', { containerName: 'my app' }, "containerName is 'my app', it must have 1 to 255 letters, digits, hyphens and underscores"],
    ['a port', { containerPorts: [0] }, 'containers[app].containerPort is 0, it must be a whole number from 1 to 65535'],
    ['cpu', { cpu: -1 }, 'containers[app].cpu is -1 cpu units, it must be a whole number from 0 to 196608 cpu units'],
    ['memoryLimitMiB', { memoryLimitMiB: 5 }, 'containers[app].memoryLimitMiB is 5 MiB'],
    ['memoryReservationMiB', { memoryReservationMiB: 6.5 }, 'containers[app].memoryReservationMiB is 6.5 MiB'],
    ['stopTimeout', { stopTimeout: Duration.seconds(121) }, 'stopTimeout (121 s) is outside of the range of Fargate, which is 2 to 120 s [td-stop-timeout-range]'],
    ['startTimeout', { startTimeout: Duration.seconds(1) }, 'startTimeout (1 s) is outside of the range of Fargate, which is 2 to 120 s [td-stop-timeout-range]'],
    ['a fraction of a second', { stopTimeout: Duration.millis(2500) }, 'containers[app].stopTimeout is 2.5 seconds, ECS counts in whole seconds'],
    ['memory beyond the task', { memoryLimitMiB: 1024 }, 'memoryLimitMiB (1024) is more than the task has (512) [td-containers-exceed-task]'],
    ['cpu beyond the task', { cpu: 300 }, 'cpu (256) is less than the cpu of the containers together (300) [td-containers-exceed-task]'],
  ])('fails when %s is wrong', (_what, props, words) => {
    expect(refusal(props)).toContain(words);
  });

  test('fails with all findings at once', () => {
    const message = refusal({ cpu: 300, memoryLimitMiB: 1024 });
    expect(message).toContain('cpu (256) is less than');
    expect(message).toContain('memoryLimitMiB (1024) is more than');
  });

  test('fails when the name of a container is a token, without printing it', () => {
    const stack = testStack();
    const { text } = tokens(stack);
    const cluster = testCluster(stack);
    const message = refusalOf(stack, 'Worker', (scope, id) => new FargateWorkerService(scope, id, { cluster, image: IMAGE, containerName: text }));
    expect(message).toContain('containerName is a token');
  });
});

test('tokens pass in every text and number', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  const seconds = Duration.seconds(number);
  new FargateWorkerService(stack, 'Worker', {
    cluster: testCluster(stack),
    image: ecs.ContainerImage.fromRegistry(text),
    command: [text],
    entryPoint: [text],
    environment: { NAME: text },
    healthCheck: { command: ['CMD', text], interval: seconds, timeout: seconds, retries: number, startPeriod: seconds },
    startTimeout: seconds,
    stopTimeout: seconds,
    user: text,
    workingDirectory: text,
    cpu: number,
    memoryLimitMiB: number,
    memoryReservationMiB: number,
    containerPorts: [number],
    family: text,
  });
  hasContainer(templateWithoutTokens(stack), {
    Image: { Ref: 'Text' },
    Cpu: { Ref: 'Number' },
    StopTimeout: { Ref: 'Number' },
    PortMappings: [{ ContainerPort: { Ref: 'Number' } }],
    HealthCheck: { Interval: { Ref: 'Number' }, Retries: { Ref: 'Number' } },
  });
});
