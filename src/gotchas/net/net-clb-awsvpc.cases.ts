import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function behind(stack: Stack, loadBalancer: unknown, networkMode = 'awsvpc'): void {
  service(stack, {
    TaskDefinition: fargateTask(stack, { NetworkMode: networkMode }).ref,
    LoadBalancers: [{ ...loadBalancer as object, ContainerName: 'app', ContainerPort: 80 }],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a Classic Load Balancer by its name', caught: true, app: (stack) => behind(stack, { LoadBalancerName: 'old' }) },
  {
    name: 'a Classic Load Balancer of the stack',
    caught: true,
    app: (stack) => behind(stack, { LoadBalancerName: resource(stack, 'Old', 'AWS::ElasticLoadBalancing::LoadBalancer', { Listeners: [] }).ref }),
  },
  { name: 'a target group', caught: false, app: (stack) => behind(stack, { TargetGroupArn: targetGroup(stack).ref }) },
  { name: 'tasks behind ports of their instance', caught: false, app: (stack) => behind(stack, { LoadBalancerName: 'old' }, 'bridge') },
  { name: 'a parameter decides the network mode', caught: false, notChecked: true, app: (stack) => behind(stack, { LoadBalancerName: 'old' }, parameter(stack)) },
];
