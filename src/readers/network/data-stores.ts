import { readReferredSecurityGroup } from './security-groups';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { keyOf, list, outside, resourceIn } from '../../cloudformation/value-helpers';
import type { DataStoreFacts } from '../../facts/data-store';
import { Unknown, type Fact } from '../../facts/fact';
import { table } from '../../facts/table';

/** Property with the security groups of a data store, and its port where it is always the same. */
interface Kind {
  readonly groups: string;
  readonly port?: number;
}

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['AWS::RDS::DBInstance', { groups: 'VPCSecurityGroups' }],
  ['AWS::RDS::DBCluster', { groups: 'VpcSecurityGroupIds' }],
  ['AWS::DocDB::DBCluster', { groups: 'VpcSecurityGroupIds', port: 27017 }],
  ['AWS::Neptune::DBCluster', { groups: 'VpcSecurityGroupIds', port: 8182 }],
  ['AWS::ElastiCache::ReplicationGroup', { groups: 'SecurityGroupIds', port: 6379 }],
  ['AWS::ElastiCache::ServerlessCache', { groups: 'SecurityGroupIds' }],
  ['AWS::ElastiCache::CacheCluster', { groups: 'VpcSecurityGroupIds' }],
]);

const PORTS: Readonly<Record<string, number>> = table({
  'postgres': 5432, 'mysql': 3306, 'mariadb': 3306, 'aurora-mysql': 3306, 'redis': 6379, 'valkey': 6379, 'memcached': 11211,
});

/** The data stores of the app whose endpoints or secrets the containers of a task definition get. */
export function readDataStores(value: Value): Fact<readonly DataStoreFacts[]> {
  const task = resourceIn(value, 'AWS::ECS::TaskDefinition');
  if (!task) return new Unknown(outside(value));
  const containers = task.properties.get('ContainerDefinitions').items();
  if (containers instanceof Unknown) return containers;
  const stores = new Set(containers.flatMap((container) => [...inEnvironment(container), ...inSecrets(container)]));
  return [...stores].map(readStore);
}

function inEnvironment(container: Value): readonly Resource[] {
  const items = container.get('Environment').items();
  return items instanceof Unknown ? [] : items.flatMap((item) => item.get('Value').pieces()).flatMap((piece) => (
    piece instanceof Reference && KINDS.has(piece.resource.type) && /end-?point/i.test(piece.attribute ?? '') ? [piece.resource] : []
  ));
}

/** A secret that RDS makes belongs to its database, and an attachment ties another one to it. */
function inSecrets(container: Value): readonly Resource[] {
  const items = container.get('Secrets').items();
  const pieces = items instanceof Unknown ? [] : items.flatMap((item) => item.get('ValueFrom').pieces());
  return pieces.flatMap((piece) => {
    if (!(piece instanceof Reference)) return [];
    const { resource } = piece;
    const store = resource.type === 'AWS::SecretsManager::SecretTargetAttachment' ? resourceIn(resource.properties.get('TargetId'), ...KINDS.keys()) : resource;
    return store && KINDS.has(store.type) ? [store] : [];
  });
}

function readStore(store: Resource): DataStoreFacts {
  const { groups } = KINDS.get(store.type)!;
  const named = store.properties.get(groups);
  return {
    id: keyOf(store),
    name: store.logicalId,
    port: readPort(store),
    securityGroups: named.isSet() === false ? new Unknown('it has the default security group of its VPC') : list(named, readReferredSecurityGroup),
  };
}

function readPort({ type, properties }: Resource): Fact<number> {
  const own = properties.get('Port').number();
  if (own !== undefined) return own;
  const fixed = KINDS.get(type)!.port;
  if (fixed !== undefined) return fixed;
  const engine = properties.get('Engine').text();
  return typeof engine === 'string' && engine in PORTS ? PORTS[engine] : new Unknown('the port of the data store is not in the template');
}
