import * as ecs from 'aws-cdk-lib/aws-ecs';
import { NestedStack, Stack, Stage, Validations, type App } from 'aws-cdk-lib/core';

/** A service that can't be deployed: no task may stop, none may start. */
function deadlock(stack: Stack, id: string): ecs.FargateService {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, `${id}Task`);
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('nginx:1') });
  const cluster = new ecs.Cluster(stack, `${id}Cluster`);
  return new ecs.FargateService(stack, id, { cluster, taskDefinition, desiredCount: 2, minHealthyPercent: 100, maxHealthyPercent: 100 });
}

/** Deadlocked services: in a stack, nested in it, nested in that, and in a stage; and one that is acknowledged. */
export function shopApp(app: App): App {
  const stack = new Stack(app, 'Shop', { stackName: 'shop', env: { account: '111122223333', region: 'eu-west-1' } });
  deadlock(stack, 'Web');
  const known = deadlock(stack, 'Known');
  Validations.of(known).acknowledge({ id: 'EcsGuardrails::dpl-percent-deadlock', reason: 'stopped by hand' });
  const inner = new NestedStack(stack, 'Inner');
  deadlock(inner, 'Deep');
  deadlock(new NestedStack(inner, 'Innermost'), 'Deeper');
  deadlock(new Stack(new Stage(app, 'Prod'), 'Api'), 'Api');
  return app;
}
