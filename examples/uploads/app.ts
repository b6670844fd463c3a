import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { UploadsStack } from './uploads-stack';

const app = new App();
new UploadsStack(app, 'Uploads', { imageTag: app.node.tryGetContext('imageTag') ?? '1.36' });
EcsGuardrails.applyTo(app);
