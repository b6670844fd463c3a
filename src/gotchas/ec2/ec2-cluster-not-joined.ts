import type { CapacityFacts, UserDataFacts, UserDataKind } from '../../facts/capacity';
import { anyKnown, known, Unknown } from '../../facts/fact';
import { defineGotcha, type Finding, type Result } from '../definition';

export const ec2ClusterNotJoined = defineGotcha({
  id: 'ec2-cluster-not-joined',
  title: 'The user data of instances does not bring them into their cluster',
  consequence: 'never-works',
  symptom: 'Instances run, the cluster counts none, and tasks stay in `PROVISIONING`; the agent has made or joined the cluster `default`.',
  why: 'A capacity provider starts instances, and does not set their cluster: the ECS agent reads it from its own settings. User data of another language than the image reads, '
    + 'a script without `#!`, another file, another spelling or another name leave the agent in the cluster "default".',
  rule: 'Images of Amazon Linux get a script that begins with `#!` and writes the line `ECS_CLUSTER=…`, without quotes and spaces, to `/etc/ecs/ecs.config`, those of Bottlerocket TOML with `settings.ecs.cluster` in quotes, those of Windows `<powershell>`. '
    + 'The cluster is the one of the capacity provider.',
  fix: 'write ECS_CLUSTER=<name of the cluster> to /etc/ecs/ecs.config in a script that begins with #!/bin/bash, as cluster.addAsgCapacityProvider() does',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bootstrap_container_instance.html',
  levels: ['synth'],
  avoidedBy: '`Ec2Capacity` writes its cluster into the user data of its instances.',
  subject: 'capacity',
  needs: ['userData'],
  reads: ['imageParameter', 'providerClusters'],
  check: ({ userData, imageParameter, providerClusters }) => {
    const found = unread(userData, imageParameter) ?? misspelt(userData) ?? misplaced(userData)
      ?? elsewhere(userData, imageParameter, providerClusters);
    return found.length === 0 && imageParameter instanceof Unknown ? [{ notChecked: imageParameter.reason }] : found;
  },
});

type System = 'Amazon Linux' | 'Bottlerocket' | 'Windows';

const READ: Readonly<Record<System, readonly [readonly UserDataKind[], string, string]>> = {
  'Amazon Linux': [['none', 'shell', 'cloud-config', 'mime'], 'a script that begins with #!', 'begin the user data with #!/bin/bash'],
  'Bottlerocket': [['none', 'toml'], 'TOML', 'set settings.ecs.cluster in TOML'],
  'Windows': [['none', 'powershell'], '<powershell>', 'call Initialize-ECSAgent in <powershell>'],
};

const KINDS: Readonly<Record<UserDataKind, string>> = {
  'none': 'none', 'shell': 'a shell script', 'cloud-config': 'a cloud-config', 'mime': 'several parts', 'powershell': 'PowerShell', 'toml': 'TOML', 'text': 'without #! in its first line',
};

function wrong(value: string, what: string, fix?: string): readonly Finding[] {
  return [{ property: 'userData', detail: `userData (${value}) ${what}`, fix }];
}

function systemOf(parameter: string): System | undefined {
  if (parameter.startsWith('/aws/service/bottlerocket/')) return 'Bottlerocket';
  if (parameter.startsWith('/aws/service/ami-windows-latest/')) return 'Windows';
  return /^\/aws\/service\/(ecs\/optimized-ami\/amazon-linux|ami-amazon-linux)/.test(parameter) ? 'Amazon Linux' : undefined;
}

function unread(userData: UserDataFacts, imageParameter: CapacityFacts['imageParameter']): readonly Finding[] | undefined {
  const kind = known(userData.kind);
  const parameter = typeof imageParameter === 'string' ? imageParameter : undefined;
  // No image reads a text of no kind; the other kinds are for one.
  const system = parameter === undefined ? undefined : systemOf(parameter);
  if (system === undefined) return kind === 'text' && userData.setsCluster ? wrong(KINDS.text, 'is not run at the start of the instance', READ['Amazon Linux'][2]) : undefined;
  const [kinds, words, fix] = READ[system];
  return kinds.includes(kind) ? undefined : wrong(KINDS[kind], `is not read by ${system}, which reads ${words}`, fix);
}

function misspelt({ misspelt: setting, kind }: UserDataFacts): readonly Finding[] | undefined {
  if (setting !== undefined && kind === 'toml') return wrong(setting, 'is not TOML, and Bottlerocket reads none of it', 'write cluster = "<name of the cluster>" below [settings.ecs], in quotes');
  return setting === undefined ? undefined : wrong(setting, 'is not the setting that the ECS agent reads, line by line', 'write the line ECS_CLUSTER=<name of the cluster>, without spaces and quotes');
}

function misplaced({ kind, setsCluster, writesAgentFile }: UserDataFacts): readonly Finding[] | undefined {
  return kind === 'shell' && setsCluster && !writesAgentFile ? wrong('ECS_CLUSTER', 'is not written to /etc/ecs/ecs.config, where the ECS agent reads it') : undefined;
}

function elsewhere(userData: UserDataFacts, imageParameter: CapacityFacts['imageParameter'], providerClusters: CapacityFacts['providerClusters']): readonly Result[] {
  const clusters = known(providerClusters);
  if (clusters.length === 0) return [];
  if (userData.clusters.length > 0) {
    if (anyKnown(userData.clusters, (joined) => anyKnown(clusters, (cluster) => known(joined) === known(cluster)))) return [];
    const names = userData.clusters.map(known).map((name) => name.slice(name.lastIndexOf('#') + 1));
    return wrong(`ECS_CLUSTER of ${names.join(', ')}`, 'is not the cluster of the capacity provider', 'set ECS_CLUSTER to the cluster of the capacity provider');
  }
  // An image of one's own may bring the setting.
  const parameter = known(imageParameter);
  if (clusters.includes('default')) return [];
  if (parameter === undefined || systemOf(parameter) === undefined) return [{ notChecked: 'the image may set the cluster of its instances' }];
  if (userData.mayFetchMore) return [{ notChecked: 'the user data may get the cluster from elsewhere' }];
  clusters.forEach(known);
  const system = systemOf(parameter);
  return system === 'Bottlerocket' || system === 'Windows'
    ? wrong('without the cluster', 'leaves the instances in the cluster default', READ[system][2])
    : wrong('without ECS_CLUSTER', 'leaves the instances in the cluster default');
}
