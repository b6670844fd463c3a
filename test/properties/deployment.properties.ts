import * as fc from 'fast-check';
import { BROKEN_DEPLOYMENT } from './support/breakages-services';
import { rolling } from './support/build-service';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import { deployment, hasRoom, type DeploymentCase } from './support/service-cases';
import { smallWorker } from './support/small';
import type { Subject } from './support/subject';

interface DeployedCase {
  readonly desiredCount: number;
  readonly deployment: DeploymentCase;
}

const deployed: Subject<DeployedCase> = {
  build: (scope, _id, one, world, given) => smallWorker(scope, world, { desiredCount: one.desiredCount, deployment: rolling(given, one.deployment) }),
  holds: (resources, { deployment: { minHealthyPercent = 100, maxHealthyPercent = 200, circuitBreaker = true, rollback = true } }) => {
    const { DeploymentConfiguration, AvailabilityZoneRebalancing } = only(ofType(resources, 'AWS::ECS::Service')).Properties;
    if (circuitBreaker) expect(DeploymentConfiguration.DeploymentCircuitBreaker).toEqual({ Enable: true, Rollback: rollback });
    if (isLiteral(minHealthyPercent)) expect(DeploymentConfiguration.MinimumHealthyPercent).toBe(minHealthyPercent);
    if (isLiteral(maxHealthyPercent)) {
      expect(DeploymentConfiguration.MaximumPercent).toBe(maxHealthyPercent);
      expect(AvailabilityZoneRebalancing).toBe(maxHealthyPercent > 100 ? 'ENABLED' : 'DISABLED');
    }
  },
};

const cases: fc.Arbitrary<DeployedCase> = fc.record({ desiredCount: fc.integer({ min: 0, max: 5000 }), deployment })
  .filter((one) => hasRoom(one.desiredCount, one.deployment));

function isLiteral(percent: number): boolean {
  return percent >= 0;
}

propertiesOf('Deployment', deployed, cases, BROKEN_DEPLOYMENT);
