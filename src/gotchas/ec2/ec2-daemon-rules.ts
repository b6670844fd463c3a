import { known } from '../../facts/fact';
import type { ServiceFacts } from '../../facts/service';
import { all, defineGotcha, type Result } from '../definition';

export const ec2DaemonRules = defineGotcha({
  id: 'ec2-daemon-rules',
  title: 'A daemon service with what only replicas have',
  consequence: 'rejected',
  symptom: '`The daemon scheduling strategy does not support a desired count for services`',
  why: 'A daemon runs one task on each instance of the cluster that meets its placement constraints: ECS refuses a number of tasks, a way to place or divide them, and room for a second task.',
  rule: 'A service with `DAEMON` has no `desiredCount`, no `placementStrategies`, no `maxHealthyPercent` above 100 and no capacity provider strategy; it has a `launchType` if its cluster has a default strategy. It doesn\'t run on Fargate and isn\'t deployed by an `EXTERNAL` controller.',
  fix: 'remove the settings that the DAEMON scheduling strategy does not allow, or use REPLICA',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html',
  levels: ['synth'],
  designedOut: '`Ec2DaemonService` has no such property, and refuses one that JavaScript passes.',
  subject: 'service',
  needs: ['schedulingStrategy'],
  reads: ['desiredCount', 'onFargate', 'controller', 'placementStrategies', 'maxHealthyPercent', 'launchType', 'capacityProviderStrategy', 'cluster'],
  check: (service) => service.schedulingStrategy !== 'DAEMON' ? [] : all(
    () => known(service.desiredCount) === undefined ? [] : [{
      property: 'desiredCount', detail: `desiredCount (${known(service.desiredCount)}) is not for a daemon`, fix: 'remove desiredCount',
    }],
    () => known(service.onFargate) ? [{
      property: 'launchType', detail: 'launchType (Fargate) has no instances to run a daemon on', fix: 'run the daemon on EC2, or as a sidecar of each task',
    }] : strategy(service),
    // What CodeDeploy takes is in dpl-codedeploy-controller-rules, what scales in scl-wrong-target.
    () => known(service.controller) !== 'EXTERNAL' ? [] : [{
      property: 'deploymentController', detail: 'deploymentController (EXTERNAL) does not deploy daemons', fix: 'remove deploymentController',
    }],
    () => known(service.placementStrategies).length === 0 ? [] : [{
      property: 'placementStrategies',
      detail: `placementStrategies (${known(service.placementStrategies).length}) are not for a daemon`,
      fix: 'remove placementStrategies',
    }],
    () => (known(service.maxHealthyPercent) ?? 100) <= 100 ? [] : [{
      property: 'maxHealthyPercent',
      detail: `maxHealthyPercent (${known(service.maxHealthyPercent)}) is more than the one task that a daemon has on an instance`,
      fix: 'remove maxHealthyPercent, or set it to 100',
    }],
  ),
});

/** Without a launch type, ECS applies the default strategy of the cluster, and refuses that too. */
function strategy({ launchType, capacityProviderStrategy, cluster }: Pick<ServiceFacts, 'launchType' | 'capacityProviderStrategy' | 'cluster'>): readonly Result[] {
  if (known(capacityProviderStrategy).length > 0) {
    return [{
      property: 'capacityProviderStrategies',
      detail: `capacityProviderStrategies (${known(capacityProviderStrategy).length}) are not for a daemon`,
      fix: "remove capacityProviderStrategies, and set launchType to 'EC2'",
    }];
  }
  if (known(launchType) !== undefined || known(cluster.defaultStrategy).length === 0) return [];
  return [{
    property: 'launchType',
    detail: 'launchType (not set) leaves the daemon to the default capacity provider strategy of the cluster',
    fix: "set launchType to 'EC2'",
  }];
}
