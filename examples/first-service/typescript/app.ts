import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { FirstServiceStack } from './first-service-stack';

const app = new App();
new FirstServiceStack(app, 'FirstService');
EcsGuardrails.applyTo(app);
app.synth();
