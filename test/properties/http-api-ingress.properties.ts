import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as fc from 'fast-check';
import { HttpApiIngress, HttpApiTarget } from '../../src';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { notAPort, port } from './support/scalars';
import { smallBridgeWorker, smallWorker } from './support/small';
import type { Subject } from './support/subject';

/** A service, its target, and the paths that it answers; without paths, all of them. */
interface Case {
  readonly platform: 'Fargate' | 'bridge';
  readonly mode: 'tasks' | 'listener';
  readonly containerPorts: number[];
  readonly name: string;
  readonly containerPort?: number;
  readonly routes?: readonly { readonly key: string }[];
}

const api: Subject<Case> = {
  build: (scope, id, { platform, mode, containerPorts, name, containerPort, routes }, world, given) => new HttpApiIngress(scope, id, {
    service: platform === 'bridge' ? smallBridgeWorker(given, world, containerPorts) : smallWorker(given, world, { containerPorts }),
    target: mode === 'listener'
      ? HttpApiTarget.listener(world.listener)
      : HttpApiTarget.tasks({ dnsNamespace: world.dnsNamespace, name, containerPort: containerPort ?? containerPorts.at(-1) }),
    routes: routes?.map(({ key }) => apigwv2.HttpRouteKey.with(key)),
  }),
  holds: (resources, { mode, routes: asked }) => {
    const routes = ofType(resources, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey);
    expect(routes.sort()).toEqual((asked ?? []).map(({ key }) => `ANY ${key}`).concat(asked ? [] : '$default').sort());
    const link = only(ofType(resources, 'AWS::ApiGatewayV2::VpcLink'));
    for (const { Properties } of ofType(resources, 'AWS::ApiGatewayV2::Integration')) {
      expect(Properties).toMatchObject({ ConnectionType: 'VPC_LINK', ConnectionId: { Ref: link.logicalId } });
    }
    const registries = only(ofType(resources, 'AWS::ECS::Service')).Properties.ServiceRegistries ?? [];
    expect(registries).toHaveLength(mode === 'tasks' ? 1 : 0);
  },
};

const cases: fc.Arbitrary<Case> = fc.record({
  platform: fc.constantFrom<Case['platform'][]>('Fargate', 'bridge'),
  mode: fc.constantFrom<Case['mode'][]>('tasks', 'listener'),
  containerPorts: fc.uniqueArray(port, { minLength: 1, maxLength: 3 }),
  name: fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9-]{0,20}[A-Za-z0-9])?$/),
  routes: fc.uniqueArray(fc.constantFrom('/', '/orders', '/orders/{id}', '/carts/{proxy+}'), { minLength: 1 }).map((keys) => keys.map((key) => ({ key }))),
}, { requiredKeys: ['platform', 'mode', 'containerPorts', 'name'] });

const BROKEN: readonly Breakage<Case>[] = [
  (valid) => notAPort.map((bad) => ({ rule: 'no port', one: { ...valid, mode: 'tasks' as const, containerPort: bad }, says: ['target.containerPort', String(bad)] })),
  (valid) => fc.constantFrom('', '-a', 'a.b').map((bad) => ({ rule: 'no name', one: { ...valid, mode: 'tasks' as const, name: bad }, says: ['target.name'] })),
  (valid) => fc.constant({ rule: 'no route', one: { ...valid, routes: [] }, says: ['routes', '0'] }),
  (valid) => fc.constant({ rule: 'a route twice', one: { ...valid, routes: ['/a', '/b', '/a'].map((key) => ({ key })) }, says: ['routes[2]', 'ANY /a', 'routes[0]'] }),
];

propertiesOf('HttpApiIngress', api, cases, BROKEN);
