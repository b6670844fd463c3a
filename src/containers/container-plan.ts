import { Protocol } from 'aws-cdk-lib/aws-ecs';
import type { ContainerOptions } from './container-options';
import { ContainerPort } from './container-port';
import type { ContainersProps } from './containers-props';

/** A container of the task, before it exists. */
export interface ContainerPlan {
  readonly name: string;
  readonly essential: boolean;
  /** The TCP ports that are mapped one by one. */
  readonly ports: readonly number[];
  /** All mappings: TCP, UDP and ranges. */
  readonly mappings: readonly ContainerPort[];
  readonly options: ContainerOptions;
}

/** Options of containers that do not set them. */
export type ContainerDefaults = Pick<ContainerOptions, 'stopTimeout'>;

/** The containers that the props ask for, the main one first: the task definition's default. */
export function planContainers(
  props: ContainersProps, mainPort?: number, { stopTimeout }: ContainerDefaults = {},
): readonly [ContainerPlan, ...ContainerPlan[]] {
  const withDefaults = <T extends ContainerOptions>(options: T): T => ({ ...options, stopTimeout: options.stopTimeout ?? stopTimeout });
  return [
    {
      name: props.containerName ?? 'app',
      essential: true,
      ...portsOf([...mainPort === undefined ? [] : [mainPort], ...props.containerPorts ?? []], props.ports),
      options: withDefaults(props),
    },
    ...(props.sidecars ?? []).map((sidecar) => ({
      name: sidecar.containerName,
      essential: sidecar.essential ?? true,
      ...portsOf(sidecar.containerPorts ?? [], sidecar.ports),
      options: withDefaults(sidecar),
    })),
  ];
}

/** A port that is named twice is mapped once: ECS accepts each port of a container once. */
function portsOf(numbers: readonly number[], described: readonly ContainerPort[] = []): Pick<ContainerPlan, 'ports' | 'mappings'> {
  const first = [...new Set(numbers)].map((number) => described.find((port) => port._isTcp(number)) ?? ContainerPort.tcp(number));
  const mappings = [...first, ...described.filter((port) => !first.includes(port))];
  const ports = mappings.map(({ _mapping }) => _mapping)
    .filter(({ containerPortRange, protocol }) => protocol === Protocol.TCP && containerPortRange === undefined)
    .map(({ containerPort }) => containerPort);
  return { ports, mappings };
}
