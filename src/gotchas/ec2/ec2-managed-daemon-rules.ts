import type { DaemonProviderFacts } from '../../facts/daemon';
import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Finding } from '../definition';

export const ec2ManagedDaemonRules = defineGotcha({
  id: 'ec2-managed-daemon-rules',
  title: 'A managed daemon where ECS runs none',
  consequence: 'never-works',
  symptom: 'Creating the daemon fails with an `InvalidParameterException`, or no instance has a task of it.',
  why: 'A managed daemon runs on Managed Instances, one task on each instance of its capacity providers, from a task definition of its own kind: on Fargate and in Auto Scaling groups ECS runs none.',
  rule: 'Each of `capacityProviderArns` is a provider of Managed Instances in the cluster of the daemon, `daemonTaskDefinitionArn` is a daemon task definition, and `drainPercent` is from 0 to 100.',
  fix: 'name capacity providers with managedInstancesProvider, of the cluster of the daemon',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons.html',
  levels: ['synth'],
  subject: 'daemon',
  needs: [],
  reads: ['providers', 'definition', 'drainPercent'],
  check: ({ providers, definition, drainPercent }) => all(
    () => known(providers).length === 0 ? [{ property: 'capacityProviderArns', detail: 'capacityProviderArns (none) are where the daemon runs', consequence: 'rejected' }] : [],
    () => each(known(providers), (provider) => all(() => unfit(provider), () => elsewhere(provider))),
    () => ofDefinition(known(definition)),
    () => {
      const percent = known(drainPercent);
      return percent === undefined || (percent >= 0 && percent <= 100) ? [] : [{
        property: 'deploymentConfiguration.drainPercent', detail: `drainPercent (${percent}) is not from 0 to 100`, fix: 'set drainPercent from 0 to 100', consequence: 'rejected',
      }];
    },
  ),
});

function unfit({ name, kind }: DaemonProviderFacts): readonly Finding[] {
  const where = { managed: undefined, group: 'is an Auto Scaling group', fargate: 'has no instances' }[known(kind)];
  return where === undefined ? [] : [{ property: 'capacityProviderArns', detail: `capacityProvider (${name}) ${where}, and managed daemons run on Managed Instances alone` }];
}

function elsewhere({ name, kind, isOfOtherCluster }: DaemonProviderFacts): readonly Finding[] {
  return known(kind) !== 'managed' || !known(isOfOtherCluster) ? [] : [{ property: 'capacityProviderArns', detail: `capacityProvider (${name}) belongs to another cluster than the daemon` }];
}

function ofDefinition(definition: 'daemon' | 'ordinary' | undefined): readonly Finding[] {
  const fix = 'name an AWS::ECS::DaemonTaskDefinition';
  if (definition === undefined) return [{ property: 'daemonTaskDefinitionArn', detail: 'daemonTaskDefinitionArn (not set) is what the daemon runs', fix, consequence: 'rejected' }];
  return definition === 'daemon' ? [] : [{ property: 'daemonTaskDefinitionArn', detail: 'daemonTaskDefinitionArn (a task definition of services) is not one of daemons', fix }];
}
