import { Cluster, ContainerImage, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function runs(stack: Stack, Image: unknown, container: Properties = {}, properties: Properties = {}): void {
  service(stack, { TaskDefinition: fargateTask(stack, {}, { Image, ...container }).ref, ...properties });
}

const BASES = [
  'public.ecr.aws/amazonlinux/amazonlinux:2023', 'ubuntu:24.04', 'docker.io/library/alpine', 'public.ecr.aws/docker/library/node:22', 'python:3.13-slim', 'php:8.4-cli',
  'mcr.microsoft.com/dotnet/aspnet:9.0', 'amazon/aws-cli',
];
const SERVERS = ['nginx:1.27', 'public.ecr.aws/docker/library/httpd:2.4', 'php:8.4-apache', `php@sha256:${'0'.repeat(64)}`, 'acme/node:1', 'acme/library/ubuntu:1', 'ghcr.io/acme/python:3', 'mcr.microsoft.com/dotnet/samples:aspnetapp'];

export const cases: readonly GotchaCase[] = [
  ...BASES.map((image) => ({ name: `${image} has nothing to run`, caught: true, app: (stack: Stack) => runs(stack, image) })),
  ...SERVERS.map((image) => ({ name: `${image} runs something`, caught: false, app: (stack: Stack) => runs(stack, image) })),
  {
    name: 'the CDK makes the service',
    caught: true,
    app: (stack) => {
      const taskDefinition = new FargateTaskDefinition(stack, 'Task');
      taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('public.ecr.aws/amazonlinux/amazonlinux:2022'), portMappings: [{ containerPort: 5000 }] });
      new FargateService(stack, 'Service', { cluster: new Cluster(stack, 'Cluster'), taskDefinition });
    },
  },
  { name: 'a command is set', caught: false, app: (stack) => runs(stack, 'ubuntu:24.04', { Command: ['sleep', 'infinity'] }) },
  { name: 'an entry point is set', caught: false, app: (stack) => runs(stack, 'python:3.13', { EntryPoint: ['python', '-m', 'http.server'] }) },
  { name: 'a shell has a terminal', caught: false, app: (stack) => runs(stack, 'ubuntu:24.04', { PseudoTerminal: true }) },
  { name: 'the input of a shell stays open', caught: false, app: (stack) => runs(stack, 'ubuntu:24.04', { Interactive: true }) },
  {
    name: 'the container is not essential',
    caught: false,
    app: (stack) => service(stack, {
      TaskDefinition: fargateTask(stack, { ContainerDefinitions: [{ Name: 'app', Image: 'nginx' }, { Name: 'more', Image: 'busybox', Essential: false }] }).ref,
    }),
  },
  { name: 'no task is wanted yet', caught: false, app: (stack) => runs(stack, 'ubuntu:24.04', {}, { DesiredCount: 0 }) },
  { name: 'no service runs it', caught: false, app: (stack) => void fargateTask(stack, {}, { Image: 'ubuntu:24.04' }) },
  { name: 'an image of one\'s own', caught: false, app: (stack) => runs(stack, '111122223333.dkr.ecr.eu-west-1.amazonaws.com/node:1') },
  { name: 'a parameter is the image', caught: false, notChecked: true, app: (stack) => runs(stack, parameter(stack)) },
];
