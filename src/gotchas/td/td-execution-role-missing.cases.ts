import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const NO_ROLE = { ExecutionRoleArn: undefined };
const ECR = { Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:v1' };
const AWSLOGS = { LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': 'shop' } } };

export const cases: readonly GotchaCase[] = [
  { name: 'Fargate pulls from ECR', caught: true, app: (stack) => void fargateTask(stack, NO_ROLE, ECR) },
  {
    name: 'Fargate pulls from the ECR of the account that is deployed to',
    caught: true,
    app: (stack) => void fargateTask(stack, NO_ROLE, { Image: `${stack.account}.dkr.ecr.${stack.region}.${stack.urlSuffix}/shop:v1` }),
  },
  { name: 'Fargate writes awslogs', caught: true, app: (stack) => void fargateTask(stack, NO_ROLE, AWSLOGS) },
  {
    name: 'a container on EC2 takes secrets',
    caught: true,
    app: (stack) => void fargateTask(stack, { ...NO_ROLE, RequiresCompatibilities: ['EC2'] }, { Secrets: [{ Name: 'KEY', ValueFrom: 'key' }] }),
  },
  {
    name: 'a container is pulled with credentials',
    caught: true,
    app: (stack) => void fargateTask(stack, NO_ROLE, { RepositoryCredentials: { CredentialsParameter: 'registry' } }),
  },
  {
    name: 'the log driver takes secrets',
    caught: true,
    app: (stack) => void fargateTask(stack, { ...NO_ROLE, RequiresCompatibilities: ['EC2'] }, {
      LogConfiguration: { LogDriver: 'splunk', SecretOptions: [{ Name: 'splunk-token', ValueFrom: 'token' }] },
    }),
  },
  { name: 'the image is public and nothing is logged', caught: false, app: (stack) => void fargateTask(stack, NO_ROLE) },
  { name: 'instances pull from ECR as themselves', caught: false, app: (stack) => void fargateTask(stack, { ...NO_ROLE, RequiresCompatibilities: ['EC2'] }, { ...ECR, ...AWSLOGS }) },
  { name: 'there is an execution role', caught: false, app: (stack) => void fargateTask(stack, {}, { ...ECR, ...AWSLOGS }) },
  {
    name: 'a parameter brings the image',
    caught: false,
    notChecked: true,
    app: (stack) => void fargateTask(stack, NO_ROLE, { Image: parameter(stack) }),
  },
];
