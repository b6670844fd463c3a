import { Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** The message of the error that the call ends with; no error fails the test. */
export function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect(['Error', 'ValidationFailedWithErrors']).toContain((error as Error).name);
    const { message } = error as Error;
    expect(Token.isUnresolved(message)).toBe(false);
    return message;
  }
  throw new Error('nothing was refused');
}

/** Message of a construct that is refused before anything of it is created. */
export function refusalOf(scope: Construct, id: string, create: (scope: Construct, id: string) => unknown): string {
  const message = messageOf(() => create(scope, id));
  expect(scope.node.tryFindChild(id)).toBeUndefined();
  expect(message).toContain(`  at:   ${scope.node.path}/${id}`);
  expect(message).toMatch(/^ {2}fix: {2}\S/m);
  return message;
}
