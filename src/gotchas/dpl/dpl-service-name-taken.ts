import { defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const dplServiceNameTaken = defineGotcha({
  id: 'dpl-service-name-taken',
  title: 'Two services of one cluster with the same name',
  consequence: 'rejected',
  symptom: '`Resource of type \'AWS::ECS::Service\' with identifier … already exists`, or `Creation of service was not idempotent.`',
  why: 'A name belongs to one service of a cluster. ECS rejects the second service with it, and the stack rolls back.',
  rule: 'No 2 services of one cluster have the same `serviceName`, whichever stacks of the app they are in.',
  fix: 'leave serviceName out, so that CloudFormation chooses a name, or set different names',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['name', 'sameName'],
  check: ({ name, sameName }) => sameName.length === 0 ? [] : [{
    property: 'serviceName',
    detail: `serviceName (${name}) is taken in the cluster by ${andOthers(sameName)}`,
  }],
});
