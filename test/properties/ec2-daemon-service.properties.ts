import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as fc from 'fast-check';
import { Ec2DaemonService } from '../../src';
import { BROKEN_EC2_CONTAINERS } from './support/breakages-containers';
import { BROKEN_TASK, sets } from './support/breakages-services';
import { taskProps } from './support/build-task';
import { everyContainerLogs, ofType, only, startPermissionsAreNamed, trustIsNarrow } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import { notAnEcsName, ecsName, options } from './support/scalars';
import { withGroupsWhereTheyApply } from './support/service-cases';
import type { Subject } from './support/subject';
import { ec2Task, type TaskCase } from './support/task-cases';

interface DaemonCase extends TaskCase {
  readonly serviceName?: string;
  readonly networkMode?: ecs.NetworkMode;
  readonly minHealthyPercent?: number;
}

const daemon: Subject<DaemonCase> = {
  build: (scope, id, one, world, given) => new Ec2DaemonService(scope, id, {
    ...taskProps(given, one, world.ec2Cluster), serviceName: one.serviceName, networkMode: one.networkMode, minHealthyPercent: one.minHealthyPercent,
  }),
  holds: (resources) => {
    everyContainerLogs(resources);
    trustIsNarrow(resources);
    startPermissionsAreNamed(resources);
    const { Properties } = only(ofType(resources, 'AWS::ECS::Service'));
    expect(Properties).toMatchObject({ SchedulingStrategy: 'DAEMON', LaunchType: 'EC2' });
    for (const property of ['DesiredCount', 'PlacementStrategies', 'CapacityProviderStrategy']) expect(Properties).not.toHaveProperty(property);
  },
};

const cases: fc.Arbitrary<DaemonCase> = fc.tuple(ec2Task, options<Omit<DaemonCase, keyof TaskCase>>({
  serviceName: ecsName,
  networkMode: fc.constantFrom(ecs.NetworkMode.AWS_VPC, ecs.NetworkMode.BRIDGE, ecs.NetworkMode.HOST),
  minHealthyPercent: fc.integer({ min: 0, max: 99 }),
})).map(([task, service]) => withGroupsWhereTheyApply({ ...task, ...service }));

propertiesOf('Ec2DaemonService', daemon, cases, [
  ...BROKEN_EC2_CONTAINERS,
  ...BROKEN_TASK,
  sets<DaemonCase>('serviceName', notAnEcsName),
  sets<DaemonCase>('minHealthyPercent', fc.constantFrom(-1, 101, 50.5, NaN)),
]);
