import * as ecs from 'aws-cdk-lib/aws-ecs';
import { HttpNamespace } from 'aws-cdk-lib/aws-servicediscovery';
import { App, Stack } from 'aws-cdk-lib/core';
import { INGRESSES, webService } from './web-service';
import {
  Deployment, DeploymentHook, EcsGuardrails, FargateSize, FargateWorkerService, NetworkIngress, OneOffTask, PreDeployTask, RequestCountTargetScaling,
  ServiceConnectDiscovery, TestTraffic, type FargateWebService,
} from '../../src';
import { findingsOf, testApp } from '../rules/report-of';
import { IMAGE, testCluster } from '../support/stacks';

const { POST_SCALE_UP, POST_TEST_TRAFFIC_SHIFT } = ecs.DeploymentLifecycleStage;
const testTraffic = TestTraffic.onPort(9000);

/** Findings of the pack that a plain rolling service does not have. */
function findings(deployment: Deployment, kind = 'internalHttp', more?: (web: FargateWebService) => void): readonly string[] {
  const of = (given: Deployment) => {
    const app: App = testApp();
    EcsGuardrails.applyTo(app);
    const stack = new Stack(app, 'Shop');
    const web = webService(given, stack, INGRESSES[kind](stack));
    if (given === deployment) more?.(web);
    return findingsOf(app);
  };
  const plain = of(Deployment.rolling());
  return of(deployment).filter((finding) => !plain.includes(finding));
}

test.each<[string, Deployment]>([
  ['blue/green', Deployment.blueGreen()],
  ['blue/green with all there is', Deployment.blueGreen({ testTraffic, hooks: [DeploymentHook.pause({ stages: [POST_SCALE_UP, POST_TEST_TRAFFIC_SHIFT] })] })],
  ['linear', Deployment.linear()],
  ['canary', Deployment.canary({ testTraffic })],
  ['CodeDeploy', Deployment.codeDeploy({ testTraffic })],
])('the rule pack reports nothing on %s that it does not report on a rolling service', (_name, deployment) => {
  expect(findings(deployment)).toEqual([]);
});

test.each(Object.keys(INGRESSES))('nor behind %s', (kind) => {
  expect(findings(Deployment.blueGreen(), kind)).toEqual([]);
});

test('nor of one that scales on requests and waits for a task', () => {
  expect(findings(Deployment.blueGreen(), 'internalHttp', (service) => {
    const { stack } = service.service;
    new RequestCountTargetScaling(stack, 'Requests', { service, requestsPerTarget: 100 });
    const task = new OneOffTask(stack, 'Migration', { cluster: service.service.cluster, image: IMAGE, command: ['migrate'] });
    new PreDeployTask(stack, 'Migrate', { service, task });
  })).toEqual([]);
});

describe('of workers', () => {
  const PARTS: { readonly [part: string]: (service: FargateWorkerService) => void } = {
    'a Network Load Balancer': (service) => void new NetworkIngress(service, 'Network', { service, internal: true, listeners: [{ port: 8080 }] }),
    'Service Connect': (service) => void new ServiceConnectDiscovery(service, 'Discovery', {
      service, namespace: new HttpNamespace(service, 'Namespace', { name: 'shop' }), endpoints: [{ name: 'worker' }],
    }),
  };

  function found(deployment: Deployment, part: string): readonly string[] {
    const app: App = testApp();
    EcsGuardrails.applyTo(app);
    const stack = new Stack(app, 'Shop');
    PARTS[part](new FargateWorkerService(stack, 'Worker', {
      cluster: testCluster(stack), image: IMAGE, size: FargateSize.of(512, 1024), containerPorts: [8080], deployment,
    }));
    return findingsOf(app);
  }

  test.each([
    ['a Network Load Balancer', Deployment.blueGreen({ testTraffic })],
    ['a Network Load Balancer', Deployment.linear()],
    ['Service Connect', Deployment.blueGreen({ testTraffic: TestTraffic.withHeader('X-Preview', ['green']) })],
    ['Service Connect', Deployment.canary()],
  ])('behind %s it reports nothing more either', (part, deployment) => {
    expect(found(deployment, part)).toEqual(found(Deployment.rolling(), part));
  });
});
