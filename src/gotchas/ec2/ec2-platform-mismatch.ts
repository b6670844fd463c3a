import type { CapacityFacts } from '../../facts/capacity';
import { known, Unknown } from '../../facts/fact';
import { architectureOfType } from '../../facts/instance-types';
import type { TaskFacts } from '../../facts/task';
import { all, defineGotcha, type Result } from '../definition';

export const ec2PlatformMismatch = defineGotcha({
  id: 'ec2-platform-mismatch',
  title: 'Instances of another platform than the task',
  consequence: 'never-works',
  symptom: '`was unable to place a task because no container instance met all of its requirements`.',
  why: 'ECS places a task with a runtimePlatform only on instances of that architecture and operating system.',
  rule: 'A task whose `runtimePlatform` sets an architecture or Windows runs on instances of that kind.',
  fix: 'take the image and the instance types for the architecture of the task, or leave runtimePlatform out',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-optimized_AMI.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['onFargate', 'capacities', 'task'],
  check: ({ onFargate, capacities, task }) => onFargate || capacities.length === 0 ? [] : all(
    () => architectureMisfit(task, capacities),
    () => systemMisfit(task, capacities),
  ),
});

function architectureMisfit({ cpuArchitecture, setsArchitecture }: TaskFacts, capacities: readonly CapacityFacts[]): readonly Result[] {
  // Without a runtimePlatform ECS asks for no architecture on instances, and X86_64 is the default of the fact.
  const asked = known(cpuArchitecture);
  if (asked !== 'ARM64' && !known(setsArchitecture)) return [];
  const types = capacities.flatMap(({ instanceTypes }) => known(instanceTypes)).map(known);
  return types.length === 0 || types.some((type) => architectureOfType(type) === asked) ? [] : [{
    property: 'runtimePlatform.cpuArchitecture', detail: `cpuArchitecture (${asked}) is that of no instance type of the service: ${[...new Set(types)].join(', ')}`,
  }];
}

function systemMisfit({ operatingSystemFamily }: TaskFacts, capacities: readonly CapacityFacts[]): readonly Result[] {
  const system = known(operatingSystemFamily);
  if (!system.startsWith('WINDOWS')) return [];
  const images = capacities.map(({ imageParameter }) => known(imageParameter) ?? known(new Unknown('the image of the instances is not known')));
  return images.some((image) => !/optimized-ami\/amazon-linux|bottlerocket/.test(image)) ? [] : [{
    property: 'runtimePlatform.operatingSystemFamily', detail: `operatingSystemFamily (${system}) is not that of the instances, whose image is ${images[0]}`,
  }];
}
