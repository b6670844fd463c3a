import { defineGotcha } from '../definition';

export const ec2PullBehaviour = defineGotcha({
  id: 'ec2-pull-behaviour',
  title: 'Instances run an image they have instead of the one the tag means now',
  consequence: 'worth-knowing',
  symptom: 'The same tag runs different code on different instances.',
  why: 'With once or prefer-cached the agent does not ask the registry for an image it has: a tag that was moved means another image on each instance.',
  rule: '`ECS_IMAGE_PULL_BEHAVIOR` in the user data is `default` or `always`, not `once` or `prefer-cached`.',
  fix: 'set ECS_IMAGE_PULL_BEHAVIOR to default, or use tags that never move and digests only',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html',
  levels: ['synth'],
  avoidedBy: '`Ec2Capacity` leaves the agent at its default.',
  subject: 'capacity',
  needs: ['agentSettings'],
  check: ({ agentSettings }) => {
    const behaviour = agentSettings.get('ECS_IMAGE_PULL_BEHAVIOR') ?? 'default';
    return behaviour !== 'once' && behaviour !== 'prefer-cached' ? [] : [{
      property: 'userData', detail: `ECS_IMAGE_PULL_BEHAVIOR (${behaviour}) keeps an image for as long as the instance has it`,
    }];
  },
});
