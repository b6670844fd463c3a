import { defineGotcha } from '../definition';
import { unfitFor } from '../infrastructure-role';

const POLICY = 'service-role/AmazonECSInfrastructureRoleforExpressGatewayServices';

export const expInfrastructureRole = defineGotcha({
  id: 'exp-infrastructure-role',
  title: 'The infrastructure role of an Express service is made for something else',
  consequence: 'never-works',
  symptom: 'The service is not created, or stays without load balancer and scaling: ECS can\'t assume its role, or is denied what it calls.',
  why: 'In Express Mode ECS makes load balancer, target groups, certificate and scaling as the infrastructure role. The execution role is for starting tasks.',
  rule: '`infrastructureRoleArn` is a role that trusts `ecs.amazonaws.com` and has the managed policy for Express Mode, or allows `elasticloadbalancing:CreateLoadBalancer` (a warning otherwise).',
  fix: `use a role that trusts ecs.amazonaws.com, with the managed policy ${POLICY}`,
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html',
  levels: ['synth', 'live'],
  subject: 'expressService',
  needs: ['infrastructureRole'],
  check: ({ infrastructureRole }) => {
    const unfit = infrastructureRole && unfitFor(infrastructureRole, 'elasticloadbalancing:CreateLoadBalancer');
    return !unfit ? [] : [{
      property: 'infrastructureRoleArn',
      detail: `infrastructureRoleArn (${unfit.what}) is not enough for Express Mode`,
      ...unfit.isRisk ? { consequence: 'risk' as const, fix: `attach the managed policy ${POLICY} to the role` } : {},
    }];
  },
});
