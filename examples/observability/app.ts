import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { ObservabilityStack } from './observability-stack';

const app = new App();
new ObservabilityStack(app, 'Observability', { imageTag: app.node.tryGetContext('imageTag') ?? '22.20' });
EcsGuardrails.applyTo(app);
