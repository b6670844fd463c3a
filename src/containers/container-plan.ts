import type { ContainerOptions } from './container-options';
import type { ContainersProps } from './containers-props';

/** A container of the task, before it exists. */
export interface ContainerPlan {
  readonly name: string;
  readonly essential: boolean;
  readonly ports: readonly number[];
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
      ports: once([...mainPort === undefined ? [] : [mainPort], ...props.containerPorts ?? []]),
      options: withDefaults(props),
    },
    ...(props.sidecars ?? []).map((sidecar) => ({
      name: sidecar.containerName,
      essential: sidecar.essential ?? true,
      ports: once(sidecar.containerPorts ?? []),
      options: withDefaults(sidecar),
    })),
  ];
}

/** A port that is named twice is mapped once: ECS takes each port of a container once. */
function once(ports: readonly number[]): readonly number[] {
  return [...new Set(ports)];
}
