import { defineGotcha, each, type Result } from '../definition';
import type { ReferenceFacts } from '../../facts/reference';

export const tdReferenceMisfit = defineGotcha({
  id: 'td-reference-misfit',
  title: 'A reference that yields something else than the property takes',
  consequence: 'rejected',
  symptom: 'The stack rolls back with an ARN or an id that `is not valid`, `Unable to assume role and validate the specified targetGroupArn` among them.',
  why: 'Ref yields the name of one resource, the id of another and the ARN of a third. The text goes to the API as it is, and no tool sees before that it is none of what the property takes.',
  rule: 'Target groups, load balancers and listeners are referred to by `Ref`, a Cloud Map service and a role of a target by `Arn`, security groups, subnets and file systems by their ids, log groups and parameters by `Ref`, which is their name.',
  fix: 'refer to the resource by Ref or by the attribute that the property takes',
  docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/resources-section-structure.html',
  levels: ['synth'],
  avoidedBy: 'The CDK refers to its own constructs by what each property takes.',
  subject: 'task',
  alsoOn: ['service', 'taskLaunch', 'listener', 'listenerRule'],
  needs: ['misreferred'],
  check: ({ misreferred }) => each(misreferred, (one) => [finding(one)]),
});

function finding({ path, written, needed, right, failsAtStart }: ReferenceFacts): Result {
  return {
    property: path,
    ...(failsAtStart ? { consequence: 'never-works' as const } : {}),
    detail: `${path} (${written}) is not ${needed}`,
    fix: right === undefined ? `refer to ${needed}` : `write ${right}`,
  };
}
