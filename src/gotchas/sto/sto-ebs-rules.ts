import { objectionsTo } from './ebs-volume';
import { known } from '../../facts/fact';
import type { TaskFacts } from '../../facts/task';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofVolume } from '../naming';

export const stoEbsRules = defineGotcha({
  id: 'sto-ebs-rules',
  title: 'An EBS volume that ECS cannot create for the tasks',
  consequence: 'rejected',
  symptom: '`Volume configuration provided but no matching configuredAtLaunch volume found in task definition` and its like; or tasks that stop before they start.',
  why: 'ECS creates one EBS volume for each task from the settings of the service, under its name in the task definition; '
    + 'it refuses the service, or no task starts, when the two don\'t match or EBS has no such volume.',
  rule: 'A task definition has 1 volume with `configuredAtLaunch` at most. The service configures it by its name, with the ECS controller, as `REPLICA`, with a '
    + 'role and a size or snapshot. Sizes are 1 to 16384 GiB for gp2 and gp3, 4 to 16384 for io1 and io2, 125 to 16384 for st1 and sc1, 1 to 1024 for '
    + 'standard, which Fargate lacks. `iops` is 3000 to 16000 for gp3, 100 to 64000 for io1, 100 to 256000 for io2; `throughput` of gp3 1000 MiB/s at most. '
    + 'A `volumeInitializationRate` is 100 to 300 MiB/s. More than that is a warning, since EBS has raised some of it. A volume with a `kmsKeyId` is encrypted, and its role may use the key.',
  fix: 'declare one volume with configuredAtLaunch in the task definition, and configure it under the same name in volumeConfigurations of the service',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html',
  levels: ['construct', 'synth', 'live'],
  causalRank: 'start',
  isObserved: true,
  subject: 'service',
  alsoOn: ['taskLaunch'],
  needs: ['ebsVolumes'],
  reads: ['task', 'controller', 'schedulingStrategy', 'onFargate'],
  check: ({ ebsVolumes, task, controller, schedulingStrategy, onFargate }) => all(
    () => declared(known(task)).slice(1).map((name) => problem(ofVolume(name), `configuredAtLaunch (${named(name)}) is a second EBS volume, and a task has one`)),
    () => {
      const configured = ebsVolumes.map(({ name }) => known(name));
      return declared(known(task)).filter((name) => !configured.includes(name)).map((name) =>
        problem('volumeConfigurations', `volumeConfigurations (${configured.map(named).join(', ') || 'none'}) does not configure ${name ?? 'a volume without a name'}, an EBS volume of the task`));
    },
    () => ebsVolumes.length < 2 ? [] : [problem('volumeConfigurations', `volumeConfigurations (${ebsVolumes.length} of them) are more than a task has EBS volumes, which is one`)],
    () => each(ebsVolumes, ({ name }) => declared(known(task)).includes(known(name)) ? []
      : [problem('volumeConfigurations', `volumeConfigurations (${named(known(name))}) is not a volume of the task with configuredAtLaunch`)]),
    () => ebsVolumes.length === 0 || known(controller) === 'ECS' ? []
      : [problem('deploymentController', `deploymentController (${known(controller)}) is not allowed with EBS volumes, which need ECS`)],
    () => ebsVolumes.length === 0 || known(schedulingStrategy) === 'REPLICA' ? []
      : [problem('schedulingStrategy', 'schedulingStrategy (DAEMON) is not allowed with EBS volumes, which need REPLICA')],
    () => each(ebsVolumes, (volume) => objectionsTo(volume, { onFargate, operatingSystemFamily: known(task).operatingSystemFamily })),
  ),
});

function declared(task: TaskFacts): ReadonlyArray<string | undefined> {
  return known(task.volumes).filter(({ kind }) => known(kind) === 'ebs').map(({ name }) => known(name));
}

/** The name of a volume, as messages write it. */
function named(name: string | undefined): string {
  return name ?? 'without a name';
}

function problem(property: string, detail: string): Result {
  return { property, detail };
}
