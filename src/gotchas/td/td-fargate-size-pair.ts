import { FARGATE_SIZES, nextFargateSize } from '../../facts/fargate-sizes';
import { defineGotcha } from '../definition';

export const tdFargateSizePair = defineGotcha({
  id: 'td-fargate-size-pair',
  title: 'Fargate does not sell this pair of cpu and memory',
  consequence: 'rejected',
  symptom: '`No Fargate configuration exists for given values.`',
  why: 'Fargate sells fixed pairs of cpu and memory; ECS refuses to register a task definition with any other.',
  rule: 'With 256 cpu units go 512, 1024 or 2048 MiB; with 512, 1024 to 4096; with 1024, 2048 to 8192; with 2048, 4096 to 16384; with 4096, 8192 to 30720, all in steps of 1024. With 8192 go 16384 to 61440 in steps of 4096, with 16384, 32768 to 122880 in steps of 8192, with 32768, 61440, 122880 or 249856.',
  fix: 'use a pair that Fargate sells',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html',
  levels: ['construct', 'synth'],
  designedOut: '`FargateSize.of` takes only pairs that Fargate sells.',
  subject: 'task',
  needs: ['onFargate', 'cpuUnits', 'memoryMiB'],
  check: ({ onFargate, cpuUnits, memoryMiB }) => {
    if (!onFargate || cpuUnits === undefined || memoryMiB === undefined) return [];
    const sold = FARGATE_SIZES.get(cpuUnits);
    if (sold?.includes(memoryMiB)) return [];
    const next = nextFargateSize(cpuUnits, memoryMiB);
    return [{
      ...(sold
        ? { property: 'memoryLimitMiB', detail: `memoryLimitMiB (${memoryMiB}) is not available with cpu (${cpuUnits}), only ${range(sold)}` }
        : { property: 'cpu', detail: `cpu (${cpuUnits}) is not sold by Fargate, it sells ${[...FARGATE_SIZES.keys()].join(', ')}` }),
      ...(next && { fix: `use cpu ${next.cpuUnits} with memoryLimitMiB ${next.memoryMiB}, the next pair that holds both` }),
    }];
  },
});

function range(values: readonly number[]): string {
  const step = values[1] - values[0];
  const even = values.every((value, index) => value === values[0] + index * step);
  return even ? `${values[0]} to ${values[values.length - 1]} in steps of ${step}` : values.join(', ');
}
