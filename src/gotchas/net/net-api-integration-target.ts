import { defineGotcha } from '../definition';

export const netApiIntegrationTarget = defineGotcha({
  id: 'net-api-integration-target',
  title: 'A private integration of an HTTP API that does not name a listener',
  consequence: 'rejected',
  symptom: '`For VpcLink VPC_LINK, integration uri should be a valid ELB listener ARN or a valid Cloud Map service ARN.`',
  why: 'Through a VPC link an HTTP API sends requests to a listener, or to what a Cloud Map service finds. API Gateway refuses the ARN or the DNS name of a load balancer, and that of a target group.',
  rule: 'The `IntegrationUri` of an integration of an HTTP API with the connection type `VPC_LINK` is the ARN of a listener or of a Cloud Map service.',
  fix: 'set integrationUri to the ARN of the listener',
  docsUrl: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html',
  levels: ['synth'],
  designedOut: '`HttpApiTarget` takes a listener, or tasks with their Cloud Map service.',
  subject: 'balancer',
  alsoOn: ['targetGroup'],
  needs: ['integrations'],
  check: ({ integrations }) => integrations.map((name) => ({ property: 'integrationUri', detail: `integrationUri (of ${name}) names this resource itself, and no listener` })),
});
