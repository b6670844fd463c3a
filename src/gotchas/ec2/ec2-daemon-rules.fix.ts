import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2DaemonService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, ec2Cluster, ec2TaskDefinition }) => {
  const service = new ecs.Ec2Service(stack, 'Agent', {
    cluster: ec2Cluster,
    taskDefinition: ec2TaskDefinition,
    daemon: true,
    circuitBreaker: { rollback: true },
  });
  (service.node.findChild('Service') as ecs.CfnService).desiredCount = 2;
};

export const plain: Fix = ({ stack, ec2Cluster, ec2TaskDefinition }) => {
  new ecs.Ec2Service(stack, 'Agent', {
    cluster: ec2Cluster,
    taskDefinition: ec2TaskDefinition,
    daemon: true,
    circuitBreaker: { rollback: true },
  });
};

export const guarded: Fix = ({ stack, ec2Cluster, image }) => {
  new Ec2DaemonService(stack, 'Agent', { cluster: ec2Cluster, image, memoryLimitMiB: 128 });
};
