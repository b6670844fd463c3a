import { circleBefore } from '../../cloudformation/creation-order';
import type { Resource } from '../../cloudformation/template';

/** Resources of the template of a service that wait for each other in a circle, for the first service that waits for them. */
export function readCircle(service: Resource): readonly string[] {
  const circle = circleBefore(service);
  if (circle.length === 0) return [];
  const others = service.template.app.ofType('AWS::ECS::Service').filter(({ template }) => template === service.template);
  const first = others.find((other) => circleBefore(other).some((one) => circle.includes(one)));
  return first === service ? circle.map(({ logicalId }) => logicalId) : [];
}
