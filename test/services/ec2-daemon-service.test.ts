import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CpuTargetScaling, Ec2DaemonService, type Ec2DaemonServiceProps } from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

function daemon(props: Partial<Ec2DaemonServiceProps> = {}, stack = testStack()): Ec2DaemonService {
  return new Ec2DaemonService(stack, 'Agent', { cluster: testCluster(stack), image: IMAGE, memoryLimitMiB: 128, ...props });
}

function templateOf(props: Partial<Ec2DaemonServiceProps> = {}): Template {
  const stack = testStack();
  daemon(props, stack);
  return Template.fromStack(stack);
}

describe.each(FLAG_SETS)('Ec2DaemonService with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    daemon({}, stack);
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

test('runs one task on each instance, without what replicas have', () => {
  templateOf().hasResourceProperties('AWS::ECS::Service', {
    SchedulingStrategy: 'DAEMON',
    LaunchType: 'EC2',
    DesiredCount: Match.absent(),
    PlacementStrategies: Match.absent(),
    CapacityProviderStrategy: Match.absent(),
    AvailabilityZoneRebalancing: 'DISABLED',
    DeploymentConfiguration: { MaximumPercent: 100, MinimumHealthyPercent: 0, DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
  });
});

test('follows the props', () => {
  const template = templateOf({
    serviceName: 'agent',
    networkMode: ecs.NetworkMode.HOST,
    placementConstraints: [ecs.PlacementConstraint.memberOf('attribute:ecs.instance-type =~ g5.*')],
    minHealthyPercent: 50,
    enableExecuteCommand: true,
  });
  template.hasResourceProperties('AWS::ECS::Service', {
    ServiceName: 'agent',
    NetworkConfiguration: Match.absent(),
    PlacementConstraints: [{ Type: 'memberOf', Expression: 'attribute:ecs.instance-type =~ g5.*' }],
    DeploymentConfiguration: { MinimumHealthyPercent: 50 },
    EnableExecuteCommand: true,
  });
  template.hasResourceProperties('AWS::ECS::TaskDefinition', { NetworkMode: 'host' });
});

test('a share of the instances keeps its task, whatever replicas of that number could not do', () => {
  templateOf({ minHealthyPercent: 51 }).hasResourceProperties('AWS::ECS::Service', { DeploymentConfiguration: { MinimumHealthyPercent: 51 } });
});

test.each(['desiredCount', 'placementStrategies', 'capacity', 'deployment'])('fails when %s is passed past the types', (property) => {
  const stack = testStack();
  const cluster = testCluster(stack);
  const message = refusalOf(stack, 'Agent', (scope, id) => new Ec2DaemonService(scope, id, { cluster, image: IMAGE, memoryLimitMiB: 128, [property]: property === 'placementStrategies' ? [] : {} }));
  expect(message).toContain(`${property} is set, and is not for a daemon [ec2-daemon-rules]`);
});

test.each<[Partial<Ec2DaemonServiceProps>, string]>([
  [{ minHealthyPercent: 100 }, '[dpl-percent-deadlock]'],
  [{ minHealthyPercent: -1 }, 'minHealthyPercent is -1 percent'],
  [{ serviceName: 'my agent' }, "serviceName is 'my agent'"],
  [{ memoryLimitMiB: undefined }, '[td-ec2-no-memory]'],
])('fails for %j', (props, words) => {
  const stack = testStack();
  const cluster = testCluster(stack);
  expect(refusalOf(stack, 'Agent', (scope, id) => new Ec2DaemonService(scope, id, { cluster, image: IMAGE, memoryLimitMiB: 128, ...props }))).toContain(words);
});

test('fails when a part scales it', () => {
  const service = daemon();
  expect(messageOf(() => new CpuTargetScaling(service, 'Scaling', { service, targetUtilizationPercent: 50 }))).toContain('is a daemon, which has no count to scale');
});

test('tokens pass', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  daemon({ serviceName: text, family: text, minHealthyPercent: number }, stack);
  templateWithoutTokens(stack).hasResourceProperties('AWS::ECS::Service', {
    ServiceName: { Ref: 'Text' }, DeploymentConfiguration: { MinimumHealthyPercent: { Ref: 'Number' } },
  });
});
