import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { OneOffTaskStack } from './one-off-task-stack';

const app = new App();
new OneOffTaskStack(app, 'OneOffTask', { imageTag: app.node.tryGetContext('imageTag') ?? '1.36' });
EcsGuardrails.applyTo(app);
