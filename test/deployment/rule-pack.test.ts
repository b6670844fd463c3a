import * as ecs from 'aws-cdk-lib/aws-ecs';
import { App, Stack } from 'aws-cdk-lib/core';
import { INGRESSES, webService } from './web-service';
import {
  Deployment, DeploymentHook, EcsGuardrails, OneOffTask, PreDeployTask, RequestCountTargetScaling, TestTraffic, type FargateWebService,
} from '../../src';
import { findingsOf, testApp } from '../rules/report-of';
import { IMAGE } from '../support/stacks';

const { POST_SCALE_UP, POST_TEST_TRAFFIC_SHIFT } = ecs.DeploymentLifecycleStage;
const testTraffic = TestTraffic.onPort(9000);

/** What the pack finds, apart from what a plain rolling service has too. */
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
])('the rule pack has nothing to say of %s that it has not of a rolling service', (_name, deployment) => {
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
