import { readReferredSubnet } from '../network/networks';
import { readRole } from '../permissions/roles';
import { readReferredSecurityGroup } from '../network/security-groups';
import { readReferredTask, readTask } from '../tasks/tasks';
import { readNeighbours, values } from '../network/vpc-membership';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { list, optional, orDefault } from '../../cloudformation/value-helpers';
import type { ExpressServiceFacts } from '../../facts/express-service';
import { Unknown, type Fact } from '../../facts/fact';
import type { NetworkFacts } from '../../facts/network';
import { cpuUnits, memoryMiB } from '../../facts/units';

/** A service of Express Mode. */
export function readExpressService(resource: Resource): ExpressServiceFacts {
  const { properties } = resource;
  const definition = properties.get('TaskDefinitionArn');
  const network = properties.get('NetworkConfiguration');
  return {
    name: properties.get('ServiceName').text(),
    hasContainer: properties.get('PrimaryContainer').isSet(),
    namesDefinition: definition.isSet(),
    ofOwnTask: readOfOwnTask(properties),
    task: definition.isSet() === false ? readTask(resource) : readReferredTask(definition),
    onFargate: true,
    network: optional(network, readNetwork),
    neighbours: readNeighbours(values(network.get('Subnets')), network.get('SecurityGroups')),
    cpuUnits: cpuUnits(properties.get('Cpu').text()),
    memoryMiB: memoryMiB(properties.get('Memory').text()),
    containerPort: properties.at('PrimaryContainer', 'ContainerPort').number(),
    healthCheckPath: properties.get('HealthCheckPath').text(),
    minTaskCount: properties.at('ScalingTarget', 'MinTaskCount').number(),
    maxTaskCount: properties.at('ScalingTarget', 'MaxTaskCount').number(),
    scalingMetric: orDefault(properties.at('ScalingTarget', 'AutoScalingMetric').text(), 'AVERAGE_CPU'),
    scalingTargetValue: properties.at('ScalingTarget', 'AutoScalingTargetValue').number(),
    infrastructureRole: readRole(properties.get('InfrastructureRoleArn')),
  };
}

/** The subnets decide whether tasks have public addresses, and ECS decides by the subnets. */
function readNetwork(configuration: Value): NetworkFacts {
  return {
    subnets: list(configuration.get('Subnets'), readReferredSubnet),
    securityGroups: list(configuration.get('SecurityGroups'), readReferredSecurityGroup),
    assignPublicIp: new Unknown('ECS decides by the subnets whether tasks of an Express service have public addresses'),
  };
}

const OF_OWN_TASK = ['PrimaryContainer', 'ExecutionRoleArn', 'TaskRoleArn', 'Cpu', 'Memory', 'CpuArchitecture'];

function readOfOwnTask(properties: Value): Fact<readonly string[]> {
  const answers = OF_OWN_TASK.map((name) => [name, properties.get(name).isSet()] as const);
  const unclear = answers.find(([, isSet]) => isSet instanceof Unknown);
  return unclear ? unclear[1] as Unknown : answers.filter(([, isSet]) => isSet === true).map(([name]) => `${name[0].toLowerCase()}${name.slice(1)}`);
}
