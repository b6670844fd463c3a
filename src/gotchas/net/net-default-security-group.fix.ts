import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster, taskDefinition }) => {
  const { subnetIds } = vpc.selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS });
  new ecs.CfnService(stack, 'Shop', {
    cluster: cluster.clusterName,
    taskDefinition: taskDefinition.taskDefinitionArn,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: subnetIds } },
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  });
};

export const plain: Fix = ({ stack, vpc, cluster, taskDefinition }) => {
  const securityGroup = new ec2.SecurityGroup(stack, 'ShopTasks', { vpc });
  new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    securityGroups: [securityGroup],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image });
};
