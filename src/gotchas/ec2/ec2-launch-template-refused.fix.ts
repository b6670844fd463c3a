import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster }) => {
  const { securityGroupId } = new ec2.SecurityGroup(stack, 'Instances', { vpc });
  const launchTemplate = new ec2.LaunchTemplate(stack, 'Launch', {
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
    instanceType: new ec2.InstanceType('m6i.large'),
    userData: ec2.UserData.forLinux(),
    requireImdsv2: true,
    role: new iam.Role(stack, 'InstanceRole', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
  });
  const cfn = launchTemplate.node.defaultChild as ec2.CfnLaunchTemplate;
  cfn.addPropertyOverride('LaunchTemplateData.NetworkInterfaces', [{ DeviceIndex: 0 }]);
  cfn.addPropertyOverride('LaunchTemplateData.SecurityGroupIds', [securityGroupId]);
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Group', { vpc, launchTemplate });
  cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup }));
};

export const plain: Fix = ({ stack, vpc, cluster }) => {
  const { securityGroupId } = new ec2.SecurityGroup(stack, 'Instances', { vpc });
  const launchTemplate = new ec2.LaunchTemplate(stack, 'Launch', {
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
    instanceType: new ec2.InstanceType('m6i.large'),
    userData: ec2.UserData.forLinux(),
    requireImdsv2: true,
    role: new iam.Role(stack, 'InstanceRole', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
  });
  const cfn = launchTemplate.node.defaultChild as ec2.CfnLaunchTemplate;
  const groups = [securityGroupId];
  cfn.addPropertyOverride('LaunchTemplateData.NetworkInterfaces', [{ DeviceIndex: 0, Groups: groups }]);
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Group', { vpc, launchTemplate });
  cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup }));
};
