import { App, Stack } from 'aws-cdk-lib/core';
import { variantsOf } from '../../src/cloudformation/variants/variants';
import { catalogue } from '../../src/gotchas/catalogue.generated';
import { hasCheck } from '../../src/gotchas/definition';
import { examine } from '../../src/examination/examine';
import { fargateTask, resource, role, service, targetGroup } from '../../src/gotchas/fixtures/case-resources';
import { readSubjects } from '../../src/readers/subjects';

const CHECKS = catalogue.filter(hasCheck);

process.env.CDK_VALIDATION = 'false';

const JUNK = [null, 7, 'text', true, [], {}, [null], { Ref: 'Gone' }, { 'Fn::GetAtt': [] }, { 'Fn::If': [] }, { 'Fn::Join': ['', 1] }, { 'Fn::Sub': {} }];

/** An app with something of each family the readers know. */
function template(): unknown {
  const app = new App();
  const stack = new Stack(app, 'Shop');
  const cluster = resource(stack, 'Cluster', 'AWS::ECS::Cluster', { DefaultCapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Weight: 1 }] });
  const vpc = resource(stack, 'Vpc', 'AWS::EC2::VPC', {});
  const subnet = resource(stack, 'Subnet', 'AWS::EC2::Subnet', { VpcId: vpc.ref });
  const table = resource(stack, 'Table', 'AWS::EC2::RouteTable', { VpcId: vpc.ref });
  resource(stack, 'Association', 'AWS::EC2::SubnetRouteTableAssociation', { SubnetId: subnet.ref, RouteTableId: table.ref });
  resource(stack, 'Route', 'AWS::EC2::Route', { RouteTableId: table.ref, DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw' });
  resource(stack, 'Endpoint', 'AWS::EC2::VPCEndpoint', { VpcId: vpc.ref, ServiceName: 'com.amazonaws.eu-west-1.s3' });
  const task = fargateTask(stack, { TaskRoleArn: role(stack, { Effect: 'Allow', Action: 's3:*', Resource: '*' }).getAtt('Arn'), Volumes: [{ Name: 'data', Host: {} }] }, {
    DependsOn: [{ ContainerName: 'app', Condition: 'HEALTHY' }],
    Environment: [{ Name: 'A', Value: 'b' }],
    Secrets: [{ Name: 'S', ValueFrom: 'arn' }],
    HealthCheck: { Command: ['CMD', 'true'] },
    MountPoints: [{ SourceVolume: 'data' }],
    PortMappings: [{ ContainerPort: 80 }],
    LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': 'shop' }, SecretOptions: [{ Name: 'a', ValueFrom: 'b' }] },
  });
  const registry = resource(stack, 'Registry', 'AWS::ServiceDiscovery::Service', { DnsConfig: { DnsRecords: [{ Type: 'A', TTL: 60 }] } });
  const web = service(stack, {
    Cluster: cluster.ref,
    LaunchType: undefined,
    TaskDefinition: task.ref,
    LoadBalancers: [{ TargetGroupArn: targetGroup(stack).ref, ContainerName: 'app', ContainerPort: 80 }],
    ServiceRegistries: [{ RegistryArn: registry.getAtt('Arn') }],
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet.ref] } },
  });
  const target = resource(stack, 'Target', 'AWS::ApplicationAutoScaling::ScalableTarget', { ResourceId: `service/shop/${web.getAtt('Name').toString()}`, MinCapacity: 1 });
  resource(stack, 'Policy', 'AWS::ApplicationAutoScaling::ScalingPolicy', { ScalingTargetId: target.ref, PolicyType: 'StepScaling' });
  const launch = resource(stack, 'Launch', 'AWS::EC2::LaunchTemplate', { LaunchTemplateData: { ImageId: 'ami-1', UserData: { 'Fn::Base64': 'ECS_CLUSTER=shop' } } });
  const instances = resource(stack, 'Instances', 'AWS::AutoScaling::AutoScalingGroup', { LaunchTemplate: { LaunchTemplateId: launch.ref } });
  resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', { AutoScalingGroupProvider: { AutoScalingGroupArn: instances.ref } });
  resource(stack, 'Rule', 'AWS::Events::Rule', { Targets: [{ Arn: cluster.getAtt('Arn'), EcsParameters: { TaskDefinitionArn: task.ref } }] });
  return app.synth().getStackByName('Shop').template as unknown;
}

function paths(json: unknown, path: readonly string[] = []): ReadonlyArray<readonly string[]> {
  if (typeof json !== 'object' || json === null) return [path];
  return [path, ...Object.entries(json).flatMap(([key, child]) => paths(child, [...path, key]))];
}

function replaced(json: unknown, [key, ...rest]: readonly string[], junk: unknown): unknown {
  if (key === undefined) return junk;
  const copy = (Array.isArray(json) ? [...json as unknown[]] : { ...json as object }) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, junk);
  return copy;
}

test('nothing in a template makes reading or checking it crash', () => {
  const body = template();
  const places = paths(body).filter(([section]) => section !== 'Rules' && section !== 'Parameters');
  expect(places.length).toBeGreaterThan(150);
  for (const place of places) {
    for (const junk of JUNK) {
      expect(() => [...examine(readSubjects([{ id: 'shop', body: replaced(body, place, junk) }]), CHECKS)]).not.toThrow();
    }
  }
});

test('nothing in parameters and conditions makes trying them crash', () => {
  const body = {
    Parameters: { Stage: { Type: 'String', Default: 'dev', AllowedValues: ['dev', 'prod'] } },
    Conditions: { IsProd: { 'Fn::And': [{ 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] }, { Condition: 'IsProd' }] } },
    Resources: { Task: { Type: 'AWS::ECS::TaskDefinition', Condition: 'IsProd', Properties: { Family: { Ref: 'Stage' } } } },
  };
  for (const place of paths(body)) {
    for (const junk of JUNK) {
      expect(() => variantsOf([{ id: 'shop', body: replaced(body, place, junk) }]).map(({ sources }) => readSubjects(sources))).not.toThrow();
    }
  }
});

test('nothing in a loop makes reading or checking it crash', () => {
  const Task = { Type: 'AWS::ECS::TaskDefinition', Properties: { 'Fn::ForEach::Sizes': ['Size', ['Cpu', 'Memory'], { '${Size}': '512' }], 'Family': { Ref: 'Name' } } };
  const Service = { Type: 'AWS::ECS::Service', Properties: { TaskDefinition: { Ref: { 'Fn::Sub': 'Task${Name}' } } } };
  const inner = ['Count', { Ref: 'Counts' }, { 'Service${Name}${Count}': Service }];
  const body = {
    Transform: ['AWS::LanguageExtensions'],
    Parameters: { Counts: { Type: 'CommaDelimitedList' } },
    Resources: { 'Fn::ForEach::Tasks': ['Name', ['A', 'B'], { 'Task${Name}': Task, 'Fn::ForEach::Services': inner }] },
    Outputs: { 'Fn::ForEach::Tasks': ['Name', { 'Fn::Split': [',', 'A,B'] }, { '${Name}': { Value: { 'Fn::Length': ['a', { Ref: 'Name' }] } } }] },
  };
  for (const parameters of [undefined, new Map([['Counts', '1,2']])]) {
    for (const place of paths(body).slice(1)) {
      for (const junk of JUNK) {
        expect(() => [...examine(readSubjects([{ id: 'shop', body: replaced(body, place, junk), parameters }]), CHECKS)]).not.toThrow();
      }
    }
  }
});

test('what is no template is an app without anything', () => {
  for (const body of JUNK) expect(readSubjects([{ id: 'shop', body }])).toEqual([]);
});
