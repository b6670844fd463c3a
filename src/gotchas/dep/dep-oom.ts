import type { ContainerFacts, EnvironmentFacts } from '../../facts/container';
import { known, type Fact } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

const MIB: Readonly<Record<string, number>> = { '': 1 / 1024 / 1024, 'k': 1 / 1024, 'm': 1, 'g': 1024, 't': 1024 * 1024 };

/** Environment variables with options of virtual machines. */
const OPTIONS = /^(_JAVA_OPTIONS|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|JAVA_OPTS|CATALINA_OPTS|NODE_OPTIONS)$/;

interface Heap {
  readonly option: string;
  readonly mib: number;
}

export const depOom = defineGotcha({
  id: 'dep-oom',
  title: 'A heap that is allowed to grow to the memory limit or beyond',
  consequence: 'misbehaves',
  symptom: '`OutOfMemoryError: Container killed due to memory usage`, with exit code 137.',
  why: 'A virtual machine needs memory beside its heap, and ignores the limit of the container when its own heap size is set: the container is killed under load, when the heap has grown.',
  rule: 'The heap that `-Xmx` or `--max-old-space-size` allows, in the command or in variables such as `JAVA_TOOL_OPTIONS` and `NODE_OPTIONS`, is below the memory limit of the container, or of the task where the container has none.',
  fix: 'leave a quarter of the memory for the rest: set -XX:MaxRAMPercentage=75 instead of -Xmx, or a lower --max-old-space-size, or raise the limit',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html',
  levels: ['synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  reads: ['memoryMiB'],
  check: ({ containers, memoryMiB }) => each(containers, (container) => all(
    () => each(known(container.environment), (entry) => tooBig(container, 'environment', heapOf(optionsIn(entry)), memoryMiB)),
    () => tooBig(container, 'command', heapOf([...known(container.entryPoint), ...known(container.command)].map(known).join(' ')), memoryMiB),
  )),
});

function optionsIn({ name, value }: EnvironmentFacts): string {
  return OPTIONS.test(known(name)) ? known(value) ?? '' : '';
}

/** The biggest heap that the options allow; the last of several counts. */
function heapOf(options: string): Heap | undefined {
  const [java] = [...options.matchAll(/-Xmx(\d+)([kmgt]?)\b/gi)].slice(-1);
  if (java) return { option: java[0], mib: Number(java[1]) * MIB[java[2].toLowerCase()] };
  const [node] = [...options.matchAll(/--max[-_]old[-_]space[-_]size=(\d+)/g)].slice(-1);
  return node && { option: node[0], mib: Number(node[1]) };
}

function tooBig(container: ContainerFacts, property: string, heap: Heap | undefined, ofTask: Fact<number | undefined>): readonly Result[] {
  if (!heap) return [];
  const limit = known(container.memoryMiB) ?? known(ofTask);
  if (limit === undefined || heap.mib < limit) return [];
  return [{
    property: ofContainer(container, property),
    detail: `${heap.option} (${Math.round(heap.mib)} MiB) leaves nothing of the ${limit} MiB that ${ofContainer(container)} may use`,
  }];
}
