import { refuse } from '../gotchas/enforce';

/** Throws unless a value is left out or has the member by which a class of it is known. */
export function checkKind(at: string, property: string, value: unknown, member: string, kind: string): void {
  if (value === undefined || hasMember(value, member)) return;
  refuse({
    headline: `${property} is ${typeof value === 'string' ? `'${value}'` : `of the type ${typeof value}`}, it must be ${kind.split(':')[0]}`,
    at,
    property,
    fix: `pass ${kind}`,
  });
}

/** Throws for a credential that is no reference to a secret. Its text is not printed. */
export function checkSecret(at: string, property: string, value: unknown): void {
  if (value === undefined || hasMember(value, 'arn')) return;
  refuse({
    headline: `${property} is of the type ${typeof value}, it must be an ecs.Secret`,
    at,
    property,
    why: 'Every principal that may describe the task definition can read what is written in it.',
    fix: 'pass ecs.Secret.fromSecretsManager(secret)',
    docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
  });
}

function hasMember(value: unknown, member: string): boolean {
  return typeof value === 'object' && value !== null && member in value;
}
