import type { Stack } from 'aws-cdk-lib/core';
import { connected } from './connected-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function inCluster(stack: Stack, defaults: unknown, namespace?: string): void {
  const cluster = resource(stack, 'Cluster', 'AWS::ECS::Cluster', { ServiceConnectDefaults: defaults });
  connected(stack, {}, { connect: { Namespace: namespace }, service: { Cluster: cluster.ref } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'neither the service nor the cluster has one', caught: true, app: (stack) => inCluster(stack, undefined) },
  { name: 'the cluster has one', caught: false, app: (stack) => inCluster(stack, { Namespace: 'shop' }) },
  { name: 'the service has one', caught: false, app: (stack) => inCluster(stack, undefined, 'shop') },
  { name: 'it is off', caught: false, app: (stack) => void connected(stack, {}, { connect: { Enabled: false, Namespace: undefined } }) },
  { name: 'the cluster is not in the app', caught: false, notChecked: true, app: (stack) => void connected(stack, {}, { connect: { Namespace: undefined } }) },
  { name: 'a parameter is the namespace', caught: false, notChecked: true, app: (stack) => inCluster(stack, undefined, parameter(stack)) },
];
