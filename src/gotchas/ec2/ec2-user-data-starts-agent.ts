import { known, Unknown } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const ec2UserDataStartsAgent = defineGotcha({
  id: 'ec2-user-data-starts-agent',
  title: 'The user data waits for the agent, which waits for the user data',
  consequence: 'misbehaves',
  symptom: 'The instance runs and never joins its cluster; `systemctl list-jobs` shows `ecs.service start waiting`, and commands below it in the user data, such as `cfn-signal`, never run.',
  why: 'On Amazon Linux the unit of the ECS agent starts after cloud-init has finished, and cloud-init has not finished while the user data runs. A command that waits for the start waits for ever.',
  rule: 'User data for Amazon Linux does not start or restart `ecs` with `systemctl` or `service`, unless with `--no-block` or in the background. Images of ECS start the agent by themselves.',
  fix: 'add --no-block to systemctl, or remove the command from user data of an image that starts the agent by itself',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bootstrap_container_instance.html',
  levels: ['synth'],
  avoidedBy: '`Ec2Capacity` leaves the start of the agent to the image.',
  subject: 'capacity',
  needs: ['userData'],
  reads: ['imageParameter'],
  check: ({ userData: { waitsForAgent }, imageParameter }) => {
    if (waitsForAgent === undefined) return [];
    const image = known(imageParameter) ?? known(new Unknown('the image of the instances is not known'));
    return /optimized-ami\/amazon-linux|ami-amazon-linux/.test(image) ? [{ property: 'userData', detail: `userData (${waitsForAgent}) waits for the ECS agent, which starts when the user data has ended` }] : [];
  },
});
