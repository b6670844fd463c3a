import { Unknown, type Fact } from '../../../facts/fact';
import { fact } from '../call-failed';
import { unique } from '../context';
import { mapOf } from '../lists';
import type { Service, TaskDefinition } from '../shapes';

export type DefinitionOf = (service: Service) => Fact<TaskDefinition>;

/** Things that task definitions name, each read once; what it answers finds those of one service. */
export async function readReferenced<T>(
  services: readonly Service[], definitionOf: DefinitionOf, namesIn: (definition: TaskDefinition) => readonly (string | undefined)[],
  read: (names: readonly string[]) => Promise<(name: string) => Fact<T>>,
): Promise<(service: Service) => Fact<ReadonlyMap<string, T>>> {
  const names = (definition: Fact<TaskDefinition>) => (definition instanceof Unknown ? [] : unique(namesIn(definition)));
  const find = await read(unique(services.flatMap((service) => names(definitionOf(service)))));
  return (service) => {
    const definition = definitionOf(service);
    if (definition instanceof Unknown) return definition;
    const found = new Map<string, T>();
    for (const name of names(definition)) {
      const value = find(name);
      if (value instanceof Unknown) return value;
      found.set(name, value as T);
    }
    return found;
  };
}

/** For calls that accept one name. */
export function oneByOne<T>(readOne: (name: string) => Promise<Fact<T>>) {
  return async (names: readonly string[]): Promise<(name: string) => Fact<T>> => {
    const read = await mapOf(names, (name) => fact(() => readOne(name)));
    return (name) => read.get(name)!;
  };
}
