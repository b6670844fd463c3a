import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import type { Stack } from 'aws-cdk-lib/core';
import { CloudMapDiscovery, CpuTargetScaling, EcsWorkload, MemoryTargetScaling, RequestCountTargetScaling } from '../../src';
import { messageOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, testCluster, testStack } from '../support/stacks';

/** Props that the AWS CDK warns of, if they are left out. */
const QUIET = { minHealthyPercent: 100, circuitBreaker: { rollback: true } };

const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';

function plainService(stack: Stack, props: Partial<ecs.FargateServiceProps> = {}): ecs.FargateService {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('catalog', { image: IMAGE, portMappings: [{ containerPort: 80 }] });
  return new ecs.FargateService(stack, 'Catalog', { cluster: testCluster(stack), taskDefinition, ...QUIET, ...props });
}

function pattern(stack: Stack): patterns.ApplicationLoadBalancedFargateService {
  return new patterns.ApplicationLoadBalancedFargateService(stack, 'Shop', {
    cluster: testCluster(stack), taskImageOptions: { image: IMAGE }, ...QUIET,
  });
}

function dnsNamespace(stack: Stack): cloudmap.INamespace {
  return cloudmap.PrivateDnsNamespace.fromPrivateDnsNamespaceAttributes(stack, 'Namespace', {
    namespaceId: 'ns-1', namespaceName: 'demo.local', namespaceArn: 'arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-1',
  });
}

describe.each(FLAG_SETS)('a plain service with $flags', ({ context }) => {
  test('scales, and loses its desired count', () => {
    const stack = testStack(context);
    new CpuTargetScaling(stack, 'Cpu', { service: EcsWorkload.fromService(plainService(stack, { desiredCount: 5 })) });
    const template = Template.fromStack(stack);
    template.hasResourceProperties(TARGET, { MinCapacity: 2, MaxCapacity: 10 });
    template.hasResourceProperties('AWS::ECS::Service', { DesiredCount: Match.absent() });
    Annotations.fromStack(stack).hasInfo('/Shop/Catalog', Match.stringLikeRegexp('desiredCount \\(5\\) is left out'));
  });

  test('is found by name, and opened to its callers', () => {
    const stack = testStack(context);
    new CloudMapDiscovery(stack, 'Discovery', {
      service: EcsWorkload.fromService(plainService(stack)),
      dnsNamespace: dnsNamespace(stack),
      name: 'catalog',
      allowFrom: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Caller', 'sg-caller')],
    });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ECS::Service', { ServiceRegistries: [Match.objectLike({ RegistryArn: Match.anyValue() })] });
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { SourceSecurityGroupId: 'sg-caller', FromPort: 80 });
  });

  test('of ecs-patterns scales on CPU and on requests, with one range', () => {
    const stack = testStack(context);
    const { service, targetGroup } = pattern(stack);
    const workload = EcsWorkload.fromLoadBalancedService(service, targetGroup);
    new CpuTargetScaling(stack, 'Cpu', { service: workload });
    new RequestCountTargetScaling(stack, 'Requests', { service: workload, requestsPerTarget: 100 });
    const template = Template.fromStack(stack);
    template.resourceCountIs(TARGET, 1);
    template.resourceCountIs('AWS::ApplicationAutoScaling::ScalingPolicy', 2);
    template.hasResourceProperties('AWS::ECS::Service', { DesiredCount: Match.absent() });
    Annotations.fromStack(stack).hasNoInfo('*', Match.anyValue());
  });

  test('that scales already gets another policy for the same range', () => {
    const stack = testStack(context);
    const service = plainService(stack);
    service.autoScaleTaskCount({ minCapacity: 3, maxCapacity: 6 }).scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
    new MemoryTargetScaling(stack, 'Memory', { service: EcsWorkload.fromService(service) });
    const template = Template.fromStack(stack);
    template.resourceCountIs(TARGET, 1);
    template.hasResourceProperties(TARGET, { MinCapacity: 3, MaxCapacity: 6 });
    template.resourceCountIs('AWS::ApplicationAutoScaling::ScalingPolicy', 2);
  });
});

test('fails when the range contradicts the one that the service has, naming both', () => {
  const stack = testStack();
  const service = plainService(stack);
  service.autoScaleTaskCount({ minCapacity: 3, maxCapacity: 6 });
  const message = messageOf(() => new CpuTargetScaling(stack, 'Cpu', { service: EcsWorkload.fromService(service), maxCapacity: 8 }));
  expect(message).toMatch(/maxCapacity is 8, and 6 in Shop\/Catalog\/TaskCount\/\S+, which scales the same service/);
  expect(message).toContain('at:   Shop/Cpu (maxCapacity)');
});

test('two views of one service share its range', () => {
  const stack = testStack();
  const service = plainService(stack);
  new CpuTargetScaling(stack, 'Cpu', { service: EcsWorkload.fromService(service), maxCapacity: 4 });
  expect(messageOf(() => new MemoryTargetScaling(stack, 'Memory', { service: EcsWorkload.fromService(service), maxCapacity: 5 })))
    .toContain('maxCapacity is 5, and 4 in Shop/Cpu');
});

test('fails when the desired count is outside of the range', () => {
  const stack = testStack();
  new CpuTargetScaling(stack, 'Cpu', { service: EcsWorkload.fromService(plainService(stack, { desiredCount: 20 })) });
  expect(messageOf(() => Template.fromStack(stack))).toContain('desiredCount is 20, the service scales between 2 and 10 tasks [scl-desired-outside-range]');
});

test('the service on EC2 is found with its port', () => {
  const stack = testStack();
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  taskDefinition.addContainer('catalog', { image: IMAGE, memoryLimitMiB: 256, portMappings: [{ containerPort: 80, hostPort: 8080 }] });
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Instances', {
    clusterName: 'shop', vpc: testCluster(stack).vpc, securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'InstanceGroup', 'sg-instances')],
  });
  new CloudMapDiscovery(stack, 'Discovery', {
    service: EcsWorkload.fromService(new ecs.Ec2Service(stack, 'Catalog', { cluster, taskDefinition, ...QUIET })),
    dnsNamespace: dnsNamespace(stack),
    name: 'catalog',
    allowFrom: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Caller', 'sg-caller')],
  });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::ServiceDiscovery::Service', { DnsConfig: { DnsRecords: [{ Type: 'SRV' }] } });
  template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { GroupId: 'sg-instances', FromPort: 8080, ToPort: 8080 });
});

test('what the service has is at hand', () => {
  const stack = testStack();
  const service = plainService(stack);
  const workload = EcsWorkload.fromService(service);
  expect(workload.taskDefinition).toBe(service.taskDefinition);
  expect(workload.mainContainer.containerName).toBe('catalog');
  expect(workload.connections).toBe(service.connections);
  expect(workload.grantPrincipal).toBe(service.taskDefinition.taskRole.grantPrincipal);
});

test('fails when the service has no container yet', () => {
  const stack = testStack();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const service = new ecs.FargateService(stack, 'Catalog', { cluster: testCluster(stack), taskDefinition, ...QUIET });
  const message = messageOf(() => EcsWorkload.fromService(service));
  expect(message).toContain('the task definition of the service has no essential container [dep-no-essential]');
  expect(message).toContain('at:   Shop/Catalog (service)');
});
