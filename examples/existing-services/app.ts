import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { ExistingServicesStack } from './existing-services-stack';

const app = new App();
new ExistingServicesStack(app, 'ExistingServices', { imageTag: app.node.tryGetContext('imageTag') ?? '1.27' });
EcsGuardrails.applyTo(app);
