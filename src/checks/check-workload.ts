import { readProps } from './read-props';
import { written } from './written';
import { refuse } from '../gotchas/enforce';

/** Property that only services of this library have. */
interface Workload {
  readonly service: object;
  readonly mainContainer: object;
}

/** Property that only services of this library have, and those that are imported for scaling. */
interface Scalable {
  readonly clusterName: string;
}

/** The properties of a part as they are used. Throws for one that is required and left out, and for a service that is none. */
export function readPartProps<P extends { readonly service: Workload }>(at: string, props: P, required: readonly (keyof P & string)[] = []): P {
  const read = readProps(at, props, ['service', ...required]);
  checkWorkload(at, read.service);
  return read;
}

/** The properties of a part that scales a service, which needs its names only. */
export function readScalingProps<P extends { readonly service: Scalable }>(at: string, props: P, required: readonly (keyof P & string)[] = []): P {
  const read = readProps(at, props, ['service', ...required]);
  if (read.service.clusterName) return read;
  if (typeof read.service === 'object' && 'cluster' in read.service && !('taskDefinition' in read.service)) refuseUnwrappedImport(at);
  checkWorkload(at, read.service as unknown as Workload);
  return read;
}

/** The properties of a part that attaches to a task too. Throws for one that is required and left out. */
export function readTaskPartProps<P extends { readonly service: Pick<Workload, 'mainContainer'> }>(at: string, props: P, required: readonly (keyof P & string)[] = []): P {
  const read = readProps(at, props, ['service', ...required]);
  if (!read.service.mainContainer) checkWorkload(at, read.service as unknown as Workload);
  return read;
}

/** Throws for a service that a part can't be attached to. The types rule it out, except in JavaScript. */
export function checkWorkload(at: string, workload: Workload | undefined, property = 'service'): void {
  if (workload?.service && workload.mainContainer) return;
  refuse({
    headline: `${property} is ${written(workload)}, it must be a service of this library`,
    at,
    property,
    fix: `wrap it: ${property}: EcsWorkload.fromService(${workload?.service ? 'pattern.service' : 'service'})`,
  });
}

function refuseUnwrappedImport(at: string): never {
  return refuse({
    headline: 'service is an imported service, it must be wrapped',
    at,
    property: 'service',
    fix: 'wrap it: service: EcsWorkload.fromImportedService(service)',
  });
}
