import { ContainerInsights } from 'aws-cdk-lib/aws-ecs';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { cluster, insights } from '../fixtures/insights';

export const cases: readonly GotchaCase[] = [
  { name: 'it is left out', caught: true, app: (stack) => cluster(stack) },
  { name: 'it is disabled', caught: true, app: (stack) => cluster(stack, ContainerInsights.DISABLED) },
  { name: 'it is enabled', caught: false, app: (stack) => cluster(stack, ContainerInsights.ENABLED) },
  { name: 'it is enhanced', caught: false, app: (stack) => insights(stack, 'enhanced') },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => insights(stack, parameter(stack)) },
  {
    name: 'a parameter brings all settings',
    caught: false,
    notChecked: true,
    app: (stack) => void resource(stack, 'Cluster', 'AWS::ECS::Cluster', { ClusterSettings: parameter(stack) }),
  },
];
