import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { WebAppStack } from './web-app-stack';

const app = new App();
new WebAppStack(app, 'MyWebApp', {
  imageTag: app.node.tryGetContext('imageTag') ?? '1.0.0',
  desiredCount: Number(app.node.tryGetContext('desiredCount') ?? 3),
});
EcsGuardrails.applyTo(app);
