import { Unknown, type Fact } from '../../../facts/fact';
import { CALLS } from '../calls';
import { unique, type Context } from '../context';
import { describe } from '../describe';
import { allPages } from '../pages';
import type { LogGroup, Service, TaskDefinition } from '../shapes';

type DefinitionOf = (service: Service) => Fact<TaskDefinition>;

/** The log groups that containers write to with `awslogs` in this region. */
export async function readLogGroups(
  { aws, region, say }: Context, services: readonly Service[], definitionOf: DefinitionOf,
): Promise<(service: Service) => Fact<ReadonlyMap<string, LogGroup | undefined>>> {
  const ids = unique(services.flatMap((service) => logGroupNames(definitionOf(service), region)));
  const { found, failed } = await describe<object, object, LogGroup>(aws, {
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
    const lost = names.find((name) => failed.has(name));
    return lost === undefined ? new Map(names.map((name) => [name, found.get(name)])) : new Unknown(failed.get(lost)!);
  };
}

function logGroupNames(definition: Fact<TaskDefinition>, region: string): string[] {
  if (definition instanceof Unknown) return [];
  return unique((definition.containerDefinitions ?? []).map(({ logConfiguration }) => {
    const { 'awslogs-group': name, 'awslogs-region': where = region } = logConfiguration?.options ?? {};
    return logConfiguration?.logDriver === 'awslogs' && where === region ? name : undefined;
  }));
}
