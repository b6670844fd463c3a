import type { Stack } from 'aws-cdk-lib/core';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances, userData } from '../fixtures/instances';

const launch = (stack: Stack, data: Readonly<Record<string, unknown>>): void => void instances(stack, { launch: data });

export const cases: readonly GotchaCase[] = [
  { name: 'nothing is in the way', caught: true, app: (stack) => launch(stack, {}) },
  { name: 'IMDSv2 goes two hops', caught: true, app: (stack) => launch(stack, { MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 2 } }) },
  { name: 'the agent disables it', caught: true, app: (stack) => launch(stack, { UserData: userData('echo ECS_AWSVPC_BLOCK_IMDS=false >> /etc/ecs/ecs.config') }) },
  { name: 'the agent blocks it', caught: false, app: (stack) => launch(stack, { UserData: userData('echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config') }) },
  { name: 'IMDSv2 goes one hop', caught: false, app: (stack) => launch(stack, { MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 } }) },
  { name: 'there is no metadata', caught: false, app: (stack) => launch(stack, { MetadataOptions: { HttpEndpoint: 'disabled' } }) },
  {
    name: 'a firewall rule drops it',
    caught: false,
    app: (stack) => launch(stack, { UserData: userData('sudo iptables --insert DOCKER-USER 1 --destination 169.254.169.254/32 --jump DROP') }),
  },
  { name: 'a parameter adds to the user data', caught: false, notChecked: true, app: (stack) => launch(stack, { UserData: userData(parameter(stack)) }) },
  {
    name: 'the image decides how far metadata goes',
    caught: false,
    notChecked: true,
    app: (stack) => launch(stack, { MetadataOptions: { HttpTokens: 'required' } }),
  },
];
