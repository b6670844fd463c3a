import { anyKnown, known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofVolume } from '../naming';

export const stoEbsNotMounted = defineGotcha({
  id: 'sto-ebs-not-mounted',
  title: 'An EBS volume is made for each task, and no container mounts it',
  consequence: 'cost',
  symptom: 'Data is in the container and lost with it, while an empty EBS volume is billed for each task.',
  why: 'ECS creates and attaches the volume of a task whether or not a container has a mount point for it.',
  rule: 'A volume with `configuredAtLaunch` is the `sourceVolume` of a mount point of the task.',
  fix: 'add a mount point for the volume to a container, or remove the volume',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-ebs-config.html',
  levels: ['synth', 'live'],
  designedOut: '`EbsVolume` mounts its volume.',
  subject: 'task',
  needs: ['volumes', 'containers'],
  check: ({ volumes, containers }) => each(volumes, ({ name: fact, kind }) => {
    if (known(kind) !== 'ebs') return [];
    const name = known(fact);
    // A volume without a name is another gotcha.
    if (name === undefined) return [];
    if (anyKnown(containers, (container) => anyKnown(known(container.mounts), ({ volume }) => known(volume) === name))) return [];
    return [{ property: ofVolume(name), detail: `${ofVolume(name)} (configuredAtLaunch) has no mount point in a container` }];
  }),
});
