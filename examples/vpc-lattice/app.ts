import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { RatesStack } from './rates-stack';

const app = new App();
new RatesStack(app, 'Rates', {
  imageTag: app.node.tryGetContext('imageTag') ?? '1.27',
  latticePrefixListId: app.node.tryGetContext('latticePrefixListId') ?? 'pl-0123456789abcdef0',
});
EcsGuardrails.applyTo(app);
