import { defineGotcha } from '../definition';

export const dplLaunchTypeAndStrategy = defineGotcha({
  id: 'dpl-launch-type-and-strategy',
  title: 'A launch type beside a capacity provider strategy',
  consequence: 'rejected',
  symptom: '`Specifying both a launch type and capacity provider strategy is not supported`',
  why: 'A service or a run of a task has a launch type or a capacity provider strategy: the first sets where tasks run, the second how they are divided among providers. ECS refuses both together.',
  rule: '`launchType` is left out where `capacityProviderStrategy` has an item.',
  fix: 'remove launchType, and keep the capacityProviderStrategy',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  levels: ['synth'],
  designedOut: 'The kind of the service decides where it runs: a strategy takes the place of the launch type.',
  subject: 'service',
  alsoOn: ['taskLaunch'],
  needs: ['launchType', 'capacityProviderStrategy'],
  check: ({ launchType, capacityProviderStrategy }) => (launchType !== undefined && capacityProviderStrategy.length > 0
    ? [{ property: 'launchType', detail: `launchType (${launchType}) is set beside a capacityProviderStrategy of ${capacityProviderStrategy.length}` }]
    : []),
});
