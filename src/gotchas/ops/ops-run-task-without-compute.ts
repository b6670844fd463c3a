import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const opsRunTaskWithoutCompute = defineGotcha({
  id: 'ops-run-task-without-compute',
  title: 'A task is run without a launch type or strategy',
  consequence: 'never-works',
  symptom: '`FailedInvocations` of the rule counts up and no task is started; CloudTrail has `No Container Instances were found in your cluster`.',
  why: 'RunTask without launch type and strategy takes the default strategy of the cluster, else EC2: on a cluster without instances no task is ever started.',
  rule: 'A rule or schedule that runs a task definition for Fargate has to set `launchType` or a capacity provider strategy, unless its cluster has a default strategy or instances.',
  fix: 'set launchType or a capacity provider strategy, or set a default strategy on the cluster',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
  levels: ['synth'],
  subject: 'taskLaunch',
  needs: ['launchType', 'capacityProviders', 'clusterHasDefaultStrategy', 'clusterHasInstances', 'task'],
  check: ({ launchType, capacityProviders, clusterHasDefaultStrategy, clusterHasInstances, task }) => {
    const saysWhere = launchType !== undefined || capacityProviders.length > 0 || clusterHasDefaultStrategy;
    // Instances of another app may join the cluster: a task made for EC2 counts on that.
    return saysWhere || clusterHasInstances || !known(task.requiresCompatibilities).includes('FARGATE') ? [] : [{
      detail: 'launchType (none) means EC2 here, and the cluster has no instances',
      property: 'launchType',
    }];
  },
});
