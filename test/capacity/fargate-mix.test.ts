import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { FargateMix, FargateWebService, FargateWorkerService, Ingress, type FargateWebServiceProps, type FargateWorkerServiceProps } from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';

const MIX = FargateMix.withSpot({ onDemandBase: 2 });

function templateOf(props: Partial<FargateWorkerServiceProps>, stack = testStack(), cluster = testCluster(stack)): Template {
  new FargateWorkerService(stack, 'Worker', { cluster, image: IMAGE, ...props });
  return Template.fromStack(stack);
}

function web(props: Partial<FargateWebServiceProps>, stack = testStack()) {
  const cluster = testCluster(stack);
  return refusalOf(stack, 'Web', (scope, id) => new FargateWebService(scope, id, {
    cluster, image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), ...props,
  }));
}

describe.each(FLAG_SETS)('FargateMix with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    const cluster = new ecs.Cluster(stack, 'Shop', { vpc: testVpc(stack) });
    new FargateWorkerService(stack, 'Worker', { cluster, image: IMAGE, capacity: MIX });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

test('a service with Spot has a strategy and no launch type', () => {
  templateOf({ capacity: MIX }).hasResourceProperties('AWS::ECS::Service', {
    LaunchType: Match.absent(),
    CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Base: 2, Weight: 1 }, { CapacityProvider: 'FARGATE_SPOT', Weight: 3 }],
  });
});

test('a worker may run on Spot alone', () => {
  templateOf({ capacity: FargateMix.spotOnly() }).hasResourceProperties('AWS::ECS::Service', {
    LaunchType: Match.absent(), CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT', Weight: 1 }],
  });
});

test('onDemand() results in the template of a service without capacity', () => {
  expect(templateOf({ capacity: FargateMix.onDemand() }).toJSON()).toEqual(templateOf({}).toJSON());
});

test('containers without a stop timeout have all of the time that Spot leaves', () => {
  const sidecars = [{ containerName: 'agent', image: IMAGE, stopTimeout: Duration.seconds(20) }, { containerName: 'proxy', image: IMAGE }];
  templateOf({ capacity: MIX, sidecars }).hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [{ Name: 'app', StopTimeout: 120 }, { Name: 'agent', StopTimeout: 20 }, { Name: 'proxy', StopTimeout: 120 }].map(Match.objectLike),
  });
  templateOf({ sidecars }).hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [{ StopTimeout: Match.absent() }, { StopTimeout: 20 }, { StopTimeout: Match.absent() }].map(Match.objectLike),
  });
});

test('a service waits until the cluster of the app has the providers of Fargate', () => {
  const stack = testStack();
  const cluster = new ecs.Cluster(stack, 'Shop', { vpc: testVpc(stack) });
  const template = templateOf({ capacity: MIX }, stack, cluster);
  template.hasResourceProperties('AWS::ECS::ClusterCapacityProviderAssociations', { CapacityProviders: ['FARGATE', 'FARGATE_SPOT'] });
  const [association] = Object.keys(template.findResources('AWS::ECS::ClusterCapacityProviderAssociations'));
  template.hasResource('AWS::ECS::Service', { DependsOn: Match.arrayWith([association]) });
});

test('a cluster without a service on Spot gets no providers', () => {
  const stack = testStack();
  const cluster = new ecs.Cluster(stack, 'Shop', { vpc: testVpc(stack) });
  templateOf({ capacity: FargateMix.onDemand() }, stack, cluster).resourceCountIs('AWS::ECS::ClusterCapacityProviderAssociations', 0);
});

test('a service waits for the providers of a cluster in another stack', () => {
  const stack = testStack();
  const platform = new Stack(stack.node.root as never, 'Platform');
  const cluster = new ecs.Cluster(platform, 'Shop', { vpc: testVpc(platform) });
  templateOf({ capacity: MIX }, stack, cluster);
  expect(stack.dependencies).toEqual([platform]);
  Template.fromStack(platform).resourceCountIs('AWS::ECS::ClusterCapacityProviderAssociations', 1);
});

test('a web service keeps tasks on demand', () => {
  const stack = testStack();
  new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), capacity: MIX });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', { CapacityProviderStrategy: Match.arrayWith([{ CapacityProvider: 'FARGATE', Base: 2, Weight: 1 }]) });
});

test.each([
  ['on Spot alone', { capacity: FargateMix.spotOnly() }, '[cost-spot-without-base]'],
  ['with no task on demand', { capacity: FargateMix.withSpot({ onDemandBase: 0, onDemandWeight: 0 }) }, '[cost-spot-without-base]'],
  ['whose requests outlast the warning', { capacity: MIX, deregistrationDelay: Duration.seconds(91) }, 'deregistrationDelay is 91 seconds'],
])('fails when a web service is %s', (_, props, words) => {
  expect(web(props)).toContain(words);
});

test('fails when Windows is to run on Spot', () => {
  const runtimePlatform = { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE, cpuArchitecture: ecs.CpuArchitecture.X86_64 };
  expect(web({ runtimePlatform, capacity: MIX })).toContain('capacity uses Fargate Spot, which does not run Windows (WINDOWS_SERVER_2022_CORE)');
});

test.each([
  [{ onDemandBase: -1 }, 'onDemandBase is -1 tasks'],
  [{ onDemandBase: 1.5 }, 'onDemandBase is 1.5 tasks'],
  [{ onDemandBase: 100001 }, 'onDemandBase is 100001 tasks'],
  [{ onDemandBase: undefined as never }, 'onDemandBase is not set'],
  [{ onDemandBase: 1, onDemandWeight: 1001 }, 'onDemandWeight is 1001'],
  [{ onDemandBase: 1, spotWeight: 0 }, 'spotWeight is 0'],
])('fails for %j', (options, words) => {
  const message = messageOf(() => FargateMix.withSpot(options));
  expect(message).toContain(words);
  expect(message).toContain('at:   FargateMix.withSpot');
});

test('tokens pass', () => {
  const stack = testStack();
  const { number } = tokens(stack);
  new FargateWebService(stack, 'Web', {
    cluster: testCluster(stack),
    image: IMAGE,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    capacity: FargateMix.withSpot({ onDemandBase: number, onDemandWeight: number, spotWeight: number }),
    deregistrationDelay: Duration.seconds(number),
  });
  templateWithoutTokens(stack).hasResourceProperties('AWS::ECS::Service', {
    CapacityProviderStrategy: [
      { CapacityProvider: 'FARGATE', Base: { Ref: 'Number' }, Weight: { Ref: 'Number' } },
      { CapacityProvider: 'FARGATE_SPOT', Weight: { Ref: 'Number' } },
    ],
  });
});
