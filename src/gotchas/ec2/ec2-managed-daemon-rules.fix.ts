import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CfnResource } from 'aws-cdk-lib/core';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster }) => {
  const DaemonTaskDefinitionArn = 'arn:aws:ecs:eu-west-1:111122223333:daemon-task-definition/agent:1';
  new CfnResource(stack, 'Daemon', {
    type: 'AWS::ECS::Daemon',
    properties: {
      DaemonName: 'agent',
      ClusterArn: cluster.clusterArn,
      DaemonTaskDefinitionArn,
      CapacityProviderArns: [`arn:aws:ecs:${stack.region}:${stack.account}:capacity-provider/FARGATE`],
    },
  });
};

export const plain: Fix = ({ stack, vpc, cluster }) => {
  const securityGroups = [new ec2.SecurityGroup(stack, 'Tasks', { vpc })];
  const subnets = vpc.privateSubnets;
  const provider = new ecs.ManagedInstancesCapacityProvider(stack, 'Provider', { subnets, securityGroups });
  cluster.addManagedInstancesCapacityProvider(provider);
  const name = provider.capacityProviderName;
  const DaemonTaskDefinitionArn = 'arn:aws:ecs:eu-west-1:111122223333:daemon-task-definition/agent:1';
  new CfnResource(stack, 'Daemon', {
    type: 'AWS::ECS::Daemon',
    properties: {
      DaemonName: 'agent',
      ClusterArn: cluster.clusterArn,
      DaemonTaskDefinitionArn,
      CapacityProviderArns: [`arn:aws:ecs:${stack.region}:${stack.account}:capacity-provider/${name}`],
    },
  });
};
