import { CfnResource, type Stack } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { asRecord, type Resource } from '../readers/template';

/** Finds the constructs that resources of synthesized templates are made from. */
export class ConstructPaths {
  private readonly byStack = new Map<Stack, Map<string, CfnResource[]>>();

  public constructor(private readonly stacks: ReadonlyMap<string, Stack>) {}

  /** The path of the construct a resource is made from; `undefined` when no stack of the app has it. */
  public of(resource: Resource): string | undefined {
    const stack = this.stacks.get(resource.template.source.id);
    if (!stack) return undefined;
    const made = byMetadata(stack, resource) ?? this.ofType(stack, resource.type).find((candidate) => isMadeFrom(stack, candidate, resource));
    return made?.node.path;
  }

  // Logical ids are tokens and slow to resolve: only those of one type are asked.
  private ofType(stack: Stack, type: string): readonly CfnResource[] {
    const byType = this.byStack.get(stack) ?? new Map<string, CfnResource[]>();
    if (byType.size === 0) collect(stack, byType);
    this.byStack.set(stack, byType);
    return byType.get(type) ?? [];
  }
}

// An app may switch the metadata off, and a template that was included may bring the paths of another app.
function byMetadata(stack: Stack, resource: Resource): CfnResource | undefined {
  const path = asRecord(resource.metadata)['aws:cdk:path'];
  if (typeof path !== 'string') return undefined;
  const found = path.split('/').reduce<IConstruct | undefined>((construct, id) => construct?.node.tryFindChild(id), stack.node.root);
  return found && CfnResource.isCfnResource(found) && isMadeFrom(stack, found, resource) ? found : undefined;
}

function isMadeFrom(stack: Stack, made: CfnResource, resource: Resource): boolean {
  return made.stack === stack && stack.resolve(made.logicalId) === resource.logicalId;
}

function collect(construct: IConstruct, byType: Map<string, CfnResource[]>): void {
  if (CfnResource.isCfnResource(construct)) byType.set(construct.cfnResourceType, [...(byType.get(construct.cfnResourceType) ?? []), construct]);
  construct.node.children.forEach((child) => collect(child, byType));
}
