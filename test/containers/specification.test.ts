import type { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import { Accelerators, ContainerPort, Ec2WorkerService } from '../../src';
import { IMAGE, testCluster, testStack } from '../support/stacks';

// The specification comes with cloudformation-diff, in the version that belongs to it.
const SPECIFICATION = require.resolve('@aws-cdk/aws-service-spec', { paths: [require.resolve('@aws-cdk/cloudformation-diff')] });
const database = jest.requireActual<{ readonly loadAwsServiceSpecSync: typeof loadAwsServiceSpecSync }>(SPECIFICATION).loadAwsServiceSpecSync();

/** The properties of a type below a resource, as CloudFormation has them today. */
function propertiesOf(resource: string, type: string): string[] {
  const [found] = database.lookup('resource', 'cloudFormationType', 'equals', resource);
  const types = database.follow('usesType', found).map(({ entity }) => entity).filter(({ name }) => name === type);
  expect(types).toHaveLength(1);
  return Object.keys(types[0].properties);
}

/** Properties of a container definition that the services and tasks of this library leave out, with the reason. */
const WITHOUT_PROP: { readonly [property: string]: string } = {
  FirelensConfiguration: 'a log router is a part of its own, and not an option of a container',
  Links: 'the legacy of bridge mode; connectTo and Service Connect connect services',
  RepositoryCredentials: 'ContainerImage.fromRegistry has them',
  VolumesFrom: 'alsoMount of a ScratchVolume shares the files of a volume by its name',
};

function ssmParameter(stack: Stack, id = 'Parameter'): ssm.IStringParameter {
  return ssm.StringParameter.fromStringParameterName(stack, id, `/shop/${id}`);
}

/** A container with every option that is possible together, on an instance. */
function everyOption(): readonly string[] {
  const stack = testStack();
  const { vpc } = testCluster(stack);
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Ec2', { clusterName: 'ec2', vpc, hasEc2Capacity: true });
  const parameter = ecs.Secret.fromSsmParameter(ssmParameter(stack));
  const service = new Ec2WorkerService(stack, 'Worker', {
    cluster,
    image: IMAGE,
    networkMode: ecs.NetworkMode.BRIDGE,
    cpu: 128,
    memoryLimitMiB: 512,
    memoryReservationMiB: 256,
    command: ['run'],
    entryPoint: ['sh'],
    environment: { A: 'b' },
    secrets: { C: parameter },
    user: '1000',
    workingDirectory: '/srv',
    healthCheck: { command: ['CMD-SHELL', 'exit 0'] },
    startTimeout: Duration.seconds(60),
    stopTimeout: Duration.seconds(60),
    dependsOn: [{ containerName: 'helper', condition: ecs.ContainerDependencyCondition.START }],
    sidecars: [{ containerName: 'helper', image: IMAGE, memoryLimitMiB: 64 }],
    readonlyRootFilesystem: true,
    writablePaths: ['/tmp'],
    restartPolicy: { ignoredExitCodes: [0] },
    ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: 1, hardLimit: 2 }],
    systemControls: { 'net.core.somaxconn': '4096' },
    dockerLabels: { a: 'b' },
    ports: [ContainerPort.udp(53, { name: 'dns' })],
    environmentFiles: [ecs.EnvironmentFile.fromBucket(s3.Bucket.fromBucketName(stack, 'Config', 'config'), 'app.env')],
    accelerators: Accelerators.gpu(1),
    versionConsistency: ecs.VersionConsistency.ENABLED,
    hostname: 'shop',
    extraHosts: { db: '10.0.0.1' },
    dnsServers: ['10.0.0.2'],
    dnsSearchDomains: ['shop.local'],
    disableNetworking: true,
    dockerSecurityOptions: ['no-new-privileges'],
    credentialSpec: ecs.DomainJoinedCredentialSpec.fromSsmParameter(ssmParameter(stack, 'Spec')),
    privileged: true,
    interactive: true,
    pseudoTerminal: true,
  });
  service.mainContainer.addMountPoints({ sourceVolume: 'data', containerPath: '/data', readOnly: true });
  service.taskDefinition.addVolume({ name: 'data' });
  const [task] = Object.values(Template.fromStack(stack).findResources('AWS::ECS::TaskDefinition'));
  return Object.keys(task.Properties.ContainerDefinitions[0]);
}

test('each property of a container definition has a prop, or a reason to have none', () => {
  const properties = propertiesOf('AWS::ECS::TaskDefinition', 'ContainerDefinition');
  expect(properties.length).toBeGreaterThan(30);
  const written = everyOption();
  expect(properties.filter((property) => !written.includes(property) && !(property in WITHOUT_PROP))).toEqual([]);
});

test('each reason is about a property that exists and is not written', () => {
  const written = everyOption();
  const properties = propertiesOf('AWS::ECS::TaskDefinition', 'ContainerDefinition');
  expect(Object.keys(WITHOUT_PROP).filter((property) => !properties.includes(property) || written.includes(property))).toEqual([]);
});
