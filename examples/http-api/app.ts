import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { OrdersStack } from './orders-stack';

const app = new App();
new OrdersStack(app, 'Orders', { imageTag: app.node.tryGetContext('imageTag') ?? '1.27' });
EcsGuardrails.applyTo(app);
