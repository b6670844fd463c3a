import { CfnResource } from 'aws-cdk-lib/core';
import type { Type } from './assembly';
import { run } from '../docs/run';

/** Types of the resources that the example of a class creates, with their number. What the example takes for granted is left out. */
export function madeBy(type: Type): ReadonlyMap<string, number> {
  const made = new Map<string, number>();
  if (type.docs?.example === undefined) return made;
  const app = run({ code: type.docs.example, marks: [], place: type.name });
  app.synth();
  for (const { cfnResourceType, node } of app.node.findAll().filter((construct) => CfnResource.isCfnResource(construct))) {
    const [, construct = ''] = node.path.split('/');
    if (construct.startsWith('Given') || cfnResourceType === 'AWS::CDK::Metadata') continue;
    made.set(cfnResourceType, (made.get(cfnResourceType) ?? 0) + 1);
  }
  return made;
}
