import { CannotLook } from '../verb';

/** The region to read: that of `--region`, else that of the named ARNs; `undefined` leaves it to the profile and the environment. */
export function regionOf(given: string | undefined, named: readonly string[]): string | undefined {
  if (given !== undefined && !REGION.test(given)) throw new CannotLook(`--region (${given}) must be a region such as eu-west-1`);
  const [first, second] = new Set([...given === undefined ? [] : [given], ...named.flatMap((name) => regionIn(name) ?? [])]);
  if (second === undefined) return first;
  throw new CannotLook(given === undefined
    ? `the ARNs are of ${first} and of ${second}: a run reads one region`
    : `--region (${given}) contradicts an ARN, which is of ${second}: leave it out`);
}

const REGION = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

function regionIn(nameOrArn: string): string | undefined {
  return /^arn:[^:]+:ecs:([^:]+):/.exec(nameOrArn)?.[1];
}
