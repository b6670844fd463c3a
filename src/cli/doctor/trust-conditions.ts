import { coversPattern } from '../../facts/wildcards';

/** A condition of a trust policy that no task of a cluster meets. */
export interface Exclusion {
  /** Predicate of a sentence about the role. */
  readonly is: string;
  readonly fix: string;
}

interface Statement {
  readonly Effect?: string;
  readonly Principal?: string | { readonly Service?: string | readonly string[] };
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** The condition by which a trust policy excludes the tasks of a cluster; `undefined` if a statement admits them, or if none is for tasks. */
export function excludedBy(trustPolicy: string, clusterArn: string): Exclusion | undefined {
  const forTasks = statementsIn(trustPolicy).filter(isForTasks);
  const denied = forTasks.find(({ Effect, Condition }) => Effect === 'Deny' && Condition === undefined);
  if (denied) return { is: 'denies itself to ecs-tasks.amazonaws.com', fix: 'remove the statement with Deny from the trust policy: it counts more than all that allow' };
  const exclusions = forTasks.filter(({ Effect }) => Effect !== 'Deny').map((statement) => exclusionIn(statement, clusterArn));
  return exclusions.every((one) => one !== undefined) ? exclusions[0] : undefined;
}

/** Returns false if no statement of a trust policy names a service of AWS, such as `ecs`; `undefined` if it can't be read. */
export function trusts(trustPolicy: string, service: string): boolean | undefined {
  const statements = statementsIn(trustPolicy);
  if (statements.length === 0) return undefined;
  return statements.some(({ Effect, Principal }) => Effect === 'Allow' && (
    Principal === '*' || (typeof Principal === 'object' && [Principal.Service ?? []].flat().some((name) => name === '*' || name.startsWith(`${service}.`)))));
}

function statementsIn(policy: string): readonly Statement[] {
  try {
    const { Statement: written } = JSON.parse(policy) as { readonly Statement?: Statement | readonly Statement[] };
    return written === undefined ? [] : [written].flat();
  } catch {
    return [];
  }
}

function isForTasks({ Principal }: Statement): boolean {
  const services = typeof Principal === 'object' ? [Principal.Service ?? []].flat() : [];
  return services.some((service) => service.startsWith('ecs-tasks.'));
}

function exclusionIn({ Condition = {} }: Statement, clusterArn: string): Exclusion | undefined {
  const [, partition, , region, account] = clusterArn.split(':');
  const fix = `set aws:SourceAccount to ${account}, and aws:SourceArn with ArnLike to arn:${partition}:ecs:${region}:${account}:*`;
  const exclusion = (key: string, values: readonly string[], means: string): Exclusion => (
    { is: `trusts ecs-tasks.amazonaws.com only with ${key} (${values.join(', ')}), ${means}`, fix });
  for (const [operator, keys] of Object.entries(Condition)) {
    // Other operators exclude what they name, and a missing key meets the form with IfExists.
    const form = /^(?:ForAnyValue:)?(String|Arn)(Equals|Like|EqualsIgnoreCase)(?:IfExists)?$/.exec(operator);
    if (!form) continue;
    const isLiteral = form[1] === 'String' && form[2] !== 'Like';
    for (const [key, written] of Object.entries(keys)) {
      const values = [written].flat();
      if (/^aws:SourceAccount$/i.test(key) && !values.some((value) => matches(value, account, isLiteral))) {
        return exclusion(key, values, `which is not account ${account} of the cluster`);
      }
      if (!/^aws:SourceArn$/i.test(key)) continue;
      const arns = values.map((value) => misfit(value, [partition, 'ecs', region, account], isLiteral));
      const [means] = arns;
      if (arns.every((one) => one !== undefined) && means !== undefined) return exclusion(key, values, means);
    }
  }
  return undefined;
}

/** The reason for which the ARN of a task can't match a pattern. */
function misfit(pattern: string, [partition, ecs, region, account]: readonly string[], isLiteral: boolean): string | undefined {
  if (pattern === '*') return isLiteral ? 'which is compared literally' : undefined;
  const [, ofPartition = '', ofService = '', ofRegion = '', ofAccount = '', ...rest] = pattern.split(':');
  const parts = [[ofPartition, partition], [ofService, ecs], [ofRegion, region], [ofAccount, account]];
  if (rest.length > 0 && parts.some(([one, is]) => !matches(one, is, isLiteral))) return `which is not ECS in ${region} of account ${account}`;
  if (isLiteral && /[*?]/.test(pattern)) return 'which is compared literally';
  return /^cluster\//.test(rest.join(':')) ? 'which names a single cluster' : undefined;
}

function matches(pattern: string, value: string, isLiteral: boolean): boolean {
  return isLiteral ? pattern === value : coversPattern(pattern, value);
}
