import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster, taskDefinition }) => {
  const securityGroups = [1, 2, 3, 4, 5, 6].map((number) => new ec2.SecurityGroup(stack, `Group${number}`, { vpc }));
  new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    securityGroups,
  });
};

export const plain: Fix = ({ stack, vpc, cluster, taskDefinition }) => {
  const securityGroup = new ec2.SecurityGroup(stack, 'ShopTasks', { vpc });
  for (const port of [80, 8080, 9090]) {
    securityGroup.addIngressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(port));
  }
  new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    securityGroups: [securityGroup],
  });
};

export const guarded: Fix = ({ stack, vpc, cluster, image }) => {
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image });
  for (const port of [80, 8080, 9090]) {
    worker.connections.allowFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(port));
  }
};

export const refused: Fix = ({ stack, vpc, cluster, image }) => {
  const securityGroups = [1, 2, 3, 4, 5, 6].map((number) => new ec2.SecurityGroup(stack, `Group${number}`, { vpc }));
  new FargateWorkerService(stack, 'Worker', { cluster, image, securityGroups });
};
