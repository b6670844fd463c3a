import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster, ec2TaskDefinition: taskDefinition }) => {
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc,
    instanceType: new ec2.InstanceType('m7i.large'),
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
  });
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  cluster.addAsgCapacityProvider(provider);
  (taskDefinition.node.defaultChild as ecs.CfnTaskDefinition).runtimePlatform = { cpuArchitecture: 'ARM64' };
  const capacityProviderStrategies = [{ capacityProvider: provider.capacityProviderName, weight: 1 }];
  new ecs.Ec2Service(stack, 'Reports', { cluster, taskDefinition, capacityProviderStrategies });
};

export const plain: Fix = ({ stack, vpc, cluster, ec2TaskDefinition: taskDefinition }) => {
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc,
    instanceType: new ec2.InstanceType('m7g.large'),
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(ecs.AmiHardwareType.ARM),
  });
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  cluster.addAsgCapacityProvider(provider);
  (taskDefinition.node.defaultChild as ecs.CfnTaskDefinition).runtimePlatform = { cpuArchitecture: 'ARM64' };
  const capacityProviderStrategies = [{ capacityProvider: provider.capacityProviderName, weight: 1 }];
  new ecs.Ec2Service(stack, 'Reports', { cluster, taskDefinition, capacityProviderStrategies });
};
