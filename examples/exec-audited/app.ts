import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { ExecAuditedStack } from './exec-audited-stack';

const app = new App();
new ExecAuditedStack(app, 'ExecAudited', { imageTag: app.node.tryGetContext('imageTag') ?? '1.36' });
EcsGuardrails.applyTo(app);
