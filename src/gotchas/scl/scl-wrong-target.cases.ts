import type { Stack } from 'aws-cdk-lib/core';
import { scalableTarget } from './scaled-service.cases';
import { parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function inCluster(stack: Stack, id: string, ofTarget: (own: string, other: string) => string): void {
  const own = resource(stack, 'Own', 'AWS::ECS::Cluster', {});
  const other = resource(stack, 'Other', 'AWS::ECS::Cluster', {});
  const name = service(stack, { Cluster: own.ref }).getAtt('Name').toString();
  resource(stack, id, 'AWS::ApplicationAutoScaling::ScalableTarget', {
    ServiceNamespace: 'ecs',
    ScalableDimension: 'ecs:service:DesiredCount',
    ResourceId: `service/${ofTarget(own.ref, other.ref)}/${name}`,
    MinCapacity: 1,
    MaxCapacity: 2,
  });
}

export const cases: readonly GotchaCase[] = [
  {
    name: 'a Ref of the service is its ARN',
    caught: true,
    app: (stack) => void resource(stack, 'Target', 'AWS::ApplicationAutoScaling::ScalableTarget', {
      ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount', ResourceId: `service/shop/${service(stack).ref}`, MinCapacity: 1, MaxCapacity: 2,
    }),
  },
  { name: 'the cluster is left out', caught: true, app: (stack) => void scalableTarget(stack, { ResourceId: 'service/web' }) },
  { name: 'it is an ARN', caught: true, app: (stack) => void scalableTarget(stack, { ResourceId: 'arn:aws:ecs:eu-west-1:111122223333:service/shop/web' }) },
  { name: 'the dimension is of a table', caught: true, app: (stack) => void scalableTarget(stack, { ScalableDimension: 'dynamodb:table:ReadCapacityUnits' }) },
  { name: 'it is a daemon', caught: true, app: (stack) => void scalableTarget(stack, {}, { LaunchType: 'EC2', SchedulingStrategy: 'DAEMON' }) },
  { name: 'the service is in another cluster', caught: true, app: (stack) => inCluster(stack, 'Target', (_, other) => other) },
  { name: 'the service is in a cluster of another name', caught: true, app: (stack) => void scalableTarget(stack, {}, { Cluster: 'store' }) },
  { name: 'both are by name', caught: false, app: (stack) => void scalableTarget(stack) },
  { name: 'the service is in the cluster', caught: false, app: (stack) => inCluster(stack, 'Target', (own) => own) },
  {
    name: 'the cluster is by its ARN in the service',
    caught: false,
    notChecked: true,
    app: (stack) => void scalableTarget(stack, {}, { Cluster: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop' }),
  },
  { name: 'a parameter decides the resource id', caught: false, notChecked: true, app: (stack) => void scalableTarget(stack, { ResourceId: parameter(stack) }) },
];
