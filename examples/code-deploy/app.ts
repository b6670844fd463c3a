import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { CodeDeployStack } from './code-deploy-stack';

const app = new App();
new CodeDeployStack(app, 'CodeDeploy', { imageTag: app.node.tryGetContext('imageTag') ?? '1.27' });
EcsGuardrails.applyTo(app);
