import { known } from '../../facts/fact';
import { interfacesOf } from '../../facts/instance-types';
import { defineGotcha } from '../definition';

export const ec2EniLimit = defineGotcha({
  id: 'ec2-eni-limit',
  title: 'No network interface left on the instances',
  consequence: 'never-works',
  symptom: '`encountered error "RESOURCE:ENI".`',
  why: 'In network mode awsvpc each task uses a network interface of its instance, which has few: three, one of them its own, on a c5.large.',
  rule: 'The instances of a cluster have a free network interface for each task in network mode awsvpc. Types of the families T2, T3, T3a and T4g, which know no trunking, are checked in a template (a warning).',
  fix: 'enable the account setting awsvpcTrunking and replace the instances, or use types with more network interfaces',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-eni.html',
  levels: ['synth', 'live'],
  causalRank: 'start',
  isObserved: true,
  subject: 'service',
  needs: ['capacities', 'schedulingStrategy'],
  reads: ['task', 'desiredCount', 'scaling'],
  check: ({ capacities, schedulingStrategy, task, desiredCount, scaling }) => {
    if (capacities.length === 0 || schedulingStrategy === 'DAEMON' || known(task.networkMode) !== 'awsvpc') return [];
    const scaled = known(scaling);
    const tasks = scaled ? known(scaled.minCapacity) : known(desiredCount);
    if (tasks === undefined) return [];
    const types = capacities.flatMap(({ instanceTypes }) => known(instanceTypes).map(known));
    const room = capacities.map(({ instanceTypes, maxInstances }) => {
      const interfaces = known(instanceTypes).map((type) => interfacesOf(known(type)));
      const most = known(maxInstances);
      return most === undefined || interfaces.includes(undefined) ? undefined : most * (Math.max(...interfaces as number[]) - 1);
    });
    if (room.includes(undefined)) return [{ notChecked: 'the account may have turned on awsvpcTrunking for the types of the instances' }];
    const places = (room as number[]).reduce((sum, one) => sum + one, 0);
    return tasks <= places ? [] : [{
      property: 'desiredCount',
      consequence: 'misbehaves',
      detail: `desiredCount (${tasks} tasks) is more than the ${places} network interfaces that ${[...new Set(types)].join(' and ')} instances leave to tasks`,
      fix: 'use larger or more instances, or types with awsvpcTrunking, such as m6i.large',
    }];
  },
});
