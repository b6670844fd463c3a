import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { Ec2WorkerStack } from './ec2-worker-stack';

const app = new App();
new Ec2WorkerStack(app, 'Ec2Worker', { imageTag: app.node.tryGetContext('imageTag') ?? '2.31.0' });
EcsGuardrails.applyTo(app);
