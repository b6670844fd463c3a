import { CfnElement, Stack } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { asRecord, type Resource } from '../readers/template';

/** The path of the construct a resource is made from; `undefined` when no stack of the app has it. */
export function constructPathOf(stack: Stack | undefined, resource: Resource): string | undefined {
  if (!stack) return undefined;
  const element = byMetadata(stack, resource) ?? elementsIn(stack).find((candidate) => isMadeFrom(stack, candidate, resource));
  return element?.node.path;
}

// Much faster than asking each element; an app may switch it off, and a template that was included may bring the paths of another app.
function byMetadata(stack: Stack, resource: Resource): CfnElement | undefined {
  const path = asRecord(resource.metadata)['aws:cdk:path'];
  if (typeof path !== 'string') return undefined;
  const found = path.split('/').reduce<IConstruct | undefined>((construct, id) => construct?.node.tryFindChild(id), stack.node.root);
  return found && CfnElement.isCfnElement(found) && isMadeFrom(stack, found, resource) ? found : undefined;
}

function isMadeFrom(stack: Stack, element: CfnElement, resource: Resource): boolean {
  return element.stack === stack && stack.resolve(element.logicalId) === resource.logicalId;
}

function elementsIn(construct: IConstruct): readonly CfnElement[] {
  const below = construct.node.children.flatMap(elementsIn);
  return CfnElement.isCfnElement(construct) ? [construct, ...below] : below;
}
