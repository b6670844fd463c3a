import { CfnResource, type Stack } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { asRecord } from '../cloudformation/json';
import type { Resource } from '../cloudformation/template';

/** Finds the constructs that resources of synthesized templates are made from. */
export class ConstructPaths {
  private readonly paths = new Map<Resource, string | undefined>();
  private readonly known = new Map<string, ReadonlyMap<string, CfnResource>>();

  public constructor(private readonly stacks: ReadonlyMap<string, Stack>) {}

  /** The path of the construct a resource is made from; `undefined` when no stack of the app has it. */
  public of(resource: Resource): string | undefined {
    if (!this.paths.has(resource)) this.paths.set(resource, this.find(resource));
    return this.paths.get(resource);
  }

  private find(resource: Resource): string | undefined {
    const stack = this.stacks.get(resource.template.source.id);
    if (!stack) return undefined;
    const made = byMetadata(stack, resource) ?? this.ofType(stack, resource.type).get(resource.logicalId);
    return made?.node.path;
  }

  // Logical ids are tokens and slow to resolve: only those of one type are asked, and only once.
  private ofType(stack: Stack, type: string): ReadonlyMap<string, CfnResource> {
    const key = `${stack.node.path}\n${type}`;
    const made = this.known.get(key) ?? new Map(resourcesIn(stack, type).map((resource) => [logicalIdOf(stack, resource), resource]));
    this.known.set(key, made);
    return made;
  }
}

// An app may switch the metadata off, and a template that was included may bring the paths of another app.
function byMetadata(stack: Stack, resource: Resource): CfnResource | undefined {
  const path = asRecord(resource.metadata)['aws:cdk:path'];
  if (typeof path !== 'string') return undefined;
  const found = path.split('/').reduce<IConstruct | undefined>((construct, id) => construct?.node.tryFindChild(id), stack.node.root);
  const isIt = found && CfnResource.isCfnResource(found) && found.stack === stack && logicalIdOf(stack, found) === resource.logicalId;
  return isIt ? found : undefined;
}

function logicalIdOf(stack: Stack, made: CfnResource): string {
  return stack.resolve(made.logicalId) as string;
}

// A nested stack is below its parent and has a template of its own.
function resourcesIn(stack: Stack, type: string): readonly CfnResource[] {
  const found: CfnResource[] = [];
  const visit = (at: IConstruct): void => {
    if (CfnResource.isCfnResource(at) && at.cfnResourceType === type && at.stack === stack) found.push(at);
    at.node.children.forEach(visit);
  };
  visit(stack);
  return found;
}
