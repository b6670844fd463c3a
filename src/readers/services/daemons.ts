import { DAEMON_TASK } from '../tasks/tasks';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { list, outside, resourceIn } from '../../cloudformation/value-helpers';
import type { DaemonFacts, DaemonProviderFacts } from '../../facts/daemon';
import { Unknown, type Fact } from '../../facts/fact';

const CLUSTER = 'AWS::ECS::Cluster';

/** A daemon of the app. */
export function readDaemon({ properties }: Resource): DaemonFacts {
  return {
    providers: list(properties.get('CapacityProviderArns'), (arn) => readProvider(arn, properties.get('ClusterArn'))),
    definition: readDefinition(properties.get('DaemonTaskDefinitionArn')),
    drainPercent: properties.at('DeploymentConfiguration', 'DrainPercent').number(),
    name: properties.get('DaemonName').text(),
  };
}

/** A provider has no attribute with its ARN, so the ARN contains a reference to its name. */
function readProvider(arn: Value, cluster: Value): DaemonProviderFacts {
  const pieces = arn.pieces();
  const [provider] = pieces.flatMap((piece) => piece instanceof Reference && piece.resource.type === 'AWS::ECS::CapacityProvider' ? [piece.resource] : []);
  if (provider) return { name: provider.logicalId, kind: kindOf(provider), isOfOtherCluster: isOfOther(provider, cluster) };
  const last = pieces.at(-1);
  const fargate = typeof last === 'string' ? /capacity-provider\/(FARGATE(_SPOT)?)$/.exec(last)?.[1] : undefined;
  const unknown = new Unknown(outside(arn));
  return { name: fargate ?? 'outside of this app', kind: fargate ? 'fargate' : unknown, isOfOtherCluster: unknown };
}

function kindOf({ properties }: Resource): DaemonProviderFacts['kind'] {
  const isManaged = properties.get('ManagedInstancesProvider').isSet();
  return isManaged instanceof Unknown ? isManaged : isManaged ? 'managed' : 'group';
}

function isOfOther(provider: Resource, own: Value): Fact<boolean> {
  const name = provider.properties.get('ClusterName');
  const [theirs, ours] = [resourceIn(name, CLUSTER), resourceIn(own, CLUSTER)];
  if (theirs && ours) return theirs !== ours;
  const unread = theirs ? own : name;
  return unread.isSet() === false ? new Unknown('no cluster is named') : new Unknown(outside(unread));
}

function readDefinition(arn: Value): DaemonFacts['definition'] {
  const isSet = arn.isSet();
  if (isSet !== true) return isSet instanceof Unknown ? isSet : undefined;
  if (resourceIn(arn, DAEMON_TASK)) return 'daemon';
  if (resourceIn(arn, 'AWS::ECS::TaskDefinition')) return 'ordinary';
  const last = arn.pieces().at(-1);
  const kind = typeof last === 'string' ? /[:/](daemon-)?task-definition\//.exec(last) : null;
  return kind ? kind[1] ? 'daemon' : 'ordinary' : new Unknown(outside(arn));
}
