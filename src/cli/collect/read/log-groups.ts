import { Unknown, type Fact } from '../../../facts/fact';
import { CALLS } from '../calls';
import { unique, type Context } from '../context';
import { describe, someOf } from '../describe';
import { allPages } from '../pages';
import { sessionRecordsOf } from '../session-records';
import type { Cluster, LogGroup, Service, TaskDefinition } from '../shapes';

type DefinitionOf = (service: Service) => Fact<TaskDefinition>;

/** The log groups in this region that containers write to with `awslogs`, and that sessions of ECS Exec are recorded in. */
export async function readLogGroups(
  { aws, region, say }: Context, services: readonly Service[], definitionOf: DefinitionOf, clusterOf: (service: Service) => Cluster,
): Promise<(service: Service) => Fact<ReadonlyMap<string, LogGroup | undefined>>> {
  const namesOf = (service: Service, definition: Fact<TaskDefinition>) => (
    unique([...logGroupNames(definition, region), sessionRecordsOf(service, clusterOf(service))?.group]));
  const ids = unique(services.flatMap((service) => namesOf(service, definitionOf(service))));
  const read = await describe<object, object, LogGroup>(aws, {
    call: CALLS.describeLogGroups,
    ids,
    read: async (logGroupIdentifiers) => {
      const items = await allPages(aws, CALLS.describeLogGroups, { logGroupIdentifiers: [...logGroupIdentifiers] }, (page) => page.logGroups);
      const there = new Set(items.map(({ logGroupName }) => logGroupName));
      return { items, missing: logGroupIdentifiers.filter((name) => !there.has(name)) };
    },
    idOf: ({ logGroupName }) => logGroupName,
    onAnswered: () => say(`${ids.length} log groups`),
  });
  return (service) => {
    const definition = definitionOf(service);
    if (definition instanceof Unknown) return definition;
    const names = namesOf(service, definition);
    const found = someOf(read, names);
    return found instanceof Unknown ? found : new Map(names.map((name) => [name, read.found.get(name)]));
  };
}

function logGroupNames(definition: Fact<TaskDefinition>, region: string): string[] {
  if (definition instanceof Unknown) return [];
  return unique((definition.containerDefinitions ?? []).map(({ logConfiguration }) => {
    const { 'awslogs-group': name, 'awslogs-region': where = region } = logConfiguration?.options ?? {};
    return logConfiguration?.logDriver === 'awslogs' && where === region ? name : undefined;
  }));
}
