import { beginsAtZero } from './begins-at-zero';
import { defineGotcha } from '../definition';

export const ec2LaunchTypeFromZero = defineGotcha({
  id: 'ec2-launch-type-from-zero',
  title: 'Tasks of the launch type EC2 where instances start for a capacity provider alone',
  consequence: 'misbehaves',
  symptom: '`No Container Instances were found in your cluster.`, from RunTask at once, or from a service again and again, while the Auto Scaling group stays at 0.',
  why: 'Managed scaling counts the tasks of its capacity provider. A task with a launch type is none of them, even in a cluster with a default strategy: it waits for no instance and starts none.',
  rule: 'Where the instances of a cluster begin at 0 and managed scaling alone adds some, services and launches name the capacity provider in a strategy, or leave the launch type to the default strategy of the cluster. Daemons are an exception.',
  fix: 'set a capacity provider strategy in place of the launch type, or raise the minimum of the Auto Scaling group',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-auto-scaling.html',
  levels: ['synth'],
  subject: 'service',
  alsoOn: ['taskLaunch'],
  needs: ['launchType', 'schedulingStrategy', 'capacities'],
  check: ({ launchType, schedulingStrategy, capacities }) => {
    if (launchType !== 'EC2' || schedulingStrategy === 'DAEMON' || capacities.length === 0 || !capacities.every(beginsAtZero)) return [];
    return [{ property: 'launchType', detail: 'launchType (EC2) starts no instance, and the Auto Scaling group of the cluster begins at 0' }];
  },
});
