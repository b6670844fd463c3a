export {
  BatchGetDeploymentTargetsCommand,
  BatchGetDeploymentsCommand,
  CodeDeployClient as Client,
  ListDeploymentsCommand,
} from '@aws-sdk/client-codedeploy';
