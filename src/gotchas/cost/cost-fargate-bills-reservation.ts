import { known } from '../../facts/fact';
import { monthlyUsd } from '../../facts/fargate-prices';
import { FARGATE_SIZES } from '../../facts/fargate-sizes';
import { defineGotcha } from '../definition';

export const costFargateBillsReservation = defineGotcha({
  id: 'cost-fargate-bills-reservation',
  title: 'A Fargate task that is bigger than its containers can use',
  consequence: 'cost',
  symptom: 'Memory utilization stays low for good, and the bill doesn\'t follow it.',
  why: 'Fargate bills the CPU and memory of the task from the image pull to the stop, used or not.',
  rule: 'Where each container has a memory limit, `memory` of the task is the smallest that Fargate sells for its `cpu` and that holds the sum of the limits.',
  fix: 'take the smaller size, or raise the memory limits of the containers',
  docsUrl: 'https://aws.amazon.com/fargate/pricing/',
  levels: ['synth'],
  subject: 'task',
  needs: ['onFargate', 'cpuUnits', 'memoryMiB', 'cpuArchitecture', 'operatingSystemFamily', 'containers'],
  check: ({ onFargate, cpuUnits, memoryMiB, cpuArchitecture, operatingSystemFamily, containers }) => {
    if (!onFargate || operatingSystemFamily !== 'LINUX' || !cpuUnits || !memoryMiB || containers.length === 0) return [];
    const limits = containers.map((container) => known(container.memoryMiB));
    const total = limits.every((limit) => limit !== undefined) ? limits.reduce((sum, limit) => sum + limit, 0) : undefined;
    const smaller = total && FARGATE_SIZES.get(cpuUnits)?.find((size) => size >= total && size < memoryMiB);
    if (!smaller) return [];
    const price = monthlyUsd(cpuUnits, memoryMiB, cpuArchitecture);
    const less = monthlyUsd(cpuUnits, smaller, cpuArchitecture);
    return price === undefined || less === undefined ? [] : [{
      detail: `memory (${memoryMiB} MiB) is more than the ${total} MiB its containers may use: `
        + `$${price.toFixed(2)} a month for each task in us-east-1, $${less.toFixed(2)} with ${smaller} MiB`,
      property: 'memory',
      fix: `set memory to ${smaller} MiB, or raise the memory limits of the containers`,
    }];
  },
});
