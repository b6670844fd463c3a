import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { OfficeStack } from './office-stack';

const app = new App();
new OfficeStack(app, 'Office', {
  imageTag: app.node.tryGetContext('imageTag') ?? '1.27',
  domainName: app.node.tryGetContext('domainName') ?? 'office.example.com',
  hostedZoneId: app.node.tryGetContext('hostedZoneId') ?? 'Z0123456789EXAMPLE00',
});
EcsGuardrails.applyTo(app);
