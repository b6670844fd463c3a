import type { Construct } from 'constructs';

/** The path that a construct will have, for errors before it is created. */
export function pathOf(scope: Construct, id: string): string {
  return scope.node.path ? `${scope.node.path}/${id}` : id;
}
