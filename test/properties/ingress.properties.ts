import * as fc from 'fast-check';
import { FargateWebService } from '../../src';
import { BROKEN_INGRESS } from './support/breakages-services';
import { webProps } from './support/build-service';
import { ofType, trafficArrives } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import { IMAGE } from './support/small';
import type { Subject } from './support/subject';
import { ingress, type WebCase } from './support/web-cases';
import type { Resources } from './support/world';

const behind: Subject<WebCase> = {
  build: (scope, id, one, world, given) => new FargateWebService(scope, id, {
    cluster: world.cluster, image: IMAGE, ...webProps(given, one, world),
  }),
  holds: (resources, one) => {
    trafficArrives(resources);
    listenersSpeakWhatWasAsked(resources, one);
    tasksAreOpenToTheirLoadBalancerOnly(resources);
  },
};

function listenersSpeakWhatWasAsked(resources: Resources, { ingress: { kind } }: WebCase): void {
  const made = ofType(resources, 'AWS::ElasticLoadBalancingV2::Listener').filter(({ logicalId }) => !logicalId.includes('Given'));
  const spoken = made.map(({ Properties }) => `${Properties.Protocol} ${Properties.DefaultActions[0].Type}`);
  const expected = kind.endsWith('Https') ? ['HTTPS forward', 'HTTP redirect'] : kind.endsWith('Http') ? ['HTTP forward'] : [];
  expect(spoken.sort()).toEqual(expected.sort());
}

function tasksAreOpenToTheirLoadBalancerOnly(resources: Resources): void {
  for (const { logicalId, Properties } of ofType(resources, 'AWS::EC2::SecurityGroup')) {
    if (logicalId.includes('LoadBalancer')) continue;
    for (const rule of Properties.SecurityGroupIngress ?? []) expect(rule.SourceSecurityGroupId).toBeDefined();
  }
  for (const { Properties } of ofType(resources, 'AWS::EC2::SecurityGroupIngress')) expect(Properties.SourceSecurityGroupId).toBeDefined();
}

const cases = fc.record({ ingress, containerPort: fc.integer({ min: 1, max: 65535 }) });

propertiesOf('Ingress', behind, cases, BROKEN_INGRESS);
