import { Template } from 'aws-cdk-lib/assertions';
import type { Stack } from 'aws-cdk-lib/core';
import { everyServiceProperty } from './every-service-property';
import { everyOption, everyVolume } from './every-task-property';
import { pathsOf, propertiesOf } from '../support/specification';

/** Properties that nothing of this library writes, with the reason. A reason holds for what is below its property too. */
const WITHOUT_PROP: Readonly<Record<string, { readonly [property: string]: string }>> = {
  'AWS::ECS::TaskDefinition': {
    'IpcMode': 'containers keep their memory apart (sec-host-namespaces); a ScratchVolume shares files',
    'PidMode': 'containers keep their processes apart (sec-host-namespaces)',
    'InferenceAccelerators': 'Amazon Elastic Inference has ended',
    'PlacementConstraints': 'placementConstraints of a service apply to its task definition alone',
    'ProxyConfiguration': 'AWS App Mesh has ended; Service Connect takes its place',
    'EnableFaultInjection': 'on for as long as an experiment runs (sec-fault-injection-on), and so not a part of a service',
    'Volumes.EFSVolumeConfiguration.RootDirectory': 'ECS accepts / alone beside an access point, which has the directory',
    'Volumes.EFSVolumeConfiguration.TransitEncryptionPort': 'the mount helper chooses a port that is free',
    'Volumes.DockerVolumeConfiguration': 'drivers are plugins of instances; a HostVolume is a directory of theirs',
    'Volumes.S3FilesVolumeConfiguration.RootDirectory': 'ECS accepts / alone beside an access point, which has the directory',
    'Volumes.S3FilesVolumeConfiguration.TransitEncryptionPort': 'the mount helper chooses a port that is free',
    'Volumes.FSxWindowsFileServerVolumeConfiguration': 'of Windows instances; Windows containers of this library run on Fargate',
    'ContainerDefinitions.FirelensConfiguration': 'FireLensLogs writes it: the router is a container of its own, and not an option of one',
    'ContainerDefinitions.Links': 'the legacy of bridge mode; connectTo and Service Connect connect services',
    'ContainerDefinitions.VolumesFrom': 'alsoMount of a ScratchVolume shares the files of a volume by its name',
  },
  'AWS::ECS::Service': {
    'LoadBalancers.LoadBalancerName': 'of Classic Load Balancers, which have no targets in awsvpc mode',
    'Role': 'the service-linked role of ECS takes its place',
    'ServiceRegistries.Port': 'ContainerPort takes its place: the task definition has the port',
    'VolumeConfigurations.ManagedEBSVolume.TagSpecifications.Tags': 'the volume has the tags of the service, PropagateTags',
    'ForceNewDeployment': 'an order for one update, and not a state; a new image or task definition deploys by itself',
    'ServiceConnectConfiguration.LogConfiguration.SecretOptions': 'the logDriver of a ServiceConnectDiscovery has them, as for containers',
  },
};

/** Paths of the properties that resources of a type have in some stacks. */
function writtenIn(stacks: readonly Stack[], type: string): ReadonlySet<string> {
  return new Set(stacks.flatMap((stack) => Object.values(Template.fromStack(stack).findResources(type)))
    .flatMap(({ Properties }) => pathsOf(Properties)));
}

/** The reason for a property or for one that it is a part of. */
function reasonFor(type: string, property: string): string | undefined {
  const parts = property.split('.');
  return parts.map((_, index) => WITHOUT_PROP[type][parts.slice(0, index + 1).join('.')]).find((reason) => reason !== undefined);
}

describe.each(Object.keys(WITHOUT_PROP))('%s', (type) => {
  const properties = propertiesOf(type);
  const written = writtenIn([everyOption(), everyVolume(), ...everyServiceProperty()], type);

  test('has a prop or a part for each property, or a reason to have none', () => {
    expect(properties.length).toBeGreaterThan(50);
    expect(properties.filter((property) => !written.has(property) && reasonFor(type, property) === undefined)).toEqual([]);
  });

  test('has reasons for properties that exist and are not written', () => {
    expect(Object.keys(WITHOUT_PROP[type]).filter((property) => !properties.includes(property) || written.has(property))).toEqual([]);
  });
});
