import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
    executionRole: new iam.Role(stack, 'ExecutionRole', {
      assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSTaskExecutionRolePolicy')],
    }),
  });
  taskDefinition.addContainer('app', {
    image,
    logging: new ecs.GenericLogDriver({
      logDriver: 'awslogs',
      options: {
        'awslogs-group': '/shop/app',
        'awslogs-region': stack.region,
        'awslogs-stream-prefix': 'app',
        'awslogs-create-group': 'true',
      },
    }),
  });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const logGroup = new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_MONTH });
  taskDefinition.addContainer('app', { image, logging: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'app' }) });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, logging: { retention: logs.RetentionDays.ONE_MONTH } });
};
