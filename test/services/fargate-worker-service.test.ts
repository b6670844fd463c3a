import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { FargateWorkerService, type FargateWorkerServiceProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

type Props = Partial<FargateWorkerServiceProps>;

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

describe.each(FLAG_SETS)('FargateWorkerService with $flags', ({ context }) => {
  const template = () => {
    const stack = testStack(context);
    new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
    return Template.fromStack(stack);
  };

  test('synthesizes its recorded template', () => {
    expect(template().toJSON()).toMatchSnapshot();
  });

  test('runs two tasks of 256 cpu units and 512 MiB', () => {
    template().hasResourceProperties('AWS::ECS::Service', { DesiredCount: 2, LaunchType: 'FARGATE' });
    template().hasResourceProperties('AWS::ECS::TaskDefinition', {
      Cpu: '256',
      Memory: '512',
      NetworkMode: 'awsvpc',
      RequiresCompatibilities: ['FARGATE'],
      RuntimePlatform: { CpuArchitecture: 'X86_64', OperatingSystemFamily: 'LINUX' },
    });
  });

  test('tags its tasks', () => {
    template().hasResourceProperties('AWS::ECS::Service', { PropagateTags: 'SERVICE', EnableECSManagedTags: true });
  });

  test('runs in the private subnets, closed to all traffic', () => {
    template().hasResourceProperties('AWS::ECS::Service', {
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-private-a', 'subnet-private-b'], AssignPublicIp: 'DISABLED' } },
    });
    template().hasResourceProperties('AWS::EC2::SecurityGroup', { SecurityGroupIngress: Match.absent() });
    template().resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
  });
});

test('follows its props', () => {
  const template = templateOf({
    serviceName: 'worker',
    family: 'worker-family',
    desiredCount: 5,
    ephemeralStorageGiB: 100,
    platformVersion: ecs.FargatePlatformVersion.VERSION1_4,
    runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.ARM64 },
  });
  template.hasResourceProperties('AWS::ECS::Service', { ServiceName: 'worker', DesiredCount: 5, PlatformVersion: '1.4.0' });
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    Family: 'worker-family',
    EphemeralStorage: { SizeInGiB: 100 },
    RuntimePlatform: { CpuArchitecture: 'ARM64', OperatingSystemFamily: 'LINUX' },
  });
});

test('runs in public subnets with a public address', () => {
  templateOf({ assignPublicIp: true }).hasResourceProperties('AWS::ECS::Service', {
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-public-a', 'subnet-public-b'], AssignPublicIp: 'ENABLED' } },
  });
});

test('runs in the subnets and security groups that are set', () => {
  const stack = testStack();
  new FargateWorkerService(stack, 'Worker', {
    cluster: testCluster(stack),
    image: IMAGE,
    vpcSubnets: { availabilityZones: ['eu-west-1a'] },
    securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Given', 'sg-given')],
  });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::EC2::SecurityGroup', 0);
  template.hasResourceProperties('AWS::ECS::Service', {
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-private-a'], SecurityGroups: ['sg-given'] } },
  });
});

test('runs in subnets that are imported by their ids alone', () => {
  const stack = testStack();
  const subnets = ['subnet-1', 'subnet-2'].map((id) => ec2.Subnet.fromSubnetId(stack, id, id));
  new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, vpcSubnets: { subnets } });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', {
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1', 'subnet-2'] } },
  });
});

test('opens a shell when asked for', () => {
  const template = templateOf({ enableExecuteCommand: true });
  template.hasResourceProperties('AWS::ECS::Service', { EnableExecuteCommand: true });
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: Match.arrayWith(['ssmmessages:OpenDataChannel']) })]) },
    Roles: [{ Ref: Match.stringLikeRegexp('TaskRole') }],
  });
});

test('adds grants to the task role', () => {
  const stack = testStack();
  const worker = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
  s3.Bucket.fromBucketName(stack, 'Uploads', 'uploads').grantRead(worker);
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', { Roles: [{ Ref: Match.stringLikeRegexp('^WorkerTaskRolesTaskRole') }] });
});

test('allows callers through its connections', () => {
  const stack = testStack();
  const worker = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
  worker.connections.allowFrom(ec2.Peer.ipv4('10.0.0.0/16'), ec2.Port.tcp(9000));
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: [Match.objectLike({ CidrIp: '10.0.0.0/16', FromPort: 9000 })],
  });
});

test.each<[Props, string]>([
  [{ serviceName: 'my worker' }, "serviceName is 'my worker', it must have 1 to 255 letters, digits, hyphens and underscores"],
  [{ family: 'my/family' }, "family is 'my/family', it must have 1 to 255 letters, digits, hyphens and underscores"],
  [{ desiredCount: -1 }, 'desiredCount is -1 tasks, it must be a whole number from 0 to 2147483647 tasks'],
  [{ desiredCount: 1.5 }, 'desiredCount is 1.5 tasks'],
  [{ ephemeralStorageGiB: 20 }, 'ephemeralStorageGiB is 20 GiB, it must be a whole number from 21 to 200 GiB'],
  [{ ephemeralStorageGiB: 201 }, 'ephemeralStorageGiB is 201 GiB'],
  [{ platformVersion: ecs.FargatePlatformVersion.VERSION1_3 }, '[ops-platform-version-retired]'],
  [{ environment: { AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' } }, '[sec-secret-in-plain-environment]'],
])('fails for %j', (props, words) => {
  expect(refusal(props)).toContain(words);
});

test('fails when there are more security groups than ECS allows', () => {
  const stack = testStack();
  const cluster = testCluster(stack);
  const securityGroups = [1, 2, 3, 4, 5, 6].map((n) => ec2.SecurityGroup.fromSecurityGroupId(stack, `Group${n}`, `sg-${n}`));
  const message = refusalOf(stack, 'Worker', (scope, id) => new FargateWorkerService(scope, id, { cluster, image: IMAGE, securityGroups }));
  expect(message).toContain('[net-subnet-sg-limits]');
  expect(message).toContain('securityGroups (6)');
});

test('tokens pass in names and numbers', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  new FargateWorkerService(stack, 'Worker', {
    cluster: testCluster(stack), image: IMAGE, serviceName: text, family: text, desiredCount: number, ephemeralStorageGiB: number,
  });
  const template = templateWithoutTokens(stack);
  template.hasResourceProperties('AWS::ECS::Service', { ServiceName: { Ref: 'Text' }, DesiredCount: { Ref: 'Number' } });
  template.hasResourceProperties('AWS::ECS::TaskDefinition', { Family: { Ref: 'Text' }, EphemeralStorage: { SizeInGiB: { Ref: 'Number' } } });
});
