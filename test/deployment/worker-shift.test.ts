import { Match, Template } from 'aws-cdk-lib/assertions';
import { Stack } from 'aws-cdk-lib/core';
import { SERVICE, listener } from './web-service';
import { Deployment, FargateWorkerService, NetworkIngress, TestTraffic } from '../../src';
import { refusalOf } from '../support/refusals';
import { IMAGE, testCluster, testStack } from '../support/stacks';

function worker(deployment: Deployment, stack = testStack()): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, deployment });
}

function synthesized(service: FargateWorkerService): Template {
  return Template.fromStack(Stack.of(service));
}

function refusal(deployment: Deployment): string {
  const stack = testStack();
  const cluster = testCluster(stack);
  return refusalOf(stack, 'Worker', (scope, id) => new FargateWorkerService(scope, id, { cluster, image: IMAGE, deployment }));
}

test('a worker without callers can run all new tasks beside the old ones', () => {
  synthesized(worker(Deployment.blueGreen())).hasResourceProperties(SERVICE, {
    DeploymentConfiguration: Match.objectLike({ Strategy: 'BLUE_GREEN', BakeTimeInMinutes: 5 }), LoadBalancers: Match.absent(),
  });
});

test.each([['LINEAR', Deployment.linear()], ['CANARY', Deployment.canary()]])('%s is refused at synthesis where nothing brings traffic', (strategy, deployment) => {
  expect(() => synthesized(worker(deployment)))
    .toThrow(`deployment (${strategy}) moves traffic in parts, and nothing brings the service any [dpl-strategy-config-mismatch]`);
});

test.each([
  ['a port', TestTraffic.onPort(9000), 'deployment.testTraffic is on a port, and the service has no Network Load Balancer'],
  ['a header', TestTraffic.withHeader('X-Preview', ['green']), 'deployment.testTraffic is marked by a header, and the service has no endpoint of Service Connect'],
])('test traffic by %s is refused at synthesis where nothing brings it', (_name, testTraffic, words) => {
  expect(() => synthesized(worker(Deployment.blueGreen({ testTraffic })))).toThrow(words);
});

test('a Network Load Balancer reads no headers', () => {
  const service = worker(Deployment.blueGreen({ testTraffic: TestTraffic.withHeader('X-Preview', ['green']) }));
  new NetworkIngress(Stack.of(service), 'Network', { service, listeners: [{ port: 1883 }] });
  expect(() => synthesized(service)).toThrow('deployment.testTraffic is marked by a header');
});

test('CodeDeploy is refused, which moves traffic of an ingress alone', () => {
  expect(refusal(Deployment.codeDeploy())).toContain('deployment moves traffic by CodeDeploy, and the service has no ingress [dpl-bluegreen-wiring]');
});

test('test traffic by rules of an Application Load Balancer is refused', () => {
  expect(refusal(Deployment.blueGreen({ testTraffic: TestTraffic.withHeader('X-Preview', ['green'], { priority: 9 }) }))).toContain('deployment.testTraffic has a priority');
  expect(refusal(Deployment.blueGreen({ testTraffic: TestTraffic.onListener(listener(testStack()), 7) }))).toContain('deployment.testTraffic is on a listener');
});
