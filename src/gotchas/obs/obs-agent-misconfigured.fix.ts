import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { DatadogAgent } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition, logging }) => {
  taskDefinition.addContainer('agent', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/datadog/agent:7.60.0'),
    essential: false,
    environment: { ECS_FARGATE: 'true', DD_SITE: 'app.datadoghq.eu' },
    logging,
  });
};

export const plain: Fix = ({ taskDefinition, logging }) => {
  taskDefinition.addContainer('agent', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/datadog/agent:7.60.0'),
    essential: false,
    environment: { ECS_FARGATE: 'true', DD_SITE: 'datadoghq.eu' },
    logging,
  });
};

export const guarded: Fix = ({ stack, web }) => {
  const apiKey = ecs.Secret.fromSecretsManager(Secret.fromSecretNameV2(stack, 'Key', 'datadog'));
  new DatadogAgent(stack, 'Agent', { task: web, apiKey, site: 'datadoghq.eu' });
};
