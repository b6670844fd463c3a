import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { defineTeams } from './teams';

const app = new App();
defineTeams(app, app.node.tryGetContext('imageTag') ?? '1.27');
EcsGuardrails.applyTo(app);
