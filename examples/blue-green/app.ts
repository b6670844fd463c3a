import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { BlueGreenStack } from './blue-green-stack';

const app = new App();
new BlueGreenStack(app, 'BlueGreen', { imageTag: app.node.tryGetContext('imageTag') ?? '1.27' });
EcsGuardrails.applyTo(app);
