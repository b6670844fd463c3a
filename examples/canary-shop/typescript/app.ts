import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { CanaryShopStack } from './canary-shop-stack';

const app = new App();
new CanaryShopStack(app, 'CanaryShop');
EcsGuardrails.applyTo(app);
app.synth();
