import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster }) => {
  const subnets = cluster.vpc.privateSubnets.map((subnet) => subnet.subnetId);
  new ecs.CfnService(stack, 'Service', {
    cluster: cluster.clusterName,
    deploymentController: { type: 'EXTERNAL' },
    desiredCount: 2,
    networkConfiguration: { awsvpcConfiguration: { subnets } },
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const subnets = cluster.vpc.privateSubnets.map((subnet) => subnet.subnetId);
  const service = new ecs.CfnService(stack, 'Service', {
    cluster: cluster.clusterName,
    deploymentController: { type: 'EXTERNAL' },
    desiredCount: 2,
  });
  new ecs.CfnTaskSet(stack, 'Blue', {
    cluster: cluster.clusterName,
    service: service.ref,
    taskDefinition: taskDefinition.taskDefinitionArn,
    launchType: 'FARGATE',
    networkConfiguration: { awsVpcConfiguration: { subnets } },
  });
};
