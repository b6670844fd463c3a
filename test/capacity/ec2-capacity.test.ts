import { Match, Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import { Ec2Capacity, Ec2Purchase, type Ec2CapacityProps, type MixedInstancesOptions } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, templateWithoutTokens, testStack, testVpc, tokens } from '../support/stacks';

const X86 = new ec2.InstanceType('m7i.large');

function capacity(stack: Stack, props: Partial<Ec2CapacityProps> = {}): Ec2Capacity {
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: testVpc(stack) });
  return new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: X86, ...props });
}

function templateOf(props: Partial<Ec2CapacityProps> = {}): Template {
  const stack = testStack();
  capacity(stack, props);
  return Template.fromStack(stack);
}

function hasLaunchTemplate(template: Template, data: object) {
  template.hasResourceProperties('AWS::EC2::LaunchTemplate', { LaunchTemplateData: data });
}

function userData(template: Template): string {
  const [{ Properties }] = Object.values(template.findResources('AWS::EC2::LaunchTemplate'));
  return JSON.stringify(Properties.LaunchTemplateData.UserData);
}

describe.each(FLAG_SETS)('Ec2Capacity with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    capacity(stack);
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });

  test('starts instances from the newest image there is at launch', () => {
    const stack = testStack(context);
    capacity(stack);
    hasLaunchTemplate(Template.fromStack(stack), {
      ImageId: 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id',
    });
  });

  test('takes metadata requests with a session token only, and none from containers', () => {
    const stack = testStack(context);
    capacity(stack);
    hasLaunchTemplate(Template.fromStack(stack), { MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 } });
  });
});

test('ARM instances start from the image for ARM', () => {
  hasLaunchTemplate(templateOf({ instanceType: new ec2.InstanceType('m7g.large') }), {
    ImageId: 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id',
    InstanceType: 'm7g.large',
  });
});

test.each([
  ['g5.xlarge', 'gpu/'], ['p4d.24xlarge', 'gpu/'], ['gr6.4xlarge', 'gpu/'], ['inf2.xlarge', 'neuron/'], ['trn1.2xlarge', 'neuron/'], ['m7i.large', ''], ['g5g.xlarge', 'arm64/'],
])('instances of %s start from the image with their driver', (type, variant) => {
  hasLaunchTemplate(templateOf({ instanceType: new ec2.InstanceType(type) }), {
    ImageId: `resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/${variant}recommended/image_id`,
  });
});

test('the disks are encrypted', () => {
  hasLaunchTemplate(templateOf(), { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true, VolumeSize: 30, VolumeType: 'gp3' } }] });
});

test('the instances join the cluster', () => {
  expect(userData(templateOf())).toMatch(/ECS_CLUSTER=.*"Ref":"Cluster/);
});

test('the agent keeps containers away from the instance role and drains what is interrupted', () => {
  const data = userData(templateOf());
  expect(data).toContain('ECS_AWSVPC_BLOCK_IMDS=true');
  expect(data).toContain('ECS_ENABLE_SPOT_INSTANCE_DRAINING=true');
});

test('the instance role has what the agent needs', () => {
  const stack = testStack();
  const { instanceRole } = capacity(stack);
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [Match.objectLike({ Principal: { Service: 'ec2.amazonaws.com' } })] },
    ManagedPolicyArns: [{
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role']],
    }],
  });
  template.hasResourceProperties('AWS::IAM::InstanceProfile', { Roles: [stack.resolve(instanceRole.roleName)] });
});

test('scaling is managed, and instances are drained before they go', () => {
  templateOf().hasResourceProperties('AWS::ECS::CapacityProvider', {
    AutoScalingGroupProvider: {
      ManagedScaling: Match.objectLike({ Status: 'ENABLED', TargetCapacity: 100 }),
      ManagedDraining: 'ENABLED',
      ManagedTerminationProtection: 'DISABLED',
    },
  });
});

test('the provider is associated with the cluster', () => {
  const stack = testStack();
  const { capacityProvider } = capacity(stack);
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::ClusterCapacityProviderAssociations', {
    CapacityProviders: [stack.resolve(capacityProvider.capacityProviderName)],
  });
});

test('the group grows from nothing to ten, in the private subnets', () => {
  templateOf().hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', {
    MinSize: '0',
    MaxSize: '10',
    DesiredCapacity: Match.absent(),
    VPCZoneIdentifier: ['subnet-private-a', 'subnet-private-b'],
  });
});

test('the group follows the props', () => {
  const template = templateOf({
    minCapacity: 1,
    maxCapacity: 4,
    targetCapacityPercent: 80,
    instanceWarmupPeriod: Duration.minutes(2),
    managedTerminationProtection: true,
    vpcSubnets: { availabilityZones: ['eu-west-1b'] },
  });
  template.hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', {
    MinSize: '1', MaxSize: '4', NewInstancesProtectedFromScaleIn: true, VPCZoneIdentifier: ['subnet-private-b'],
  });
  template.hasResourceProperties('AWS::ECS::CapacityProvider', {
    AutoScalingGroupProvider: {
      ManagedScaling: { TargetCapacity: 80, InstanceWarmupPeriod: 120 },
      ManagedTerminationProtection: 'ENABLED',
    },
  });
});

test('two capacities of one cluster are two providers of one association', () => {
  const stack = testStack();
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: testVpc(stack) });
  new Ec2Capacity(stack, 'X86', { cluster, instanceType: X86 });
  new Ec2Capacity(stack, 'Arm', { cluster, instanceType: new ec2.InstanceType('m7g.large') });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::ClusterCapacityProviderAssociations', {
    CapacityProviders: [Match.anyValue(), Match.anyValue()],
  });
});

