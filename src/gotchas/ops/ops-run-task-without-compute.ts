import { known } from '../../facts/fact';
import { defineGotcha, type Finding } from '../definition';

export const opsRunTaskWithoutCompute = defineGotcha({
  id: 'ops-run-task-without-compute',
  title: 'A task is run without a launch type or strategy, or with one that it is not made for',
  consequence: 'never-works',
  symptom: '`FailedInvocations` of the rule counts up and no task is started; CloudTrail has `No Container Instances were found in your cluster`.',
  why: 'RunTask without launch type and strategy takes the default strategy of the cluster, else EC2: on a cluster without instances no task is ever started.',
  rule: 'A rule or schedule that runs a task definition for Fargate has to set `launchType` or a capacity provider strategy, unless its cluster has a default strategy or instances. '
    + 'The launch type is one of the `requiresCompatibilities` of the task definition.',
  fix: 'set launchType or a capacity provider strategy, or set a default strategy on the cluster',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
  levels: ['synth'],
  subject: 'taskLaunch',
  needs: ['launchType', 'capacityProviders', 'clusterHasDefaultStrategy', 'clusterHasInstances', 'task'],
  check: ({ launchType, capacityProviders, clusterHasDefaultStrategy, clusterHasInstances, task }) => {
    if (launchType !== undefined) return madeFor(known(task.requiresCompatibilities).map(known), launchType);
    const saysWhere = capacityProviders.length > 0 || clusterHasDefaultStrategy;
    // Instances of another app may join the cluster: a task made for EC2 counts on that.
    return saysWhere || clusterHasInstances || !known(task.requiresCompatibilities).includes('FARGATE') ? [] : [{
      detail: 'launchType (none) means EC2 here, and the cluster has no instances',
      property: 'launchType',
    }];
  },
});

/** RunTask refuses a launch type that the task definition does not declare. */
function madeFor(declared: readonly string[], launchType: string): readonly Finding[] {
  return declared.length === 0 || declared.includes(launchType) ? [] : [{
    property: 'launchType',
    detail: `launchType (${launchType}) is not one that the task definition is made for (${declared.join(', ')})`,
    fix: `set launchType to ${declared[0]}, or add ${launchType} to the requiresCompatibilities of the task definition`,
  }];
}
