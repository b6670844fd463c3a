import { coversPattern } from '../../facts/wildcards';

interface Statement {
  readonly Effect?: string;
  readonly Principal?: string | { readonly AWS?: string | readonly string[] };
  readonly NotPrincipal?: unknown;
  readonly Action?: string | readonly string[];
  readonly NotAction?: unknown;
  readonly Resource?: string | readonly string[];
  readonly NotResource?: unknown;
  readonly Condition?: unknown;
}

interface Question {
  /** `undefined`: the call is signed by AWS. */
  readonly role?: string;
  readonly action: string;
  readonly resource: string;
}

/** Returns true if the policy of an endpoint is sure to refuse a call. Statements with conditions may allow it, and are not taken to deny it. */
export function refuses(policy: string, question: Question): boolean {
  const statements = statementsIn(policy);
  if (statements === undefined) return false;
  const matching = statements.filter((statement) => mayMatch(statement, question));
  return matching.some((statement) => statement.Effect === 'Deny' && isPlain(statement)) || !matching.some(({ Effect }) => Effect === 'Allow');
}

function statementsIn(policy: string): readonly Statement[] | undefined {
  try {
    const { Statement: written } = JSON.parse(policy) as { readonly Statement?: Statement | readonly Statement[] };
    return written === undefined ? undefined : [written].flat();
  } catch {
    return undefined;
  }
}

function isPlain({ NotPrincipal, NotAction, NotResource, Condition }: Statement): boolean {
  return [NotPrincipal, NotAction, NotResource, Condition].every((part) => part === undefined);
}

function mayMatch({ Principal, Action = [], NotAction, Resource = [], NotResource }: Statement, { role, action, resource }: Question): boolean {
  const isAction = NotAction !== undefined || [Action].flat().some((pattern) => coversPattern(pattern.toLowerCase(), action.toLowerCase()));
  const isResource = NotResource !== undefined || [Resource].flat().some((pattern) => pattern.includes('${') || coversPattern(pattern, resource));
  return isAction && isResource && isPrincipal(Principal, role);
}

function isPrincipal(principal: Statement['Principal'], role: string | undefined): boolean {
  if (principal === undefined || typeof principal === 'string' || role === undefined) return true;
  const account = role.split(':')[4];
  return [principal.AWS ?? []].flat().some((one) => one === '*' || one === role || one === account || one.endsWith(`:${account}:root`) || one.includes(':sts:'));
}
