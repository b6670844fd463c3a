import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const edge = new ec2.Vpc(stack, 'Edge', { maxAzs: 2 });
  new ecs.FargateService(stack, 'Api', {
    cluster,
    taskDefinition,
    securityGroups: [new ec2.SecurityGroup(stack, 'Tasks', { vpc: edge })],
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  new ecs.FargateService(stack, 'Api', {
    cluster,
    taskDefinition,
    securityGroups: [new ec2.SecurityGroup(stack, 'Tasks', { vpc: cluster.vpc })],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Api', { cluster, image, containerPort: 80, ingress: Ingress.publicHttp() });
};
