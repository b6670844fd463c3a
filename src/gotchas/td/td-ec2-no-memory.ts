import { known, knownOf } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const tdEc2NoMemory = defineGotcha({
  id: 'td-ec2-no-memory',
  title: 'A container has no memory, and neither has its task',
  consequence: 'rejected',
  symptom: '`Invalid setting for container … At least one of \'memory\' or \'memoryReservation\' must be specified.`',
  why: 'Without memory on the task, ECS places a task on an instance by what its containers ask for, '
    + 'and refuses to register a container that asks for none.',
  rule: 'On instances each container has a memory limit or a memory reservation, unless the task has memory of its own.',
  fix: 'set memoryReservationMiB or memoryLimitMiB of the container',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  levels: ['construct', 'synth'],
  subject: 'task',
  needs: ['onFargate', 'requiresCompatibilities', 'memoryMiB', 'containers'],
  check: ({ onFargate, requiresCompatibilities, memoryMiB, containers }) => {
    if (onFargate || memoryMiB || requiresCompatibilities.includes('MANAGED_INSTANCES')) return [];
    return each(containers, (container) => {
      const asked = [container.memoryMiB, container.memoryReservationMiB];
      if (knownOf(asked).some(Boolean)) return [];
      asked.forEach(known);
      const zero = (['memoryLimitMiB', 'memoryReservationMiB'] as const)[asked.indexOf(0)];
      return [{
        property: ofContainer(container, zero ?? 'memoryReservationMiB'),
        detail: zero === undefined
          ? `memoryReservationMiB (not set) of ${ofContainer(container)} is needed, as neither memoryLimitMiB nor the memory of the task is set`
          : `${zero} (0) of ${ofContainer(container)} is no memory, and the task has none of its own`,
      }];
    });
  },
});
