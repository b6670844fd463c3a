import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Ec2Capacity } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster }) => {
  const launchTemplate = new ec2.LaunchTemplate(stack, 'Launch', {
    instanceType: new ec2.InstanceType('t3.large'),
    machineImage: ec2.MachineImage.genericLinux({ 'eu-west-1': 'ami-0123456789abcdef0' }),
    userData: ec2.UserData.forLinux(),
    role: new iam.Role(stack, 'InstanceRole', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
    securityGroup: new ec2.SecurityGroup(stack, 'InstanceGroup', { vpc }),
  });
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc,
    launchTemplate,
    maxCapacity: 4,
  });
  cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup }));
};

export const plain: Fix = ({ stack, vpc, cluster }) => {
  const recommended = '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id';
  const launchTemplate = new ec2.LaunchTemplate(stack, 'Launch', {
    instanceType: new ec2.InstanceType('t3.large'),
    machineImage: ec2.MachineImage.resolveSsmParameterAtLaunch(recommended),
    userData: ec2.UserData.forLinux(),
    role: new iam.Role(stack, 'InstanceRole', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
    securityGroup: new ec2.SecurityGroup(stack, 'InstanceGroup', { vpc }),
  });
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc,
    launchTemplate,
    maxCapacity: 4,
  });
  cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup }));
};

export const guarded: Fix = ({ stack, cluster }) => {
  new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('t3.large') });
};
