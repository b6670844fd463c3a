import { addBalancing } from './balancing';
import { addCapacity } from './capacity';
import { addNetwork } from './network';
import { Resources } from './resources';
import { addScaling } from './scaling';
import { addService } from './services';
import { spelledForTemplates } from './spelling';
import { addTaskDefinition } from './task-definitions';
import type { TemplateSource } from '../../../cloudformation/template';
import type { Account, LiveCluster } from '../../collect/account';

/** An account as readers of templates take it: one template a cluster, so that each check of the catalogue runs on it as it is. */
export function asTemplates(account: Account): readonly TemplateSource[] {
  return account.clusters.map((cluster) => ({
    id: cluster.cluster.clusterArn ?? cluster.cluster.clusterName ?? '',
    region: account.region,
    account: cluster.cluster.clusterArn?.split(':')[4],
    body: { Resources: resourcesOf(cluster) },
  }));
}

function resourcesOf(live: LiveCluster): Readonly<Record<string, unknown>> {
  const resources = new Resources();
  addCluster(resources, live);
  for (const service of live.services) {
    // Before the load balancers, which know less of the same subnets.
    addNetwork(resources, service);
    addTaskDefinition(resources, service);
    addBalancing(resources, service);
    addScaling(resources, service);
    addService(resources, service);
  }
  return resources.all();
}

function addCluster(resources: Resources, live: LiveCluster): void {
  const { settings, ...same } = live.cluster;
  resources.add(live.cluster.clusterArn, 'AWS::ECS::Cluster', spelledForTemplates({ ...same, clusterSettings: settings }) as object);
  addCapacity(resources, live);
}