test.each<[Partial<Ec2CapacityProps>, string]>([
  [{ minCapacity: -1 }, 'minCapacity is -1 instances, it must be a whole number from 0 to 10000 instances'],
  [{ maxCapacity: 0 }, 'maxCapacity is 0 instances, it must be a whole number from 1 to 10000 instances'],
  [{ targetCapacityPercent: 101 }, 'targetCapacityPercent is 101 percent, it must be a whole number from 1 to 100 percent'],
  [{ instanceWarmupPeriod: Duration.hours(3) }, 'instanceWarmupPeriod is 10800 seconds, it must be a whole number from 0 to 10000 seconds'],
  [{ minCapacity: 11 }, 'minCapacity is 11, more than maxCapacity, which is 10'],
])('fails for %j', (props, words) => {
  const stack = testStack();
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: testVpc(stack) });
  const message = refusalOf(stack, 'Capacity', (scope, id) => new Ec2Capacity(scope, id, { cluster, instanceType: X86, ...props }));
  expect(message).toContain(words);
  expect(message).toContain(`at:   Shop/Capacity (${Object.keys(props)[0]})`);
});

test('tokens pass in numbers', () => {
  const stack = testStack();
  const { number } = tokens(stack);
  capacity(stack, { minCapacity: number, maxCapacity: number, targetCapacityPercent: number, instanceWarmupPeriod: Duration.seconds(number) });
  templateWithoutTokens(stack).hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', { MinSize: { Ref: 'Number' }, MaxSize: { Ref: 'Number' } });
});

describe('Ec2Purchase.mixed', () => {
  const types = (...names: readonly string[]) => names.map((name) => new ec2.InstanceType(name));
  const THREE = types('m7g.large', 'm6g.large', 'c7g.xlarge');
  const mixed = (options: Partial<MixedInstancesOptions>) => ({
    instanceType: undefined, purchase: Ec2Purchase.mixed({ onDemandBase: 1, instanceTypes: THREE, ...options }),
  });

  test('starts Spot Instances of all types above the base', () => {
    const template = templateOf(mixed({}));
    template.hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', {
      LaunchTemplate: Match.absent(),
      MixedInstancesPolicy: {
        InstancesDistribution: { OnDemandBaseCapacity: 1, OnDemandPercentageAboveBaseCapacity: 0, SpotAllocationStrategy: 'price-capacity-optimized' },
        LaunchTemplate: { Overrides: [{ InstanceType: 'm7g.large' }, { InstanceType: 'm6g.large' }, { InstanceType: 'c7g.xlarge' }] },
      },
    });
    hasLaunchTemplate(template, {
      ImageId: 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id', InstanceType: Match.absent(),
    });
  });

  test('the share and the strategy follow the options', () => {
    const strategy = autoscaling.SpotAllocationStrategy.CAPACITY_OPTIMIZED;
    templateOf(mixed({ onDemandPercentAboveBase: 25, strategy })).hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', {
      MixedInstancesPolicy: { InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: 25, SpotAllocationStrategy: 'capacity-optimized' } },
    });
  });

  test('Ec2Purchase.onDemand results in the template of instanceType', () => {
    expect(templateOf({ instanceType: undefined, purchase: Ec2Purchase.onDemand(X86) }).toJSON()).toEqual(templateOf().toJSON());
  });

  test.each<[Partial<Ec2CapacityProps>, string]>([
    [mixed({ instanceTypes: [] }), 'purchase.instanceTypes is empty'],
    [mixed({ instanceTypes: types('m7g.large', 'm7i.large') }), 'purchase.instanceTypes (m7g.large, m7i.large) are of two architectures'],
    [mixed({ instanceTypes: types('m7g.large', 'm7g.large') }), 'purchase.instanceTypes (m7g.large) has one type twice'],
    [mixed({ instanceTypes: Array.from({ length: 41 }, (_, index) => new ec2.InstanceType(`m7g.${index}xlarge`)) }), 'purchase.instanceTypes (41)'],
    [mixed({ onDemandBase: -1 }), 'purchase.onDemandBase is -1 instances'],
    [mixed({ onDemandPercentAboveBase: 101 }), 'purchase.onDemandPercentAboveBase is 101 percent'],
    [{ ...mixed({}), instanceType: X86 }, 'instanceType (m7i.large) is set beside purchase'],
    [{ instanceType: undefined }, 'instanceType and purchase are not set'],
  ])('fails for case %#', (props, words) => {
    const stack = testStack();
    const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: testVpc(stack) });
    expect(refusalOf(stack, 'Capacity', (scope, id) => new Ec2Capacity(scope, id, { cluster, instanceType: X86, ...props }))).toContain(words);
  });

  test('tokens pass', () => {
    const stack = testStack();
    const { number } = tokens(stack);
    capacity(stack, mixed({ onDemandBase: number, onDemandPercentAboveBase: number }));
    templateWithoutTokens(stack).hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', {
      MixedInstancesPolicy: { InstancesDistribution: { OnDemandBaseCapacity: { Ref: 'Number' }, OnDemandPercentageAboveBaseCapacity: { Ref: 'Number' } } },
    });
  });
});

test('an imported cluster is refused in words', () => {
  const stack = testStack();
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Imported', { clusterName: 'shop', vpc: testVpc(stack) }) as ecs.Cluster;
  expect(refusalOf(stack, 'Capacity', (scope, id) => new Ec2Capacity(scope, id, { cluster, instanceType: X86 }))).toMatch(/^cluster is imported, and only the stack/);
});
