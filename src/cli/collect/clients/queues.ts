import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';

export { GetQueueAttributesCommand, GetQueueUrlCommand } from '@aws-sdk/client-sqs';

/** A client that sends all calls to one endpoint: without the option, the address of a queue replaces that of `AWS_ENDPOINT_URL`. */
export class Client extends SQSClient {
  public constructor(config: SQSClientConfig) {
    super({ ...config, useQueueUrlAsEndpoint: false });
  }
}
