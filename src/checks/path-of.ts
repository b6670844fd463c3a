import type { Construct } from 'constructs';

/** The path that a construct will have, for errors that come before it is made. */
export function pathOf(scope: Construct, id: string): string {
  return scope.node.path ? `${scope.node.path}/${id}` : id;
}
