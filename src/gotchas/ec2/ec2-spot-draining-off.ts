import { defineGotcha } from '../definition';

export const ec2SpotDrainingOff = defineGotcha({
  id: 'ec2-spot-draining-off',
  title: 'Spot Instances are taken away with their tasks',
  consequence: 'misbehaves',
  symptom: 'Requests fail for a minute or two whenever EC2 takes a Spot Instance back.',
  why: 'The agent only drains a Spot Instance on its two-minute notice when draining is enabled: otherwise tasks run until they are killed, and the load balancer still sends requests.',
  rule: 'Where instances are Spot Instances, their user data has `ECS_ENABLE_SPOT_INSTANCE_DRAINING=true`. It is `false` by default.',
  fix: 'write ECS_ENABLE_SPOT_INSTANCE_DRAINING=true to /etc/ecs/ecs.config in the user data, as `spotInstanceDraining` does',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-spot.html',
  levels: ['synth'],
  avoidedBy: '`Ec2Capacity` turns it on.',
  subject: 'capacity',
  needs: ['spot', 'agentSettings'],
  check: ({ spot, agentSettings }) => !spot || agentSettings.get('ECS_ENABLE_SPOT_INSTANCE_DRAINING') === 'true' ? [] : [{
    property: 'userData',
    detail: 'userData (without ECS_ENABLE_SPOT_INSTANCE_DRAINING) lets Spot Instances go with their tasks',
  }],
});
