import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

const MOST_STEP = 10_000;

export const ec2ManagedScalingRange = defineGotcha({
  id: 'ec2-managed-scaling-range',
  title: 'Settings of a capacity provider that ECS refuses',
  consequence: 'rejected',
  symptom: '`ClientException` about the target capacity or the step size, or `The specified Auto Scaling group ARN is already being used by another capacity provider`.',
  why: 'Managed scaling keeps from 1 to 100 percent of the instances in use and changes their number by 1 to 10,000 at once. One Auto Scaling group has one capacity provider, which decides on its size.',
  rule: '`targetCapacityPercent` is from 1 to 100, `minimumScalingStepSize` from 1 to `maximumScalingStepSize`, that one up to 10000, and no other capacity provider of the app has the Auto Scaling group.',
  fix: 'set targetCapacityPercent from 1 to 100, and one capacity provider for each Auto Scaling group',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedScaling.html',
  levels: ['synth'],
  designedOut: '`Ec2Capacity` makes the group and its one capacity provider, and checks its settings.',
  subject: 'capacityProvider',
  needs: [],
  reads: ['targetCapacityPercent', 'minimumStep', 'maximumStep', 'twins'],
  check: ({ targetCapacityPercent, minimumStep, maximumStep, twins }) => all(
    () => {
      const target = known(targetCapacityPercent);
      return target >= 1 && target <= 100 ? [] : [{ property: 'targetCapacityPercent', detail: `targetCapacityPercent (${target}) is not from 1 to 100`, fix: 'set targetCapacityPercent from 1 to 100' }];
    },
    () => {
      const [least, most] = [known(minimumStep), known(maximumStep)];
      if (least >= 1 && least <= most && most <= MOST_STEP) return [];
      return [{
        property: 'minimumScalingStepSize',
        detail: `minimumScalingStepSize (${least}) and maximumScalingStepSize (${most}) are no range within 1 to ${MOST_STEP}`,
        fix: 'leave both step sizes out, or set them from 1 to 10000 with the minimum first',
      }];
    },
    () => known(twins).length === 0 ? [] : [{
      property: 'autoScalingGroup',
      detail: `autoScalingGroup (that of ${known(twins).join(' and ')} too) has more than one capacity provider`,
      fix: `remove ${known(twins).join(' and ')}, or create an Auto Scaling group for each`,
    }],
  ),
});
