import { ec2Options, serviceProps, webProps } from './build-service';
import { fargateOptions, taskProps } from './build-task';
import { everyContainerLogs, startPermissionsAreNamed, trafficArrives, trustIsNarrow } from './invariants';
import type { Ec2ServiceCase, FargateServiceCase } from './service-cases';
import type { Subject } from './subject';
import type { FargateCase, TaskCase } from './task-cases';
import type { WebCase } from './web-cases';
import type { Resources } from './world';
import {
  Ec2WebService, Ec2WorkerService, FargateWebService, FargateWorkerService, OneOffTask,
} from '../../../src';

export const fargateWorkerService: Subject<FargateServiceCase> = {
  build: (scope, id, one, world, given) => new FargateWorkerService(scope, id, {
    ...serviceProps(given, one, world.cluster), ...fargateOptions(one, world),
  }),
  holds: everyTaskHolds,
};

export const ec2WorkerService: Subject<Ec2ServiceCase> = {
  build: (scope, id, one, world, given) => new Ec2WorkerService(scope, id, {
    ...serviceProps(given, one, world.ec2Cluster), ...ec2Options(one),
  }),
  holds: everyTaskHolds,
};

export const fargateWebService: Subject<FargateServiceCase & WebCase> = {
  build: (scope, id, one, world, given) => new FargateWebService(scope, id, {
    ...serviceProps(given, one, world.cluster), ...fargateOptions(one, world), ...webProps(given, one, world),
  }),
  holds: everyWebServiceHolds,
};

export const ec2WebService: Subject<Ec2ServiceCase & WebCase> = {
  build: (scope, id, one, world, given) => new Ec2WebService(scope, id, {
    ...serviceProps(given, one, world.ec2Cluster), ...ec2Options(one), ...webProps(given, one, world, one.networkMode),
  }),
  holds: everyWebServiceHolds,
};

export const oneOffTask: Subject<TaskCase & FargateCase> = {
  build: (scope, id, one, world, given) => new OneOffTask(scope, id, {
    ...taskProps(given, one, world.cluster), ...fargateOptions(one, world),
  }),
  holds: everyTaskHolds,
};

function everyTaskHolds(resources: Resources): void {
  everyContainerLogs(resources);
  trustIsNarrow(resources);
  startPermissionsAreNamed(resources);
}

function everyWebServiceHolds(resources: Resources): void {
  everyTaskHolds(resources);
  trafficArrives(resources);
}
