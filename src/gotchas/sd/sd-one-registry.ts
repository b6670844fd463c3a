import { defineGotcha } from '../definition';

export const sdOneRegistry = defineGotcha({
  id: 'sd-one-registry',
  title: 'A service in more than one Cloud Map service',
  consequence: 'rejected',
  symptom: 'Creating the service fails with an `InvalidParameterException` about the service registries.',
  why: 'ECS registers the tasks of a service in one Cloud Map service: several registries for one service are not supported.',
  rule: '`serviceRegistries` has at most 1 item.',
  fix: 'keep one of the serviceRegistries; a second name can be a record of Route 53, or an alias of Service Connect',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  levels: ['synth'],
  avoidedBy: 'A second `CloudMapDiscovery` on a service is refused by its constructor.',
  subject: 'service',
  needs: ['registries'],
  check: ({ registries }) => registries <= 1 ? [] : [{ property: 'serviceRegistries', detail: `serviceRegistries (${registries}) are more than the 1 that a service can have` }],
});
