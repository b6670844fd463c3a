import type { ContainerFacts, PortFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

const LAST_PORT = 65535;
const MOST_RANGES = 100;
const MODES = ['awsvpc', 'bridge'];

interface Range {
  readonly text: string;
  readonly first: number;
  readonly last: number;
  readonly protocol: string;
}

export const tdPortRange = defineGotcha({
  id: 'td-port-range',
  title: 'A port or a range of ports that ECS does not take',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException` about ports.',
  why: 'A range is mapped as a whole, and ECS finds the ports of the host for it, so it stands alone in its mapping. ECS refuses to register anything else.',
  rule: 'Ports go from 1 to 65535, and each mapping has a `containerPort` or a `containerPortRange`. A `containerPortRange` rises, as in 8000-8010, overlaps no other port of its container, has no `containerPort` or `hostPort` beside it, and is for network mode `awsvpc` or `bridge`, at most 100 of them in a container.',
  fix: 'set containerPortRange to two ports that rise, as in 8000-8010, and leave containerPort and hostPort of the mapping out',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  levels: ['construct', 'synth'],
  subject: 'task',
  needs: ['containers'],
  reads: ['networkMode'],
  check: ({ networkMode, containers }) => each(containers, (container) => all(
    () => each(known(container.ports), (port) => single(container, port)),
    () => each(known(container.ports), (port) => all(() => form(container, port), () => alone(container, port))),
    () => {
      const ranges = known(container.ports).filter((port) => known(port.containerPortRange) !== undefined).length;
      if (ranges === 0) return [];
      const mode = known(networkMode);
      return [
        ...MODES.includes(mode) ? [] : found(container, `containerPortRange (${ranges} of them) needs network mode awsvpc or bridge, and the task has ${mode}`),
        ...ranges <= MOST_RANGES ? [] : found(container, `containerPortRange (${ranges} of them) is more than a container takes, which is ${MOST_RANGES}`),
      ];
    },
    () => overlaps(container),
  )),
});

function found(container: ContainerFacts, detail: string, fix?: string): readonly Result[] {
  return [{ property: ofContainer(container, 'portMappings'), detail, fix }];
}

function single(container: ContainerFacts, port: PortFacts): readonly Result[] {
  if (known(port.containerPort) === undefined && known(port.containerPortRange) === undefined) {
    return found(container, 'containerPort (none) is needed in each port mapping, or a containerPortRange', 'set containerPort, or remove the mapping');
  }
  return each(['containerPort', 'hostPort'] as const, (property) => {
    const number = known(port[property]);
    return number === undefined || (Number.isInteger(number) && number >= 0 && number <= LAST_PORT) ? []
      : found(container, `${property} (${number}) is not a port, which goes from 1 to ${LAST_PORT}`, `set ${property} from 1 to ${LAST_PORT}`);
  });
}

function form(container: ContainerFacts, port: PortFacts): readonly Result[] {
  const text = known(port.containerPortRange);
  if (text === undefined) return [];
  const [, first, last] = (/^(\d+)-(\d+)$/.exec(text) ?? []).map(Number);
  if (first === undefined || last === undefined) return found(container, `containerPortRange (${text}) is not of the form 8000-8010`);
  if (first < 1 || last > LAST_PORT) return found(container, `containerPortRange (${text}) leaves the ports there are, from 1 to ${LAST_PORT}`);
  return first < last ? [] : found(container, `containerPortRange (${text}) does not rise from its first port to its last`);
}

function alone(container: ContainerFacts, port: PortFacts): readonly Result[] {
  const text = known(port.containerPortRange);
  if (text === undefined) return [];
  return each(['containerPort', 'hostPort'] as const, (property) => known(port[property]) === undefined ? []
    : found(container, `${property} (${known(port[property])}) is set beside containerPortRange (${text})`));
}

/** Ranges sorted by where they begin: one that overlaps any overlaps the one before it. */
function overlaps(container: ContainerFacts): readonly Result[] {
  const ranges = known(container.ports).flatMap(rangeOf).sort((a, b) => a.protocol.localeCompare(b.protocol) || a.first - b.first);
  if (!ranges.some(({ text }) => text.includes('-'))) return [];
  return ranges.flatMap((range, index) => {
    const before = ranges[index - 1];
    return before === undefined || before.protocol !== range.protocol || before.last < range.first ? []
      : found(container, `containerPortRange (${before.text}) overlaps ${range.text}`, 'let each port of a container be in one mapping');
  });
}

function rangeOf(port: PortFacts): readonly Range[] {
  const text = known(port.containerPortRange) ?? known(port.containerPort)?.toString();
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(text ?? '') ?? [];
  return text === undefined || first === undefined ? [] : [{ text, first: Number(first), last: Number(last), protocol: known(port.protocol) }];
}
