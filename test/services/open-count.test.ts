import { Template } from 'aws-cdk-lib/assertions';
import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { App, Fn, NestedStack, Stack, Stage } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { CpuTargetScaling, FargateWorkerService } from '../../src';
import { IMAGE, testCluster } from '../support/stacks';

type Scale = (service: FargateWorkerService, stack: Stack) => void;

/** A scalable target that an app writes by itself. */
const byHand: Scale = ({ service }, stack) => void new appscaling.CfnScalableTarget(stack, 'Target', {
  serviceNamespace: 'ecs',
  scalableDimension: 'ecs:service:DesiredCount',
  minCapacity: 1,
  maxCapacity: 4,
  resourceId: Fn.join('/', ['service', 'shop', service.serviceName]),
});
const byPart: Scale = (service, stack) => void new CpuTargetScaling(stack, 'Cpu', { service });
const byL2: Scale = ({ service }) => void service.autoScaleTaskCount({ maxCapacity: 4 });

const PLACES: ReadonlyArray<readonly [string, (app: App) => Construct]> = [
  ['a stack', (app) => app], ['a stage', (app) => new Stage(app, 'Prod')], ['a nested stack', (app) => new Stack(app, 'Parent')],
];

function countIn(place: (app: App) => Construct, ...scale: readonly Scale[]): unknown {
  const scope = place(new App());
  const stack = Stack.isStack(scope) ? new NestedStack(scope, 'Nested') : new Stack(scope, 'Shop');
  const service = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
  scale.forEach((one) => one(service, stack));
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::ECS::Service'));
  return Properties.DesiredCount as unknown;
}

describe.each(PLACES)('a service in %s', (_, place) => {
  test('has two tasks where nothing scales it', () => {
    expect(countIn(place)).toBe(2);
  });

  test.each<[string, readonly Scale[]]>([
    ['a part', [byPart]], ['autoScaleTaskCount', [byL2]], ['a target of the app', [byHand]],
    ['a part, then autoScaleTaskCount', [byPart, byL2]], ['autoScaleTaskCount, then a part', [byL2, byPart]],
  ])('has no count where it is scaled by %s', (__, scale) => {
    expect(countIn(place, ...scale)).toBeUndefined();
  });
});

test('a service with a count keeps it', () => {
  const stack = new Stack();
  new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, desiredCount: 3 });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', { DesiredCount: 3 });
});
