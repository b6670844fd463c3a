import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, taskDefinition }) => {
  new ecs.CfnExpressGatewayService(stack, 'Web', {
    cpu: '256',
    memory: '4096',
    executionRoleArn: taskDefinition.obtainExecutionRole().roleArn,
    infrastructureRoleArn: `arn:${stack.partition}:iam::${stack.account}:role/express`,
    primaryContainer: { image: 'public.ecr.aws/nginx/nginx:1.27', containerPort: 80 },
  });
};

export const plain: Fix = ({ stack, taskDefinition }) => {
  new ecs.CfnExpressGatewayService(stack, 'Web', {
    cpu: '1024',
    memory: '4096',
    executionRoleArn: taskDefinition.obtainExecutionRole().roleArn,
    infrastructureRoleArn: `arn:${stack.partition}:iam::${stack.account}:role/express`,
    primaryContainer: { image: 'public.ecr.aws/nginx/nginx:1.27', containerPort: 80 },
  });
};
