export {
  SecretsManagerClient as Client,
  DescribeSecretCommand,
} from '@aws-sdk/client-secrets-manager';
