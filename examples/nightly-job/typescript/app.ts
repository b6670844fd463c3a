import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { NightlyJobStack } from './nightly-job-stack';

const app = new App();
new NightlyJobStack(app, 'NightlyJob');
EcsGuardrails.applyTo(app);
app.synth();
