import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { ServiceConnectStack } from './service-connect-stack';

const app = new App();
new ServiceConnectStack(app, 'ServiceConnect', { imageTag: app.node.tryGetContext('imageTag') ?? '1.27' });
EcsGuardrails.applyTo(app);
