import { readRole } from './roles';
import type { Resource } from '../cloudformation/template';
import type { ExpressServiceFacts } from '../facts/express-service';
import { cpuUnits, memoryMiB } from '../facts/units';

/** A service of Express Mode. */
export function readExpressService({ properties }: Resource): ExpressServiceFacts {
  return {
    cpuUnits: cpuUnits(properties.get('Cpu').text()),
    memoryMiB: memoryMiB(properties.get('Memory').text()),
    containerPort: properties.at('PrimaryContainer', 'ContainerPort').number(),
    healthCheckPath: properties.get('HealthCheckPath').text(),
    minTaskCount: properties.at('ScalingTarget', 'MinTaskCount').number(),
    maxTaskCount: properties.at('ScalingTarget', 'MaxTaskCount').number(),
    infrastructureRole: readRole(properties.get('InfrastructureRoleArn')),
  };
}
