import { argumentOf, intrinsic } from '../../cloudformation/intrinsic';
import { asRecord } from '../../cloudformation/json';
import type { Value } from '../../cloudformation/value';
import { Unknown, type Fact } from '../../facts/fact';

/** Name of the Systems Manager parameter that the image of instances comes from. */
export function readImageParameter(imageId: Value): Fact<string | undefined> {
  const written = parameterDefault(imageId);
  if (written !== undefined) return written;
  const text = imageId.text();
  if (text === undefined || text instanceof Unknown) return text;
  return RESOLVED.exec(text)?.[1];
}

// EC2 resolves it at launch, or CloudFormation when the stack is deployed; a version may follow.
const RESOLVED = /^(?:\{\{)?resolve:ssm:([\w./-]+?)(?::\d+)?(?:\}\})?$/;

/** The CDK looks an image up by a parameter of the template, whose default is the name. */
function parameterDefault({ json, template }: Value): string | undefined {
  if (intrinsic(json) !== 'Ref') return undefined;
  const { Type, Default } = asRecord(template.parameters[String(argumentOf(json))]);
  return typeof Type === 'string' && Type.startsWith('AWS::SSM::Parameter::Value<') && typeof Default === 'string' ? Default : undefined;
}
