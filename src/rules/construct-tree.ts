import { Stack, Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/** Constructs of an app that a report needs. */
export interface ConstructTree {
  readonly stacks: readonly Stack[];
  /** Constructs on which something is acknowledged. */
  readonly acknowledging: readonly IConstruct[];
}

/** Reads the constructs of an app in one walk: there are many, and hardly any is needed. */
export function constructTree(root: IConstruct): ConstructTree {
  const stacks: Stack[] = [];
  const acknowledging: IConstruct[] = [];
  const open: IConstruct[] = [root];
  for (let next = open.pop(); next; next = open.pop()) {
    if (Stack.isStack(next)) stacks.push(next);
    if (next.node.metadata.some(isAcknowledgement)) acknowledging.push(next);
    open.push(...next.node.children.reverse());
  }
  return { stacks, acknowledging };
}

/** Returns true if an entry of the metadata of a construct acknowledges findings. */
export function isAcknowledgement({ type }: { readonly type: string }): boolean {
  return type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY;
}
