import { Match, Template } from 'aws-cdk-lib/assertions';
import { PropertyInjectors, type IPropertyInjector, type Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Ec2DaemonService, Ec2WebService, Ec2WorkerService, FargateWebService, FargateWorkerService, Ingress, OneOffTask } from '../../src';
import { refusalOf } from '../support/refusals';
import { IMAGE, testCluster, testStack } from '../support/stacks';

/** An injector that sets one property where the user sets none. */
function injector(constructUniqueId: string, property: string, value: unknown): IPropertyInjector {
  return { constructUniqueId, inject: (props) => ({ [property]: value, ...props }) };
}

const web = { containerPort: 80, ingress: Ingress.publicHttp() };
const CLASSES: readonly [{ readonly PROPERTY_INJECTION_ID: string; readonly name: string }, (stack: Stack, props: object) => Construct][] = [
  [FargateWebService, (stack, props) => new FargateWebService(stack, 'Service', { cluster: testCluster(stack), image: IMAGE, ...web, ...props })],
  [FargateWorkerService, (stack, props) => new FargateWorkerService(stack, 'Service', { cluster: testCluster(stack), image: IMAGE, ...props })],
  [Ec2WebService, (stack, props) => new Ec2WebService(stack, 'Service', { cluster: testCluster(stack), image: IMAGE, memoryLimitMiB: 512, ...web, ...props })],
  [Ec2WorkerService, (stack, props) => new Ec2WorkerService(stack, 'Service', { cluster: testCluster(stack), image: IMAGE, memoryLimitMiB: 512, ...props })],
  [Ec2DaemonService, (stack, props) => new Ec2DaemonService(stack, 'Service', { cluster: testCluster(stack), image: IMAGE, memoryLimitMiB: 512, ...props })],
  [OneOffTask, (stack, props) => new OneOffTask(stack, 'Service', { cluster: testCluster(stack), image: IMAGE, ...props })],
];

describe.each(CLASSES.map(([type, make]) => [type.name, type.PROPERTY_INJECTION_ID, make] as const))('%s', (name, uniqueId, make) => {
  const command = (stack: Stack, expected: unknown) => Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: Match.arrayWith([Match.objectLike({ Command: expected })]),
  });

  test('is known by its name in the package', () => {
    expect(uniqueId).toBe(`cdk-ecs-guardrails.${name}`);
  });

  test('takes a default from the injector of the app', () => {
    const stack = testStack();
    PropertyInjectors.of(stack.node.root).add(injector(uniqueId, 'command', ['serve']));
    make(stack, {});
    command(stack, ['serve']);
  });

  test('takes the nearest injector, and keeps what the user sets', () => {
    const stack = testStack();
    PropertyInjectors.of(stack.node.root).add(injector(uniqueId, 'command', ['far']));
    PropertyInjectors.of(stack).add(injector(uniqueId, 'command', ['near']));
    make(stack, { environment: { STAGE: 'prod' } });
    command(stack, ['near']);
  });

  test('is not changed by an injector of another class', () => {
    const stack = testStack();
    PropertyInjectors.of(stack).add(injector('cdk-ecs-guardrails.Another', 'command', ['other']));
    make(stack, {});
    command(stack, Match.absent());
  });
});

test('what an injector returns is checked', () => {
  const stack = testStack();
  PropertyInjectors.of(stack).add(injector(FargateWorkerService.PROPERTY_INJECTION_ID, 'desiredCount', -1));
  expect(refusalOf(stack, 'Worker', (scope, id) => new FargateWorkerService(scope, id, { cluster: testCluster(stack), image: IMAGE })))
    .toContain('desiredCount is -1');
});
