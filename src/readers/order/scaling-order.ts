import { policiesNamedBy } from '../scaling/scaling-policies';
import { waitsForOneOf } from '../../cloudformation/creation-order';
import { argumentOf, intrinsic } from '../../cloudformation/intrinsic';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { textKey } from '../../cloudformation/value-helpers';

/** True if a scalable target waits for the service of its stack that it scales; `undefined`: the stack has no such service. */
export function readServiceAwaited(target: Resource): boolean | undefined {
  const id = target.properties.get('ResourceId');
  if (id.pieces().some((piece) => piece instanceof Reference && piece.resource.type === 'AWS::ECS::Service')) return true;
  const name = lastSegment(id);
  if (name === undefined) return undefined;
  const services = target.template.app.ofType('AWS::ECS::Service').filter((service) => service.template === target.template && nameOf(service) === name);
  return services.length === 0 ? undefined : waitsForOneOf(target, new Set(services));
}

/** Policies of its stack that name a scalable target by its resource id, and that CloudFormation may create before it. */
export function readUnawaitingPolicies(target: Resource): readonly string[] {
  return policiesNamedBy(target)
    .filter((policy) => policy.template === target.template && !waitsForOneOf(policy, new Set([target])))
    .map(({ logicalId }) => logicalId);
}

function nameOf({ properties }: Resource): string | undefined {
  return keyed(properties.get('ServiceName'));
}

/** Text after the last slash, equal for equal parameters. */
function lastSegment(id: Value): string | undefined {
  const text = keyed(id);
  return text?.includes('/') ? text.slice(text.lastIndexOf('/') + 1) : undefined;
}

/** A text whose parts that only the deployment knows stand in it by their names. */
function keyed(value: Value): string | undefined {
  const known = textKey(value);
  return typeof known === 'string' ? known || undefined : written(value.json);
}

function written(json: unknown): string | undefined {
  if (typeof json === 'string') return json;
  const argument = argumentOf(json);
  switch (intrinsic(json)) {
    case 'Ref': return `<${String(argument)}>`;
    case 'Fn::Sub': return typeof argument === 'string' ? argument.replace(/\$\{([^{}!]+)\}/g, '<$1>') : undefined;
    case 'Fn::Join': return joined(argument);
    default: return undefined;
  }
}

function joined(argument: unknown): string | undefined {
  const [delimiter, parts] = Array.isArray(argument) ? argument as readonly unknown[] : [];
  if (typeof delimiter !== 'string' || !Array.isArray(parts)) return undefined;
  const texts = parts.map(written);
  return texts.every((text) => text !== undefined) ? texts.join(delimiter) : undefined;
}
