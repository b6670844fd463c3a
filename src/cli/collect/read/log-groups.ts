import { Unknown, type Fact } from '../../../facts/fact';
import { CALLS } from '../calls';
import { unique, type Context } from '../context';
import { describe, someOf } from '../describe';
import { allPages } from '../pages';
import type { LogGroup, Service, TaskDefinition } from '../shapes';

type DefinitionOf = (service: Service) => Fact<TaskDefinition>;

/** The log groups that containers write to with `awslogs` in this region. */
export async function readLogGroups(
  { aws, region, say }: Context, services: readonly Service[], definitionOf: DefinitionOf,
): Promise<(service: Service) => Fact<ReadonlyMap<string, LogGroup | undefined>>> {
  const ids = unique(services.flatMap((service) => logGroupNames(definitionOf(service), region)));
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
    const names = logGroupNames(definition, region);
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
