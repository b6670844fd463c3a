import { asRecord } from '../../cloudformation/json';
import { memoize } from '../../cloudformation/memoize';
import type { Template } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import type { LoggingFacts } from '../../facts/logging';

/** The place of findings about the log group of a container, if several of the template log there. */
export function readLogSharing({ json, template }: Value): Pick<LoggingFacts, 'otherLogs' | 'isDescribedElsewhere'> {
  const sharing = sharersOf(template).get(keyOf(json)) ?? [];
  if (sharing.length === 0 || (sharing.length === 1 && sharing[0] === json)) return {};
  return sharing[0] === json ? { otherLogs: sharing.length - 1 } : { isDescribedElsewhere: true };
}

// By how they are written, so that the first is the same whatever values conditions have.
const sharersOf = memoize((template: Template): ReadonlyMap<string, readonly unknown[]> => {
  const sharers = new Map<string, unknown[]>();
  for (const json of Object.values(asRecord(asRecord(template.source.body).Resources))) {
    const { Type, Condition, Properties } = asRecord(json);
    // One that a condition leaves out describes nothing.
    if (Type !== 'AWS::ECS::TaskDefinition' || Condition !== undefined) continue;
    const { ContainerDefinitions } = asRecord(Properties);
    for (const container of Array.isArray(ContainerDefinitions) ? ContainerDefinitions : []) {
      const { LogConfiguration } = asRecord(container);
      const key = keyOf(LogConfiguration);
      sharers.set(key, [...sharers.get(key) ?? [], LogConfiguration]);
    }
  }
  return sharers;
});

function keyOf(logging: unknown): string {
  const { LogDriver, Options } = asRecord(logging);
  return JSON.stringify([LogDriver, asRecord(Options)['awslogs-group']]);
}
