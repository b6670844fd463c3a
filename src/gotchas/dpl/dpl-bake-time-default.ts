import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const dplBakeTimeDefault = defineGotcha({
  id: 'dpl-bake-time-default',
  title: 'A blue/green deployment without a bake time',
  consequence: 'misbehaves',
  symptom: 'All traffic goes to the new tasks, the old ones run on, and the stack stays in `UPDATE_IN_PROGRESS` for a day and a half.',
  why: 'CloudFormation documents 36 hours for a blue/green, linear or canary deployment where no bake time is set: as long as it waits itself. '
    + 'The old tasks run, and cost, until then.',
  rule: 'A service that ECS deploys with the strategy `BLUE_GREEN`, `LINEAR` or `CANARY` sets `bakeTimeInMinutes` if it has a load balancer or Service Connect, whose traffic it shifts. 0 is allowed.',
  fix: 'set bakeTimeInMinutes to the minutes in which a rollback should need no new tasks',
  docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-deploymentconfiguration.html',
  levels: ['synth'],
  designedOut: '`Deployment.blueGreen`, `linear` and `canary` always set it, to 5 minutes by default.',
  subject: 'service',
  needs: ['controller', 'strategy', 'bakeTimeMinutes'],
  reads: ['loadBalancers', 'serviceConnect'],
  check: ({ controller, strategy, bakeTimeMinutes, loadBalancers, serviceConnect }) => {
    if (controller !== 'ECS' || strategy === 'ROLLING' || bakeTimeMinutes !== undefined) return [];
    // Without traffic to shift it is another gotcha.
    if (known(loadBalancers).length === 0 && !known(serviceConnect)) return [];
    return [{ property: 'bakeTime', detail: `bakeTimeInMinutes (none) leaves the bake time of strategy ${strategy} to the default of CloudFormation` }];
  },
});
