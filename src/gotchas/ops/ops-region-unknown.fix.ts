import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, taskDefinition }) => {
  const arn = 'arn:aws:secretsmanager:us-west-3:111122223333:secret:orders-AbCdEf';
  const password = secretsmanager.Secret.fromSecretCompleteArn(stack, 'Password', arn);
  taskDefinition.defaultContainer!.addSecret('PASSWORD', ecs.Secret.fromSecretsManager(password));
};

export const plain: Fix = ({ stack, taskDefinition }) => {
  const arn = 'arn:aws:secretsmanager:us-west-2:111122223333:secret:orders-AbCdEf';
  const password = secretsmanager.Secret.fromSecretCompleteArn(stack, 'Password', arn);
  taskDefinition.defaultContainer!.addSecret('PASSWORD', ecs.Secret.fromSecretsManager(password));
};
