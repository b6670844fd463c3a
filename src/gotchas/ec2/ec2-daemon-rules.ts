import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

export const ec2DaemonRules = defineGotcha({
  id: 'ec2-daemon-rules',
  title: 'A daemon service with what only replicas have',
  severity: 'error',
  symptom: '`The daemon scheduling strategy does not support a desired count for services`',
  why: 'A daemon runs one task on each instance of the cluster: how many there are, and where, is nobody\'s choice.',
  rule: 'A service with `DAEMON` has no `desiredCount`, doesn\'t run on Fargate and isn\'t deployed by an `EXTERNAL` controller. `placementStrategies` and a `maxHealthyPercent` above 100 have no effect.',
  fix: 'remove what does not go with the DAEMON scheduling strategy, or use REPLICA',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html',
  levels: ['synth'],
  designedOut: 'Our services are replicas.',
  subject: 'service',
  needs: ['schedulingStrategy'],
  reads: ['desiredCount', 'onFargate', 'controller', 'placementStrategies', 'maxHealthyPercent'],
  check: ({ schedulingStrategy, desiredCount, onFargate, controller, placementStrategies, maxHealthyPercent }) => schedulingStrategy !== 'DAEMON' ? [] : all(
    () => known(desiredCount) === undefined ? [] : [{
      property: 'desiredCount', detail: `desiredCount (${known(desiredCount)}) is not for a daemon`, fix: 'remove desiredCount',
    }],
    () => known(onFargate) ? [{
      property: 'launchType', detail: 'launchType (Fargate) has no instances to run a daemon on', fix: 'run the daemon on EC2, or as a sidecar of each task',
    }] : [],
    // What CodeDeploy takes is in dpl-codedeploy-controller-rules, what scales in scl-wrong-target.
    () => known(controller) !== 'EXTERNAL' ? [] : [{
      property: 'deploymentController', detail: 'deploymentController (EXTERNAL) does not deploy daemons', fix: 'remove deploymentController',
    }],
    () => known(placementStrategies).length === 0 ? [] : [{
      property: 'placementStrategies',
      severity: 'warning',
      detail: `placementStrategies (${known(placementStrategies).length}) have nothing to decide for a daemon`,
      fix: 'remove placementStrategies',
    }],
    () => (known(maxHealthyPercent) ?? 100) <= 100 ? [] : [{
      property: 'maxHealthyPercent',
      severity: 'warning',
      detail: `maxHealthyPercent (${known(maxHealthyPercent)}) is for more than the one task a daemon has on an instance`,
      fix: 'remove maxHealthyPercent',
    }],
  ),
});
