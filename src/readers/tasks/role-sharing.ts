import { memoize } from '../../cloudformation/memoize';
import { asRecord } from '../../cloudformation/json';
import type { Resource, Template } from '../../cloudformation/template';
import { Unknown, type Fact } from '../../facts/fact';
import type { RoleFacts } from '../../facts/role';

type Use = 'TaskRoleArn' | 'ExecutionRoleArn';

/** A role as one task definition has it: several of a template with one role have the same findings about it. */
export function withSharing(role: Fact<RoleFacts | undefined>, task: Resource, use: Use): Fact<RoleFacts | undefined> {
  if (role === undefined || role instanceof Unknown) return role;
  const key = keyOf(task.properties.json, use);
  const sharing = key === undefined ? [] : sharersOf(task.template).get(key) ?? [];
  if (sharing.length === 0 || (sharing.length === 1 && sharing[0] === task.logicalId)) return role;
  return sharing[0] === task.logicalId ? { ...role, otherTasks: sharing.length - 1 } : { ...role, isDescribedElsewhere: true };
}

// By how they are written, so that the first is the same whatever values conditions have.
const sharersOf = memoize((template: Template): ReadonlyMap<string, readonly string[]> => {
  const sharers = new Map<string, string[]>();
  for (const [logicalId, json] of Object.entries(asRecord(asRecord(template.source.body).Resources))) {
    const { Type, Condition, Properties } = asRecord(json);
    // One that a condition leaves out describes nothing.
    if (Type !== 'AWS::ECS::TaskDefinition' || Condition !== undefined) continue;
    for (const use of ['TaskRoleArn', 'ExecutionRoleArn'] as const) {
      const key = keyOf(Properties, use);
      if (key !== undefined) sharers.set(key, [...sharers.get(key) ?? [], logicalId]);
    }
  }
  return sharers;
});

/** A role that is both is another matter than one of two. */
function keyOf(properties: unknown, use: Use): string | undefined {
  const { [use]: role, TaskRoleArn, ExecutionRoleArn } = asRecord(properties);
  return role === undefined ? undefined : `${use} ${JSON.stringify(TaskRoleArn) === JSON.stringify(ExecutionRoleArn)} ${JSON.stringify(role)}`;
}
