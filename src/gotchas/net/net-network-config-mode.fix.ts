import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2WorkerService, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  new ecs.CfnService(stack, 'Shop', {
    cluster: cluster.clusterName,
    taskDefinition: taskDefinition.taskDefinitionArn,
    launchType: 'FARGATE',
  });
};

export const plain: Fix = ({ stack, vpc, cluster, taskDefinition }) => {
  const { subnetIds } = vpc.selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS });
  const securityGroup = new ec2.SecurityGroup(stack, 'ShopTasks', { vpc });
  new ecs.CfnService(stack, 'Shop', {
    cluster: cluster.clusterName,
    taskDefinition: taskDefinition.taskDefinitionArn,
    launchType: 'FARGATE',
    networkConfiguration: {
      awsvpcConfiguration: { subnets: subnetIds, securityGroups: [securityGroup.securityGroupId] },
    },
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
  });
};

export const refused: Fix = ({ stack, ec2Cluster, image }) => {
  new Ec2WorkerService(stack, 'Worker', {
    cluster: ec2Cluster,
    image,
    memoryLimitMiB: 256,
    networkMode: ecs.NetworkMode.BRIDGE,
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
  });
};
