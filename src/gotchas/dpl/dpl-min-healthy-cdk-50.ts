import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const dplMinHealthyCdk50 = defineGotcha({
  id: 'dpl-min-healthy-cdk-50',
  title: 'A deployment may take away tasks that answer requests',
  consequence: 'misbehaves',
  symptom: 'Latency and errors rise during each deployment, with half of the tasks running.',
  why: 'ECS may stop as many old tasks as minHealthyPercent allows before their replacements answer. The L2 constructs of the AWS CDK write 50 where the API takes 100: '
    + 'half of the tasks then carry all of the load.',
  rule: 'For a rolling deployment of replicas behind a load balancer, `minHealthyPercent` of the tasks (the desired count, or the least that scaling leaves), rounded up, is all of them. 100 always is.',
  fix: 'set minHealthyPercent to 100, with a maxHealthyPercent of 200',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Services have a minHealthyPercent of 100 by default.',
  subject: 'service',
  needs: ['controller', 'strategy', 'schedulingStrategy', 'loadBalancers', 'minHealthyPercent'],
  reads: ['desiredCount', 'scaling', 'maxHealthyPercent'],
  check: ({ controller, strategy, schedulingStrategy, loadBalancers, minHealthyPercent: min, desiredCount, scaling, maxHealthyPercent: max }) => {
    const answers = loadBalancers.length > 0 && controller === 'ECS' && strategy === 'ROLLING' && schedulingStrategy === 'REPLICA';
    if (!answers || min === undefined || min >= 100) return [];
    const range = known(scaling);
    // ECS starts one task where no count is set.
    const tasks = range ? known(range.minCapacity) : known(desiredCount) ?? 1;
    const left = Math.ceil(tasks * min / 100);
    if (left >= tasks) return [];
    return [{
      property: 'minHealthyPercent',
      detail: `minHealthyPercent (${min}) lets a deployment go down to ${left} of ${tasks} tasks behind the load balancer`,
      // Neither more nor fewer tasks than now would stop every deployment.
      fix: typeof max === 'number' && max < 200 ? 'set minHealthyPercent to 100 and maxHealthyPercent to 200' : 'set minHealthyPercent to 100',
      ...(left > 0 ? { consequence: 'worth-knowing' as const } : {}),
    }];
  },
});
