import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, taskDefinition }) => {
  const infrastructureRole = new iam.Role(stack, 'Infrastructure', {
    assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
  });
  new ecs.CfnExpressGatewayService(stack, 'Web', {
    executionRoleArn: taskDefinition.obtainExecutionRole().roleArn,
    infrastructureRoleArn: infrastructureRole.roleArn,
    primaryContainer: { image: 'public.ecr.aws/nginx/nginx:1.27', containerPort: 80 },
  });
};

export const plain: Fix = ({ stack, taskDefinition }) => {
  const policy = 'service-role/AmazonECSInfrastructureRoleforExpressGatewayServices';
  const infrastructureRole = new iam.Role(stack, 'Infrastructure', {
    assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName(policy)],
  });
  new ecs.CfnExpressGatewayService(stack, 'Web', {
    executionRoleArn: taskDefinition.obtainExecutionRole().roleArn,
    infrastructureRoleArn: infrastructureRole.roleArn,
    primaryContainer: { image: 'public.ecr.aws/nginx/nginx:1.27', containerPort: 80 },
  });
};
