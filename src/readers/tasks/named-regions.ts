import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { list, required } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { NamedRegionFacts } from '../../facts/task';

/** Region of an ARN, which may be cut where the deployment fills in the account, and of an image in ECR. */
const REGION = /:[a-z0-9-]+:([a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2}):(?:\d{12}:|\$\{|$)|\b\d{12}\.dkr[.-]ecr\.([a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2})\.(?:amazonaws|on\.aws)/g;

/** Regions that a task definition and its stack name. */
export function readNamedRegions({ template, properties }: Resource): Fact<readonly NamedRegionFacts[]> {
  const { region } = template.source;
  const ofLogs = list(properties.get('ContainerDefinitions'), (container): readonly NamedRegionFacts[] => {
    const name = container.at('LogConfiguration', 'Options', 'awslogs-region');
    return name.isSet() === false ? [] : [{ where: 'awslogs-region', region: required(name.text()) }];
  });
  if (ofLogs instanceof Unknown) return ofLogs;
  const ofTexts = textsIn(properties).flatMap((text) => [...text.matchAll(REGION)].map(([, ofArn, ofImage]) => (
    { where: ofArn ? 'an ARN' : 'image', region: ofArn ?? ofImage })));
  return [...region === undefined ? [] : [{ where: 'env.region', region }], ...ofLogs.flat(), ...ofTexts];
}

/** Every text of a value as the template writes it. */
function textsIn({ json }: Value): readonly string[] {
  const found: string[] = [];
  // Aliases of YAML share objects, each of which is read once.
  const open = new Set<unknown>([json]);
  for (const next of open) {
    if (typeof next === 'string') found.push(next);
    else if (typeof next === 'object' && next !== null) for (const part of Object.values(next)) open.add(part);
  }
  return found;
}
