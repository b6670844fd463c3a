import { argumentOf, intrinsic } from '../../cloudformation/intrinsic';
import { Reference } from '../../cloudformation/resolved';
import { Value } from '../../cloudformation/value';
import { list } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { StepFacts } from '../../facts/scaling';

/** The steps of a step policy. */
export function readSteps(configuration: Value): Fact<readonly StepFacts[]> {
  return list(configuration.get('StepAdjustments'), (step) => ({
    lowerBound: step.get('MetricIntervalLowerBound').number(),
    upperBound: step.get('MetricIntervalUpperBound').number(),
    adjustment: step.get('ScalingAdjustment').number(),
  }));
}

/**
 * A label as it is deployed, with `<Attribute of Id>` for an attribute of a resource and `<part n of Id>` for what is between two slashes
 * of one: the AWS CDK takes the name of a load balancer out of the ARN of its listener.
 */
export function readResourceLabel(label: Value): Fact<string | undefined> {
  const isSet = label.isSet();
  if (isSet !== true) return isSet instanceof Unknown ? isSet : undefined;
  const argument = intrinsic(label.json) === 'Fn::Join' ? argumentOf(label.json) : undefined;
  const [delimiter, parts] = Array.isArray(argument) ? argument as readonly unknown[] : [];
  const texts = typeof delimiter === 'string' && Array.isArray(parts)
    ? [parts.map((part) => partOf(new Value(label.template, part)) ?? written(new Value(label.template, part)))]
    : [[written(label)]];
  return texts[0].find((text) => text instanceof Unknown) ?? texts[0].join(String(delimiter ?? ''));
}

function written(value: Value): Fact<string> {
  const pieces = value.pieces();
  return pieces.find((piece) => piece instanceof Unknown)
    ?? pieces.map((piece) => piece instanceof Reference ? `<${piece.attribute ?? 'Ref'} of ${piece.resource.logicalId}>` : piece).join('');
}

/** `Fn::Select` of `Fn::Split` of something with slashes. */
function partOf({ json, template }: Value): string | undefined {
  if (intrinsic(json) !== 'Fn::Select') return undefined;
  const [index, split] = argumentOf(json) as readonly unknown[];
  if (intrinsic(split) !== 'Fn::Split') return undefined;
  const [delimiter, of] = argumentOf(split) as readonly unknown[];
  const reference = new Value(template, of).pieces()[0];
  if (!(reference instanceof Reference)) return undefined;
  const { logicalId } = reference.resource;
  // What comes last in the ARN of a target group is its full name.
  if (delimiter === ':' && Number(index) === 5) return `<TargetGroupFullName of ${logicalId}>`;
  return delimiter === '/' ? `<part ${String(index)} of ${logicalId}>` : undefined;
}
