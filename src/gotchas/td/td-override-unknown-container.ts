import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const tdOverrideUnknownContainer = defineGotcha({
  id: 'td-override-unknown-container',
  title: 'An override is for a container that the task does not have',
  consequence: 'never-works',
  symptom: '`Override for container named … is not a container in the TaskDefinition`, in CloudTrail or in the failed state.',
  why: 'RunTask refuses overrides for a container that is not in the task definition. A rule or schedule shows it as a failed invocation only.',
  rule: 'The names in `containerOverrides` are names of containers of the task definition.',
  fix: 'use the name of a container of the task definition',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html',
  levels: ['synth'],
  designedOut: '`OneOffTask`, `ScheduledJob` and `EventJob` refuse an unknown container.',
  subject: 'taskLaunch',
  needs: ['containers', 'task'],
  check: ({ containers, task }) => {
    if (containers.length === 0) return [];
    const names = known(task.containers).map(({ name }) => known(name));
    return each(containers, ({ name }) => names.includes(known(name)) ? [] : [{
      property: 'containerOverrides',
      detail: `containerOverrides (${known(name)}) is not a container of the task, which has ${names.join(', ')}`,
    }]);
  },
});
