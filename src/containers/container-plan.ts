import type { ContainerOptions } from './container-options';
import type { ContainersProps } from './containers-props';

/** A container of the task, before it exists. */
export interface ContainerPlan {
  readonly name: string;
  readonly essential: boolean;
  readonly ports: readonly number[];
  readonly options: ContainerOptions;
}

/** The containers that the props ask for, the main one first: the task definition's default. */
export function planContainers(props: ContainersProps, mainPort?: number): readonly [ContainerPlan, ...ContainerPlan[]] {
  return [
    {
      name: props.containerName ?? 'app',
      essential: true,
      ports: once([...mainPort === undefined ? [] : [mainPort], ...props.containerPorts ?? []]),
      options: props,
    },
    ...(props.sidecars ?? []).map((sidecar) => ({
      name: sidecar.containerName,
      essential: sidecar.essential ?? true,
      ports: once(sidecar.containerPorts ?? []),
      options: sidecar,
    })),
  ];
}

/** A port that is named twice is mapped once: ECS takes each port of a container once. */
function once(ports: readonly number[]): readonly number[] {
  return [...new Set(ports)];
}
