import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../given.fix';

export const plain: Fix = ({ stack, ec2Cluster, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'OrdersTask', { networkMode: ecs.NetworkMode.AWS_VPC });
  taskDefinition.addContainer('app', {
    image,
    logging,
    memoryLimitMiB: 256,
    portMappings: [{ name: 'http', containerPort: 80 }],
  });
  new ecs.Ec2Service(stack, 'Orders', {
    cluster: ec2Cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    serviceConnectConfiguration: { namespace: 'shop.local', services: [{ portMappingName: 'http' }] },
  });
};
