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

/** Reasons of values that no call was made for: a greater depth reads them, or no depth does. */
const LEFT_OUT = /^it is read with --depth \w+ only$|^the doctor does not read it$|(?:is|are) not read$|, so it was not read$|^IAM was asked about no other|^fixed targets cannot be distinguished/;

/** Returns true if a value is unknown because a run of this depth, or any run, does not try to read it. */
export function isLeftOut(reason: string): boolean {
  return LEFT_OUT.test(reason);
}
