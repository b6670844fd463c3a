import { App, Stack } from 'aws-cdk-lib/core';
import { variantsOf } from '../../src/cloudformation/variants/variants';
import { catalogue } from '../../src/gotchas/catalogue.generated';
import { hasCheck } from '../../src/gotchas/definition';
import { examine } from '../../src/examination/examine';
import { fargateTask, resource, role, service, targetGroup } from '../../src/gotchas/fixtures/case-resources';
import { readSubjects } from '../../src/readers/subjects';

const CHECKS = catalogue.filter(hasCheck);

process.env.CDK_VALIDATION = 'false';

const JUNK = [null, 7, 'text', 'constructor', true, [], {}, [null], { Ref: 'Gone' }, { 'Fn::GetAtt': [] }, { 'Fn::If': [] }, { 'Fn::Join': ['', 1] }, { 'Fn::Sub': {} }];

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
  resource(stack, 'Depth', 'AWS::ApplicationAutoScaling::ScalingPolicy', {
    ScalingTargetId: target.ref,
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingScalingPolicyConfiguration: { TargetValue: 100, CustomizedMetricSpecification: { MetricName: 'ApproximateNumberOfMessagesVisible', Namespace: 'AWS/SQS' } },
  });
  shifted(stack);
  const launch = resource(stack, 'Launch', 'AWS::EC2::LaunchTemplate', { LaunchTemplateData: { ImageId: 'ami-1', UserData: { 'Fn::Base64': 'ECS_CLUSTER=shop' } } });
  const instances = resource(stack, 'Instances', 'AWS::AutoScaling::AutoScalingGroup', { LaunchTemplate: { LaunchTemplateId: launch.ref } });
  resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', { AutoScalingGroupProvider: { AutoScalingGroupArn: instances.ref } });
  const starter = resource(stack, 'Starter', 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'events.amazonaws.com' } }] },
    Policies: [{ PolicyName: 'run', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: ['ecs:RunTask', 'iam:PassRole'], Resource: ['arn:aws:ecs:eu-west-1:111122223333:task-definition/shop'] }] } }],
  });
  resource(stack, 'Rule', 'AWS::Events::Rule', { Targets: [{ Arn: cluster.getAtt('Arn'), RoleArn: starter.getAtt('Arn'), EcsParameters: { TaskDefinitionArn: task.ref } }] });
  return app.synth().getStackByName('Shop').template as unknown;
}

/** A service that moves between two target groups, with a volume of its own. */
function shifted(stack: Stack): void {
  const [blue, green] = ['Blue', 'Green'].map((id) => resource(stack, id, 'AWS::ElasticLoadBalancingV2::TargetGroup', {
    TargetType: 'ip', Protocol: 'HTTP', Port: 80, VpcId: 'vpc-1', HealthCheckPath: '/', HealthCheckProtocol: 'TCP',
  }).ref);
  const balancer = { TargetGroupArn: blue, ContainerName: 'app', ContainerPort: 80, AdvancedConfiguration: { AlternateTargetGroupArn: green, ProductionListenerRule: 'rule', RoleArn: 'arn' } };
  resource(stack, 'Shifted', 'AWS::ECS::Service', {
    TaskDefinition: resource(stack, 'Stateful', 'AWS::ECS::TaskDefinition', {
      RequiresCompatibilities: ['FARGATE'],
      NetworkMode: 'awsvpc',
      RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
      Volumes: [{ Name: 'disk', ConfiguredAtLaunch: true }, { Name: 'files', EFSVolumeConfiguration: { FilesystemId: 'fs-1' } }],
      ContainerDefinitions: [{ Name: 'app', Image: 'postgres:17', MountPoints: [{ SourceVolume: 'disk', ContainerPath: '/data' }], PortMappings: [{ ContainerPort: 80 }] }],
    }).ref,
    LaunchType: 'FARGATE',
    LoadBalancers: [balancer],
    VolumeConfigurations: [{ Name: 'disk', ManagedEBSVolume: { RoleArn: 'arn', SizeInGiB: 10, VolumeType: 'gp3', Iops: 3000 } }],
    DeploymentConfiguration: { Strategy: 'BLUE_GREEN', BakeTimeInMinutes: 5 },
  });
}

/** Words of JavaScript, which a text has only by mistake. */
// A null that the template itself has is named as such.
const UNREAD = /\bundefined\b|\[object |\bNaN\b|\bnull\b(?!\) is nothing that a template can contain)/;

/** Texts of a report on the template. */
function texts(body: unknown): readonly string[] {
  return [...examine(readSubjects([{ id: 'shop', body }]), CHECKS)].flatMap(({ gotcha, outcome: { findings, notChecked } }) => [
    ...findings.flatMap(({ property = '', detail, fix = gotcha.fix }) => [property, detail, fix]), ...notChecked,
  ]);
}

function paths(json: unknown, path: readonly string[] = []): ReadonlyArray<readonly string[]> {
  if (typeof json !== 'object' || json === null) return [path];
  return [path, ...Object.entries(json).flatMap(([key, child]) => paths(child, [...path, key]))];
}

/** Stands for a value that is not there. */
const LEFT_OUT = Symbol('left out');

function replaced(json: unknown, [key, ...rest]: readonly string[], junk: unknown): unknown {
  if (key === undefined) return junk;
  if (junk === LEFT_OUT && rest.length === 0) return without(json, key);
  const copy = (Array.isArray(json) ? [...json as unknown[]] : { ...json as object }) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, junk);
  return copy;
}

function without(json: unknown, key: string): unknown {
  if (Array.isArray(json)) return json.filter((_, index) => index !== Number(key));
  return Object.fromEntries(Object.entries(json as object).filter(([name]) => name !== key));
}

test('nothing in a template makes reading or checking it crash', () => {
  const body = template();
  const places = paths(body).filter(([section]) => section !== 'Rules' && section !== 'Parameters');
  expect(places.length).toBeGreaterThan(150);
  const wrong: object[] = [];
  for (const place of places) {
    for (const junk of [...JUNK, ...place.length > 0 ? [LEFT_OUT] : []]) {
      const unread = texts(replaced(body, place, junk)).filter((text) => UNREAD.test(text));
      if (unread.length > 0) wrong.push({ place: place.join('.'), junk, unread });
    }
  }
  expect(wrong).toEqual([]);
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
