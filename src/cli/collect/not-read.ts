/**
 * A value that was not read, in a form that readers of templates treat as unknown instead of absent: a condition that no template defines.
 * Its name is the reason.
 */
export function notRead(reason: string): unknown {
  return { 'Fn::If': [reason, true, { Ref: 'AWS::NoValue' }] };
}

const GENERIC: readonly (readonly [RegExp, string])[] = [
  [/^condition (.+) decides it$/s, '$1'],
  [/^it is not a resource of this app$|^(.+) is not in this app$|^(.+) is not in the template$/s, 'the doctor does not read it'],
  [/^a scalable target of this app has a resource id .*$/, 'scalable targets were not read'],
];

/** Rewords the reason for an unknown value for an account: readers word it for templates. */
export function reasonOf(unknown: string): string {
  for (const [words, said] of GENERIC) if (words.test(unknown)) return unknown.replace(words, said);
  return unknown;
}
