import * as ecs from 'aws-cdk-lib/aws-ecs';
import { App, Stack } from 'aws-cdk-lib/core';
import { EcsGuardrails, FargateWorkerService } from 'cdk-ecs-guardrails';

const app = new App();
const stack = new Stack(app, 'Shop');
if (process.argv.includes('refused')) {
  new FargateWorkerService(stack, 'Web', {
    cluster: new ecs.Cluster(stack, 'Cluster'),
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27'),
    desiredCount: -1,
  });
}
new ecs.CfnTaskDefinition(stack, 'ByHand', { requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc', cpu: '256', memory: '300' });
EcsGuardrails.applyTo(app);
app.synth();
