import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { PreDeployTaskStack } from './pre-deploy-task-stack';

const app = new App();
new PreDeployTaskStack(app, 'PreDeployTask', { imageTag: app.node.tryGetContext('imageTag') ?? '1.36' });
EcsGuardrails.applyTo(app);
