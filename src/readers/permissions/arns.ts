import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { TextPiece } from '../../cloudformation/text-pieces';
import type { Value } from '../../cloudformation/value';
import { keyOf } from '../../cloudformation/value-helpers';
import { markedName } from '../../facts/arn';
import { Unknown, type Fact } from '../../facts/fact';
import { HOLE, MADE_UP } from '../../facts/image';
import { table } from '../../facts/table';

interface Form {
  /** The property with the name of the resource. */
  readonly name: string;
  readonly arn: (name: string) => string;
  readonly isLowerCase?: boolean;
}

const of = (service: string, kind: string, end = '') => (name: string): string => `arn:${HOLE}:${service}:${HOLE}:${HOLE}:${kind}${name}${end}`;

const FORMS: Readonly<Record<string, Form>> = table({
  'AWS::ECR::Repository': { name: 'RepositoryName', arn: of('ecr', 'repository/'), isLowerCase: true },
  'AWS::Lambda::Function': { name: 'FunctionName', arn: of('lambda', 'function:') },
  'AWS::S3::Bucket': { name: 'BucketName', arn: (name) => `arn:${HOLE}:s3:::${name}`, isLowerCase: true },
  'AWS::Logs::LogGroup': { name: 'LogGroupName', arn: of('logs', 'log-group:', ':*') },
});

/** An ARN as a policy writes it, with a `HOLE` for what only the deployment knows and marked names for resources of the app. */
export function readArn(value: Value): Fact<string> {
  const pieces = value.pieces();
  if (pieces.length === 0) return new Unknown('a policy names its resources in a form that is not a text');
  return pieces.map(textOfArn).join('');
}

/** A part of a text, in which a resource of the app has a marked name. */
export function textOfArn(piece: TextPiece): string {
  if (typeof piece === 'string') return piece;
  const form = piece instanceof Reference ? FORMS[piece.resource.type] : undefined;
  if (!form || !(piece instanceof Reference)) return HOLE;
  if (piece.attribute === 'Arn') return form.arn(nameOf(piece.resource));
  return piece.attribute === undefined ? nameOf(piece.resource) : HOLE;
}

/** The marked name of a repository, a function or a log group of the app. */
export function nameOf(resource: Resource): string {
  const { name, isLowerCase } = FORMS[resource.type];
  const written = resource.properties.get(name);
  // CloudFormation makes a name of the stack, the logical id and a random end.
  const made = `${MADE_UP}-${isLowerCase ? resource.logicalId.toLowerCase() : resource.logicalId}-${MADE_UP}`;
  const text = written.json === undefined ? made : written.pieces().map((piece) => typeof piece === 'string' ? piece : HOLE).join('');
  return markedName(keyOf(resource), text);
}
