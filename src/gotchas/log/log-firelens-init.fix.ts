import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { FargateWorkerService, FireLensLogs, LogDestination } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition, logging }) => {
  const actions = ['s3:GetObject'];
  taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({ actions, resources: ['arn:aws:s3:::acme/*'] }));
  taskDefinition.addFirelensLogRouter('router', {
    image: ecs.ContainerImage.fromRegistry('amazon/aws-for-fluent-bit:init-2.34.0'),
    firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
    environment: { aws_fluent_bit_init_file_1: 'arn:aws:s3:::acme/filters.conf' },
    logging,
  });
  taskDefinition.addContainer('worker', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27'),
    logging: ecs.LogDrivers.firelens({ options: { Name: 'null' } }),
  });
};

export const plain: Fix = ({ taskDefinition, logging }) => {
  const actions = ['s3:GetObject'];
  taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({ actions, resources: ['arn:aws:s3:::acme/*'] }));
  taskDefinition.addFirelensLogRouter('router', {
    image: ecs.ContainerImage.fromRegistry('amazon/aws-for-fluent-bit:init-2.34.0'),
    firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
    environment: { aws_fluent_bit_init_s3_1: 'arn:aws:s3:::acme/filters.conf' },
    logging,
  });
  taskDefinition.addContainer('worker', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27'),
    logging: ecs.LogDrivers.firelens({ options: { Name: 'null' } }),
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new FireLensLogs(stack, 'Logs', { task: worker, destination: LogDestination.cloudWatch() });
};
