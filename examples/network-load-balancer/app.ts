import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { BrokerStack } from './broker-stack';

const app = new App();
new BrokerStack(app, 'Broker', { imageTag: app.node.tryGetContext('imageTag') ?? '2.0.20' });
EcsGuardrails.applyTo(app);
