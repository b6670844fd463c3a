import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration, Stack } from 'aws-cdk-lib/core';
import type { NamedPort } from './named-port';
import { ServiceConnectProtocol, type ServiceConnectEndpoint } from './service-connect-endpoint';
import type { TestTrafficRules } from './test-header';
import { factOf } from '../checks/fact-of';
import { containerFacts, portFacts } from '../facts/container';
import type { DeploymentController } from '../facts/deployment';
import { Unknown } from '../facts/fact';
import { serviceFacts, type ServiceFacts } from '../facts/service';
import { serviceConnectFacts, type EndpointFacts } from '../facts/service-connect';
import { taskFacts, type Compatibility, type NetworkMode } from '../facts/task';
import { cfnServiceOf } from '../workload/cfn-service';

/** An endpoint with the port that it is for. */
export interface PlannedEndpoint extends NamedPort {
  readonly endpoint: ServiceConnectEndpoint;
  /** Header of test traffic, if the deployment sets one and proxies can read it. */
  readonly testTrafficRules?: TestTrafficRules;
}

/** Facts of the service with the endpoints, for the guards. */
export function factsOfConnected(service: ecs.BaseService, planned: readonly PlannedEndpoint[]): ServiceFacts {
  const { controller, launchType, operatingSystemFamily } = inTemplate(service);
  return serviceFacts({
    controller: (controller ?? 'ECS') as DeploymentController,
    launchType: launchType as Compatibility | undefined,
    serviceConnect: true,
    task: taskFacts({
      networkMode: service.taskDefinition.networkMode as string as NetworkMode,
      operatingSystemFamily: factOf(operatingSystemFamily ?? 'LINUX'),
      containers: planned.map(({ mapping, portName, appProtocol }) => containerFacts({
        ports: [portFacts({ containerPort: factOf(mapping.containerPort), name: factOf(portName), appProtocol })],
      })),
    }),
    connect: serviceConnectFacts({ endpoints: planned.map(factsOfEndpoint) }),
  });
}

function factsOfEndpoint({ endpoint, portName, appProtocol, testTrafficRules }: PlannedEndpoint): EndpointFacts {
  return {
    portName: factOf(portName),
    discoveryName: factOf(endpoint.name),
    aliases: [{ dnsName: factOf(endpoint.dnsName ?? endpoint.name), port: factOf(endpoint.port), hasTestHeader: testTrafficRules !== undefined }],
    ingressPortOverride: factOf(endpoint.ingressPortOverride),
    tls: endpoint.tls !== undefined,
    authorityIsTagged: new Unknown('tags are added until synthesis'),
    idleTimeoutSeconds: secondsOf(endpoint.idleTimeout),
    perRequestTimeoutSeconds: secondsOf(perRequestTimeoutOf(endpoint, appProtocol)),
    claimedBy: [],
  };
}

/** Setting of the endpoint, or the default of ECS: then it can be read in the template. */
export function perRequestTimeoutOf({ perRequestTimeout }: ServiceConnectEndpoint, appProtocol: ServiceConnectProtocol): Duration | undefined {
  return perRequestTimeout ?? (appProtocol === ServiceConnectProtocol.TCP ? undefined : Duration.seconds(15));
}

function secondsOf(duration: Duration | undefined) {
  return factOf(duration?.toSeconds({ integral: false }));
}

interface InTemplate {
  readonly controller?: string;
  readonly launchType?: string;
  readonly operatingSystemFamily?: string;
}

function inTemplate(service: ecs.BaseService): InTemplate {
  const { deploymentController, launchType } = cfnServiceOf(service);
  const { runtimePlatform } = service.taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  const stack = Stack.of(service);
  return {
    controller: stack.resolve(deploymentController)?.type,
    launchType,
    operatingSystemFamily: stack.resolve(runtimePlatform)?.operatingSystemFamily,
  };
}
